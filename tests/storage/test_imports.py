"""Taken again, a calendar changes what changed in it and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.ics_import import read
from handlers.gatherings import CANCELLED, DRAFT, MOVED, PUBLISHED
from scheduler.clock import SetClock
from storage.database import Database
from storage.imports import SLICE, Taken, mark_of, missing, own_uid, take
from storage.tables import gatherings
from tests.calendars import calendar, event
from tests.conversation import guide
from tests.echo import NOON

SERIES = event("s", "20261203T083000", "RRULE:FREQ=WEEKLY;COUNT=3")


@dataclass
class Desk:
    """A database in which calendars are taken."""

    database: Database
    now: datetime = NOON
    seed: int = 0

    def takes(self, *events: str, network: str = "apes") -> tuple[int, int, int]:
        """How many dates a calendar made, changed, cancelled."""
        entries = read(calendar(*events), guide(), network, self.now).entries
        sums, more = (0, 0, 0), True
        while more:
            self.seed += 1
            with self.database.write() as connection:
                draw = SetClock(self.now, seed=self.seed).draw
                done: Taken = take(connection, network, "agenda", entries, self.now, draw)
            sums = (sums[0] + done.new, sums[1] + done.changed, sums[2] + done.cancelled)
            more = done.more
        return sums

    def rows(self) -> list[Any]:
        """All dates, in order."""
        with self.database.read() as connection:
            return list(connection.execute(select(gatherings).order_by(gatherings.c.starts_at, gatherings.c.id)))

    def writes(self, id: int, **values: object) -> None:
        """An animator changes a date here."""
        with self.database.write() as connection:
            changed = {"version": gatherings.c.version + 1, "role": 1, **values}
            connection.execute(update(gatherings).where(gatherings.c.id == id).values(**changed))


@pytest.fixture
def desk(either_database: Database) -> Desk:
    """In memory."""
    return Desk(either_database)


def test_a_calendar_is_taken_changed_and_cancelled_on_each_kind_of_database(database: Database) -> None:
    """The whole life of a series."""
    desk = Desk(database)
    assert desk.takes(SERIES, event("a")) == (4, 0, 0)
    assert desk.takes(SERIES, event("a")) == (0, 0, 0)
    fridays = event("s", "20261204T083000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert desk.takes(fridays, event("a", location="Là")) == (0, 3, 1)
    with database.read() as connection:
        assert missing(connection, "agenda", frozenset(), NOON) == 3


def test_the_same_calendar_again_changes_nothing(desk: Desk) -> None:
    """Not even when a row was last written."""
    assert desk.takes(SERIES, event("a")) == (4, 0, 0)
    before = desk.rows()
    desk.now += timedelta(hours=1)
    assert desk.takes(SERIES, event("a")) == (0, 0, 0)
    assert desk.rows() == before


def test_a_new_hour_moves_the_date_and_people_are_told(desk: Desk) -> None:
    """The same row, so that who comes still comes."""
    desk.takes(event("a"))
    (before,) = desk.rows()
    assert (before.state, before.sequence, before.said_at) == (PUBLISHED, 0, None)
    assert desk.takes(event("a", "20261204T180000")) == (0, 1, 0)
    (after,) = desk.rows()
    assert (after.id, after.state, after.sequence, after.said_at) == (before.id, MOVED, 1, NOON)
    assert after.starts_wall == "2026-12-04 18:00"


def test_another_word_changes_it_and_nobody_is_woken(desk: Desk) -> None:
    """What is told of it is no change of where and when."""
    desk.takes(event("a", description="Avant"))
    assert desk.takes(event("a", description="Après")) == (0, 1, 0)
    (row,) = desk.rows()
    assert (row.about, row.sequence, row.said_at, row.state) == ("Après", 0, None, PUBLISHED)


def test_what_was_changed_here_stays_while_the_calendar_says_the_same(desk: Desk) -> None:
    """And when it changes something else, only that."""
    desk.takes(event("a", location="Ici", description="Avant"))
    (row,) = desk.rows()
    desk.writes(row.id, title="Notre titre", place="Chez nous", seats=12)
    assert desk.takes(event("a", location="Ici", description="Avant")) == (0, 0, 0)
    assert desk.takes(event("a", location="Ici", description="Après")) == (0, 1, 0)
    (row,) = desk.rows()
    assert (row.title, row.place, row.seats, row.about, row.role) == ("Notre titre", "Chez nous", 12, "Après", 1)


def test_a_cancelled_entry_is_cancelled_once_and_held_again_when_it_is(desk: Desk) -> None:
    """With its new hour."""
    desk.takes(event("a"))
    assert desk.takes(event("a", status="CANCELLED")) == (0, 0, 1)
    assert desk.takes(event("a", status="CANCELLED")) == (0, 0, 0)
    (row,) = desk.rows()
    assert (row.state, row.sequence) == (CANCELLED, 1)
    assert desk.takes(event("a", "20261205T090000")) == (0, 1, 0)
    (row,) = desk.rows()
    assert (row.state, row.sequence, row.starts_wall) == (MOVED, 2, "2026-12-05 09:00")


def test_what_was_cancelled_here_is_not_held_again_by_a_new_hour(desk: Desk) -> None:
    """The animator's word stands; nobody is told anything more."""
    desk.takes(event("a"))
    (row,) = desk.rows()
    desk.writes(row.id, state=CANCELLED, sequence=1, said_at=None)
    desk.takes(event("a", "20261205T090000", location="Ailleurs"))
    (row,) = desk.rows()
    assert (row.state, row.sequence, row.said_at, row.starts_wall) == (CANCELLED, 1, None, "2026-12-03 08:30")


