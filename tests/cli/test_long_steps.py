"""`chat --json`: one long step of the clock ends where small ones do, and one that is too long is refused at once."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import select

from bot.simulator import FARTHEST
from storage.database import open_database
from storage.tables import gatherings, outbox, published, tallies
from tests.cli.program import Line, talking
from tests.databases import Databases

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))
WEEKS = 2
# Keys and dates, not the numbers drawn by chance.
KEPT = (
    select(outbox.c.key, outbox.c.kind, outbox.c.state, outbox.c.due_at, outbox.c.created_at, outbox.c.body),
    select(published),
    select(tallies),
    select(gatherings.c.series, gatherings.c.recurrence, gatherings.c.starts_at, gatherings.c.state),
)


def test_a_long_step_ends_in_the_same_database_and_messages_as_small_ones(databases: Databases) -> None:
    """A nudge in the first days, then a summary each week, and the dates of the series as they come near."""
    ended = []
    for days in (7 * WEEKS, 1):
        address = databases.address(f"steps-of-{days}")
        heard = _walked(address, days)
        ended.append((heard, _rows(address)))
    (heard, rows), (by_days, rows_by_days) = ended
    assert [message["kind"] for message in heard] == ["reminder"]
    assert heard == by_days
    assert len(rows[1]) >= WEEKS
    assert rows == rows_by_days


def test_a_step_of_more_than_some_years_is_refused_and_moves_nothing() -> None:
    """Unless the program slept meanwhile."""
    with talking() as talk:
        talk.clock(NOON.isoformat())
        far = (NOON + FARTHEST + timedelta(seconds=1)).isoformat()
        refused = talk.clock(far)
        assert (refused.messages, len(refused.errors)) == ([], 1)
        assert talk.clock((NOON + timedelta(hours=1)).isoformat()).errors == []
        assert talk.clock(far, asleep=True).errors == []


def _walked(address: str, days: int) -> list[Line]:
    """What is said in some weeks, by steps of so many days, to someone who stopped at the second question."""
    with talking("--db", address) as talk:
        talk.clock(NOON.isoformat())
        talk.text("bonjour", id="1")
        talk.tap("orientation/etape:idee", id="2")
        talk.tap("privacy/keep:oui", id="3")
        steps = (NOON + timedelta(days=day) for day in range(days, 7 * WEEKS + 1, days))
        return [message for step in steps for message in talk.clock(step.isoformat()).messages]


def _rows(address: str) -> list[list[tuple[Any, ...]]]:
    database = open_database(address)
    try:
        with database.read() as connection:
            return [sorted((tuple(row) for row in connection.execute(each)), key=repr) for each in KEPT]
    finally:
        database.close()
