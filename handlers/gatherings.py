"""Gatherings seen from the conversation: what each is, who comes, what one follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from handlers.messages import NO_ANSWERS

DRAFT, PUBLISHED, MOVED, CANCELLED = "draft", "published", "moved", "cancelled"
STATES = (DRAFT, PUBLISHED, MOVED, CANCELLED)
HELD = (PUBLISHED, MOVED)
"""The states of a gathering that takes place."""

SEATED, WAITING, OFFERED, LEFT = "seated", "waiting", "offered", "left"
BOOKINGS = (SEATED, WAITING, OFFERED, LEFT)
"""Of a booking. `offered`: seats are set aside for who waited, until they answer."""

TEXT_FIELDS = (
    "title",
    "about",
    "place",
    "address",
    "meeting_point",
    "commune",
    "price",
    "link",
    "audience",
    "topics",
    "access",
    "languages",
    "contact",
    "distance",
    "pace",
    "toilets",
    "rain_plan",
    "joining_late",
    "end_point",
)
"""What is written of a gathering (domain.md 4.1), empty when not said. `commune` is a slug of the pack, `link` the
registration elsewhere, `distance` in km as it is said."""

MOST_SEATS = 10
"""That one person may book."""
MOST_CAPACITY = 10_000
MOST_OFFERS = 3
"""Of seats that came free, to one person for one gathering: afterwards they wait no more."""
OFFER_LIVES = timedelta(hours=24)
RUSH = timedelta(days=2)
"""Before a start, nearer than this, freed seats are offered to all who wait: the first to answer has them."""
LIST_KEPT = timedelta(days=7)
"""After its end, who came to a gathering is not known by name any more."""
AHEAD = timedelta(days=366)
PAGE = 5


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a walk, `position` from 1. `at` is aware, in UTC; `reached_at` when its guide said so."""

    position: int
    at: datetime
    place: str
    minutes_on_foot: int = 0
    access: str = ""
    reached_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """One date. Instants are aware, in UTC; `zone` is that of its wall-clock hours. `seats`: None is as many as
    come; `aside`: promised elsewhere; `walk_ins`: counted at the door. `sequence` grows with each change that
    people are told (RFC 5545), `version` with each change. `code` is what people type when they are there."""

    id: int
    uid: str
    network: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    state: str
    texts: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    series: str = ""
    seats: int | None = None
    aside: int = 0
    walk_ins: int = 0
    sequence: int = 0
    version: int = 0
    code: str = ""
    reason: str = ""
    delay: int = 0
    stops: tuple[Stop, ...] = ()

    def text(self, name: str) -> str:
        """What is written of it under a name of TEXT_FIELDS, or nothing."""
        return self.texts.get(name, "")

    @property
    def title(self) -> str:
        """Its title."""
        return self.text("title")

    @property
    def takes_place(self) -> bool:
        """True for what is announced and was not cancelled."""
        return self.state in HELD


@dataclass(frozen=True, slots=True)
class Booking:
    """Someone's place. `asked_at` is when they asked: the order of the waiting list; `passed`: how many who asked
    later were seated before, while they waited there. `joins` and `leaves`: the
    positions of the stops (0: start and end). `mine`: of the person of the turn."""

    id: int
    person: int | None
    seats: int
    state: str
    asked_at: datetime
    offers: int = 0
    passed: int = 0
    offered_until: datetime | None = None
    joins: int = 0
    leaves: int = 0
    name: str = ""
    needs: str = ""
    checked_in_at: datetime | None = None
    useful: str = ""
    language: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Hall:
    """A gathering locked until the commit. `held`: seats given or offered; `waiting`: how many wait; `mine`: the
    booking of the person of the turn, and how many wait `ahead` of them; `people`: who would be told, however many
    seats each has."""

    gathering: Gathering
    held: int = 0
    waiting: int = 0
    mine: Booking | None = None
    ahead: int = 0
    people: int = 0

    @property
    def taken(self) -> int:
        """Seats that are given, offered, promised elsewhere, or taken at the door."""
        return self.held + self.gathering.aside + self.gathering.walk_ins

    @property
    def free(self) -> int | None:
        """Seats left; None when there is no limit."""
        return None if self.gathering.seats is None else max(self.gathering.seats - self.taken, 0)


class GatheringQuestions(Protocol):
    """What takes place, and the part of the person of the turn in it."""

    def coming(self, after: datetime, limit: int, networks: tuple[str, ...] = ()) -> tuple[Gathering, ...]:
        """Those that are announced and not over after an instant, the first one first; of some networks, or all."""
        ...

    def of_network(self, networks: tuple[str, ...], since: datetime) -> tuple[Gathering, ...]:
        """All of these networks, drafts and cancelled ones included, that end after an instant, the first one first."""
        ...

    def find(self, id: int) -> Gathering | None:
        """One of them, whatever its state."""
        ...

    def claim(self, id: int, *, lock: bool = True) -> Hall | None:
        """One of them with the booking of the person of the turn and the sums of all, locked until the commit unless
        it is only shown."""
        ...

    def line(self, id: int) -> tuple[Booking, ...]:
        """Its waiting list, who asked first is first."""
        ...

    def comers(self, id: int, after: int, limit: int) -> tuple[Booking, ...]:
        """Who holds seats in one of them, by number of booking, after one of them."""
        ...

    def mine(self, since: datetime) -> tuple[tuple[Gathering, Booking], ...]:
        """What the person comes to, or waits for, that ends after an instant, the first one first."""
        ...

    def by_code(self, code: str) -> Gathering | None:
        """The gathering whose code this is, if it is at its hour."""
        ...

    def follows(self) -> frozenset[str]:
        """What the person follows: `series/<id>`, `network/<id>`, `kind/<id>`."""
        ...


@dataclass(frozen=True, slots=True)
class NoGatherings:
    """What is answered where nothing takes place."""

    def coming(self, after: datetime, limit: int, networks: tuple[str, ...] = ()) -> tuple[Gathering, ...]:
        """None."""
        return ()

    def of_network(self, networks: tuple[str, ...], since: datetime) -> tuple[Gathering, ...]:
        """None."""
        return ()

    def find(self, id: int) -> Gathering | None:
        """None."""
        return None

    def claim(self, id: int, *, lock: bool = True) -> Hall | None:
        """None."""
        return None

    def line(self, id: int) -> tuple[Booking, ...]:
        """None."""
        return ()

    def comers(self, id: int, after: int, limit: int) -> tuple[Booking, ...]:
        """None."""
        return ()

    def mine(self, since: datetime) -> tuple[tuple[Gathering, Booking], ...]:
        """None."""
        return ()

    def by_code(self, code: str) -> Gathering | None:
        """None."""
        return None

    def follows(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()
