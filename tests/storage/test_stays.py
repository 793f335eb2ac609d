"""Where the bot may stay: a day everywhere, longer where someone with a role wants it, under one name at a time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, insert, text

from handlers.messages import Address
from storage import rooms, stays
from storage.database import Database
from storage.tables import addresses, people, roles
from tests.echo import NOON

OLD, NEW = Address("telegram", "-5"), Address("telegram", "-1005")
DAY = timedelta(hours=24)


def animator(connection: Connection, peer: str = "812") -> None:
    """Someone who holds a role, and is known by this name."""
    connection.execute(insert(people), {"id": 1, "created_at": NOON, "last_seen_at": NOON})
    connection.execute(insert(addresses), {"person": 1, "channel": "telegram", "peer": peer, "private": True})
    connection.execute(insert(roles), {"person": 1, "role": "animator", "network": "n", "granted_at": NOON})


def test_a_room_is_left_a_day_after_the_first_word_heard_of_it(database: Database) -> None:
    """Not before, and only on the channels that are asked for."""
    with database.write() as connection:
        assert not stays.arrive(connection, OLD, "812", NOON)
        assert not stays.hear(connection, OLD, "813", NOON + DAY / 2)
        assert stays.unwanted(connection, ["telegram"], NOON + DAY - timedelta(seconds=1)) == ()
        assert stays.unwanted(connection, ["telegram"], NOON + DAY) == (OLD,)
        assert stays.unwanted(connection, ["matrix"], NOON + DAY) == ()


def test_a_room_that_someone_with_a_role_wants_is_never_left(database: Database) -> None:
    """Whatever the others say before and after; their own name on another channel opens nothing here."""
    with database.write() as connection:
        animator(connection)
        assert not stays.hear(connection, Address("matrix", "!a:b"), "812", NOON)
        assert not stays.arrive(connection, OLD, "1", NOON)
        assert stays.hear(connection, OLD, "812", NOON)
        assert stays.hear(connection, OLD, "1", NOON + DAY)
        assert stays.unwanted(connection, ["telegram"], NOON + 9 * DAY) == ()
        journal = connection.execute(text("SELECT role, network, action FROM audit")).all()
        assert [tuple(line) for line in journal] == [("animator", "n", "enable-room")]


def test_a_room_that_the_bot_comes_back_to_begins_its_day_again(database: Database) -> None:
    """Also when nobody told that it had left."""
    with database.write() as connection:
        stays.arrive(connection, OLD, "1", NOON)
        stays.arrive(connection, OLD, "1", NOON + 2 * DAY)
        assert stays.unwanted(connection, ["telegram"], NOON + 2 * DAY) == ()
        rooms.leave(connection, OLD, NOON)
        assert stays.unwanted(connection, ["telegram"], NOON + 9 * DAY) == ()


def test_two_names_of_one_room_stay_if_one_of_them_was_wanted(database: Database) -> None:
    """Whichever name was heard first."""
    for wanted in (OLD, NEW):
        with database.write() as connection:
            connection.execute(text("DELETE FROM roles"))
            connection.execute(text("DELETE FROM addresses"))
            connection.execute(text("DELETE FROM people"))
            animator(connection)
            for room in (OLD, NEW):
                stays.arrive(connection, room, "812" if room == wanted else "1", NOON)
            for _ in range(2):
                rooms.move(connection, OLD, NEW)
            found = connection.execute(text("SELECT peer, enabled_at IS NOT NULL FROM rooms")).all()
            assert [tuple(row) for row in found] == [("-1005", 1)]
            rooms.leave(connection, NEW, NOON)


def test_a_room_unknown_under_both_names_is_nothing(database: Database) -> None:
    """Neither renamed nor ended."""
    with database.write() as connection:
        rooms.move(connection, OLD, NEW)
        stays.end(connection, OLD)
        assert connection.execute(text("SELECT count(*) FROM rooms")).scalar_one() == 0
