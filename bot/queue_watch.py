"""Looks after what waits in the table: what no channel that runs would send, and what takes longer than expected."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

import structlog

from bot.turns import Turns
from bot.way_out import WayOut
from scheduler.clock import Clock
from storage import paces
from storage.reach import adopt

LOOK_SECONDS = 60.0
LONG = timedelta(hours=1)
"""More than this, and an operator wants to know."""

ELSEWHERE = timedelta(hours=1)
"""Where several processes share a database, another one may run the channel that we do not: it has had its chance."""

_CHANGED = 0.1

_log = structlog.get_logger(__name__)


class QueueWatch:
    """`way` gives the way out of a channel by its name."""

    def __init__(self, turns: Turns, clock: Clock, way: Callable[[str], WayOut]) -> None:
        self._turns = turns
        self._clock = clock
        self._way = way
        self._kept: dict[str, float | None] = {}
        self._looked_at = float("-inf")
        self._told_at: dict[str, float] = {}

    async def look(self, running: Collection[str]) -> bool:
        """Note what was learned of paces; now and then, look at the queue. True if something may leave now."""
        for name in running:
            await self._note(name)
        if not running or time.monotonic() - self._looked_at < LOOK_SECONDS:
            return False
        self._looked_at = time.monotonic()
        await self._tell_what_is_long(running)
        return await self._adopt(running)

    async def _note(self, name: str) -> None:
        """What was learned outlives the process; what changed a little is not written."""
        pace = self._way(name).gate.learned
        if name not in self._kept:
            self._kept[name] = await self._turns.run(lambda connection: paces.learned(connection, name))
            if (before := self._kept[name]) is not None and pace.per_second is None:
                pace.remember(before)
        now, kept = pace.per_second, self._kept[name]
        if now == kept or (now is not None and kept is not None and abs(now - kept) < _CHANGED * kept):
            return
        await self._turns.run(lambda connection: paces.learn(connection, name, now))
        self._kept[name] = now
        _log.info("pace learned", channel=name, subject="limit" if now is not None else "none")

    async def _tell_what_is_long(self, running: Collection[str]) -> None:
        """Once an hour, while it lasts; only where a server limits us: elsewhere the pace is our own."""
        limited = {name: pace for name in running if (pace := self._way(name).gate.learned.per_second) is not None}
        if not limited:
            return
        now = self._clock.now()
        counts = await self._turns.run(lambda connection: paces.waiting(connection, now))
        for name, pace in limited.items():
            seconds = counts.get(name, 0) / pace
            if seconds <= LONG.total_seconds() or not self._is_time(name):
                continue
            milliseconds = round(seconds * 1000)
            _log.warning(
                "queue is long",
                channel=name,
                queued=counts[name],
                duration_ms=milliseconds,
                reason="override_ratelimit",
            )

    def _is_time(self, name: str) -> bool:
        now = time.monotonic()
        if now - self._told_at.get(name, float("-inf")) < LONG.total_seconds():
            return False
        self._told_at[name] = now
        return True

    async def _adopt(self, running: Collection[str]) -> bool:
        due = self._due()
        adopted = await self._turns.run(lambda connection: adopt(connection, running, due))
        if adopted:
            _log.info("rerouted", count=adopted)
        return adopted > 0

    def _due(self) -> datetime:
        alone = self._turns.database.is_sqlite
        return self._clock.now() - (timedelta() if alone else ELSEWHERE)
