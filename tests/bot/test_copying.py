"""Copies while the bot runs: by themselves, taken elsewhere, and told of when they fail (goal G19)."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import App
from bot.copying import Copying, folder_of_copies, handed
from bot.doctor_copies import examine_copies
from bot.settings import Backup
from bot.watch import NOT_MADE, NOT_TAKEN
from handlers.messages import Address, Inbound
from scheduler.alerts import is_failing
from scheduler.clock import SetClock
from storage import copies, presence, schema
from storage.database import open_database
from tests.bot.listeners import Line
from tests.echo import NOON
from tests.handlers.packs import guide

TAKES = """import pathlib, shutil, sys
assert not [name for name in __import__("os").environ if name.startswith("BOUSSOLE_")]
shutil.copy(sys.argv[2], pathlib.Path(sys.argv[1]) / pathlib.Path(sys.argv[2]).name)
"""


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    """A bot on a file."""
    database = open_database(f"sqlite:///{tmp_path}/boussole.db")
    schema.prepare(database)
    async with App(database, guide("exemple"), SetClock(NOON), {"terminal": Line("terminal")}) as app:
        yield app
    database.close()


def later(app: App, **span: float) -> None:
    """Move the clock."""
    assert isinstance(app.clock, SetClock)
    app.clock.move(app.clock.now() + timedelta(**span))


async def fails(app: App) -> tuple[bool, bool]:
    """Whether making copies fails, and taking them elsewhere."""
    return await app.turns.run(lambda connection: (is_failing(connection, NOT_MADE), is_failing(connection, NOT_TAKEN)))


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.row("G19")
async def test_a_copy_is_made_each_hour_without_being_asked_for(app: App) -> None:
    """Beside the database, and not twice in an hour; never with `every = 0`."""
    copying = Copying(app, Backup())
    folder = folder_of_copies(Backup(), app.database)
    await Copying(app, Backup(every=0)).look()
    assert not folder.exists()
    for minutes, count in ((0, 1), (59, 1), (1, 2)):
        later(app, minutes=minutes)
        await copying.look()
        assert len(names(folder)) == count
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert await fails(app) == (False, False)


async def test_a_copy_that_cannot_be_made_is_told_and_tried_again(app: App, tmp_path: Path) -> None:
    """Whatever stands in the way; people are answered meanwhile."""
    place = tmp_path / "copies"
    place.write_text("not a folder")
    copying = Copying(app, Backup(folder=str(place)))
    with capture_logs() as logs:
        await copying.look()
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["backup failed"]
    assert (await fails(app))[0]
    assert await app.turns.submit(Inbound(Address("terminal", "a"), "m1", "a", "bonjour"))
    place.unlink()
    later(app, minutes=4)
    await copying.look()
    assert not place.exists()
    later(app, minutes=1)
    await copying.look()
    assert len(names(place)) == 1
    assert await fails(app) == (False, False)


async def test_each_copy_is_handed_to_the_program_that_takes_it_elsewhere(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its path, without a shell or a setting of ours; the list of erasures goes with it, as soon as it changes."""
    monkeypatch.setenv("BOUSSOLE_TELEGRAM__TOKEN", "canari")
    away = tmp_path / "away; $(echo)"
    away.mkdir()
    copying = Copying(app, Backup(command=(sys.executable, "-c", TAKES, str(away))))
    await copying.look()
    folder = folder_of_copies(Backup(), app.database)
    assert names(away) == names(folder) != []
    for id, text in (("m1", "bonjour"), ("m2", "oublier"), ("m3", "oui")):
        await app.receive(Inbound(Address("terminal", "a"), id, "a", text))
    await copying.look()
    assert names(away) == names(folder)
    assert "erasures.json" in names(away)


async def test_a_program_that_fails_is_told_until_it_does_not(app: App, tmp_path: Path) -> None:
    """The copy stays here."""
    says = tmp_path / "says.py"
    says.write_text("raise SystemExit(3)")
    copying = Copying(app, Backup(command=(sys.executable, str(says))))
    with capture_logs() as logs:
        await copying.look()
    told = [line for line in logs if line["log_level"] == "error"]
    assert [(line["event"], line["reason"]) for line in told] == [("backup not taken elsewhere", "exit 3")]
    assert await fails(app) == (False, True)
    says.write_text("")
    later(app, hours=1)
    await copying.look()
    assert await fails(app) == (False, False)


async def test_a_program_that_does_not_end_or_is_not_there_is_given_up(tmp_path: Path) -> None:
    """With all that it started; why is said."""
    child = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)  # {tmp_path}'])"
    )
    assert await handed((sys.executable, "-c", child), tmp_path, 0.5) == "too long"
    async with asyncio.timeout(10):
        while running(str(tmp_path)):
            await asyncio.sleep(0.01)
    assert await handed((str(tmp_path / "absent"),), tmp_path, 5) == "FileNotFoundError"


def running(word: str) -> list[str]:
    """The programs that were started with this word, and still run."""
    found = []
    for page in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found += [page.parent.name] if word in page.read_text("utf-8", "replace") else []
    return found


async def test_each_copy_is_handed_over_once(app: App, tmp_path: Path) -> None:
    """Not again at each look until the next one."""
    says = tmp_path / "says.py"
    says.write_text(f"open({str(tmp_path / 'taken')!r}, 'a').write('x')")
    copying = Copying(app, Backup(command=(sys.executable, str(says))))
    for _ in range(3):
        await copying.look()
    assert (tmp_path / "taken").read_text() == "x"


async def test_what_is_too_old_goes_even_when_no_copy_can_be_made(app: App, tmp_path: Path) -> None:
    """A full disk may be full of copies; those beside the database are copies too."""
    folder = folder_of_copies(Backup(), app.database)
    folder.mkdir()
    beside = tmp_path / "boussole.db.before-0002-from-0001"
    old = folder / "boussole-20200101T000000Z.db"
    for path in (beside, old, folder / f"boussole-{NOON.astimezone(UTC):%Y%m%dT%H%M%S}Z.db"):
        path.touch()
        os.utime(path, (0, 0))
    with capture_logs() as logs:
        await Copying(app, Backup()).look()
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["backup failed"]
    assert (beside.exists(), old.exists()) == (False, False)


def _none(folder: Path) -> None:
    """Nothing is wrong."""


def _late(folder: Path) -> None:
    for path in folder.glob("boussole-*"):
        path.rename(folder / "boussole-20200101T000000Z.db")


def _lost(folder: Path) -> None:
    for path in folder.glob("boussole-*"):
        path.unlink()


@pytest.mark.parametrize(("spoil", "good"), [(_none, True), (_late, False), (_lost, False)])
async def test_doctor_says_whether_copies_are_made(app: App, spoil: Callable[[Path], None], good: bool) -> None:
    """While the bot runs, the last one is never older than two intervals."""
    await Copying(app, Backup()).look()
    spoil(folder_of_copies(Backup(), app.database))
    await app.turns.run(lambda connection: presence.beat(connection, NOON))
    ((verdict, said),) = examine_copies(Backup(), app.database)
    assert (verdict, "copies" in said.lower()) == (good, True)
    assert next(examine_copies(Backup(every=0), app.database))[0]


async def test_doctor_says_what_failed(app: App, tmp_path: Path) -> None:
    """Making, or taking elsewhere."""
    await Copying(app, Backup(command=("/bin/false",))).look()
    verdicts = [verdict for verdict, _ in examine_copies(Backup(), app.database)]
    assert verdicts == [False, True]
    assert copies.newest(folder_of_copies(Backup(), app.database)) == NOON
