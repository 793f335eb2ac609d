"""The waiting list on real databases: an offer lasts a day, goes to the next one, and in the last two days to all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from handlers.gatherings import LEFT, OFFERED, SEATED, WAITING
from storage.database import Database
from storage.tables import bookings, gatherings
from tests.coming import PARIS, crowd, to_rush


def test_an_offer_lasts_a_day_then_goes_to_the_next_one_and_after_three_one_waits_no_more(database: Database) -> None:
    """The seat is never empty for long, and nobody is written to for ever."""
    people_, id = crowd(database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
        people_.taps(who, f"heard-{id}:oui")
    people_.taps("ana", f"no:{id}")
    assert people_.states(id) == {"ana": LEFT, "bo": OFFERED, "cleo": WAITING}
    people_.later(hours=23, minutes=59)
    assert people_.states(id)["bo"] == OFFERED
    people_.later(minutes=2)
    assert people_.states(id) == {"ana": LEFT, "bo": WAITING, "cleo": OFFERED}
    people_.later(days=6)
    assert people_.states(id) == {"ana": LEFT, "bo": LEFT, "cleo": LEFT}
    for who in ("bo", "cleo"):
        told = people_.told(who, "seat")
        assert [read.key.rpartition("/")[2] for read in told] == ["1", "2", "3"]
        assert "dernière proposition" in told[-1].text
    assert "vous venez" in people_.taps("bo", f"yes:{id}")
    assert "proposé une place 3 fois" in people_.taps("cleo", f"yes:{id}")


def test_an_offer_of_the_night_is_said_in_the_morning_and_lasts_from_then(either_database: Database) -> None:
    """Nobody is woken, and nobody loses hours while they sleep."""
    people_, id = crowd(either_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.later(hours=10)
    people_.taps("ana", f"no:{id}")
    assert people_.told("bo", "seat") == []
    people_.later(hours=14)
    (read,) = people_.told("bo", "seat")
    assert read.at.astimezone(PARIS).strftime("%H:%M") == "08:00"
    assert people_.bookings(id)["bo"].offered_until == read.at + timedelta(hours=24)


def test_who_leaves_the_list_in_the_night_is_not_offered_a_seat_in_the_morning(either_database: Database) -> None:
    """What was to be said is taken back, and the seat goes to the next one."""
    people_, id = crowd(either_database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    people_.later(hours=10)
    people_.taps("ana", f"no:{id}")
    people_.taps("bo", f"no:{id}")
    people_.later(hours=14)
    assert (people_.told("bo", "seat"), len(people_.told("cleo", "seat"))) == ([], 1)


def test_in_the_last_two_days_all_are_called_and_the_first_to_answer_has_the_seat(database: Database) -> None:
    """The second one is told so, and is called again when another seat comes free."""
    people_, id = crowd(database, seats=2)
    people_.taps("ana", f"seats:{id}.2")
    for who in ("bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    to_rush(people_)
    people_.taps("ana", f"seats:{id}.1")
    assert people_.states(id) == {"ana": SEATED, "bo": WAITING, "cleo": WAITING}
    assert [len(people_.told(who, "seat")) for who in ("bo", "cleo")] == [1, 1]
    assert "C'est noté : vous venez." in people_.taps("cleo", f"take:{id}")
    assert "Une autre personne a répondu avant vous." in people_.taps("bo", f"take:{id}")
    people_.later(hours=1)
    assert len(people_.told("bo", "seat")) == 1
    people_.taps("ana", f"no:{id}")
    assert len(people_.told("bo", "seat")) == 2


def test_seats_kept_for_a_group_are_for_all_in_the_last_two_days(either_database: Database) -> None:
    """The clock looks again by itself: no seat stays empty."""
    people_, id = crowd(either_database, seats=4)
    people_.taps("ana", f"seats:{id}.3")
    people_.taps("bo", f"yes:{id}")
    people_.taps("eve", f"seats:{id}.3")
    with either_database.write() as connection:
        connection.execute(update(bookings).where(bookings.c.state == WAITING).values(passed=2))
    people_.taps("cleo", f"yes:{id}")
    people_.taps("bo", f"no:{id}")
    assert people_.states(id) == {"ana": SEATED, "bo": LEFT, "eve": WAITING, "cleo": WAITING}
    people_.later(days=1)
    assert people_.told("cleo", "seat") == []
    to_rush(people_)
    assert [len(people_.told(who, "seat")) for who in ("eve", "cleo")] == [0, 1]


@pytest.mark.parametrize("how", ["no:{id}", "seats:{id}.4"])
def test_seats_kept_for_a_group_that_leaves_the_list_are_offered_to_the_next(
    either_database: Database, how: str
) -> None:
    """Or goes to its end, with one more. Nobody has to give up a seat before those who wait are told."""
    people_, id = crowd(either_database, seats=4)
    people_.taps("ana", f"seats:{id}.3")
    people_.taps("eve", f"seats:{id}.3")
    with either_database.write() as connection:
        connection.execute(update(bookings).where(bookings.c.state == WAITING).values(passed=2))
    people_.taps("cleo", f"yes:{id}")
    people_.later(minutes=1)
    assert people_.states(id)["cleo"] == WAITING
    people_.taps("eve", how.format(id=id))
    people_.later(minutes=1)
    assert people_.states(id)["cleo"] == OFFERED
    assert len(people_.told("cleo", "seat")) == 1


def test_a_hall_that_grows_is_offered_by_the_clock_to_those_who_wait(database: Database) -> None:
    """By an animator's change, or seats that were promised elsewhere and are not needed."""
    people_, id = crowd(database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    with database.write() as connection:
        connection.execute(update(gatherings).values(seats=3, freed_at=people_.now))
    people_.later(minutes=1)
    assert people_.states(id) == {"ana": SEATED, "bo": OFFERED, "cleo": OFFERED}


def test_a_hall_without_limit_for_many_who_wait_is_offered_in_slices(either_database: Database) -> None:
    """More than one turn may tell: the clock tells the others, each once."""
    people_, id = crowd(either_database, seats=1)
    names = [f"p{number}" for number in range(60)]
    for who in names:
        people_.taps(who, f"yes:{id}")
    with either_database.write() as connection:
        connection.execute(update(gatherings).values(seats=None, freed_at=people_.now))
    people_.later(minutes=1)
    assert [len(people_.told(who, "seat")) for who in names] == [0] + [1] * 59


def test_nothing_is_offered_of_what_is_cancelled_and_what_was_is_closed(either_database: Database) -> None:
    """Whoever held an offer waits for nothing any more."""
    people_, id = crowd(either_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.taps("ana", f"no:{id}")
    with either_database.write() as connection:
        connection.execute(update(gatherings).values(state="cancelled", freed_at=people_.now))
    people_.later(days=2)
    assert (len(people_.told("bo", "seat")), people_.states(id)["bo"]) == (1, WAITING)
    assert "annulé" in people_.taps("bo", f"take:{id}")


def test_a_look_of_the_clock_costs_the_same_when_nothing_is_due(either_database: Database) -> None:
    """No list is read when no seat came free."""
    people_, id = crowd(either_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.later(minutes=1)
    assert people_._next() is None
