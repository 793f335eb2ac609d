"""What those of a walk are told when there are many of them, and where bookings go when its stops are others."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from handlers.effects_gatherings import KeepGathering, StopKept
from handlers.messages import Address
from handlers.walk_words import moved
from scheduler import walks as source
from scheduler.clock import SystemClock
from storage import gatherings, walks
from storage.apply import gatherings as written
from storage.apply.turn import Context
from storage.database import Database
from storage.play import Scene
from storage.tables import outbox as ledger
from storage.tables import walks as rows
from tests.coming import START, walking
from tests.conversation import guide
from tests.gatherings import Crowd, planned

MANY = 130
NOWHERE = Address("terminal", "guide")


def scene(people: Crowd) -> Scene:
    """What the scheduler is given."""
    return Scene(guide("lille"), people.now, SystemClock().draw)


def look(people: Crowd) -> int:
    """One look; how many are told in it."""
    with people.database.write() as connection:
        return len(source.send_due(connection, scene(people)))


def due(people: Crowd) -> bool:
    """True while anybody is to be told."""
    with people.database.write() as connection:
        return source.next_due(connection, scene(people)) is not None


def told(people: Crowd) -> list[str]:
    """The keys of what the scheduler told."""
    with people.database.read() as connection:
        wanted = select(ledger.c.key).where(ledger.c.key.contains("/walk-")).order_by(ledger.c.id)
        return list(connection.execute(wanted).scalars())


def changed(people: Crowd, id: int, *places: str) -> None:
    """An animator writes other stops."""
    with people.database.write() as connection:
        held = gatherings.one(connection, id)
        assert held is not None
        stops = tuple(StopKept(START + timedelta(minutes=40 * n), place) for n, place in enumerate(places))
        texts = {"title": held.title}
        hours = (held.starts_at, held.ends_at, held.zone, "moved", texts)
        effect = KeepGathering(id, "mel", "en_marchant", *hours, None, stops, version=held.version)
        context = Context(NOWHERE, 1, None, "m", people.now, SystemClock().draw, "Europe/Paris")
        written.write(connection, context, effect)


def joins(people: Crowd, id: int) -> list[int]:
    """The stops at which each of the ten joins."""
    held = people.bookings(id)
    return [held[f"w{number}"].joins for number in range(10)]


def test_more_people_than_a_turn_may_write_to_are_all_told_that_the_walk_is_late(either_database: Database) -> None:
    """By one row of the turn; then a slice at a time, each once."""
    people = Crowd(either_database)
    stops = [(START + timedelta(minutes=40 * n), place) for n, place in enumerate(("Le métro", "Le jardin"))]
    id = planned(either_database, people.now, "mel", "en_marchant", START, stops, title="Lieux", minutes=150)
    people.animates("guide", "mel")
    for number in range(MANY):
        people.taps(f"w{number}", f"yes:{id}")
        people.taps(f"w{number}", f"join:{id}.2")
    people.now = START + timedelta(minutes=5)
    before = len(people.heard)
    assert f"J'écris aux {MANY} personnes" in people.says("guide", "nous sommes à l'étape 1, 20 minutes de retard")
    assert {read.who for read in people.heard[before:]} == {"guide"}
    walks_slice, walks.SLICE = walks.SLICE, 50
    try:
        assert [look(people) for _ in range(4)] == [50, 50, 30, 0]
    finally:
        walks.SLICE = walks_slice
    assert (len(told(people)), len(set(told(people))), due(people)) == (MANY, MANY, False)


def test_a_later_delay_takes_the_place_of_one_that_was_not_told_yet(either_database: Database) -> None:
    """Nobody reads an hour that is wrong already."""
    people, id = walking(either_database)
    with either_database.write() as connection:
        walks.late(connection, id, 2, 20, people.now)
        walks.late(connection, id, 2, 40, people.now)
        assert connection.execute(select(func.count()).select_from(rows)).scalar() == 1
    assert (look(people), look(people), due(people)) == (7, 0, False)


def test_bookings_made_for_a_stop_go_where_it_went_and_those_of_a_lost_stop_are_told(database: Database) -> None:
    """The garden is no more: its four people are expected at the start, and may choose."""
    people, id = walking(database)
    assert joins(people, id) == [0] * 3 + [2] * 4 + [3] * 3
    changed(people, id, "Le marché", "Le métro", "La halle", "Le port")
    assert (look(people), look(people), due(people)) == (4, 0, False)
    assert joins(people, id) == [0] * 7 + [3] * 3
    changed(people, id, "La halle", "Le métro")
    assert (look(people), joins(people, id)) == (0, [0] * 7 + [1] * 3)
    while due(people):
        look(people)
    assert len(told(people)) == 4


def test_who_chose_one_of_the_new_stops_stays_there(database: Database) -> None:
    """Between the change and the moment when bookings are moved."""
    people, id = walking(database)
    people.now -= timedelta(minutes=50)
    changed(people, id, "La halle", "Le métro", "Le jardin")
    people.now += timedelta(seconds=5)
    people.taps("w9", f"join:{id}.3")
    look(people)
    assert joins(people, id) == [0] * 3 + [3] * 4 + [1] * 2 + [3]


@given(st.lists(st.sampled_from("abcdef"), max_size=6), st.lists(st.sampled_from("abcdef"), max_size=6))
def test_a_stop_is_found_again_by_its_place_and_no_two_become_one(before: list[str], after: list[str]) -> None:
    """Whatever was added, taken away, or put elsewhere."""
    went = {number: number for number in range(1, len(before) + 1)} | moved(tuple(before), tuple(after))
    kept = [new for new in went.values() if new]
    assert len(kept) == len(set(kept))
    assert all(1 <= new <= len(after) for new in kept)
    for old, new in went.items():
        if before.count(before[old - 1]) == 1 and before[old - 1] in after:
            assert after[new - 1] == before[old - 1]
