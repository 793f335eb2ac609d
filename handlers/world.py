"""All that a handler may look at. The questions are answered inside the transaction of the turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from handlers.durations import Durations
from handlers.guide import Guide
from handlers.links import NoLinks, Offer, Reached
from handlers.messages import NO_ANSWERS
from handlers.roles import Invitation, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote, without anything that identifies them. `consents` maps a purpose to `yes` or `no`;
    a purpose that was never asked is absent. `last_seen` (UTC) is their message before this one."""

    is_new: bool = True
    channel: str = "terminal"
    consents: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    last_seen: datetime | None = None


class RoleQuestions(Protocol):
    """Who stands behind the bot, and what the person of this turn may do."""

    def someone_reads(self) -> bool:
        """True if at least one person holds a role to read what holders write to a human."""
        ...

    def mine(self) -> tuple[Role, ...]:
        """The roles that the person of this turn holds now."""
        ...

    def claim(self, code: str) -> Invitation | None:
        """What this code would give, locked until the commit; None if there is no such code."""
        ...

    def guesses(self, since: datetime) -> int:
        """How many wrong codes the person of this turn typed after an instant."""
        ...


class LinkQuestions(Protocol):
    """What makes one person of two addresses, seen from the address of this turn."""

    def claim(self, code: str) -> Offer | None:
        """What this code would link, with its owner locked until the commit; None if there is no such code."""
        ...

    def typed(self) -> Offer | None:
        """What a code typed here before would link, its owner locked."""
        ...

    def awaited(self) -> Offer | None:
        """What the code of the person of this turn, typed elsewhere, would link; who typed it is locked."""
        ...

    def mine(self) -> tuple[Reached, ...]:
        """The addresses of the person of this turn, the first one first."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """`now` is aware, in UTC. `draw(n)` gives n characters of random text, drawn by the shell."""

    guide: Guide
    now: datetime
    person: Person
    roles: RoleQuestions
    draw: Callable[[int], str]
    durations: Durations = field(default_factory=Durations)
    links: LinkQuestions = field(default_factory=NoLinks)
