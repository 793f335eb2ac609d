"""What a restore leaves behind, what it erases again, and what the hold that follows keeps back."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import OperationalError

from handlers.messages import Reply
from storage import bulk, hold, schema, tombstones
from storage.backup import backup
from storage.database import Database, open_database
from storage.outbox import packed
from storage.restoring import SLICE, restore
from storage.tables import addresses, people
from storage.tables import outbox as ledger
from tests.echo import NOON
from tests.storage.test_backup import path_of, rows, say
from tests.storage.test_copies import forgets, known, put_back, says

MINUTE = timedelta(minutes=1)


@pytest.mark.row("D11")
def test_who_came_back_and_was_erased_again_is_erased_from_the_copy_between(
    file_database: Database, tmp_path: Path
) -> None:
    """That copy knows of the first time only."""
    says(file_database, "a", "m1")
    forgets(file_database, "a", NOON - 2 * MINUTE)
    says(file_database, "a", "m2")
    copy = backup(file_database, tmp_path / "copy.db")
    forgets(file_database, "a", NOON + MINUTE)
    database = put_back(file_database, copy, tmp_path, NOON + 2 * MINUTE)
    assert known(database) == 0
    database.close()


@pytest.mark.row("D11")
def test_more_people_than_one_transaction_erases_are_all_erased_again(file_database: Database, tmp_path: Path) -> None:
    """However many were erased since the copy."""
    everybody = range(1, SLICE + 2)
    with file_database.write() as connection:
        tombstones.prepare(connection, lambda n: "k" * n)
        known_since = {"created_at": NOON, "last_seen_at": NOON}
        connection.execute(insert(people), [{"id": each, **known_since} for each in everybody])
        there = {"channel": "terminal", "private": True}
        connection.execute(insert(addresses), [{"person": each, "peer": f"u{each}", **there} for each in everybody])
    copy = backup(file_database, tmp_path / "copy.db")
    with file_database.write() as connection:
        for each in everybody:
            tombstones.remember(connection, each, NOON + MINUTE)
    database = put_back(file_database, copy, tmp_path, NOON + 2 * MINUTE)
    assert known(database) == 0
    database.close()


def test_what_a_process_that_was_killed_had_written_is_in_what_is_set_aside(
    file_database: Database, tmp_path: Path
) -> None:
    """Its log of writes too; nobody else reads that."""
    say(file_database, "m1")
    copy = backup(file_database, tmp_path / "copy.db")
    path, killed = path_of(file_database), tmp_path / "killed.db"
    with file_database.read() as connection:
        connection.execute(select(people.c.id)).all()
        say(file_database, "m2")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{killed}{suffix}")
    former = restore(copy, killed, NOON)
    assert former is not None
    assert (rows(killed), rows(former), former.stat().st_mode & 0o077) == (1, 2, 0)


def test_what_can_no_longer_be_read_is_set_aside_as_it_is(file_database: Database, tmp_path: Path) -> None:
    """Somebody may still read it with other tools; the log of writes beside it is not played onto the copy."""
    copy = backup(file_database, tmp_path / "copy.db")
    spoilt = tmp_path / "spoilt.db"
    spoilt.write_bytes(b"rien" * 1000)
    log = tmp_path / "spoilt.db-wal"
    log.write_bytes(b"rien")
    former = restore(copy, spoilt, NOON)
    assert former is not None
    assert (former.read_bytes(), former.stat().st_mode & 0o077, log.exists()) == (b"rien" * 1000, 0, False)


def test_a_restore_that_fails_leaves_no_copy_of_everybody_beside(file_database: Database, tmp_path: Path) -> None:
    """An upgrade that cannot be made, whatever it says."""
    copy = backup(file_database, tmp_path / "copy.db")
    half = open_database(f"sqlite:///{copy}")
    with half.write() as connection:
        connection.execute(update(schema._version).values(version_num=schema.REVISIONS[0]))
    half.close()
    with pytest.raises(OperationalError, match="duplicate column"):
        restore(copy, tmp_path / "new.db", NOON)
    assert list(tmp_path.glob("new.db*")) == []


def test_a_copy_taken_during_a_hold_is_put_back_on_hold_from_then_on(file_database: Database) -> None:
    """What was written between the two is held too."""
    for at in (NOON, NOON + MINUTE):
        with file_database.write() as connection:
            hold.put_on_hold(connection, at)
    with file_database.read() as connection:
        assert hold.held_since(connection) == NOON + MINUTE


def test_on_hold_an_answer_of_before_waits_and_one_that_is_being_sent_since_does_not(
    file_database: Database,
) -> None:
    """It may have been sent after the copy was taken."""
    says(file_database, "a", "m1")
    with file_database.write() as connection:
        hold.put_on_hold(connection, NOON + MINUTE)
        (there,) = connection.execute(select(addresses.c.id)).scalars()
        row = {"via": "terminal", "address": there, "due_at": NOON, "body": packed(Reply("x")), "attempts": 0}
        row |= {"kind": "reply", "person": None}
        before, after = NOON, NOON + 2 * MINUTE
        connection.execute(insert(ledger), {**row, "key": "reply/old", "state": "queued", "created_at": before})
        connection.execute(insert(ledger), {**row, "key": "reply/new", "state": "sending", "created_at": after})
        assert bulk.claim(connection, after, "terminal", 100, alone=True) == ()
        held = {each.key for each in hold.held(connection)}
    assert ("reply/old" in held, "reply/new" in held) == (True, False)
