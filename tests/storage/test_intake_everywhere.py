"""The record of a finished orientation, written by the same turn on each kind of database."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from handlers.effects_intake import Count, TakeIn
from handlers.messages import Address
from storage.apply import Context, apply
from storage.database import Database
from storage.tables import intake, tallies
from storage.tallies import tally


def test_a_batch_writes_each_counter_once_on_each_kind_of_database(database: Database) -> None:
    """Several of the same add up, in a transaction and from one to the next; nothing counted, nothing written."""
    now = datetime(2026, 12, 1, tzinfo=UTC)
    for _ in range(2):
        with database.write() as connection:
            tally(connection, now, "Europe/Paris", (Count("a"), Count("a", "b", 3), Count("a"), Count("c", by=0)))
            tally(connection, now, "Europe/Paris", ())
    with database.read() as connection:
        rows = [tuple(row) for row in connection.execute(select(tallies).order_by(tallies.c.of))]
    assert rows == [("2026-W49", "a", "", 4), ("2026-W49", "a", "b", 6)]


def test_a_record_of_nobody_is_written_on_each_kind_of_database(database: Database) -> None:
    """Also when the person is gone in the same turn."""
    now = datetime(2026, 12, 1, tzinfo=UTC)
    with database.write() as connection:
        context = Context(Address("", ""), 0, None, "", now, lambda n: "x" * n, "Europe/Paris")
        apply(connection, context, TakeIn({"a": "é"}, ("d",), "", "2026-W49", "r"))
    with database.read() as connection:
        assert connection.execute(select(intake.c.answers, intake.c.first_ever)).one() == ('{"a":"é"}', False)
