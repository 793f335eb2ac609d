"""Rooms: one introduction, one name at a time, nothing left behind."""

from __future__ import annotations

from sqlalchemy import Connection, text

from handlers.messages import Address, Reply
from storage import rooms
from storage.database import Database
from tests.echo import NOON

OLD, NEW = Address("telegram", "-5"), Address("telegram", "-1005")
HELLO = Reply("bonjour")


def rows(connection: Connection, query: str) -> list[tuple[object, ...]]:
    """What the database holds."""
    return [tuple(row) for row in connection.execute(text(query))]


def test_a_room_is_introduced_once_for_ever(database: Database) -> None:
    """Even after it was left."""
    with database.write() as connection:
        (row,) = rooms.introduce(connection, OLD, HELLO, NOON)
        assert (row.kind, row.address, row.reply) == ("notice", OLD, HELLO)
        assert rooms.introduce(connection, OLD, HELLO, NOON) == ()
        rooms.leave(connection, OLD, NOON)
        assert rooms.introduce(connection, OLD, HELLO, NOON) == ()
        assert len(rooms.introduce(connection, NEW, HELLO, NOON)) == 1


def test_what_waits_for_a_room_that_was_left_is_cancelled(database: Database) -> None:
    """Its text goes with its address; the row stays, for the sums."""
    with database.write() as connection:
        rooms.introduce(connection, OLD, HELLO, NOON)
        rooms.leave(connection, OLD, NOON)
        query = "SELECT state, reason, body, address, leased_until FROM outbox"
        assert rows(connection, query) == [("cancelled", "left", None, None, None)]
        assert rows(connection, "SELECT * FROM addresses") == []


def test_a_room_that_is_renamed_keeps_what_it_is_owed(database: Database) -> None:
    """And a second telling of it changes nothing."""
    with database.write() as connection:
        rooms.introduce(connection, OLD, HELLO, NOON)
        before = rows(connection, "SELECT address FROM outbox")
        for _ in range(2):
            rooms.move(connection, OLD, NEW)
        assert rows(connection, "SELECT peer FROM addresses") == [("-1005",)]
        assert rows(connection, "SELECT address FROM outbox") == before


def test_two_names_of_one_room_become_one(database: Database) -> None:
    """Both were heard before either was told to be the other."""
    with database.write() as connection:
        rooms.introduce(connection, OLD, HELLO, NOON)
        rooms.introduce(connection, NEW, HELLO, NOON)
        rooms.move(connection, OLD, NEW)
        ((kept, peer),) = rows(connection, "SELECT id, peer FROM addresses")
        assert peer == "-1005"
        assert rows(connection, "SELECT DISTINCT address FROM outbox") == [(kept,)]


def test_a_room_that_is_not_known_is_nothing(database: Database) -> None:
    """Neither renamed nor left."""
    with database.write() as connection:
        rooms.move(connection, OLD, NEW)
        rooms.leave(connection, OLD, NOON)
        assert rows(connection, "SELECT * FROM addresses") == []
