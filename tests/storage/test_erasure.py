"""What is kept long enough goes, everywhere and by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from handlers.conversation import Conversation
from handlers.messages import Reply
from scheduler.clock import SetClock
from storage import erasure, nudges, outbox, sweeping
from storage.database import Database
from storage.outbox import Mark
from storage.play import Scene, batch, play, record_failure
from storage.retention import Retention
from storage.sweeping import Swept, due, sweep, together
from storage.tables import metadata, people
from storage.tables import outbox as ledger
from tests.echo import NOON, guide, message, respond

DAY = timedelta(days=1)
KEPT = Retention()
CANARIES = ("canari-texte", "canari-adresse")


def say(database: Database, text: str, id: str = "m1", peer: str = "u1", at: datetime = NOON, **how: bool) -> str:
    """Play a message; returns the key of its first reply."""
    said = message(text, id, peer, **how)
    with database.write() as connection, batch(connection, [said]):
        rows = play(connection, said, respond, Scene(guide(), at, SetClock(at).draw))
    return rows[0].key


def swept(database: Database, at: datetime) -> dict[str, int]:
    """Sweep until nothing is left; what went, without the zeros."""
    sweeps: list[Swept] = []
    while not sweeps or any(sweeps[-1].values()):
        with database.write() as connection:
            sweeps.append(sweep(connection, at, KEPT))
    return {name: n for name, n in together(sweeps).items() if n}


def left(database: Database, *names: str) -> list[int]:
    """How many rows each table holds."""
    with database.read() as connection:
        return [
            connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one() for name in names
        ]


@pytest.mark.row("D13")
@pytest.mark.parametrize(
    ("said", "silence", "gone"),
    [
        (["a"], DAY - timedelta(minutes=1), False),
        (["a"], DAY, True),
        (["garder"], DAY * 29, False),
        (["garder"], DAY * 30, True),
        (["garder", "ne plus garder"], DAY, True),
        (["ne plus garder", "garder"], DAY, False),
    ],
)
def test_someone_silent_is_forgotten_at_the_hour_they_were_told(
    database: Database, said: list[str], silence: timedelta, gone: bool
) -> None:
    """24 hours, or 30 days after a yes: the last word counts. Only the ledger's counts stay."""
    for n, text in enumerate(said):
        say(database, text, f"m{n}")
    counted = due_people(database, NOON + silence)
    swept(database, NOON + silence)
    assert (counted, left(database, "people", "addresses", "conversations", "inbound")) == (
        int(gone),
        [0] * 4 if gone else [1, 1, 1, len(said)],
    )
    assert left(database, "outbox") == [len(said)]


def due_people(database: Database, at: datetime) -> int:
    """What a sweep would erase, asked before."""
    with database.read() as connection:
        return due(connection, at, KEPT)["people"]


def test_the_rows_of_the_ledger_are_nobody_s_after_an_erasure(database: Database) -> None:
    """What was still to leave is cancelled with a reason: the sums hold."""
    sent = say(database, "a", "m1")
    say(database, "b", "m2")
    with database.write() as connection:
        outbox.mark(connection, [Mark(sent, "sent", NOON, receipt="12")])
        erasure.forget(connection, connection.execute(select(people.c.id)).scalar_one(), NOON)
    with database.read() as connection:
        columns = (ledger.c.state, ledger.c.reason, ledger.c.person, ledger.c.address, ledger.c.body, ledger.c.receipt)
        rows = [tuple(row) for row in connection.execute(select(*columns).order_by(ledger.c.id))]
        sums = outbox.sums(connection)
    nothing = (None, None, None, None)
    assert rows == [("sent", None, *nothing), ("cancelled", "forgotten", *nothing)]
    assert (sums["planned"], sums["sent"], sums["cancelled"]) == (2, 1, 1)


def test_forgetting_one_person_touches_no_other(database: Database) -> None:
    """Not a row of theirs."""
    say(database, "garder", "m1", "u1")
    say(database, "garder", "m1", "u2")
    with database.write() as connection:
        first = connection.execute(select(func.min(people.c.id))).scalar_one()
        erasure.forget(connection, first, NOON)
    assert left(database, "people", "addresses", "conversations", "inbound", "consents", "outbox") == [1, 1, 1, 1, 2, 2]


@pytest.mark.row("D13")
def test_the_text_of_a_reply_goes_after_a_day_even_unsent(database: Database) -> None:
    """A day late it answers nobody: cancelled, and its words erased."""
    say(database, "garder")
    assert swept(database, NOON + DAY) == {"texts": 1}
    with database.read() as connection:
        row = connection.execute(select(ledger.c.state, ledger.c.reason, ledger.c.body)).one()
    assert tuple(row) == ("cancelled", "expired", None)


