"""What opening a database promises, and how each refusal is named."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import create_engine, exc, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from storage.database import Database, open_database
from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseEncoding,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DatabaseUrlUnknown,
    DiskFull,
    DriverMissing,
)
from storage.tables import people
from tests.databases import opened
from tests.echo import NOON

AT = {"created_at": NOON, "last_seen_at": NOON}


def count(database: Database) -> int:
    """People in the database, as a reader sees them."""
    with database.read() as connection:
        return len(connection.execute(select(people.c.id)).all())


@pytest.mark.row("F54", "G13")
@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("journal_mode", "wal"),
        ("busy_timeout", 5000),
        ("temp_store", 2),
    ],
)
def test_a_writing_connection_is_as_safe_as_promised(file_database: Database, pragma: str, expected: object) -> None:
    """FULL: what is acknowledged is on the disk. The defaults of the driver are otherwise."""
    connection = file_database.writer()
    assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == expected
    connection.close()


@pytest.mark.row("F29")
def test_what_is_read_twice_in_a_writing_transaction_cannot_change(file_database: Database) -> None:
    """BEGIN IMMEDIATE: a second writer waits from the start, it does not fail in the middle."""
    other = open_database(file_database.url, busy_seconds=0.1)
    with file_database.write() as connection:
        connection.execute(select(people.c.id)).all()
        with pytest.raises(DatabaseBusy), other.write():
            pytest.fail("two writers at once")
        connection.execute(insert(people), AT)
    other.close()
    assert count(file_database) == 1


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    """All or nothing."""

    def fail() -> None:
        with database.write() as connection:
            connection.execute(insert(people), AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(database) == 0


def test_a_reader_sees_the_committed_rows_while_someone_writes(file_database: Database) -> None:
    """A look costs the writer nothing."""
    with file_database.write() as connection:
        connection.execute(insert(people), AT)
        assert count(file_database) == 0
    assert count(file_database) == 1


def test_a_reader_cannot_write(database: Database) -> None:
    """The reading connections are read-only on every kind of database."""
    with pytest.raises(DatabaseReadOnly), database.read() as connection:
        connection.execute(insert(people), AT)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2)), timezone(-timedelta(hours=9, minutes=30))])
def test_an_instant_comes_back_the_same_and_in_utc(database: Database, zone: timezone) -> None:
    """Whatever the zone it was given in, to the microsecond."""
    instant = datetime(2026, 10, 25, 0, 30, 1, 234567, tzinfo=zone)
    with database.write() as connection:
        connection.execute(insert(people), {"created_at": instant, "last_seen_at": instant})
    with database.read() as connection:
        found = connection.execute(select(people.c.created_at).where(people.c.created_at == instant)).scalar_one()
    assert (found, found.tzinfo) == (instant, UTC)


def test_a_naive_instant_is_refused(database: Database) -> None:
    """An hour without its zone is no instant."""
    naive = datetime(2026, 10, 25, 0, 30)  # noqa: DTZ001  # on purpose
    with pytest.raises(exc.StatementError, match="naive"), database.write() as connection:
        connection.execute(insert(people), {"created_at": naive, "last_seen_at": naive})


def test_ids_are_never_used_again_after_an_erasure(database: Database) -> None:
    """Or the ledger would give one person's rows to another."""
    with database.write() as connection:
        first = connection.execute(insert(people), AT).inserted_primary_key
        connection.execute(people.delete())
        second = connection.execute(insert(people), AT).inserted_primary_key
    assert first is not None
    assert second is not None
    assert second[0] > first[0]


@pytest.mark.row("I53")
def test_an_identifier_beyond_32_bits_fits(database: Database) -> None:
    """BigInteger from the first migration."""
    with database.write() as connection:
        connection.execute(insert(people), {"id": 2**52, **AT})
    assert count(database) == 1


@pytest.mark.parametrize("url", ["", "boussole.db", "mysql://root:secret@host/db", "sqlite3:///x", "://"])
def test_an_address_that_is_none_is_refused_without_its_password(url: str) -> None:
    """The refusal names the address, never a secret in it."""
    with pytest.raises(DatabaseUrlUnknown) as refused:
        open_database(url)
    assert "secret" not in str(refused.value.facts)


def test_a_server_without_what_speaks_to_it_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is not installed: one says so, and does not fail."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DriverMissing):
        open_database("postgresql://boussole@base.example.org/boussole")


