"""The whole bot on the fake Bot API server: by polling, or by webhook through the door of the web."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.routing import Route

from bot.app import App
from bot.channels.telegram import TelegramChannel
from bot.settings import Telegram
from bot.web.hook import Hook
from bot.web.server import WebServer
from handlers.guide import Guide
from scheduler.clock import Clock, SystemClock
from storage import schema
from storage.database import Database, open_database
from tests.conversation import guide as guide_of
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.state import Seen

SECRET = "a-secret_of-the-tests"
POLL_SECONDS = 5


@dataclass(slots=True)
class Rig:
    """The bot and the server that it talks to."""

    server: FakeTelegram
    app: App
    channel: TelegramChannel
    listening: asyncio.Task[None]

    @property
    def database(self) -> Database:
        """Where the bot remembers."""
        return self.app.database

    async def listens(self, since: int) -> None:
        """Wait until the server would be heard; `since`: how many calls there were before."""
        asked = {"getupdates", "setwebhook"}
        await self.until(lambda: any(call.method in asked for call in self.server.calls if call.number > since))

    async def until(self, holds: Callable[[], object], seconds: float = 60.0) -> None:
        """Wait until something holds, or the listener ends."""
        async with asyncio.timeout(seconds):
            while not holds():
                if self.listening.done():
                    await self.listening
                await asyncio.sleep(0.002)

    async def quiet(self) -> None:
        """Wait until every update is handled, every answer sent and written."""
        await self.until(lambda: not self.server.updates.queue)
        await self.app.delivery.settled()
        await self.app.turns.run(lambda _: None)

    async def said(self, number: int = 1) -> list[Seen]:
        """What a person sees once everything is quiet."""
        await self.quiet()
        return list(self.server.user(number).heard)


def settings(server: FakeTelegram, webhook_url: str = "") -> Telegram:
    """A configuration for this server."""
    if not webhook_url:
        return Telegram(token=server.token, base_url=server.root)
    return Telegram(
        token=server.token, base_url=server.root, mode="webhook", webhook_url=webhook_url, webhook_secret=SECRET
    )


@contextlib.contextmanager
def memory() -> Iterator[Database]:
    """A database thrown away afterwards."""
    database = open_database(":memory:")
    schema.prepare(database)
    yield database
    database.close()


@asynccontextmanager
async def rig(
    server: FakeTelegram,
    database: Database,
    *,
    webhook: bool = False,
    guide: Guide | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Rig]:
    """The bot, listening; started and ended as the process is."""
    web = Door() if webhook else None
    channel = TelegramChannel(settings(server, web.url if web else ""), poll_seconds=POLL_SECONDS)
    app = App(database, guide or guide_of(""), clock or SystemClock(), {channel.name: channel})
    try:
        async with app:
            await app.delivery.recover()
            since = server.count
            serving = asyncio.create_task(web.serve(channel, app)) if web else None
            await channel.open()
            listening = asyncio.create_task(channel.listen(app))
            running = Rig(server, app, channel, listening)
            try:
                await running.listens(since)
                yield running
            finally:
                tasks = [task for task in (listening, serving) if task is not None]
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        await channel.close()


class Door:
    """The web of the bot, with the door of Telegram only."""

    def __init__(self) -> None:
        import socket

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/telegram"

    async def serve(self, channel: TelegramChannel, app: App) -> None:
        """Until cancelled."""
        route = Route("/telegram", Hook(SECRET, channel, app))
        await WebServer(Starlette(routes=[route]), "127.0.0.1", self.port).run()
