"""The commands in which someone talks with the bot: chat, demo."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from codecs import BOM_UTF8
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from bot.app import App, prepared
from bot.channels import Channel
from bot.channels.terminal import TerminalChannel
from bot.cli import (
    REFUSED,
    ConfigOption,
    DatabaseOption,
    PackOption,
    folder_of,
    refusals,
    settings_of,
    settle_memory,
)
from bot.copying import folder_of_copies
from bot.flood import Flood
from bot.logs import configure_logs
from bot.pace import Limits
from bot.sentences import sentence
from bot.settings import Settings
from bot.simulator import Simulator, to_output
from bot.told import durations_of, notice_of
from handlers.messages import Address, Inbound
from scheduler.clock import Clock, SystemClock
from storage.database import open_database
from storage.retention import Retention

MEMORY = ":memory:"
_DRAWN = 16
YOU = Address("terminal", "you")


def register(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command()(chat)
    cli.command()(demo)


def chat(
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")] = False,
    pack: PackOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Talk to the bot in this terminal."""
    with refusals():
        settings = settings_of(config)
        configure_logs(settings.logs, now=SystemClock().now)
        url = db or (settings.storage.url if config else MEMORY)
        folder = folder_of(pack, settings)
        if json:
            simulator = Simulator(to_output)
            _run(_lines(settings, url, folder, simulator))
        else:
            _run(_conversation(settings, url, folder))


def demo(pack: PackOption = None) -> None:
    """A scripted tour on a database thrown away afterwards; then chat, if someone is at the terminal."""
    from bot.demo import tour

    with refusals():
        configure_logs(Settings().logs, now=SystemClock().now)
        _run(tour(folder_of(pack)))
        if sys.stdin.isatty():
            typer.echo("\n" + sentence("cli-demo-chat"))
            _run(_conversation(Settings(), MEMORY, folder_of(pack)))


def _run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@asynccontextmanager
async def running(
    settings: Settings,
    url: str,
    folder: Path,
    clock: Clock,
    channels: dict[str, Channel],
    *,
    limits: Limits | None = None,
    flood: Flood | None = None,
) -> AsyncIterator[App]:
    """An app on this database and pack, which reads its pack again on SIGHUP."""
    from bot import packs

    database = open_database(url)
    try:
        # Another program that holds it is told at once, before anything slow.
        database.lock()
        guide = packs.read(folder)
        prepared(database, folder_of_copies(settings.backup, database))
        retention, notice = Retention(durations_of(settings)), notice_of(settings)
        async with App(database, guide, clock, channels, retention, limits=limits, flood=flood, notice=notice) as app:
            loop = asyncio.get_running_loop()
            reloads: set[asyncio.Task[None]] = set()
            loop.add_signal_handler(signal.SIGHUP, lambda: reloads.add(asyncio.create_task(_reload(app, folder))))
            settle_memory()
            yield app
    finally:
        database.close()


async def _reload(app: App, folder: Path) -> None:
    defects = await app.reload(folder)
    if defects:
        sys.stderr.write("\n".join([*map(str, defects), sentence("cli-pack-kept")]) + "\n")


async def _lines(settings: Settings, url: str, folder: Path, simulator: Simulator) -> None:
    async with running(settings, url, folder, simulator.clock, dict(simulator.channels)) as app:
        await simulator.start(app)
        number = 0
        async for line in _input():
            number += 1
            await simulator.line(app, number, line)


async def _conversation(settings: Settings, url: str, folder: Path) -> None:
    from rich.console import Console

    person = sys.stdin.isatty()
    console = Console(highlight=False, soft_wrap=not person)
    clock = SystemClock()
    async with running(settings, url, folder, clock, {"terminal": TerminalChannel(console)}) as app:
        await app.send_what_is_owed()
        await app.tick()
        if person:
            console.print(sentence("cli-chat-hint"), style="dim")
        await _say(app, clock, "start")
        async for line in _input(prompt=(lambda: console.print("\n> ", end="", style="bold")) if person else None):
            if not person:
                console.print(f"\n> {line}", markup=False)
            await _say(app, clock, line)


async def _say(app: App, clock: Clock, text: str) -> None:
    await app.receive(Inbound(YOU, f"drawn-{clock.draw(_DRAWN)}", YOU.peer, text, sent_at=clock.now()))
    await app.delivery.settled()
    if app.delivery.stopped:
        raise typer.Exit(REFUSED)


async def _input(prompt: Callable[[], None] | None = None) -> AsyncIterator[str]:
    """The lines of standard input, without blocking the loop; what is not UTF-8 is replaced."""
    # Not Python's own reader, nor closed: whoever ends the program would wait for the thread that reads.
    lines = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115, ASYNC230  # the thread reads it as long as it lives
    while True:
        if prompt is not None:
            prompt()
        if not (line := await _read(lines)):
            return
        yield line.removeprefix(BOM_UTF8).decode("utf-8", "replace").rstrip("\r\n")


def _read(lines: IO[bytes]) -> asyncio.Future[bytes]:
    """Its next line. A thread of the loop would be waited for, and Ctrl-C comes when there is no line."""
    loop = asyncio.get_running_loop()
    read: asyncio.Future[bytes] = loop.create_future()

    def tell(line: bytes, failed: OSError | None) -> None:
        if read.done():
            return
        if failed is None:
            read.set_result(line)
        else:
            read.set_exception(failed)

    def wait() -> None:
        line, failed = b"", None
        try:
            line = lines.readline()
        except OSError as error:
            failed = error
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(tell, line, failed)

    threading.Thread(target=wait, daemon=True).start()
    return read
