"""The bot wakes whatever happens to the clock or to the work (faults 1.2, F33; G7)."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from scheduler import reminders
from scheduler.clock import SystemClock
from scheduler.runner import Runner
from storage.database import Database
from storage.notes import note, noted
from storage.play import Scene
from tests.bot.test_turns_faults import impatient
from tests.coming_soon import expected
from tests.conversation import guide
from tests.echo import turns
from tests.rows import states

EVERY = 0.1
SOON = 5.0
PATIENCE = 60.0
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


async def fails(runner: Runner, how: str | None) -> None:
    """Wait until the last call ended so."""
    while runner.failure != how:
        await asyncio.sleep(0.005)


@pytest.mark.row("F28")
async def test_ticks_go_on_while_another_program_holds_the_database(file_database: Database) -> None:
    """Longer than its patience: a call fails by the name of what is wrong, and a later one writes (faults F28)."""
    assert file_database.path is not None
    database = impatient(file_database, 0.05)
    async with turns(database) as lanes:

        async def deed(_: int) -> None:
            await lanes.run(lambda connection: note(connection, "tick", "written"))

        with closing(sqlite3.connect(file_database.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            async with asyncio.timeout(PATIENCE), ticking(Work(deed)) as runner:
                await fails(runner, "DatabaseBusy")
                other.execute("ROLLBACK")
                await fails(runner, None)
    with database.read() as connection:
        assert noted(connection, "tick") == "written"
    database.close()


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


@pytest.mark.row("F33")
async def test_reminders_leave_once_when_the_clock_jumps_ahead_and_is_set_back(file_database: Database) -> None:
    """Due within half an hour: a machine that wakes an hour later tells at once (faults F33)."""
    database, clock = file_database, SystemClock()

    async def deed(_: int) -> None:
        with database.write() as connection:
            reminders.send_due(connection, Scene(guide(), clock.now(), clock.draw))

    def told() -> list[str]:
        return sorted(key for key in states(database) if "/h2/" in key)

    work = Work(deed)
    with time_machine.travel(INSTANT, tick=True) as traveller:
        with database.write() as connection:
            expected(connection, [("telegram", str(n)) for n in range(3)], INSTANT + timedelta(minutes=30))
        async with ticking(work):
            await work.until(2)
            assert told() == []
            traveller.move_to(INSTANT + timedelta(hours=1), tick=True)
            await work.until(work.calls + 2)
            due = told()
            traveller.move_to(INSTANT, tick=True)
            await work.until(work.calls + 2)
    assert (len(due), told()) == (3, due)


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
