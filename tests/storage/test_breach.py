"""Who may have been reached: broadcasts one by one, other messages by kind, never a reply."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert

from storage.breach import SentTo, Used, reach
from storage.database import Database
from storage.roles import record
from storage.tables import outbox, people
from tests.echo import NOON

DAY = timedelta(days=1)


@pytest.mark.row("D27")
def test_each_broadcast_is_told_apart_and_only_between_the_two_days(database: Database) -> None:
    """People still known, by number; what did not leave is not counted."""
    row = {"due_at": NOON, "via": "terminal", "attempts": 1, "created_at": NOON, "state": "sent", "settled_at": NOON}
    rows = [
        {**row, "key": "broadcast/1/7", "kind": "broadcast", "person": 7},
        {**row, "key": "broadcast/1/8", "kind": "broadcast", "person": 8},
        {**row, "key": "broadcast/1/9", "kind": "broadcast", "person": None},
        {**row, "key": "broadcast/2/7", "kind": "broadcast", "person": 7, "state": "skipped"},
        {**row, "key": "broadcast/3/7", "kind": "broadcast", "person": 7, "settled_at": NOON - DAY},
        {**row, "key": "nudge/7/3", "kind": "reminder", "person": 7},
        {**row, "key": "reply/terminal/1/1/0", "kind": "reply", "person": 8},
    ]
    with database.write() as connection:
        known = [{"id": n, "created_at": NOON, "last_seen_at": NOON} for n in (7, 8)]
        connection.execute(insert(people), known)
        connection.execute(insert(outbox), rows)
        for count in (2, 3):
            record(connection, NOON, "agent", "", "export", count)
        record(connection, NOON + DAY, "agent", "", "export")
    with database.read() as connection:
        found = reach(connection, NOON, NOON + DAY)
    assert found.sent == (SentTo("broadcast/1", 3, (7, 8)), SentTo("nudge", 1, (7,)))
    assert (found.known, found.used) == (2, (Used("export", "agent", 2, 5),))
