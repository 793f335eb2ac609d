"""How the summary is read elsewhere than in the conversation: by a link that opens once, each Monday, by e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from handlers.roles import ADMIN, AGENT, BILAN, OPENS

LINK_LIVES = timedelta(minutes=15)
MAIL_LIVES = timedelta(days=7)
SITS = timedelta(hours=1)
"""How long a link of the conversation waits, one of a mail, and how long a browser stays in."""

KEY_LENGTH = 32
PATH = "/bilan"
RECIPE = "summary"
"""Opens the recipe of a file: `summary:2026-W47.xlsx`."""

PROGRAM, MAIL = "program", "mail"
READERS = (PROGRAM, MAIL)
"""Who reads without a role, as the journal says it: by the number of their token, of their mailbox."""

FILES = ("xlsx", "pdf")
"""What goes with the message of Monday."""


class AccessQuestions(Protocol):
    """What is known of the person of the turn as a reader of the summary."""

    def each_monday(self) -> bool:
        """True if they asked to get it each Monday."""
        ...


@dataclass(frozen=True, slots=True)
class NoAccess:
    """What is answered where nobody reads it."""

    def each_monday(self) -> bool:
        """No."""
        return False


def may_read() -> tuple[str, ...]:
    """The roles that read the summary."""
    return tuple(role for role in (AGENT, ADMIN) if BILAN in OPENS[role])


def link(site: str, key: str) -> str:
    """The address that opens it once."""
    return f"{site.rstrip('/')}{PATH}/{key}"


def recipes(week: str) -> tuple[str, ...]:
    """The files of a week."""
    return tuple(f"{RECIPE}:{week}.{form}" for form in FILES)
