"""The closed union of what a turn may cause. A new effect is a class here; `storage.apply` ends in
`assert_never`, so that mypy names every place that must know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.effects_access import AccessEffect
from handlers.effects_broadcasts import BroadcastEffect
from handlers.effects_desk import DeskEffect
from handlers.effects_gatherings import GatheringEffect
from handlers.effects_intake import IntakeEffect
from handlers.effects_meetings import MeetingEffect
from handlers.effects_members import MemberEffect
from handlers.effects_outcomes import OutcomeEffect
from handlers.effects_projects import ProjectEffect
from handlers.effects_requests import RequestEffect
from handlers.effects_talk import TalkEffect
from handlers.effects_yearly import YearlyEffect
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


@dataclass(frozen=True, slots=True)
class Tell:
    """Say this at another address than the one of this turn, by its number. Its choices carry all they need."""

    address: int
    reply: Reply
    kind: str = "notice"


@dataclass(frozen=True, slots=True)
class TellPerson:
    """Say this to another person, by their number, where they are best reached; nothing if they are gone.
    Not before `due` (aware; None: at once). Its choices carry all they need. `purpose`: it leaves only with
    their yes to it, also if they take it back meanwhile; empty for what they wait for. `key`: what names it for
    ever in the ledger, where it is written once; empty: after the message of the turn."""

    person: int
    reply: Reply
    kind: str = "notice"
    due: datetime | None = None
    purpose: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class OfferLink:
    """Keep the fingerprint of this code as the only one that links another address to this person."""

    code: str


@dataclass(frozen=True, slots=True)
class HoldLink:
    """The code of this person was typed here: nobody else may use it. `agreed`: who typed it said yes."""

    owner: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class DropLink:
    """Someone said no: the code of this person links nothing."""

    owner: int


@dataclass(frozen=True, slots=True)
class Link:
    """Who gave the code and who typed it are one person, the first; the turn then writes its conversation."""

    owner: int


@dataclass(frozen=True, slots=True)
class Unlink:
    """All addresses but the first leave this person, who keeps everything. `here`: that of this turn leaves."""

    here: bool


LinkEffect = OfferLink | HoldLink | DropLink | Link | Unlink
AnswerEffect = RequestEffect | TalkEffect | OutcomeEffect | IntakeEffect | AccessEffect | YearlyEffect
"""What holders ask of people, what becomes of it, and what is counted of both."""
PeopleEffect = MeetingEffect | MemberEffect | DeskEffect | ProjectEffect | GatheringEffect | BroadcastEffect
SubjectEffect = AnswerEffect | PeopleEffect
Effect = Say | Tell | TellPerson | Agree | Withdraw | Forget | Redeem | Guess | Record | LinkEffect | SubjectEffect
