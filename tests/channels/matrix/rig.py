"""The whole bot on a real homeserver: one account, one sync loop, and as many bots behind it as a test needs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from bot.app import App
from bot.channels.matrix import MatrixChannel
from bot.channels.matrix.invitations import JOINS_AT_ONCE
from bot.settings import MatrixSettings
from handlers.guide import Guide
from scheduler.clock import Clock, SystemClock
from storage import schema
from storage.database import Database, open_database
from tests.conversation import guide as guide_of
from tests.synapse.fixtures import Synapse
from tests.synapse.people import PATIENCE, Person

PICKLE_KEY = "the key of the tests"
NEVER = 3_600.0


@dataclass(slots=True)
class Rig:
    """The bot, listening."""

    synapse: Synapse
    user_id: str
    app: App
    channel: MatrixChannel
    listening: asyncio.Task[None]
    people: list[Person] = field(default_factory=list)

    async def meets(self, name: str = "holder", *, encrypted: bool = True) -> tuple[Person, str]:
        """A new person in a direct room with the bot, which has come."""
        person = await self.synapse.person(name)
        room = await person.direct_room(self.user_id, encrypted)
        await person.joined_by(room, self.user_id)
        return person, room

    async def until(self, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until something holds, or the listener ends."""
        async with asyncio.timeout(seconds):
            while not holds():
                if self.listening.done():
                    await self.listening
                await asyncio.sleep(0.01)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database holds."""
        with self.app.database.read() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    async def played(self, event_id: str) -> None:
        """Wait until this message is committed, and its answers sent and marked."""
        await self.until(lambda: self.rows(f"SELECT 1 FROM inbound WHERE message_id = '{event_id}'"))
        await self.until(lambda: not self.rows("SELECT 1 FROM outbox WHERE state = 'sending'"))

    async def rooms(self) -> list[str]:
        """Where the bot is, as the homeserver says."""
        assert self.channel._session is not None
        return list((await self.channel._session.client.joined_rooms()).rooms)

    def said(self, name: str) -> str:
        """A sentence of the pack."""
        return self.app.guide.wording.say("fr", name)


def settings(synapse: Synapse, account: tuple[str, str], folder: Path, **changes: object) -> MatrixSettings:
    """A configuration for this homeserver."""
    user, password = account
    keys = {"homeserver": synapse.url, "user": user, "password": password, "pickle_key": PICKLE_KEY}
    return MatrixSettings.model_validate({**keys, "store_path": str(folder), **changes})


@contextlib.contextmanager
def memory() -> Iterator[Database]:
    """A database thrown away afterwards."""
    database = open_database(":memory:")
    schema.prepare(database)
    yield database
    database.close()


@asynccontextmanager
async def rig(
    synapse: Synapse,
    configured: MatrixSettings,
    database: Database,
    *,
    guide: Guide | None = None,
    clock: Clock | None = None,
    grace: float = 1.0,
    welcome: float = NEVER,
    joins_at_once: int = JOINS_AT_ONCE,
) -> AsyncIterator[Rig]:
    """The bot, listening; started and ended as the process is."""
    channel = MatrixChannel(configured, grace=grace, welcome=welcome, sync_seconds=5, joins_at_once=joins_at_once)
    app = App(database, guide or guide_of(""), clock or SystemClock(), {channel.name: channel})
    try:
        async with app:
            await app.delivery.recover()
            async with listening(channel, app) as task:
                running = Rig(synapse, configured.user, app, channel, task)
                await running.until(lambda: channel.ready)
                yield running
    finally:
        await channel.close()


@asynccontextmanager
async def listening(channel: MatrixChannel, app: App) -> AsyncIterator[asyncio.Task[None]]:
    """The channel opened, its listener in a task that ends with the block."""
    await channel.open()
    task = asyncio.create_task(channel.listen(app))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
