"""The dates of a series are in the calendar a year ahead, once each, and follow the pack."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Row, select, update

from handlers.guide import Guide
from handlers.pack import Pack
from scheduler import occurrences
from scheduler.clock import SetClock
from storage.database import Database
from storage.play import Scene
from storage.tables import gatherings
from tests.conversation import guide

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
SERIES = "veillee_mains"


def told(pack: Pack, **changes: object) -> Guide:
    """The pack of the example, with its series otherwise."""
    series = tuple(each.model_copy(update=changes) if each.id == SERIES else each for each in pack.gatherings.series)
    return Guide(pack.model_copy(update={"gatherings": pack.gatherings.model_copy(update={"series": series})}))


def ticks(database: Database, known: Guide, now: datetime = NOW) -> int:
    """Wake until nothing is due any more; how many times there was something to do."""
    clock, times = SetClock(now), 0
    scene = Scene(known, now, clock.draw)
    while True:
        with database.write() as connection:
            due = occurrences.next_due(connection, scene)
            if due is None or due > now:
                return times
            assert occurrences.send_due(connection, scene) == ()
        times += 1


def rows(database: Database) -> list[Row[Any]]:
    """What the calendar holds, by date."""
    with database.write() as connection:
        return list(connection.execute(select(gatherings).order_by(gatherings.c.starts_at)).all())


def hours(database: Database, state: str = "published") -> list[str]:
    """The hours of what is in a state."""
    return [row.starts_wall for row in rows(database) if row.state == state]


@pytest.fixture
def known(database: Database) -> Guide:
    """The pack of the example, its dates made."""
    ticks(database, guide("exemple"))
    return guide("exemple")


@pytest.fixture
def calendar(either_database: Database) -> Database:
    """A database in memory, where its kind has no part in what is tested."""
    return either_database


@pytest.fixture
def made(calendar: Database) -> Guide:
    """The same there."""
    ticks(calendar, guide("exemple"))
    return guide("exemple")


def test_each_second_thursday_is_there_for_a_year_but_the_one_left_out(database: Database, known: Guide) -> None:
    found = hours(database)
    assert found[:3] == ["2026-12-10 18:00", "2027-01-14 18:00", "2027-03-11 18:00"]
    assert len(found) == 12
    first = rows(database)[0]
    assert (first.uid, first.recurrence) == ("exemple-veillee_mains", "2026-12-10 18:00")
    assert (first.starts_at, first.ends_at - first.starts_at) == (
        datetime(2026, 12, 10, 14, tzinfo=UTC),
        timedelta(hours=2),
    )
    assert (first.place, first.seats, first.network, first.said_at) == ("Halle aux voiles", 20, "cercle", None)
    assert all(len(row.code) == 4 for row in rows(database))


def test_looking_again_makes_nothing_twice(calendar: Database, made: Guide) -> None:
    before = rows(calendar)
    assert ticks(calendar, made) == 0
    assert ticks(calendar, made, NOW + timedelta(days=30)) == 0
    assert rows(calendar) == before


def test_a_month_later_one_more_month_is_made(calendar: Database, made: Guide) -> None:
    assert ticks(calendar, made, NOW + timedelta(days=35)) == 1
    assert hours(calendar)[-1] == "2028-01-13 18:00"
    assert len(hours(calendar)) == 13


def test_a_pack_that_changes_the_hour_moves_the_dates_that_nobody_touched(calendar: Database, made: Guide) -> None:
    with calendar.write() as connection:
        mine = gatherings.c.starts_wall == "2027-01-14 18:00"
        connection.execute(update(gatherings).where(mine).values(role=1, title="La mienne"))
    ticks(calendar, told(made.pack, first="2026-12-10 19:30", except_on=("2027-02-11 19:30",)))
    moved = hours(calendar, "moved")
    assert moved[:2] == ["2026-12-10 19:30", "2027-03-11 19:30"]
    assert hours(calendar) == ["2027-01-14 18:00"]
    first = rows(calendar)[0]
    assert (first.sequence, first.said_at, first.version) == (1, NOW, 2)


def test_a_date_left_out_later_is_cancelled_and_comes_back_with_the_pack(calendar: Database, made: Guide) -> None:
    without = told(made.pack, except_on=("2027-02-11 18:00", "2027-03-11 18:00"))
    ticks(calendar, without)
    assert hours(calendar, "cancelled") == ["2027-03-11 18:00"]
    ticks(calendar, made)
    assert hours(calendar, "moved") == ["2027-03-11 18:00"]
    assert hours(calendar, "cancelled") == []


def test_a_series_without_its_rule_ends_and_what_an_animator_wrote_stays(calendar: Database, made: Guide) -> None:
    with calendar.write() as connection:
        mine = gatherings.c.starts_wall == "2027-01-14 18:00"
        connection.execute(update(gatherings).where(mine).values(role=1))
    ticks(calendar, told(made.pack, rule=None, first=None, except_on=()))
    assert hours(calendar) == ["2027-01-14 18:00"]
    assert len(hours(calendar, "cancelled")) == 11


def test_another_text_of_the_pack_changes_no_date_and_tells_nobody(calendar: Database, made: Guide) -> None:
    ticks(calendar, told(made.pack, about="Une autre phrase."))
    assert {row.about for row in rows(calendar)} == {"Une autre phrase."}
    assert {(row.sequence, row.said_at, row.state) for row in rows(calendar)} == {(0, None, "published")}


def test_a_daily_series_is_made_slice_by_slice(database: Database) -> None:
    daily = told(guide("exemple").pack, rule="FREQ=DAILY", except_on=())
    assert ticks(database, daily) == 381 // occurrences.SLICE + 1
    assert len(hours(database)) == 381


def test_what_an_animator_wrote_of_a_date_is_not_written_over(calendar: Database, made: Guide) -> None:
    with calendar.write() as connection:
        mine = gatherings.c.starts_wall == "2027-01-14 18:00"
        connection.execute(update(gatherings).where(mine).values(role=1, about="La mienne", seats=5))
    ticks(calendar, told(made.pack, about="Une autre phrase.", seats=40))
    kept = {row.starts_wall: (row.about, row.seats) for row in rows(calendar)}
    assert kept.pop("2027-01-14 18:00") == ("La mienne", 5)
    assert set(kept.values()) == {("Une autre phrase.", 40)}
