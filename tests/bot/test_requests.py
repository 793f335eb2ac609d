"""A command hands its request to the bot that runs; one process writes (design.md 1)."""

from __future__ import annotations

import asyncio
import socket
import stat
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from bot.app import App
from bot.request_refused import RequestRefused
from bot.requests import Counter, ask, carry_out, socket_of
from scheduler.clock import SetClock
from storage import schema
from storage.database import Database, open_database
from storage.errors import DatabaseBusy
from storage.play import Scene
from storage.tables import marks
from tests.echo import NOON
from tests.handlers.packs import guide


def note(connection: Connection, scene: Scene, /, name: str = "", **_: str) -> Mapping[str, str]:
    connection.execute(marks.insert(), {"name": name, "value": scene.now.isoformat()})
    return {"noted": name, "pack": scene.guide.pack.territory.name}


def refuse(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    note(connection, scene, name="never")
    raise RequestRefused("cli-request-unknown", **texts)


def fail(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    raise ZeroDivisionError


KNOWN = {"note": note, "refuse": refuse, "fail": fail}


def scene() -> Scene:
    return Scene(guide("exemple"), NOON, SetClock(NOON).draw)


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder}/boussole.db"


def answers(path: Path) -> bool:
    """Somebody listens behind this socket."""
    with socket.socket(socket.AF_UNIX) as door:
        return door.connect_ex(str(path)) == 0


def noted(folder: Path) -> int:
    database = open_database(url_of(folder))
    with database.read() as connection:
        mine = select(func.count()).select_from(marks).where(marks.c.name != "erasures-key")
        count = connection.execute(mine).scalar_one()
    database.close()
    return int(count)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Database]:
    """A database locked by a bot that serves requests."""
    database = open_database(url_of(tmp_path))
    database.lock()
    schema.prepare(database)
    async with App(database, guide("exemple"), SetClock(NOON), {}) as app:
        path = socket_of(tmp_path / "boussole.db")
        # What a bot that was killed leaves is replaced.
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(path))
        task = asyncio.create_task(Counter(app, path, KNOWN).run())
        async with asyncio.timeout(5):
            while not answers(path):
                await asyncio.sleep(0.005)
        yield database
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    database.close()
    assert not path.exists()


async def asked(folder: Path, name: str, /, **texts: str) -> Mapping[str, str]:
    return await asyncio.to_thread(carry_out, open_database(url_of(folder)), KNOWN, name, scene, **texts)


async def test_the_bot_that_runs_does_what_a_command_asks(served: Database, tmp_path: Path) -> None:
    """In its own transaction, with its own pack and clock; quickly."""
    began = time.monotonic()
    assert await asked(tmp_path, "note", name="é") == {"noted": "é", "pack": guide("exemple").pack.territory.name}
    assert time.monotonic() - began < 1
    assert noted(tmp_path) == 1


async def test_a_refusal_comes_back_with_its_sentence_and_writes_nothing(served: Database, tmp_path: Path) -> None:
    """The command says why, as it would have said by itself."""
    with pytest.raises(RequestRefused) as refused:
        await asked(tmp_path, "refuse", why="parce que")
    assert (refused.value.name, refused.value.facts) == ("cli-request-unknown", {"why": "parce que"})
    assert noted(tmp_path) == 0


@pytest.mark.parametrize(("name", "said"), [("fail", "cli-request-failed"), ("unheard", "cli-request-unknown")])
async def test_what_cannot_be_done_is_said_and_the_bot_goes_on(
    served: Database, tmp_path: Path, name: str, said: str
) -> None:
    """A command of another version, or a fault of ours."""
    path = socket_of(tmp_path / "boussole.db")
    with pytest.raises(RequestRefused) as refused:
        await asyncio.to_thread(ask, path, name)
    assert refused.value.name == said
    assert await asked(tmp_path, "note", name="a")


@pytest.mark.parametrize("line", [b"", b"\n", b"{\n", b"[]\n", b'{"texts": {"a": 1}}\n', b"x" * 100_000])
async def test_a_line_that_is_no_request_closes_the_door_only(served: Database, tmp_path: Path, line: bytes) -> None:
    """Whoever may write there is the owner: no more than calm is needed."""
    reader, writer = await asyncio.open_unix_connection(socket_of(tmp_path / "boussole.db"))
    writer.write(line)
    writer.write_eof()
    with suppress(ConnectionResetError):
        await asyncio.wait_for(reader.read(), 5)
    writer.close()
    assert await asked(tmp_path, "note", name="a")


async def test_the_socket_belongs_to_the_owner_alone(served: Database, tmp_path: Path) -> None:
    """0600 from its first moment."""
    mode = socket_of(tmp_path / "boussole.db").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_when_nobody_runs_the_command_writes_itself(tmp_path: Path) -> None:
    """A socket left by a killed bot is no bot."""
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(socket_of(tmp_path / "boussole.db")))
    assert carry_out(open_database(url_of(tmp_path)), KNOWN, "note", scene, name="a")["noted"] == "a"
    assert noted(tmp_path) == 1


@pytest.mark.parametrize("left", [False, True])
def test_a_database_held_by_a_program_that_serves_nobody_is_refused_in_two_seconds(tmp_path: Path, left: bool) -> None:
    """`chat` holds it, or a bot that hangs: a clear line, not a wait."""
    holder = open_database(url_of(tmp_path))
    holder.lock()
    schema.prepare(holder)
    if left:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind(str(socket_of(tmp_path / "boussole.db")))
    began = time.monotonic()
    with pytest.raises(DatabaseBusy):
        carry_out(open_database(url_of(tmp_path)), KNOWN, "note", scene, name="a")
    assert time.monotonic() - began < 2
    holder.close()
    assert noted(tmp_path) == 0


async def test_the_path_of_the_database_may_be_long(tmp_path: Path) -> None:
    """The address of a socket holds a hundred characters; a path may hold four thousand."""
    folder = tmp_path / ("d" * 120)
    folder.mkdir()
    database = open_database(url_of(folder))
    database.lock()
    schema.prepare(database)
    async with App(database, guide("exemple"), SetClock(NOON), {}) as app:
        task = asyncio.create_task(Counter(app, socket_of(folder / "boussole.db"), KNOWN).run())
        await asyncio.sleep(0.1)
        assert (await asked(folder, "note", name="a"))["noted"] == "a"
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    database.close()
