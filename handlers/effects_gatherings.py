"""What a turn may cause about gatherings: what an animator makes of them, who comes, what one follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from handlers.messages import NO_ANSWERS


@dataclass(frozen=True, slots=True)
class StopKept:
    """One stop of a walk as it is written; `at` is aware."""

    at: datetime
    place: str
    minutes_on_foot: int = 0
    access: str = ""


@dataclass(frozen=True, slots=True)
class KeepGathering:
    """Write a gathering: a new one when `id` is None, else that one if it is still at `version`. What people were
    told before and is otherwise now grows its sequence, and they are told. `state`: draft, published or moved."""

    id: int | None
    network: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    state: str
    texts: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    seats: int | None = None
    stops: tuple[StopKept, ...] = ()
    series: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class CancelGathering:
    """It does not take place; who comes is told, with the reason."""

    id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DropGathering:
    """A draft is erased."""

    id: int


@dataclass(frozen=True, slots=True)
class CountSeats:
    """Of a gathering: seats promised elsewhere, and people counted at the door. None: as before."""

    id: int
    aside: int | None = None
    walk_ins: int | None = None


@dataclass(frozen=True, slots=True)
class ReachStop:
    """The guide of a walk is at a stop (`position` from 1), late by some minutes. `tells`: those who are to join there
    or later are too many for one turn, and are told by the scheduler."""

    id: int
    position: int
    late: int = 0
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """The person of the turn comes, or waits (`state` seated or waiting), instead of what they asked before. The
    handler holds the hall (World.gatherings.claim). An empty `name` or `needs` erases."""

    gathering: int
    seats: int
    state: str
    joins: int = 0
    leaves: int = 0
    name: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Unbook:
    """The person of the turn does not come, and waits no more."""

    gathering: int


@dataclass(frozen=True, slots=True)
class OfferSeats:
    """Set the seats of a booking that waits aside until an instant (aware). `held` false: nothing is set aside, the
    person is only called, like all who wait; the first to answer has them."""

    booking: int
    until: datetime
    held: bool = True


@dataclass(frozen=True, slots=True)
class CloseCalls:
    """Who was called for more seats than these that are left is called no more: a later call is a new one."""

    gathering: int
    free: int


@dataclass(frozen=True, slots=True)
class TakeOffer:
    """Who was offered seats has them."""

    booking: int


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The person of the turn is there."""

    gathering: int


@dataclass(frozen=True, slots=True)
class MarkPresent:
    """These bookings of a gathering were there, says who organises."""

    gathering: int
    bookings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SayUseful:
    """The person of the turn says whether it was useful: `oui`, `non`, `plus_ou_moins`."""

    gathering: int
    answer: str


@dataclass(frozen=True, slots=True)
class Follow:
    """The person of the turn follows `series/<id>`, `network/<id>` or `kind/<id>`, or no more."""

    subject: str
    follows: bool = True


@dataclass(frozen=True, slots=True)
class ChooseLeads:
    """The tellings that the person of the turn wants, by id."""

    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snooze:
    """Tell the person of the turn again of a gathering at an instant (aware)."""

    gathering: int
    until: datetime


GatheringEffect = (
    KeepGathering
    | CancelGathering
    | DropGathering
    | CountSeats
    | ReachStop
    | Book
    | Unbook
    | OfferSeats
    | CloseCalls
    | TakeOffer
    | CheckIn
    | MarkPresent
    | SayUseful
    | Follow
    | ChooseLeads
    | Snooze
)
