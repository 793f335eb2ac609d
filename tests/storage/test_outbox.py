"""The ledger: every message is a row, each row ends in one state, and the sums hold."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from handlers.messages import Address, Reply
from storage import hold, outbox, underway
from storage.database import Database
from storage.outbox import LEASE, Mark, OutboxRow
from storage.tables import STATES, addresses
from storage.tables import outbox as ledger
from tests.echo import NOON

WHERE = Address("terminal", "u1")
RUNNING = {"terminal": False}
HARMLESS = {"terminal": True}


def row(key: str, kind: str = "reply") -> OutboxRow:
    """A message to the only address."""
    return OutboxRow(key, kind, WHERE, Reply(key), NOON)


def owe(database: Database, *rows: OutboxRow, state: str = "sending") -> None:
    """Write rows for the only address."""
    with database.write() as connection:
        address = connection.execute(select(addresses.c.id)).scalar()
        if address is None:
            made = {"channel": "terminal", "peer": "u1", "private": True}
            key = connection.execute(insert(addresses), made).inserted_primary_key
            assert key is not None
            address = key[0]
        outbox.insert(connection, rows, person=None, address=address, state=state)


def taken(database: Database, channels: dict[str, bool], minutes: int = 0, *, alone: bool = True) -> list[str]:
    """Keys of the rows to send again."""
    with database.write() as connection:
        rows = outbox.take_owed(connection, NOON + timedelta(minutes=minutes), channels=channels, alone=alone)
    return [each.key for each in rows]


def states(database: Database) -> dict[str, str]:
    """The state of each row."""
    with database.read() as connection:
        return {row.key: row.state for row in connection.execute(select(ledger.c.key, ledger.c.state))}


@pytest.mark.parametrize("state", STATES)
def test_the_sums_hold_in_every_state(database: Database, state: str) -> None:
    """Planned is the sum of all the others, always."""
    owe(database, row("a"), row("b"))
    with database.write() as connection:
        connection.execute(update(ledger).where(ledger.c.key == "b").values(state=state))
    with database.read() as connection:
        sums = dict(outbox.sums(connection))
    assert sums.pop("planned") == 2 == sum(sums.values())
    assert sums[state] >= 1


def test_a_reply_cut_short_again_and_again_is_given_up_after_four_copies(database: Database) -> None:
    """Someone is waiting, and each of them may have been stopped before it left; but not for ever."""
    owe(database, row("a"))
    for copy in (2, 3, 4):
        assert taken(database, RUNNING) == ["a"]
        with database.write() as connection:
            outbox.attempted(connection, "a", copy)
    assert taken(database, RUNNING) == []
    assert states(database) == {"a": "uncertain"}


def test_a_reply_whose_copy_never_began_is_still_owed(database: Database) -> None:
    """Taken by process after process, each killed before it sent anything: no message is lost."""
    owe(database, row("a"))
    assert [taken(database, RUNNING) for _ in range(5)] == [["a"]] * 5
    assert states(database) == {"a": "sending"}


def test_a_reply_that_may_be_repeated_is_sent_until_it_is_marked(database: Database) -> None:
    """Where a second copy is dropped, nothing is ever uncertain."""
    owe(database, row("a"))
    assert [taken(database, HARMLESS) for _ in range(3)] == [["a"]] * 3
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "sent", NOON)])
    assert taken(database, HARMLESS) == []


@pytest.mark.row("F5")
@pytest.mark.parametrize("kind", ["reminder", "broadcast", "summary"])
def test_a_bulk_message_cut_short_is_uncertain(database: Database, kind: str) -> None:
    """It is resent by a person's decision only."""
    owe(database, row("a", kind))
    assert taken(database, RUNNING) == []
    assert states(database) == {"a": "uncertain"}


def test_a_row_of_a_channel_that_does_not_run_stays_owed(database: Database) -> None:
    """It costs it no attempt."""
    owe(database, row("a"))
    assert [taken(database, {"matrix": True}) for _ in range(5)] == [[]] * 5
    assert states(database) == {"a": "sending"}


def test_a_row_that_another_process_sends_is_left_to_it(database: Database) -> None:
    """Until its lease ends."""
    owe(database, row("a"))
    assert taken(database, HARMLESS, alone=False) == []
    assert taken(database, HARMLESS, minutes=1, alone=False) == ["a"]
    with database.write() as connection:
        lease = NOON + timedelta(minutes=1) + LEASE
        assert underway.renew(connection, {"a": lease}, NOON + timedelta(minutes=5))
        assert not underway.renew(connection, {"a": lease}, NOON + timedelta(minutes=6)), "another one renewed it"
    assert taken(database, HARMLESS, minutes=5, alone=False) == []


def test_a_row_in_hand_is_not_taken_again(database: Database) -> None:
    """This process is already sending it."""
    owe(database, row("a"), row("b"))
    with database.write() as connection:
        rows = outbox.take_owed(connection, NOON, channels=HARMLESS, in_hand=frozenset({"a"}), alone=True)
    assert [each.key for each in rows] == ["b"]


def test_a_settled_row_is_not_settled_again(database: Database) -> None:
    """A late mark changes nothing; an uncertain row may still turn out well."""
    owe(database, row("a"), row("b"))
    with database.write() as connection:
        outbox.mark(connection, [Mark("a", "failed", NOON, "blocked"), Mark("b", "uncertain", NOON)])
        outbox.mark(connection, [Mark("a", "sent", NOON), Mark("b", "sent", NOON)])
    assert states(database) == {"a": "failed", "b": "sent"}


def test_the_same_key_cannot_be_owed_twice(database: Database) -> None:
    """The key is the message."""
    owe(database, row("a"))
    with pytest.raises(Exception, match=r"(?i)unique"):
        owe(database, row("a"))


@pytest.mark.row("F53")
def test_what_was_owed_before_a_hold_waits_for_a_release(database: Database) -> None:
    """It is listed without its text; what is decided later leaves."""
    owe(database, row("old"), row("older", "broadcast"))
    with database.write() as connection:
        hold.put_on_hold(connection, NOON)
    owe(database, OutboxRow("new", "reply", WHERE, Reply("new"), NOON + LEASE))
    assert taken(database, HARMLESS) == ["new"]
    with database.read() as connection:
        assert [each.key for each in hold.held(connection)] == ["old", "older"]
    with database.write() as connection:
        hold.release(connection)
    assert taken(database, HARMLESS) == ["old", "older", "new"]
