"""Rooms: one introduction, one name at a time, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import Connection, text

from handlers.messages import Address, Reply
from storage import rooms, stays
from storage.database import Database
from tests.databases import emptied, opened
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


@pytest.mark.row("F23")
def test_a_room_that_is_renamed_keeps_what_it_is_owed(database: Database) -> None:
    """And a second telling of it changes nothing."""
    with database.write() as connection:
        rooms.introduce(connection, OLD, HELLO, NOON)
        before = rows(connection, "SELECT address FROM outbox")
        for _ in range(2):
            rooms.move(connection, OLD, NEW)
        assert rows(connection, "SELECT peer FROM addresses") == [("-1005",)]
        assert rows(connection, "SELECT address FROM outbox") == before


@pytest.mark.row("F23")
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


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database on which several write at once."""
    yield from opened(emptied(request.getfixturevalue("postgresql")))


@pytest.mark.parametrize("met", ["room", "address"])
def test_a_word_in_a_room_while_the_bot_is_brought_in_is_heard(server: Database, met: str) -> None:
    """Both make the same row: the second waits, and finds it."""
    begun = Event()

    def comes() -> None:
        with server.write() as connection:
            if met == "room":
                stays.arrive(connection, OLD, "1", NOON)
            rooms.introduce(connection, OLD, HELLO, NOON)
            begun.set()
            while rows(connection, "SELECT count(*) FROM pg_locks WHERE NOT granted") == [(0,)] and not other.done():
                pass

    def speaks() -> None:
        begun.wait(20)
        with server.write() as connection:
            if met == "room":
                stays.hear(connection, OLD, "2", NOON)
            rooms.say_once(connection, OLD, "notice/once", lambda _: HELLO, NOON, private=False)

    with ThreadPoolExecutor(2) as pool:
        other = pool.submit(speaks)
        pool.submit(comes).result()
        other.result()
    with server.read() as connection:
        assert rows(connection, "SELECT count(*) FROM addresses") == [(1,)]
