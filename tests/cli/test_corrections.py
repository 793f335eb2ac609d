"""`pack corrections`: what was accepted becomes a copy of the pack, proved before a file is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from bot import packs
from bot.request_refused import RequestRefused
from bot.role_requests import invite, revoke_role
from handlers.engine import respond
from handlers.messages import Address, Inbound
from scheduler.clock import SystemClock
from storage import schema
from storage.database import Database, open_database
from storage.play import Scene, play
from storage.roles import record
from storage.tables import corrections, outbox
from tests.cli.program import ran
from tests.conversation import guide
from tests.echo import NOON

OLD = "Bonjour, je viens pour rencontrer d’autres projets."
PLAIN = "Bonjour, je voudrais rencontrer un autre projet."
LONG = " ".join(["Bonjour"] * 25) + "."
PACK = ("--pack", str(packs.content() / "exemple"))


@contextmanager
def opened(db: str) -> Iterator[Database]:
    """The database as a bot of this release left it."""
    database = open_database(db)
    schema.prepare(database)
    yield database
    database.close()


def accepted(db: str, sentence: str) -> None:
    """A correction that was accepted."""
    row = {"network": "cercle", "part": "s.cercle_mains.0.say", "before": OLD, "after": sentence, "state": "accepted"}
    with opened(db) as database, database.write() as connection:
        connection.execute(insert(corrections), {**row, "reason": "", "asked_at": NOON, "settled_at": NOON})
        record(connection, NOON, "admin", "", "accept-correction")


def test_an_accepted_correction_is_written_in_a_copy_of_the_pack(db: str, tmp_path: Path) -> None:
    """With its place; the copy differs by that sentence alone."""
    accepted(db, PLAIN)
    listed = ran("pack", "corrections", "--db", db, *PACK)
    assert listed.code == 0
    assert "schemes.yaml:" in listed.out
    assert PLAIN in listed.out
    done = ran("pack", "corrections", "--apply", str(tmp_path / "new"), "--db", db, *PACK)
    assert done.code == 0, done.err
    before, after = (
        (folder / "schemes.yaml").read_text(encoding="utf-8").splitlines()
        for folder in (packs.content() / "exemple", tmp_path / "new")
    )
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [PLAIN in new for _, new in changed] == [True]


def test_a_correction_that_check_refuses_is_not_written(db: str, tmp_path: Path) -> None:
    """The defect is told with its line; no file is left."""
    accepted(db, LONG)
    done = ran("pack", "corrections", "--apply", str(tmp_path / "new"), "--db", db, *PACK)
    assert done.code == 1
    assert "25 mots" in done.err
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_left_alone(db: str, tmp_path: Path) -> None:
    """A copy never writes over a pack."""
    accepted(db, PLAIN)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine", encoding="utf-8")
    done = ran("pack", "corrections", "--apply", str(tmp_path / "new"), "--db", db, *PACK)
    assert done.code == 1
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["mine.txt"]


def test_nothing_to_correct_is_said(db: str) -> None:
    """An empty database is not created by asking."""
    done = ran("pack", "corrections", "--db", db, *PACK)
    assert (done.code, len(done.out.splitlines())) == (0, 1)


def test_the_journal_is_printed_by_numbers(db: str) -> None:
    """The last lines first; no name."""
    accepted(db, PLAIN)
    accepted(db, PLAIN)
    lines = ran("roles", "journal", "--last", "1", "--db", db).out.splitlines()
    assert [line.split()[3:] for line in lines] == [["admin", "-", "rôle", "-", "accept-correction", "1"]]


def test_who_loses_a_role_on_the_server_is_told(db: str) -> None:
    """Where they are best reached, once the running bot looks at what is due; never at night."""
    midnight = datetime(2026, 12, 1, 23, 0, tzinfo=UTC)
    scene = Scene(guide("exemple"), midnight, SystemClock().draw)
    with opened(db) as database, database.write() as connection:
        code = invite(connection, scene, role="agent")["code"]
        inbound = Inbound(Address("terminal", "u1"), "m1", "u1", code)
        play(connection, inbound, respond, scene)
        revoke_role(connection, scene, id="1")
        (row,) = connection.execute(select(outbox).where(outbox.c.kind == "notice"))
        assert "retiré" in row.body
        assert (row.state, row.due_at.astimezone(ZoneInfo("Indian/Reunion")).hour) == ("queued", 8)
        with pytest.raises(RequestRefused):
            revoke_role(connection, scene, id="1")
