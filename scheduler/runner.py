"""Wakes the bot every few seconds, whatever happens to the clock, the machine or the work itself.

APScheduler only ticks: one job in memory, never a store. Its timer follows the wall clock, which may be set
back by an hour; a watchdog that follows the monotonic clock starts it anew when it has missed its hour.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.clock import Clock, SystemClock

TICK_SECONDS = 10.0
"""Between two looks at the wall clock; 30 at most, also when the watchdog has to help."""

MISSED = 2.5
"""After this many intervals without a look, the ticking is started anew."""

CLOSING_SECONDS = 5.0

_log = structlog.get_logger(__name__)


class Runner:
    """Calls `work` now and then, never twice at once; what it raises is logged and the next call comes."""

    def __init__(
        self, work: Callable[[], Awaitable[None]], seconds: float = TICK_SECONDS, clock: Clock | None = None
    ) -> None:
        self._work = work
        self._seconds = seconds
        self._clock = clock or SystemClock()
        self._scheduler: AsyncIOScheduler | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._looked = time.monotonic()
        self.failure: str | None = None
        """The name of what the last call raised; None when it went well."""

    @property
    def age(self) -> float:
        """Seconds since the last call began."""
        return time.monotonic() - self._looked

    async def run(self) -> None:
        """Tick until cancelled; a call that has begun is given some seconds to end."""
        try:
            while True:
                self._start()
                while self.age <= self._seconds * MISSED or not self._idle.is_set():  # noqa: ASYNC110  # time is what is awaited
                    await asyncio.sleep(self._seconds / 4)
                _log.warning("tick missed")
                self._stop()
        finally:
            await self._close()

    def _start(self) -> None:
        self._looked = time.monotonic()
        # The zone of the machine has no part in this: it is not even looked up.
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._call,
            "interval",
            seconds=self._seconds,
            next_run_time=self._clock.now(),
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        self._scheduler.start()

    def _stop(self) -> None:
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None:
            scheduler.shutdown(wait=False)

    async def _close(self) -> None:
        if self._scheduler is not None:
            self._scheduler.pause()
        try:
            await asyncio.wait_for(self._idle.wait(), CLOSING_SECONDS)
        except TimeoutError:
            _log.warning("tick cut short")
        self._stop()

    async def _call(self) -> None:
        self._looked = time.monotonic()
        self._idle.clear()
        try:
            await self._work()
            self.failure = None
        except Exception as error:  # noqa: BLE001  # whatever one call raises, the next one comes
            self.failure = type(error).__name__
            _log.error("tick failed", error=self.failure, exc_info=error)
        finally:
            self._idle.set()
