"""The files of summaries, each week's made once for all who ask: what is over never changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from bot import summaries
from bot.app import App
from bot.formats import File
from handlers.guide import Guide
from handlers.weeks import is_week
from storage import summing
from storage.errors import StorageRefused

PATIENCE_SECONDS = 15.0
MOST_FILES = 64

T = TypeVar("T")


class Away(Exception):
    """The database does not answer."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to read, oldest first."""

    weeks: tuple[str, ...]
    years: tuple[str, ...]


class Shelf:
    """One file is made at a time: the bot has people to answer."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._lock = asyncio.Lock()
        self._files: dict[tuple[str, str], File] = {}
        self._guide: Guide | None = None
        self._opened: tuple[tuple[str, Guide], tuple[File, ...]] | None = None

    async def known(self) -> Known:
        """The weeks and the years that are over."""
        guide, now = self._app.guide, self._app.clock.now()

        def look(connection: Connection) -> Known:
            weeks = summing.known_weeks(connection, guide, now)
            return Known(weeks, summing.known_years(connection, guide, now))

        return await self.read(look)

    async def file(self, period: str, form: str) -> File | None:
        """A summary in one of the forms; None for a period of which there is none. Raises Away, NoPrinter."""
        known = await self.known()
        if period not in (*known.weeks, *known.years):
            return None
        async with self._lock:
            guide = self._app.guide
            if guide is not self._guide:
                self._guide = guide
                self._files.clear()
            if not is_week(period):
                # Of a year some figures are entered by hand, and may be corrected.
                return await self._made(period, form, guide)
            if (period, form) not in self._files:
                made = await self._made(period, form, guide)
                while len(self._files) >= MOST_FILES:
                    del self._files[next(iter(self._files))]
                self._files[period, form] = made
            return self._files[period, form]

    async def open_data(self, name: str) -> File | None:
        """One of the files of the closed periods; None as long as none is closed. Raises Away."""
        async with self._lock:
            guide, now = self._app.guide, self._app.clock.now()
            of = summing.last_week(guide, now), guide
            if self._opened is None or self._opened[0] != of:
                self._opened = of, await self.read(lambda connection: summaries.opened(connection, guide, now))
            return next((each for each in self._opened[1] if each.name == name), None)

    async def _made(self, period: str, form: str, guide: Guide) -> File:
        now = self._app.clock.now()
        make = await self.read(lambda connection: summaries.begun(connection, guide, period, form, now))
        return await asyncio.to_thread(make)

    async def read(self, look: Callable[[Connection], T]) -> T:
        """What a look at the database finds."""

        def looked() -> T:
            with self._app.database.read() as connection:
                return look(connection)

        try:
            return await asyncio.wait_for(asyncio.to_thread(looked), PATIENCE_SECONDS)
        except (StorageRefused, OSError, TimeoutError) as error:
            raise Away from error
