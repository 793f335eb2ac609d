"""A long absence is told: Telegram keeps messages for a day (faults F15)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage import presence
from storage.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def beat(database: Database, now: datetime) -> None:
    with database.write() as connection:
        presence.beat(connection, now)


def told(database: Database, now: datetime) -> tuple[datetime | None, presence.Absence | None]:
    with database.read() as connection:
        return presence.silent_since(connection, now), presence.absence(connection, now)


def test_a_bot_that_never_ran_has_lost_nothing(database: Database) -> None:
    """The first start is no return."""
    assert told(database, NOW) == (None, None)
    beat(database, NOW)
    assert told(database, NOW) == (None, None)


@pytest.mark.row("F15")
@pytest.mark.parametrize(("gone", "lost"), [(DAY, False), (DAY + timedelta(seconds=1), True)])
def test_more_than_a_day_of_silence_may_have_lost_messages(database: Database, gone: timedelta, lost: bool) -> None:
    """Before the start it is said since when; after it, from when to when."""
    beat(database, NOW)
    later = NOW + gone
    assert told(database, later) == (NOW if lost else None, None)
    beat(database, later)
    assert told(database, later) == (None, presence.Absence(NOW, later) if lost else None)


def test_an_absence_is_told_for_a_week(database: Database) -> None:
    """Then nobody can do anything about it any more."""
    beat(database, NOW)
    back = NOW + 3 * DAY
    beat(database, back)
    for day in range(1, 8):
        beat(database, back + day * DAY)
    assert told(database, back + 7 * DAY)[1] == presence.Absence(NOW, back)
    assert told(database, back + 7 * DAY + timedelta(seconds=1))[1] is None


def test_an_instant_is_kept_once(database: Database) -> None:
    """A mark a minute must not be a row a minute."""
    for minute in range(3):
        beat(database, NOW + timedelta(minutes=minute))
    assert told(database, NOW + DAY + timedelta(minutes=2)) == (None, None)
    assert told(database, NOW + DAY + timedelta(minutes=3))[0] == NOW + timedelta(minutes=2)
