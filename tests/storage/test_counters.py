"""What people do together is counted by week: communities, introductions, gatherings. No counter names anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from handlers import counted
from handlers.effects import Effect, Forget
from handlers.effects_gatherings import Book, CheckIn, CountSeats, MarkPresent, OfferSeats, SayUseful, TakeOffer, Unbook
from handlers.effects_members import Join, Leave
from handlers.effects_projects import Settle
from handlers.gatherings import SEATED, WAITING
from handlers.messages import Address
from scheduler.clock import SystemClock
from storage.apply import Context, apply
from storage.database import Database
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, bookings, memberships, people, tallies
from tests.circle import Circle
from tests.gatherings import planned

NOW = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
CLUB = "club"


@dataclass
class Counting:
    """Two people, known by number, and what they do."""

    database: Database

    def __post_init__(self) -> None:
        with self.database.write() as connection:
            for id in (1, 2):
                connection.execute(insert(people), {"id": id, "created_at": NOW, "last_seen_at": NOW})
                here = {"id": id, "person": id, "channel": "terminal", "peer": f"u{id}", "private": True}
                connection.execute(insert(addresses), here)

    def does(self, *effects: Effect, who: int = 1) -> None:
        """Write these effects in the name of somebody."""
        with self.database.write() as connection:
            here, draw = Address("terminal", f"u{who}"), SystemClock().draw
            context = Context(here, who, who, "m", NOW, draw, "Europe/Paris", who)
            for effect in effects:
                apply(connection, context, effect)

    def counted(self) -> dict[str, int]:
        """All counters; each of them is of this week and of this subject."""
        with self.database.read() as connection:
            rows = connection.execute(select(tallies)).all()
        assert {row.week for row in rows} <= {"2026-W49"}
        return {f"{row.name} {row.of}".strip(): row._mapping["count"] for row in rows}


@pytest.fixture
def told(either_database: Database) -> Counting:
    """Nothing counted yet."""
    return Counting(either_database)


def test_who_joins_and_who_leaves_a_community_is_counted_once(told: Counting) -> None:
    """A request is nobody inside, refused or taken back; to be silenced is not to leave."""
    told.does(Join(CLUB, "member"), Join(CLUB, "member"))
    told.does(Join(CLUB, "asked"), Leave(CLUB), Join(CLUB, "asked"), who=2)
    assert told.counted() == {"community-joined club": 1}
    with told.database.read() as connection:
        waiting = connection.execute(select(memberships.c.id).where(memberships.c.person == 2)).scalar_one()
    told.does(Settle(waiting, "member"), Settle(waiting, "muted"), Settle(waiting, "member"))
    assert told.counted() == {"community-joined club": 2}
    told.does(Leave(CLUB), Leave(CLUB))
    assert told.counted() == {"community-joined club": 2, "community-left club": 1}


@pytest.mark.parametrize("by_the_clock", [False, True])
def test_a_member_who_is_erased_has_left(told: Counting, by_the_clock: bool) -> None:
    """By « oublier », or after months of silence; the counters stay."""
    told.does(Join(CLUB, "member"))
    told.does(Join(CLUB, "asked"), who=2)
    if by_the_clock:
        long_ago = NOW - timedelta(days=500)
        with told.database.write() as connection:
            connection.execute(update(people).values(last_seen_at=long_ago))
            sweep(connection, NOW, Retention(), "Europe/Paris")
    else:
        told.does(Forget())
        told.does(Forget(), who=2)
    assert told.counted() == {"community-joined club": 1, "community-left club": 1}


def test_an_introduction_is_counted_when_both_said_yes(either_database: Database) -> None:
    """Asked is not accepted; accepted twice is once."""
    circle = Circle(either_database)
    for who in ("ana", "bao", "cam"):
        circle.enter(who)
    circle.asks("ana", "cam")
    number = circle.meet("ana", "bao")
    circle.answers("bao", number)
    with either_database.read() as connection:
        found = connection.execute(select(tallies).where(tallies.c.name == counted.INTRODUCED)).all()
    assert [row._mapping["count"] for row in found] == [1]


def test_seats_had_are_counted_by_series_and_never_by_gathering(told: Counting) -> None:
    """A yes once, whatever is changed of it; a place on the list is none until seats are taken."""
    start = NOW + timedelta(days=5)
    id = planned(told.database, NOW, "apes", "petit_dej", start, series="matins")
    plain = planned(told.database, NOW, "apes", "marche", start)
    told.does(Book(id, 1, SEATED), Book(id, 2, SEATED), Unbook(id), Book(id, 1, SEATED), Book(plain, 1, SEATED))
    told.does(Book(id, 1, WAITING), who=2)
    assert told.counted() == {"gathering-yes matins": 1, "gathering-yes marche": 1}
    with told.database.read() as connection:
        waits = connection.execute(select(bookings.c.id).where(bookings.c.person == 2)).scalar_one()
    told.does(OfferSeats(waits, NOW + timedelta(hours=1)), who=2)
    assert told.counted()["gathering-yes matins"] == 1
    told.does(TakeOffer(waits), TakeOffer(waits), who=2)
    assert told.counted()["gathering-yes matins"] == 2


def test_who_was_there_is_counted_once_and_those_without_a_booking_too(told: Counting) -> None:
    """Said by themselves and by who organises; a count at the door put right takes nothing back."""
    id = planned(told.database, NOW, "apes", "marche", NOW)
    told.does(Book(id, 1, SEATED), CheckIn(id), CheckIn(id))
    told.does(Book(id, 1, SEATED), who=2)
    with told.database.read() as connection:
        both = tuple(connection.execute(select(bookings.c.id)).scalars())
    told.does(MarkPresent(id, both), MarkPresent(id, both))
    assert told.counted()["gathering-came marche"] == 2
    told.does(CountSeats(id, walk_ins=3), CountSeats(id, walk_ins=2), CountSeats(id, aside=1))
    assert told.counted()["gathering-came marche"] == 5


def test_the_first_word_on_whether_it_was_useful_counts(told: Counting) -> None:
    """Who changes their mind is not counted twice."""
    id = planned(told.database, NOW, "apes", "marche", NOW)
    told.does(Book(id, 1, SEATED), SayUseful(id, "oui"), SayUseful(id, "non"))
    told.does(Book(id, 1, SEATED), SayUseful(id, "plus_ou_moins"), SayUseful(id, "oui"), who=2)
    found = told.counted()
    assert (found["gathering-rated marche"], found["gathering-useful marche"]) == (2, 1)