@pytest.mark.row("D13")
def test_the_text_of_what_was_not_an_answer_goes_thirty_days_after_it_was_sent(either_database: Database) -> None:
    """The row stays, for the sums; what has not left keeps its words."""
    sent = {"kind": "reminder", "due_at": NOON, "via": "terminal", "attempts": 1, "created_at": NOON, "body": "{}"}
    with either_database.write() as connection:
        for key, state, settled in (("remind/1", "sent", NOON), ("remind/2", "queued", None)):
            connection.execute(insert(ledger), {**sent, "key": key, "state": state, "settled_at": settled})
    for days, kept in ((29, ["{}", "{}"]), (30, [None, "{}"])):
        swept(either_database, NOON + DAY * days)
        with either_database.read() as connection:
            assert list(connection.execute(select(ledger.c.body).order_by(ledger.c.key)).scalars()) == kept


@pytest.mark.row("D13")
def test_ids_of_messages_are_kept_thirty_days_at_most(database: Database) -> None:
    """Also those of someone who writes every day."""
    for n in range(31):
        say(database, "garder", f"m{n}", at=NOON + DAY * n)
    assert swept(database, NOON + DAY * 30)["received"] == 1


def test_a_room_is_forgotten_after_a_day_without_a_word(database: Database) -> None:
    """Its address goes with the ids of its messages."""
    say(database, "a", "m1", "room", private=False)
    say(database, "a", "m2", "room", NOON + DAY / 2, private=False)
    swept(database, NOON + DAY)
    assert left(database, "addresses", "inbound") == [1, 1]
    swept(database, NOON + DAY * 2)
    assert left(database, "addresses", "inbound") == [0, 0]


@pytest.mark.row("D13")
def test_what_was_set_aside_goes_after_thirty_days(database: Database) -> None:
    """It never held a text."""
    with database.write() as connection:
        record_failure(connection, message("secret", "m1"), ValueError("secret"), NOON)
    assert swept(database, NOON + DAY * 29) == {}
    assert swept(database, NOON + DAY * 30) == {"quarantined": 1}


def test_many_people_are_erased_in_slices(database: Database) -> None:
    """No transaction is long: a slice each."""
    many = sweeping.SLICE * 2 + 1
    for n in range(many):
        say(database, "a", "m1", f"u{n}")
    with database.write() as connection:
        assert sweep(connection, NOON + DAY, KEPT)["people"] == sweeping.SLICE
    assert swept(database, NOON + DAY)["people"] == many - sweeping.SLICE


def files_beside(database: Database) -> Iterator[bytes]:
    """The bytes of the database and of its log."""
    assert database.path is not None
    for path in Path(database.path.parent).iterdir():
        yield path.read_bytes()


@pytest.mark.row("D10")
def test_no_byte_of_someone_forgotten_is_left_in_the_files(file_database: Database) -> None:
    """Neither in free pages nor in the log of writes, once maintenance ran."""
    for n in range(20):
        say(file_database, f"{CANARIES[0]} {n}", f"m{n}", CANARIES[1])
    assert any(CANARIES[0].encode() in content for content in files_beside(file_database))
    with file_database.write() as connection:
        erasure.forget(connection, connection.execute(select(people.c.id)).scalar_one(), NOON)
    writer = file_database.writer()
    assert file_database.checkpoint(writer)
    writer.close()
    found = [canary for canary in CANARIES for content in files_beside(file_database) if canary.encode() in content]
    assert found == []


def test_only_those_who_said_yes_wait_for_a_nudge_and_once(database: Database) -> None:
    """Longest silent first; said or not, it is not asked again before they write."""
    say(database, "a", peer="no")
    say(database, "garder", peer="later", at=NOON + timedelta(hours=1))
    say(database, "garder", peer="first")
    with database.write() as connection:
        found = nudges.waiting(connection)
        assert [(who.address.peer, who.last_seen) for who in found] == [("first", NOON), ("later", NOON + DAY / 24)]
        assert all(isinstance(who.conversation, Conversation) for who in found)
        nudges.record(
            connection,
            found[0],
            [outbox.OutboxRow(found[0].key, nudges.KIND, found[0].address, Reply("?"), NOON)],
            said=True,
        )
        nudges.record(
            connection,
            found[1],
            [outbox.OutboxRow(found[1].key, nudges.KIND, found[1].address, Reply(""), NOON)],
            said=False,
        )
        assert nudges.waiting(connection) == ()
    say(database, "b", "m2", "first", NOON + timedelta(hours=2))
    with database.read() as connection:
        assert [who.address.peer for who in nudges.waiting(connection)] == ["first"]
        assert nudges.waiting(connection, channels=["matrix"]) == ()
        sums = outbox.sums(connection)
    assert (sums["skipped"], sums["planned"]) == (1, 6)
