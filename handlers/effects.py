"""The closed union of what a turn may cause. A new effect is a class here; `storage.apply` ends in
`assert_never`, so that mypy names every place that must know it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.messages import Reply


@dataclass(frozen=True, slots=True)
class Say:
    """Answer the person of this turn. A `notice` has its choices typed by letter, a reply by number."""

    reply: Reply
    kind: str = "reply"


@dataclass(frozen=True, slots=True)
class Agree:
    """The person said yes to one purpose, having read the version `wording` of its text."""

    purpose: str
    wording: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The person took back their yes to one purpose, or said no."""

    purpose: str
    wording: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase this person everywhere. Replies of the same turn are still sent, then forgotten too."""


@dataclass(frozen=True, slots=True)
class Redeem:
    """Give this person the role of a code, by the code's number, once."""

    code: int


@dataclass(frozen=True, slots=True)
class Guess:
    """This person typed a code that is not valid. The code is not kept."""


@dataclass(frozen=True, slots=True)
class Record:
    """A role was used: added to the journal, without the person who used it."""

    role: str
    network: str
    action: str
    count: int = 1


Effect = Say | Agree | Withdraw | Forget | Redeem | Guess | Record
