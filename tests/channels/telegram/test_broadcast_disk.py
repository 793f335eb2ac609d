"""The disk fills up in the middle of a broadcast: it stops, and goes on by itself once there is room."""

from __future__ import annotations

import asyncio
import os
import resource
import time

import pytest

from bot.bulk import MOST_AT_ONCE
from tests.channels.telegram.killed import PATIENCE, Killed, ended
from tests.databases import Home
from tests.fake_telegram import FakeTelegram
from tests.many import UNCERTAIN, broadcast_to, nobody_is_told_twice_or_forgotten, pack_where_it_is_day, reached
from tests.many_telegram import PACE, Audience, limits
from tests.measures import record

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not WHOLE, reason="it waits for leases: in make faults")]

PEOPLE = 600
BEFORE = 100
NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
ROOM = 64 * 1024
STILL_SECONDS = 2.0


def shrink(pid: int) -> None:
    """Nothing is written any more beyond the first pages of a file: what the database adds is far behind."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))


async def still(audience: Audience) -> int:
    """How many were told once nothing moves any more."""
    over_at, told, since = time.monotonic() + PATIENCE, -1, time.monotonic()
    while time.monotonic() - since < STILL_SECONDS:
        assert time.monotonic() < over_at, "it goes on as if there were room"
        if audience.told != told:
            told, since = audience.told, time.monotonic()
        await asyncio.sleep(0.01)
    return told


@pytest.mark.row("F30", "G14")
async def test_a_disk_that_is_full_for_a_while_costs_a_broadcast_nobody(file_home: Home) -> None:
    """No message leaves that is not written before; the process lives, and nobody is told twice or forgotten."""
    faster = {f"BOUSSOLE_DELIVERY__{name}": str(value) for name, value in PACE.items()}
    async with FakeTelegram() as server:
        server.keeps_calls = False
        server.limits = limits()
        audience = Audience(server, PEOPLE)
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(file_home.folder))}
        bot = Killed(server, file_home, webhook=False, **faster, **pack)
        id = await asyncio.to_thread(broadcast_to, bot.url, audience.peers)
        process = await bot.start()
        try:
            over_at = time.monotonic() + PATIENCE
            while audience.told < BEFORE:
                assert time.monotonic() < over_at, bot.said
                await asyncio.sleep(0.005)
            shrink(process.pid)
            stopped_at = await still(audience)
            assert process.poll() is None, bot.said
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, NO_LIMIT)
            over_at = time.monotonic() + 2 * PATIENCE
            while (await asyncio.to_thread(reached, bot.url, id)).state != "done":
                assert time.monotonic() < over_at, bot.said[-3000:]
                await asyncio.sleep(0.2)
            await bot.stopped(process)
        finally:
            await ended(process)
    found = reached(bot.url, id)
    assert BEFORE <= stopped_at < PEOPLE - len(audience.refusing)
    nobody_is_told_twice_or_forgotten(found, audience.heard)
    assert found.states()[UNCERTAIN] <= MOST_AT_ONCE
    assert "Traceback" not in bot.said
    record("G14", f"{PEOPLE} people, the disk full after {stopped_at}: all told once there was room again", met=True)
