"""Builds the bot from its parts, and gives it what a channel or a clock brings. Nothing is opened on import."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import structlog

from bot import packs
from bot.channels import Channel
from bot.delivery import Delivery
from bot.turns import Turns
from handlers.defects import Defect, PackRefused
from handlers.engine import respond, sorry
from handlers.guide import Guide
from handlers.messages import Inbound
from scheduler import nudges, upkeep
from scheduler.clock import Clock
from storage import schema
from storage.backup import copy_before_upgrade
from storage.database import Database
from storage.retention import Retention

_log = structlog.get_logger(__name__)


class App:
    """A running bot: an open database, a pack, channels. Use as an asynchronous context."""

    def __init__(
        self,
        database: Database,
        guide: Guide,
        clock: Clock,
        channels: Mapping[str, Channel],
        retention: Retention | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.retention = retention or Retention()
        self.turns = Turns(database, respond, sorry, guide, clock, self.retention)
        self.delivery = Delivery(self.turns, channels, clock)

    async def __aenter__(self) -> App:
        await self.turns.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.delivery.close()
        await self.turns.__aexit__()

    async def send_what_is_owed(self) -> None:
        """Send again what a former process committed and may not have sent."""
        while await self.delivery.owed(starting=True):
            await self.delivery.settled()

    async def receive(self, inbound: Inbound) -> None:
        """Play a message; return once it is committed and its answers are on their way."""
        self.delivery.hand_over(await self.turns.submit(inbound))

    async def tick(self) -> None:
        """Do what is due now: the nudges, and the erasures of what was kept long enough."""
        now, guide = self.clock.now(), self.turns.guide
        rows = await self.turns.run(lambda connection: nudges.send_due(connection, now, guide, self.retention.answers))
        self.delivery.hand_over(rows)
        await self.delivery.settled()
        while await self.turns.run(lambda connection: upkeep.erase_slice(connection, now, self.retention)):
            pass
        await self.turns.maintain(self.database.checkpoint)

    async def next_due(self) -> datetime | None:
        """The next instant at which `tick` has something to say, if there is one."""
        guide = self.turns.guide
        return await self.turns.run(lambda connection: nudges.next_nudge(connection, guide, self.retention.answers))

    async def reload(self, folder: Path) -> tuple[Defect, ...]:
        """Speak the pack as it is now in `folder`; a bad one is refused and the old one stays."""
        try:
            self.turns.guide = await asyncio.to_thread(packs.read, folder)
        except PackRefused as refused:
            _log.error("pack refused", defects=len(refused.defects))
            return refused.defects
        _log.info("pack loaded", revision=self.turns.guide.pack.revision)
        return ()


def prepared(database: Database) -> Database:
    """The database locked for this process, its schema at head; a copy is made before an upgrade.

    Raises StorageRefused (busy, newer, damaged…), after closing the database."""
    try:
        database.lock()
        schema.prepare(database, copy_before_upgrade)
    except BaseException:
        database.close()
        raise
    return database
