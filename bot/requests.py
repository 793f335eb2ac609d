"""A command that writes asks the running bot to do it, over a socket beside the database: one process writes.

One JSON line each way: `{"request": "invite", "texts": {"role": "agent"}}`, then `{"done": {…}}` or
`{"refused": "<sentence>", "facts": {…}}`. The socket belongs to the owner of the database alone (0600).
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection

from bot.app import App, prepared
from bot.request_refused import RequestRefused
from storage.database import Database
from storage.errors import DatabaseBusy, StorageRefused
from storage.play import Scene

SOON_SECONDS = 0.2
PATIENCE_SECONDS = 5.0
LARGEST_LINE = 64 * 1024

_log = structlog.get_logger(__name__)


class Request(Protocol):
    """What a command asks, done in one transaction; returns what the command prints."""

    def __call__(self, connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
        """Raise `RequestRefused` with the sentence that says why not."""
        ...


Known = Mapping[str, Request]


class Counter:
    """Where the running bot receives the requests of commands."""

    def __init__(self, app: App, path: Path, known: Known) -> None:
        self._app = app
        self._path = path
        self._known = known

    async def run(self) -> None:
        """Serve until cancelled."""
        with _reachable(self._path) as short:
            server = await asyncio.start_unix_server(self._serve, sock=_door(short), limit=LARGEST_LINE)
            try:
                await server.serve_forever()
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(short)  # noqa: PTH108  # at once, the loop is leaving

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, ValueError):
            line = await asyncio.wait_for(reader.readline(), PATIENCE_SECONDS)
            answer = await self._answer(line)
            writer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
            await writer.drain()
        writer.close()

    async def _answer(self, line: bytes) -> dict[str, Any]:
        name, texts = _asked(line)
        request = self._known.get(name)
        if request is None:
            return {"refused": "cli-request-unknown", "facts": {}}
        turns, clock = self._app.turns, self._app.clock
        scene = Scene(turns.guide, clock.now(), clock.draw, self._app.retention)
        try:
            return {"done": dict(await turns.run(lambda connection: request(connection, scene, **texts)))}
        except (RequestRefused, StorageRefused) as refused:
            return {"refused": refused.name, "facts": refused.facts}
        except Exception as error:  # noqa: BLE001  # the bot goes on, the command is told
            _log.error("request failed", exc_info=error)
            return {"refused": "cli-request-failed", "facts": {"error": type(error).__name__}}


def _door(name: str) -> socket.socket:
    """A socket of this name, in the place of one left by a process that was killed."""
    with suppress(FileNotFoundError):
        Path(name).unlink()
    door = socket.socket(socket.AF_UNIX)
    # The file takes its mode from the socket: nobody else can ever have come in.
    os.fchmod(door.fileno(), 0o600)
    door.bind(name)
    return door


def _asked(line: bytes) -> tuple[str, dict[str, str]]:
    given = json.loads(line)
    texts = given.get("texts", {}) if isinstance(given, dict) else None
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError
    return str(given.get("request")), texts


def carry_out(
    database: Database, known: Known, name: str, scene: Callable[[], Scene], /, **texts: str
) -> Mapping[str, str]:
    """Do what a command asks: here if nobody runs, else in the process that runs. Closes the database.

    Raises RequestRefused or StorageRefused; DatabaseBusy within two seconds if someone else holds the file."""
    try:
        if _here(database):
            with prepared(database).write() as connection:
                return known[name](connection, scene(), **texts)
    finally:
        database.close()
    assert database.path is not None
    return ask(socket_of(database.path), name, **texts)


def _here(database: Database) -> bool:
    """True if this process may write; False if the one that runs can be asked."""
    try:
        database.lock(SOON_SECONDS)
    except DatabaseBusy:
        if database.path is None or not socket_of(database.path).is_socket():
            database.lock()
            return True
        return False
    return True


def ask(path: Path, name: str, /, **texts: str) -> Mapping[str, str]:
    """Have the process that runs do it."""
    line = json.dumps({"request": name, "texts": texts}, ensure_ascii=False).encode() + b"\n"
    try:
        answer = json.loads(_exchanged(path, line))
    except (OSError, ValueError) as error:
        raise DatabaseBusy(path=str(path)) from error
    if "done" not in answer:
        raise RequestRefused(answer["refused"], **answer["facts"])
    done: dict[str, str] = answer["done"]
    return done


def _exchanged(path: Path, line: bytes) -> bytes:
    with _reachable(path) as short, socket.socket(socket.AF_UNIX) as door:
        door.settimeout(PATIENCE_SECONDS)
        door.connect(short)
        door.sendall(line)
        with door.makefile("rb") as answer:
            return answer.readline(LARGEST_LINE)


def socket_of(database: Path) -> Path:
    """The socket beside a database."""
    return database.with_name(f"{database.name}.sock")


@contextmanager
def _reachable(path: Path) -> Iterator[str]:
    """A name for the socket that is short enough: the address of one holds a hundred characters."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
