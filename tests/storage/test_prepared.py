"""A server that tests use one after the other is as good as new for each of them."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage import schema
from storage.database import Database
from storage.tables import audit, metadata, people
from tests.databases import opened, prepared
from tests.echo import NOON

CHANGES = (
    "ALTER TABLE people ADD COLUMN nickname text",
    "DROP TRIGGER audit_kept ON audit",
    "DROP TABLE tokens",
    "ALTER TABLE outbox ALTER COLUMN state DROP NOT NULL",
)
LINE = {"at": NOON, "role": "admin", "network": "", "action": "test", "number": 1, "count": 0}


def used(database: Database) -> int:
    """Someone, and a line of the journal, which lets nobody delete it; the number of the one."""
    known = {"created_at": NOON, "last_seen_at": NOON}
    with database.write() as connection:
        connection.execute(insert(audit), LINE)
        return int(connection.execute(insert(people).values(known).returning(people.c.id)).scalar_one())


def rows(database: Database) -> int:
    """How many there are in all tables."""
    with database.read() as connection:
        counts = (select(func.count()).select_from(table) for table in metadata.tables.values())
        return sum(connection.execute(count).scalar_one() for count in counts)


def test_nothing_is_left_of_the_test_before_and_numbers_begin_again(postgresql: str) -> None:
    """Also of what the database itself keeps from being deleted."""
    for _ in range(3):
        for database in opened(prepared(postgresql)):
            assert (rows(database), schema.current(database)) == (0, schema.HEAD)
            assert used(database) == 1
            with pytest.raises(DBAPIError, match="only added to"), database.write() as connection:
                connection.execute(delete(audit))


@pytest.mark.parametrize("change", CHANGES)
def test_a_schema_that_a_test_changed_is_made_again(postgresql: str, change: str) -> None:
    for database in opened(prepared(postgresql)):
        with database.write() as connection:
            connection.execute(text(change))
    for database in opened(prepared(postgresql)):
        with database.read() as connection:
            assert "tokens" in inspect(connection).get_table_names()
            assert "nickname" not in {column["name"] for column in inspect(connection).get_columns("people")}
            states = {column["name"]: column["nullable"] for column in inspect(connection).get_columns("outbox")}
            assert not states["state"]
        used(database)
        with pytest.raises(DBAPIError, match="only added to"), database.write() as connection:
            connection.execute(delete(audit))