@pytest.mark.row("D24")
def test_a_new_file_is_private_to_its_owner(tmp_path: Path) -> None:
    """Whatever the umask; those that are written beside it too."""
    former = os.umask(0)
    try:
        for database in opened(f"sqlite:///{tmp_path}/new.db"):
            writer = database.writer()
            with database.transaction(writer):
                writer.execute(insert(people), AT)
            assert {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == dict.fromkeys(
                ("new.db", "new.db-wal", "new.db-shm"), 0
            )
            writer.close()
    finally:
        os.umask(former)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """And left as it was."""
    path = tmp_path / "notes.db"
    path.write_bytes(b"Ceci n'est pas une base. " * 100)
    with pytest.raises(DatabaseDamaged):
        open_database(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"Ceci")


def test_a_file_damaged_inside_is_named_as_such(file_database: Database) -> None:
    """Its header is good, its pages are not."""
    path = file_database.path
    assert path is not None
    connection = file_database.writer()
    file_database.checkpoint(connection)
    connection.close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    again = open_database(file_database.url)
    with pytest.raises(DatabaseDamaged), again.read() as connection:
        connection.execute(select(people)).all()
    again.close()


def test_a_file_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    """Even to a process that could."""
    path = tmp_path / "kept.db"
    sqlite3.connect(path).execute("VACUUM").connection.close()
    path.chmod(0o400)
    with pytest.raises(DatabaseReadOnly):
        open_database(f"sqlite:///{path}")


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """It is not created."""
    with pytest.raises(DatabaseUnreachable):
        open_database(f"sqlite:///{tmp_path}/nowhere/boussole.db")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.row("F30")
def test_a_full_disk_is_named_and_leaves_the_database_whole(file_database: Database) -> None:
    """Room comes back: so does the database."""
    connection = file_database.writer()
    connection.exec_driver_sql("PRAGMA max_page_count=60")
    connection.rollback()

    def fill() -> None:
        while True:
            with file_database.transaction(connection):
                connection.execute(insert(people), [AT] * 100)

    with pytest.raises(DiskFull):
        fill()
    connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    connection.rollback()
    with file_database.transaction(connection):
        connection.execute(insert(people), AT)
    connection.close()


def test_a_server_that_is_not_there_is_named() -> None:
    """Not as a traceback."""
    database = open_database("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DatabaseUnreachable), database.read():
        pytest.fail("connected to nothing")
    database.close()


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_every_letter_is_refused(postgresql: str, encoding: str) -> None:
    """It would take the French and set aside whoever writes in Arabic."""
    order = create_engine(postgresql, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with order.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {encoding} ENCODING '{encoding}' TEMPLATE template0 LOCALE 'C'"))
    name = make_url(postgresql).set(database=encoding.lower()).render_as_string(hide_password=False)
    database = open_database(name)
    with pytest.raises(DatabaseEncoding, match=encoding):
        database.writer()
    database.close()


def test_an_error_of_a_statement_is_no_trouble_of_the_database(database: Database) -> None:
    """It would fail again: it is not tried again."""
    with pytest.raises(exc.DBAPIError), database.write() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))


HOLDER = """
import sys, time
from storage.database import open_database
open_database(sys.argv[1]).lock()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_process_is_refused_within_two_seconds(file_database: Database) -> None:
    """And let in when the first has gone, even killed."""
    command = [sys.executable, "-c", HOLDER, file_database.url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        begun = time.monotonic()
        with pytest.raises(DatabaseBusy):
            file_database.lock()
        assert time.monotonic() - begun < 2.0
        holder.kill()
    file_database.lock()


@pytest.mark.row("F55")
def test_emptying_the_log_of_writes_waits_for_a_reader(file_database: Database) -> None:
    """False while someone reads, true afterwards: then the log is empty."""
    assert file_database.path is not None
    log = file_database.path.with_name(f"{file_database.path.name}-wal")
    writer = file_database.writer()
    with file_database.read() as reader:
        reader.execute(select(people)).all()
        with file_database.transaction(writer):
            writer.execute(insert(people), AT)
        assert not file_database.checkpoint(writer, tries=2)
    assert file_database.checkpoint(writer)
    assert log.stat().st_size == 0
    writer.close()
