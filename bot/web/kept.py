"""What is read once for everybody who looks at the public pages, and the pages that were made of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Hashable
from datetime import timedelta

import structlog

from bot.app import App
from handlers.guide import Guide
from storage import agenda
from storage.agenda import Agenda

FRESH_SECONDS = 1.0
"""The database is asked at most as often, whoever asks."""
PATIENCE_SECONDS = 3.0
READ_AGAIN = timedelta(seconds=15)
"""After which all is read again, though nothing that was announced changed: who comes did, and the hour."""
TOO_OLD = timedelta(hours=1)
MOST_PAGES = 500

_log = structlog.get_logger(__name__)

Make = Callable[[Agenda, Guide], bytes]


class Away(Exception):
    """The database does not answer, and what was read before is too old."""


class Kept:
    """One look at a time, one page made at a time: the bot has people to answer."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._lock = asyncio.Lock()
        self._agenda: Agenda | None = None
        self._guide: Guide | None = None
        self._looked_at = float("-inf")
        self._pages: dict[Hashable, bytes] = {}
        self._feeds: dict[Hashable, bytes] = {}

    async def page(self, key: Hashable, make: Make) -> bytes:
        """What was made under this key since the last look, or is made now. Raises Away, and what `make` does."""
        return await self._made(self._pages, key, make)

    async def feed(self, key: Hashable, make: Make) -> bytes:
        """The same of what only changes with what was announced."""
        return await self._made(self._feeds, key, make)

    async def _made(self, known: dict[Hashable, bytes], key: Hashable, make: Make) -> bytes:
        async with self._lock:
            found, guide = await self._fresh(), self._app.guide
            if guide is not self._guide:
                self._guide = guide
                self._pages.clear()
                self._feeds.clear()
            if key not in known:
                made = await asyncio.to_thread(make, found, guide)
                if len(known) >= MOST_PAGES:
                    known.clear()
                known[key] = made
            return known[key]

    async def _fresh(self) -> Agenda:
        if time.monotonic() - self._looked_at > FRESH_SECONDS:
            self._looked_at = time.monotonic()
            await self._look()
        if self._agenda is None or self._app.clock.now() - self._agenda.now > TOO_OLD:
            raise Away
        return self._agenda

    async def _look(self) -> None:
        try:
            found = await asyncio.wait_for(asyncio.to_thread(self._read), PATIENCE_SECONDS)
        except Exception as error:  # noqa: BLE001  # whatever is wrong with it, what was read before is shown
            _log.warning("agenda not read", error=type(error).__name__)
            return
        if found is self._agenda:
            return
        self._pages.clear()
        if self._agenda is None or found.mark != self._agenda.mark:
            self._feeds.clear()
        self._agenda = found

    def _read(self) -> Agenda:
        now, known = self._app.clock.now(), self._agenda
        with self._app.database.read() as connection:
            if known is not None and now - known.now < READ_AGAIN and agenda.mark(connection, now) == known.mark:
                return known
            return agenda.read(connection, now)
