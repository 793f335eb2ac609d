"""What is asked again and again does not cost more as the ledger grows: SQLite finds it by an index."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, event

from handlers.messages import Address
from storage import answers, bulk, held_back, outbox, paces, reach, talks
from storage.database import Database

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
LOOKS: dict[str, Callable[[Connection], object]] = {
    "what is still to send": lambda c: outbox.take_owed(c, NOON, channels={"terminal": False}),
    "what an answer carried": lambda c: answers.settle(c, NOON),
    "what a broadcast has left": lambda c: bulk.claim(c, NOON, "terminal", 10, alone=False),
    "when a broadcast goes on": lambda c: bulk.next_due(c, NOON, "terminal"),
    "what pace was told": lambda c: bulk.windows(c, NOON),
    "how much waits": lambda c: paces.waiting(c, NOON),
    "what the digest is to say": lambda c: held_back.any_since(c, NOON),
    "what a message in a room passed on": lambda c: talks.number_in(c, Address("telegram", "-5"), "receipt:7"),
    "what waits for a channel that does not run": lambda c: reach.adopt(c, ["terminal"], NOON),
}


def plans(connection: Connection, look: Callable[[Connection], object]) -> list[str]:
    """How SQLite reads the ledger for each statement of a look."""
    asked: list[tuple[str, Any]] = []

    def listener(*call: Any) -> None:
        asked.append((call[2], call[3]))

    event.listen(connection, "before_cursor_execute", listener)
    look(connection)
    event.remove(connection, "before_cursor_execute", listener)
    steps = [
        row[-1]
        for statement, parameters in asked
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and isinstance(parameters, tuple)
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]
    return [step for step in steps if " outbox" in step]


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_looked_for_at_each_tick_reads_the_open_rows_only(file_database: Database, look: str) -> None:
    with file_database.write() as connection:
        steps = plans(connection, LOOKS[look])
    assert steps
    whole = [step for step in steps if step.startswith("SCAN") and "INDEX ix_outbox_" not in step]
    assert not whole
