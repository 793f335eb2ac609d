"""The bot wakes whatever happens to the clock or to the work (faults 1.2, F33; G7)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from scheduler.runner import Runner

EVERY = 0.1
SOON = 5.0
INSTANT = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Work:
    """Counts its calls, and does what it is told at each."""

    def __init__(self, deed: Callable[[int], Awaitable[None]] | None = None) -> None:
        self.calls = 0
        self.together = 0
        self.most_together = 0
        self._deed = deed

    async def __call__(self) -> None:
        self.calls += 1
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        try:
            if self._deed:
                await self._deed(self.calls)
        finally:
            self.together -= 1

    async def until(self, calls: int) -> None:
        async with asyncio.timeout(SOON):
            while self.calls < calls:
                await asyncio.sleep(0.005)


@asynccontextmanager
async def ticking(work: Work) -> AsyncIterator[Runner]:
    runner = Runner(work, EVERY)
    task = asyncio.create_task(runner.run())
    yield runner
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_it_ticks_at_once_and_then_again_and_again() -> None:
    """What fell due while the bot was stopped does not wait for an interval."""
    work = Work()
    began = time.monotonic()
    async with ticking(work):
        await work.until(1)
        assert time.monotonic() - began < EVERY
        await work.until(4)


@pytest.mark.row("F28")
async def test_a_call_that_fails_is_told_and_the_next_one_comes() -> None:
    """A locked database for an hour is sixty lines of log, and then the reminders."""

    async def deed(call: int) -> None:
        if call == 2:
            raise ValueError

    work = Work(deed)
    async with ticking(work) as runner:
        await work.until(2)
        await asyncio.sleep(0)
        assert runner.failure == "ValueError"
        await work.until(3)
        await asyncio.sleep(0)
        assert runner.failure is None


async def test_two_calls_are_never_under_way() -> None:
    """A long call delays the next, and is not started anew by the watchdog."""

    ended = []

    async def deed(call: int) -> None:
        await asyncio.sleep(EVERY * 6 if call == 1 else 0)
        ended.append(call)

    work = Work(deed)
    async with ticking(work):
        await work.until(3)
    assert work.most_together == 1
    assert ended[0] == 1


@pytest.mark.row("F33")
async def test_a_clock_set_back_an_hour_stops_nothing() -> None:
    """APScheduler would wait for the hour to come again: the watchdog follows another clock."""
    work = Work()
    with time_machine.travel(INSTANT, tick=True) as traveller:
        async with ticking(work):
            await work.until(2)
            traveller.move_to(INSTANT - timedelta(hours=1), tick=True)
            seen = work.calls
            await work.until(seen + 3)


@pytest.mark.row("F33")
async def test_a_clock_that_jumps_ahead_causes_one_call_not_a_hundred() -> None:
    """A suspended machine wakes: what is due is asked once."""
    work = Work()
    with time_machine.travel(INSTANT, tick=True) as traveller:
        async with ticking(work):
            await work.until(2)
            traveller.move_to(INSTANT + timedelta(hours=1), tick=True)
            seen = work.calls
            await asyncio.sleep(EVERY * 3)
            assert 1 <= work.calls - seen <= 5


async def test_a_call_that_has_begun_is_given_time_to_end() -> None:
    """A stop loses nothing of what was being written."""
    ended = []

    async def deed(call: int) -> None:
        await asyncio.sleep(EVERY * 2)
        ended.append(call)

    work = Work(deed)
    async with ticking(work):
        await work.until(1)
    assert ended == [1]


async def test_its_age_tells_how_long_nothing_was_looked_at() -> None:
    """Health turns red on it."""
    runner = Runner(Work(), EVERY)
    await asyncio.sleep(0.05)
    assert 0.05 <= runner.age < 1
