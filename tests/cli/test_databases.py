"""A file that is held, spoiled or full costs a clear line and never an answer (faults F28, F30). What a server does to
us is in tests/storage/test_database.py and tests/bot/test_several_processes.py."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from tests.cli.program import Answer, Talk, ran, talking


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database will be."""
    return tmp_path / "one.db"


@pytest.fixture
def url(file: Path) -> str:
    """Its address."""
    return f"sqlite:///{file}"


@pytest.fixture
def used(file: Path, url: str) -> Path:
    """A database with one conversation begun."""
    with talking("--db", url) as talk:
        talk.text("bonjour", id="1")
        talk.tap("orientation/etape:idee", id="2")
    return file


def goes_on(url: str) -> bool:
    """The conversation begun is still where it was."""
    with talking("--db", url) as talk:
        return "orientation/qpv:oui" in talk.text("lille", id="3").ids


@pytest.mark.row("F25")
def test_a_second_process_on_the_same_file_is_refused_within_two_seconds(used: Path, url: str) -> None:
    """One line, exit code 1; the first goes on, and the file is free once it ends."""
    with talking("--db", url) as first:
        for command in (("chat", "--json"), ("chat",), ("db", "upgrade"), ("outbox", "release")):
            before = time.monotonic()
            second = ran(*command, "--db", url)
            assert time.monotonic() - before < 2 + STARTING
            assert (second.refused, second.out) == (True, ""), command
        assert first.text("lille", id="3").messages
    assert ran("chat", "--json", "--db", url).code == 0


# Seconds that a busy machine may take to start Python.
STARTING = 5.0


@pytest.mark.row("F56")
def test_what_only_reads_works_beside_a_running_bot(used: Path, url: str, tmp_path: Path) -> None:
    """The ledger, the schema, a copy."""
    with talking("--db", url):
        assert ran("outbox", "--db", url).code == 0
        assert ran("db", "check", "--db", url).code == 0
        assert ran("db", "backup", tmp_path / "copy.db", "--db", url).code == 0
    assert goes_on(f"sqlite:///{tmp_path}/copy.db")


@pytest.mark.row("F28")
@pytest.mark.slow
def test_a_database_locked_for_long_is_an_error_line_then_works_again(used: Path, url: str) -> None:
    """Another program holds the write lock: the message is not acknowledged, and works when sent again."""
    with talking("--db", url) as talk:
        with closing(sqlite3.connect(used, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            talk.write({"from": "u1", "text": "lille", "id": "3"})
            refused = talk.answer()
            other.execute("ROLLBACK")
        assert (len(refused.errors), refused.messages) == (1, [])
        assert "orientation/qpv:oui" in talk.text("lille", id="3").ids


def test_a_database_locked_for_a_moment_is_waited_for(used: Path, url: str) -> None:
    """Nobody notices."""
    with talking("--db", url) as talk:
        with closing(sqlite3.connect(used, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            talk.write({"from": "u1", "text": "lille", "id": "3"})
            time.sleep(1.0)
            other.execute("ROLLBACK")
        assert "orientation/qpv:oui" in talk.answer().ids


# --- A file that cannot be used ------------------------------------------------------------------


def _corrupt(file: Path) -> None:
    file.write_bytes(b"not a database at all\n" * 500)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999_future'")
        other.commit()


def _foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE invoices (id INTEGER)")
        other.commit()


def _read_only(file: Path) -> None:
    file.chmod(0o444)


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILED = (_corrupt, _cut, _newer, _foreign, _read_only, _a_folder)


@pytest.mark.parametrize("spoil", SPOILED, ids=[spoil.__name__.strip("_") for spoil in SPOILED])
def test_a_database_that_cannot_be_used_is_refused_by_one_line(
    used: Path, url: str, spoil: Callable[[Path], None]
) -> None:
    """Whoever asks: exit code 1, and the file is left as it is."""
    spoil(used)
    before = used.read_bytes() if used.is_file() else b""
    for command in (("chat", "--json"), ("chat",), ("db", "upgrade")):
        ended = ran(*command, "--db", url, said='{"from": "u1", "text": "bonjour"}\n')
        assert ended.refused, (command, ended)
    assert (used.read_bytes() if used.is_file() else b"") == before


def test_a_database_damaged_inside_is_refused_by_one_line(used: Path, url: str, tmp_path: Path) -> None:
    """Its first page is whole: who reads further sees it."""
    raw = bytearray(used.read_bytes())
    raw[4096:] = bytes(range(256)) * ((len(raw) - 4096) // 256)
    used.write_bytes(raw)
    for command in (("chat", "--json"), ("chat",), ("db", "check")):
        ended = ran(*command, "--db", url, said='{"from": "u1", "text": "bonjour"}\n')
        assert ended.refused, (command, ended)
    ended = ran("db", "restore", used, "--db", f"sqlite:///{tmp_path}/other.db")
    assert ended.refused


@pytest.mark.parametrize(
    "address", ["sqlite:////no/such/folder/one.db", "mysql://u@h/d", "bonjour", "postgresql://u:secret@127.0.0.1:1/d"]
)
def test_an_address_that_leads_nowhere_is_refused_by_one_line(address: str) -> None:
    """And no password is shown."""
    ended = ran("chat", "--json", "--db", address)
    assert (ended.refused, ended.out) == (True, "")
    assert "secret" not in ended.err


# --- A disk that is full -------------------------------------------------------------------------


@pytest.mark.row("F30")
def test_a_full_disk_acknowledges_nothing_then_everything_works_again(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk; the lines are sent again to a process without it."""
    url, people = f"sqlite:///{tmp_path}/one.db", [f"u{n}" for n in range(400)]
    with talking("--db", url):
        pass
    answers: dict[str, Answer] = {}
    talk = Talk("--db", url)
    subprocess.run(["prlimit", f"--pid={talk.process.pid}", "--fsize=400000"], check=True)
    for who in people:
        answers[who] = talk.text("bonjour", who, id="1")
        if answers[who].errors:
            break
    talk.close()
    refused = [who for who, answer in answers.items() if answer.errors]
    assert refused == [list(answers)[-1]]
    assert answers[refused[0]].messages == []
    with talking("--db", url) as again:
        assert again.text("bonjour", refused[0], id="1").messages
        assert again.text("bonjour", people[0], id="1").messages == []


def test_an_account_without_rights_is_told_to_look_at_them(postgresql: str) -> None:
    """One line, no fault of ours: the server let it in, and refuses it the tables."""
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text("CREATE ROLE poor LOGIN"))
        connection.execute(text("CREATE DATABASE not_theirs"))
        try:
            url = make_url(postgresql).set(username="poor", password="secret", database="not_theirs")
            ended = ran("db", "upgrade", "--db", url.render_as_string(hide_password=False))
        finally:
            connection.execute(text("DROP DATABASE not_theirs"))
            connection.execute(text("DROP ROLE poor"))
    assert (ended.refused, "droits" in ended.err, "secret" in ended.err) == (True, True, False)
