"""A long queue of updates on the server: read to its end, a hundred at a time, in the memory of the first ones.

In `make test` two thousand wait; `BOUSSOLE_KILLS=200` (`make faults`) makes it a hundred thousand."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from tests.channels.telegram.killed import Killed, ended
from tests.databases import Home
from tests.fake_telegram import FakeTelegram

pytestmark = pytest.mark.slow

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
WAITING = 100_000 if WHOLE else 2_000
PEOPLE = 5_000 if WHOLE else 500
BATCH = 100
PATIENCE = 3_600.0 if WHOLE else 120.0
MORE_KILOBYTES = 60 * 1024
"""What the pages of the database and the people of the flood's buckets may add to the memory of the first ones."""

FREELY = {f"BOUSSOLE_FLOOD__{name}": "100000" for name in ("AT_ONCE", "CALM_AT_ONCE", "SHARED_AT_ONCE")}


def memory(pid: int) -> int:
    """Kilobytes of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


async def left(server: FakeTelegram, count: int) -> None:
    """Until no more than so many wait."""
    over_at = time.monotonic() + PATIENCE
    while len(server.updates.queue) > count:
        assert time.monotonic() < over_at, len(server.updates.queue)
        await asyncio.sleep(0.05)


@pytest.mark.row("F57")
async def test_a_long_queue_is_read_to_its_end_in_the_same_memory(file_home: Home) -> None:
    """What waits, waits on the server: nothing more is asked for before what came is written (faults F57)."""
    async with FakeTelegram(speed=20) as server:
        server.keeps_calls = False
        people = [server.user(1_000 + number) for number in range(PEOPLE)]
        for number in range(WAITING):
            people[number % PEOPLE].sends("bonjour" if number < PEOPLE else "pourquoi")
        bot = Killed(server, file_home, webhook=False, **FREELY)
        process = await bot.start()
        try:
            await left(server, WAITING - WAITING // 10)
            at_first = memory(process.pid)
            await left(server, BATCH)
            at_last = memory(process.pid)
            await left(server, 0)
            ledger = await bot.stopped(process)
        finally:
            await ended(process)
    assert at_last - at_first < MORE_KILOBYTES, (at_first, at_last)
    assert ledger.received == WAITING
    assert ledger.counted["sent"] == ledger.counted["planned"] >= WAITING
