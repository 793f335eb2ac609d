"""Copies: consistent while people write, and put back without sending again what they still owed."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from scheduler.clock import SetClock
from storage import hold, outbox, schema
from storage.backup import backup, verify
from storage.database import Database, open_database
from storage.errors import BackupRefused, DatabaseDamaged, DatabaseForeign, DatabaseNewer, DatabaseUnreachable
from storage.play import Scene, play
from storage.restoring import restore
from tests.echo import NOON, guide, message, respond


def say(database: Database, id: str) -> None:
    """Play a message."""
    with database.write() as connection:
        play(connection, message("a", id), respond, Scene(guide(), NOON, SetClock(NOON).draw))


def rows(path: Path) -> int:
    """Rows of the ledger in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM outbox").fetchone()[0])


def path_of(database: Database) -> Path:
    """The file of a database."""
    assert database.path is not None
    return database.path


@pytest.mark.row("F52", "F56")
def test_a_copy_holds_what_a_plain_copy_of_the_file_misses(file_database: Database, tmp_path: Path) -> None:
    """The rows are still in the log of writes: `cp` loses them, `db backup` does not."""
    writer = file_database.writer()
    for n in range(5):
        say(file_database, f"m{n}")
        with file_database.transaction(writer):
            writer.execute(text("UPDATE marks SET value = value"))
    plain, good = tmp_path / "plain.db", tmp_path / "good.db"
    shutil.copyfile(path_of(file_database), plain)
    backup(file_database, good)
    assert path_of(file_database).read_bytes() == plain.read_bytes(), "who copies leaves the log of writes alone"
    writer.close()
    assert rows(good) == 5
    with closing(sqlite3.connect(plain)) as connection, pytest.raises((AssertionError, sqlite3.Error)):
        assert connection.execute("SELECT count(*) FROM outbox").fetchone()[0] == 5


@pytest.mark.row("F52", "F56")
def test_a_copy_is_taken_while_others_write(file_database: Database, tmp_path: Path) -> None:
    """No error on either side, and each copy is whole."""
    done = threading.Event()
    said: list[int] = []

    def write() -> None:
        while not done.is_set():
            say(file_database, f"m{len(said)}")
            said.append(1)

    writing = threading.Thread(target=write)
    writing.start()
    copies = [backup(file_database, tmp_path / f"copy{n}.db") for n in range(5)]
    done.set()
    writing.join()
    counts = [rows(copy) for copy in copies]
    for copy in copies:
        verify(copy)
    assert counts == sorted(counts)
    assert counts[-1] <= len(said)


@pytest.mark.row("D24")
def test_a_copy_is_private_and_replaces_nothing(file_database: Database, tmp_path: Path) -> None:
    """A file that exists is never overwritten."""
    made = backup(file_database, tmp_path / "copy.db")
    assert made.stat().st_mode & 0o077 == 0
    with pytest.raises(BackupRefused):
        backup(file_database, made)
    with pytest.raises(BackupRefused):
        backup(file_database, tmp_path / "nowhere" / "copy.db")


def test_what_a_copy_that_was_killed_left_does_not_stop_the_next(file_database: Database, tmp_path: Path) -> None:
    """Of the same name, as an operator gives it again."""
    (tmp_path / ".copy.db.part").write_text("half")
    backup(file_database, tmp_path / "copy.db")
    assert sorted(each.name for each in tmp_path.iterdir() if "copy" in each.name) == ["copy.db"]


def test_a_memory_and_a_server_that_is_away_cannot_be_copied(tmp_path: Path) -> None:
    """The refusal says so."""
    for url, refusal in ((":memory:", BackupRefused), ("postgresql://nobody@127.0.0.1:1/nothing", DatabaseUnreachable)):
        database = open_database(url)
        with pytest.raises(refusal):
            backup(database, tmp_path / "copy.db")
        database.close()


@pytest.mark.row("F53")
def test_a_restored_copy_owes_nothing_until_it_is_released(file_database: Database, tmp_path: Path) -> None:
    """What was sent since the copy would be sent again: it is listed instead. The former file is kept."""
    say(file_database, "m1")
    copy = backup(file_database, tmp_path / "copy.db")
    say(file_database, "m2")
    path = path_of(file_database)
    file_database.close()
    former = restore(copy, path, NOON)
    assert former is not None
    assert (rows(former), rows(copy)) == (2, 1)
    database = open_database(f"sqlite:///{path}")
    with database.write() as connection:
        assert outbox.take_owed(connection, NOON, channels={"terminal": True}, alone=True) == ()
        assert len(hold.held(connection)) == 1
        hold.release(connection)
        assert len(outbox.take_owed(connection, NOON, channels={"terminal": True}, alone=True)) == 1
    database.close()


def spoiled(copy: Path, how: str) -> type[Exception]:
    """Spoil a copy; the refusal that it deserves."""
    if how == "not a database":
        copy.write_bytes(b"rien" * 1000)
        return DatabaseDamaged
    if how == "torn":
        content = copy.read_bytes()
        copy.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        return DatabaseDamaged
    if how == "miscounted":
        # It opens and answers; only what looks at all of it sees that its free pages are not those that it says.
        content = copy.read_bytes()
        copy.write_bytes(content[:36] + b"\x00\x00\x00\x07" + content[40:])
        return DatabaseDamaged
    if how == "absent":
        copy.unlink()
        return BackupRefused
    statement = {
        "newer": f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'",
        "foreign": f"DROP TABLE {schema.VERSION_TABLE}",
    }[how]
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(statement)
        connection.commit()
    return DatabaseNewer if how == "newer" else DatabaseForeign


@pytest.mark.parametrize("how", ["not a database", "torn", "miscounted", "absent", "newer", "foreign"])
def test_a_bad_copy_is_refused_and_the_database_stays(file_database: Database, tmp_path: Path, how: str) -> None:
    """Nothing is touched, nothing is left beside."""
    say(file_database, "m1")
    path, copy = path_of(file_database), backup(file_database, tmp_path / "copy.db")
    refusal = spoiled(copy, how)
    before = sorted(each.name for each in path.parent.glob("boussole*"))
    with pytest.raises(refusal):
        restore(copy, path, NOON)
    assert sorted(each.name for each in path.parent.glob("boussole*")) == before
    assert rows(path) == 1


def test_a_copy_is_restored_where_there_was_nothing(file_database: Database, tmp_path: Path) -> None:
    """On a new machine."""
    say(file_database, "m1")
    copy = backup(file_database, tmp_path / "copy.db")
    new = tmp_path / "new.db"
    assert restore(copy, new, NOON) is None
    assert (rows(new), new.stat().st_mode & 0o077) == (1, 0)
