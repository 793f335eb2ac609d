"""How long a restore takes on a database of a metropolis (goal G19): told, not judged but by the goal itself."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from scheduler.clock import SetClock
from storage import copies, schema, tombstones
from storage.database import open_database
from storage.restoring import restore
from storage.tables import addresses, people
from storage.tables import outbox as ledger
from tests.echo import NOON
from tests.measures import record

PEOPLE = 10_000
MESSAGES_EACH = 30
RTO_SECONDS = 300.0


@pytest.mark.slow
@pytest.mark.row("G19")
@pytest.mark.skipif(int(os.environ.get("BOUSSOLE_KILLS", "50")) < 200, reason="a long run: make faults")
def test_ten_thousand_people_are_back_within_five_minutes(tmp_path: Path) -> None:
    """With the messages of a month each, and a hundred erasures to be made again."""
    database = open_database(f"sqlite:///{tmp_path}/boussole.db")
    schema.prepare(database)
    draw = SetClock(NOON).draw
    ids = range(1, PEOPLE + 1)
    with database.write() as connection:
        tombstones.prepare(connection, draw)
        connection.execute(insert(people), [{"id": n, "created_at": NOON, "last_seen_at": NOON} for n in ids])
        known = [{"id": n, "channel": "telegram", "peer": str(n), "person": n, "private": True} for n in ids]
        connection.execute(insert(addresses), known)
        for k in range(MESSAGES_EACH):
            connection.execute(insert(ledger), [_sent(n, k) for n in ids])
    copy = copies.make(database, tmp_path / "copies", NOON)
    with database.write() as connection:
        for person in ids[:100]:
            tombstones.remember(connection, person, NOON + timedelta(minutes=1))
    database.close()
    assert database.path is not None
    began = time.monotonic()
    restore(copy, database.path, NOON + timedelta(hours=1))
    took = time.monotonic() - began
    size = copy.stat().st_size // 1_000_000
    record("G19", f"{PEOPLE} people, {size} MB: restored in {took:.1f} s", took <= RTO_SECONDS)
    assert took <= RTO_SECONDS


def _sent(person: int, number: int) -> dict[str, object]:
    """A message that was sent."""
    return {
        "key": f"reply/telegram/{person}/{number}",
        "kind": "reply",
        "person": person,
        "address": person,
        "via": "telegram",
        "state": "sent",
        "due_at": NOON,
        "created_at": NOON,
        "settled_at": NOON,
        "attempts": 1,
    }