def test_what_was_cancelled_here_is_not_touched_when_it_is_off_there_too(desk: Desk) -> None:
    """Whoever edits it here is not stopped."""
    desk.takes(SERIES)
    row = desk.rows()[1]
    desk.writes(row.id, state=CANCELLED)
    before = desk.rows()
    desk.takes(SERIES.replace("END:", "EXDATE;TZID=Europe/Paris:20261210T083000\r\nEND:"))
    assert desk.rows() == before


def test_a_draft_is_published_when_it_is_sure(desk: Desk) -> None:
    """One that was published stays so."""
    desk.takes(event("a", status="TENTATIVE"))
    assert [row.state for row in desk.rows()] == [DRAFT]
    desk.takes(event("a"))
    assert [row.state for row in desk.rows()] == [PUBLISHED]
    desk.takes(event("a", status="TENTATIVE"))
    assert [row.state for row in desk.rows()] == [PUBLISHED]


def test_another_rule_moves_the_dates_it_can_and_cancels_the_others(desk: Desk) -> None:
    """Thursdays become Fridays: the same rows."""
    desk.takes(SERIES)
    before = [row.id for row in desk.rows()]
    assert desk.takes(event("s", "20261204T083000", "RRULE:FREQ=WEEKLY;COUNT=2")) == (0, 2, 1)
    rows = desk.rows()
    assert {row.id for row in rows} == set(before)
    assert sorted((row.starts_wall[:10], row.state) for row in rows) == [
        ("2026-12-04", MOVED),
        ("2026-12-11", MOVED),
        ("2026-12-17", CANCELLED),
    ]


def test_an_exception_cancels_one_date_of_a_series(desk: Desk) -> None:
    """The others stay."""
    desk.takes(SERIES)
    assert desk.takes(SERIES.replace("END:", "EXDATE;TZID=Europe/Paris:20261210T083000\r\nEND:")) == (0, 0, 1)
    assert [row.state for row in desk.rows()] == [PUBLISHED, CANCELLED, PUBLISHED]


def test_an_entry_that_is_gone_from_the_calendar_is_left_and_counted(desk: Desk) -> None:
    """A feed may show only what is new; people who come are not told that it is off."""
    desk.takes(SERIES, event("a"))
    assert desk.takes(event("a")) == (0, 0, 0)
    assert {row.state for row in desk.rows()} == {PUBLISHED}
    marks = frozenset({mark_of(own_uid("apes", "a"))})
    with desk.database.read() as connection:
        assert missing(connection, "agenda", marks, NOON) == 3
        assert missing(connection, "autre", marks, NOON) == 0


def test_two_networks_may_publish_the_same_entry(desk: Desk) -> None:
    """Neither changes what the other has."""
    desk.takes(event("a"))
    assert desk.takes(event("a", status="CANCELLED"), network="cress") == (0, 0, 1)
    assert sorted((row.network, row.state) for row in desk.rows()) == [("apes", PUBLISHED), ("cress", CANCELLED)]


def test_what_is_over_is_not_written_again(desk: Desk) -> None:
    """Whatever the calendar says of it afterwards."""
    desk.takes(event("a"))
    before = desk.rows()
    desk.now += timedelta(days=30)
    assert desk.takes(event("a", location="Ailleurs", status="CANCELLED")) == (0, 0, 0)
    assert desk.rows() == before


def test_a_date_that_was_read_before_and_is_over_by_now_is_not_made(desk: Desk) -> None:
    """A calendar may wait for its turn; a date that is known already is not made twice."""
    entries = read(calendar(event("a")), guide(), "apes", NOON).entries
    with desk.database.write() as connection:
        later = NOON + timedelta(days=30)
        assert take(connection, "apes", "agenda", entries, later, SetClock(NOON, seed=1).draw) == Taken()
        assert take(connection, "apes", "agenda", entries, NOON, SetClock(NOON, seed=2).draw) == Taken(new=1)
        assert take(connection, "apes", "agenda", entries, later, SetClock(NOON, seed=3).draw) == Taken()


def test_many_dates_are_written_slice_after_slice(desk: Desk) -> None:
    """A slice is short, and what it left is taken by the next."""
    daily = event("d", "20261203T083000", "RRULE:FREQ=DAILY;COUNT=100")
    entries = read(calendar(daily), guide(), "apes", NOON).entries
    with desk.database.write() as connection:
        done = take(connection, "apes", "agenda", entries, NOON, SetClock(NOON, seed=99).draw)
    assert (done.new, done.more) == (SLICE, True)
    assert desk.takes(daily) == (60, 0, 0)
    assert len({row.starts_at for row in desk.rows()}) == 100
