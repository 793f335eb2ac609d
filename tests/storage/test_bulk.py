"""Queued rows: claimed in slices, begun one by one, put back with an hour; nothing unasked to who blocked us."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from handlers.conversation import Conversation, Turn
from handlers.messages import Address, Inbound, Reply
from handlers.world import World
from storage import blocked, bulk, hold, outbox
from storage.bulk import CHANNEL_THROTTLED, THROTTLED, Claimed, Later, Window
from storage.database import Database
from storage.outbox import LEASE, Mark, OutboxRow
from storage.play import Scene, play
from storage.tables import addresses
from storage.tables import outbox as ledger
from tests.echo import NOON, guide, message
from tests.rows import states

SECOND = timedelta(seconds=1)


def owe(database: Database, *keys: str, peer: str = "u1", kind: str = "broadcast", private: bool = True) -> None:
    """Queued rows for one address."""
    where = Address("terminal", peer)
    with database.write() as connection:
        found = select(addresses.c.id).where(addresses.c.peer == peer)
        number = connection.execute(found).scalar()
        if number is None:
            connection.execute(insert(addresses), {"channel": "terminal", "peer": peer, "private": private})
            number = connection.execute(found).scalar_one()
        rows = [OutboxRow(key, kind, where, Reply(key), NOON) for key in keys]
        outbox.insert(connection, rows, person=None, address=number, state="queued")


def claimed(database: Database, at: datetime = NOON, limit: int = 10, *, alone: bool = False) -> tuple[Claimed, ...]:
    """A slice."""
    with database.write() as connection:
        return bulk.claim(connection, at, "terminal", limit, alone=alone)


def keys(rows: Sequence[Claimed]) -> list[str]:
    """Their names."""
    return [each.row.key for each in rows]


def begin(database: Database, row: Claimed) -> OutboxRow | None:
    """Commit it as being sent."""
    with database.write() as connection:
        return bulk.begin(connection, row, NOON)


def blocked_at(database: Database, peer: str = "u1") -> datetime | None:
    """Since when an address refuses us."""
    with database.read() as connection:
        hour: datetime | None = connection.execute(
            select(addresses.c.blocked_at).where(addresses.c.peer == peer)
        ).scalar_one()
        return hour


def test_a_queued_row_is_claimed_at_its_hour_by_one_only(database: Database) -> None:
    """Not before, not twice, and it stays queued: a crash now would lose nothing and repeat nothing."""
    owe(database, "a", "b")
    assert keys(claimed(database, NOON - SECOND)) == []
    assert [keys(claimed(database, limit=1)), keys(claimed(database)), keys(claimed(database))] == [["a"], ["b"], []]
    assert states(database) == {"a": ("queued", None, 0), "b": ("queued", None, 0)}


@pytest.mark.row("F26")
def test_a_row_of_a_process_that_died_is_claimed_again(database: Database) -> None:
    """After its lease, or at once by a process that knows it is alone."""
    owe(database, "a")
    assert keys(claimed(database)) == ["a"]
    assert keys(claimed(database, alone=True)) == ["a"]
    assert keys(claimed(database, NOON + LEASE)) == ["a"]


@pytest.mark.row("F26")
def test_a_claimed_row_is_begun_once_by_who_claimed_it_last(database: Database) -> None:
    """Whoever slept through their lease does not send."""
    owe(database, "a")
    (asleep,), (awake,) = claimed(database), claimed(database, NOON + LEASE)
    assert begin(database, asleep) is None
    row = begin(database, awake)
    assert row is not None
    assert (row.attempts, begin(database, awake)) == (1, None)
    assert states(database) == {"a": ("sending", None, 1)}


def test_a_cancelled_row_is_not_begun(database: Database) -> None:
    """What was decided since the claim holds."""
    owe(database, "a")
    (row,) = claimed(database)
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "cancelled", NOON)])
    assert begin(database, row) is None


def test_a_row_put_back_waits_for_its_hour_and_burns_no_attempt(database: Database) -> None:
    """Unless the try counts; the reason is there to be read."""
    owe(database, "a", "b")
    for row in claimed(database):
        begin(database, row)
    with database.write() as connection:
        later = NOON + 9 * SECOND
        bulk.postpone(connection, [Later("a", later, THROTTLED), Later("b", later, "unreachable", counts=True)])
    assert states(database) == {"a": ("queued", THROTTLED, 0), "b": ("queued", "unreachable", 1)}
    with database.read() as connection:
        assert bulk.next_due(connection, NOON, "terminal") == NOON + 9 * SECOND
        assert bulk.next_due(connection, NOON, "matrix") is None
    assert keys(claimed(database, NOON + 8 * SECOND)) == []
    assert keys(claimed(database, NOON + 9 * SECOND)) == ["a", "b"]


def test_a_settled_row_is_not_put_back(database: Database) -> None:
    """Sent is sent."""
    owe(database, "a")
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "sent", NOON)])
        bulk.postpone(connection, [Later("a", NOON)])
    assert states(database)["a"][0] == "sent"


def test_what_the_server_said_of_our_pace_outlives_the_process(database: Database) -> None:
    """The latest hour of each address, and of the channel."""
    owe(database, "a", "b", "c")
    owe(database, "d", peer="u2")
    hours = {"a": 5, "b": 9, "d": 7}
    reasons = {"a": THROTTLED, "b": THROTTLED, "d": CHANNEL_THROTTLED}
    with database.write() as connection:
        bulk.postpone(connection, [Later(key, NOON + n * SECOND, reasons[key]) for key, n in hours.items()])
    with database.read() as connection:
        found = sorted(bulk.windows(connection, NOON), key=lambda window: window.until)
        assert bulk.windows(connection, NOON + 10 * SECOND) == ()
    assert found == [
        Window(Address("terminal", "u2"), NOON + 7 * SECOND, CHANNEL_THROTTLED),
        Window(Address("terminal", "u1"), NOON + 9 * SECOND, THROTTLED),
    ]


@pytest.mark.row("F53")
def test_the_rows_of_a_hold_are_not_claimed(database: Database) -> None:
    """A restored copy sends nothing by itself."""
    owe(database, "a")
    with database.write() as connection:
        hold.put_on_hold(connection, NOON)
    assert keys(claimed(database)) == []


def test_a_room_is_told_apart_from_a_person(database: Database) -> None:
    """Its pace is another."""
    owe(database, "a")
    owe(database, "b", peer="g1", private=False)
    assert [each.private for each in claimed(database)] == [True, False]


@pytest.mark.row("F21")
def test_a_refused_row_closes_its_address_until_someone_writes_from_there(database: Database) -> None:
    """What is queued for it is skipped, whatever their number; a reply to who came back leaves."""
    owe(database, "a", *(f"later-{n}" for n in range(25)))
    owe(database, "z", peer="u2")
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "failed", NOON, blocked.BLOCKED)])
    assert blocked_at(database) == NOON
    assert keys(claimed(database, NOON + SECOND)) == ["z"]
    assert {state for key, state in states(database).items() if key.startswith("later")} == {("skipped", "blocked", 0)}

    def silent(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
        return Turn(conversation)

    with database.write() as connection:
        play(connection, message("me revoilà", "m1"), silent, Scene(guide(), NOON + SECOND, lambda n: "x" * n))
    assert blocked_at(database) is None
    owe(database, "again")
    assert keys(claimed(database, NOON + SECOND)) == ["again"]


def test_another_failure_closes_nothing(database: Database) -> None:
    """A message that is too long says nothing of the person."""
    owe(database, "a")
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "failed", NOON, "too-long")])
    assert blocked_at(database) is None


def test_the_channel_may_say_that_someone_blocked_us(database: Database) -> None:
    """And that they no longer do; the first hour is kept."""
    owe(database, "a")
    where = Address("terminal", "u1")
    with database.write() as connection:
        blocked.set_blocked(connection, where, NOON)
        blocked.set_blocked(connection, where, NOON + SECOND)
    assert blocked_at(database) == NOON
    with database.write() as connection:
        blocked.set_blocked(connection, where, None)
    assert blocked_at(database) is None


def test_a_row_whose_address_is_gone_is_skipped(database: Database) -> None:
    """It would wait for ever."""
    owe(database, "a")
    with database.write() as connection:
        connection.execute(update(ledger).values(address=None))
    assert keys(claimed(database)) == []
    assert states(database) == {"a": ("skipped", "no-address", 0)}
