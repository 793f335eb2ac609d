"""Meeting seen from the conversation: who can be found, introductions that both sides want, what is reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from handlers.messages import LONGEST_TEXT, Choice

LONGEST_NOTE = 200
LONGEST_WORDS = LONGEST_TEXT - 1
"""A text as long as the door lets in may have been cut there: it is not passed on."""
MOST_ASKED = 3
"""Introductions that one person may ask in ASKING, whatever became of them."""
ASKING = timedelta(days=7)
ANSWERED_IN = timedelta(days=7)
"""Without an answer, or with a no, an introduction closes after this, on the same words."""
SILENCE = timedelta(days=30)
"""A relay in which nobody writes closes after this."""
AGAIN = timedelta(days=90)
"""Before this, nobody asks the same person again, whatever the answer was."""
PAGE = 5
REPORT_KEPT = timedelta(days=30)
RECORD_KEPT = timedelta(days=365)
"""Afterwards an introduction or a report that is over is erased; their texts went long before."""

ASKED, OPEN, REFUSED, STOPPED, EXPIRED, CLOSED = "asked", "open", "refused", "stopped", "expired", "closed"
STATES = (ASKED, OPEN, REFUSED, STOPPED, EXPIRED, CLOSED)
"""Of an introduction. `refused` and `stopped` are known to one side only: to the other it is still asked, or open."""

OFFERS, SEEKS, DOMAINS, STAGE, COMMUNE, ALL = "offers", "seeks", "domains", "etape", "commune", "all"
SEARCHES = (OFFERS, SEEKS, DOMAINS, STAGE, COMMUNE, ALL)

# What anyone may give to someone who said yes to them; elsewhere it is not passed on.
_REACHED_AT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}\b")


# So that « oui » or « non » typed right after the question means them.
_TYPED = {"yes": "oui", "no": "non"}


def choice_id(step: str, value: object) -> str:
    """The id of a button of the dialogue, for a step and the number that it is about."""
    return f"meeting/answer-{value}:{_TYPED[step]}" if step in _TYPED else f"meeting/{step}:{value}"


def choice_meant(step: str, value: str) -> tuple[str, str]:
    """The step and the number of such a button, from the two parts of its id."""
    said = next((name for name, typed in _TYPED.items() if typed == value), "")
    return (said, step.removeprefix("answer-")) if said and step.startswith("answer-") else (step, value)


def without_contacts(text: str) -> str:
    """A text without the e-mail addresses and telephone numbers that it holds."""
    return _REACHED_AT.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a field of the card that members may read, and its value."""

    field: str = ALL
    value: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of a community, as the person of the turn may read them: `shown` holds nothing else."""

    person: int
    community: str
    shown: Mapping[str, str]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of members; `more`: there is another one after it."""

    members: tuple[Member, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Introduction:
    """Between the person of the turn and another, who is `who` as they may be read now, if they may.

    `mine`: the person of the turn asked. `stands`: both are still here, in the community, and neither
    refuses the other. `language` is what the other one speaks."""

    id: int
    community: str
    mine: bool
    state: str
    asked_at: datetime
    other: int | None = None
    who: Member | None = None
    stands: bool = False
    language: str = ""

    def waits(self, now: datetime) -> bool:
        """True if who was asked may still answer."""
        return self.state == ASKED and self.stands and now < self.asked_at + ANSWERED_IN

    def is_open(self) -> bool:
        """True if words may be passed on."""
        return self.state == OPEN and self.stands

    def seems_to_wait(self, now: datetime) -> bool:
        """True if, for all that the asker may know, no answer came yet."""
        return self.state in (ASKED, REFUSED) and now < self.asked_at + ANSWERED_IN

    def seems_open(self) -> bool:
        """True if, for all that the person of the turn may know, words are passed on."""
        return self.state in (OPEN, STOPPED)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were passed on to the person of the turn: the `number`-th of an introduction."""

    introduction: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """Someone from whom the person of the turn receives nothing."""

    person: int
    at: datetime
    who: Member | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A message that someone reported. `body` is None once it was kept long enough. `membership`: of who wrote it."""

    id: int
    community: str
    body: str | None
    at: datetime
    reporter: int | None = None
    reporter_language: str = ""
    about: int | None = None
    about_language: str = ""
    membership: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The oldest report that is still open after another one, and how many are open in all."""

    first: Reported | None = None
    count: int = 0


class MeetingQuestions(Protocol):
    """Members of the communities of the person of the turn, and what passes between them."""

    def find(self, wanted: Wanted, page: int) -> Found:
        """Members who let themselves be found, page after page from 0."""
        ...

    def member(self, person: int) -> Member | None:
        """One of them; None if they may not be found."""
        ...

    def mine(self, since: datetime) -> tuple[Introduction, ...]:
        """The introductions of the person that are not over, or that they asked after an instant, the latest first."""
        ...

    def claim(self, id: int) -> Introduction | None:
        """One of theirs, locked until the commit."""
        ...

    def claim_with(self, person: int) -> Introduction | None:
        """The latest between the two, locked until the commit, so that both cannot ask at the same time."""
        ...

    def said(self, reference: str) -> Said | None:
        """The words passed on by the message that is quoted."""
        ...

    def awaited(self, since: datetime) -> tuple[Choice, ...]:
        """The buttons of the last words that others had passed on to the person after an instant."""
        ...

    def blocked(self) -> tuple[Blocked, ...]:
        """Those from whom the person receives nothing, the latest first."""
        ...

    def desk(self, communities: tuple[str, ...], after: int) -> Desk:
        """The open reports of these communities."""
        ...

    def claim_report(self, id: int) -> Reported | None:
        """An open report, locked until the commit."""
        ...


@dataclass(frozen=True, slots=True)
class NoMeetings:
    """What is answered where nobody meets."""

    nothing: tuple[()] = field(default=())

    def find(self, wanted: Wanted, page: int) -> Found:
        """Nobody."""
        return Found()

    def member(self, person: int) -> Member | None:
        """Nobody."""
        return None

    def mine(self, since: datetime) -> tuple[Introduction, ...]:
        """None."""
        return ()

    def claim(self, id: int) -> Introduction | None:
        """None."""
        return None

    def claim_with(self, person: int) -> Introduction | None:
        """None."""
        return None

    def said(self, reference: str) -> Said | None:
        """None."""
        return None

    def awaited(self, since: datetime) -> tuple[Choice, ...]:
        """None."""
        return ()

    def blocked(self) -> tuple[Blocked, ...]:
        """Nobody."""
        return ()

    def desk(self, communities: tuple[str, ...], after: int) -> Desk:
        """None."""
        return Desk()

    def claim_report(self, id: int) -> Reported | None:
        """None."""
        return None
