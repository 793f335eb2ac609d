"""The real process is killed at any moment of a broadcast: nobody is told twice, nobody is forgotten.

In `make test` it is fifty kills and a thousand people. `BOUSSOLE_KILLS=200` (`make faults`) makes it five hundred
kills and ten thousand people."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import time

import pytest

from bot.bulk import MOST_AT_ONCE
from tests.channels.telegram.killed import PATIENCE, Killed, ended
from tests.cli.nursery import Program
from tests.databases import Home
from tests.fake_telegram import FakeTelegram
from tests.many import FAILED, UNCERTAIN, broadcast_to, nobody_is_told_twice_or_forgotten, pack_where_it_is_day, reached
from tests.many_telegram import PACE, Audience, limits
from tests.measures import record

pytestmark = pytest.mark.slow

_log = logging.getLogger(__name__)

ASKED = int(os.environ.get("BOUSSOLE_KILLS", "50"))
KILLS, PEOPLE = (500, 10_000) if ASKED >= 200 else (ASKED, 20 * ASKED)
FASTER = {f"BOUSSOLE_DELIVERY__{name}": str(value) for name, value in PACE.items()}
LEAST_A_LIFE, MOST_A_LIFE = 1, 20
"""Messages of a life: some more leave before its end."""


async def life(bot: Killed, audience: Audience, chance: random.Random) -> None:
    """A life that ends by a kill: after some messages, in the middle of what follows; or whenever it may be."""
    process, told = await bot.start(), audience.told
    try:
        if chance.random() < 0.2:
            await asyncio.sleep(chance.random() * 0.5)
        else:
            await more(process, audience, told + chance.randint(LEAST_A_LIFE, MOST_A_LIFE), bot)
            await asyncio.sleep(chance.random() * 0.02)
    finally:
        await ended(process)


async def more(process: Program, audience: Audience, wanted: int, bot: Killed) -> None:
    """Until so many messages came."""
    over_at = time.monotonic() + PATIENCE
    while audience.told < wanted:
        assert process.poll() is None, bot.said
        assert time.monotonic() < over_at, (audience.told, wanted)
        await asyncio.sleep(0.001)


async def the_end(bot: Killed, id: int, people: int) -> None:
    """A last life, in which all that is left is sent."""
    process = await bot.start()
    try:
        over_at = time.monotonic() + PATIENCE + people / PACE["BULK_PER_SECOND"]
        while (await asyncio.to_thread(reached, bot.url, id)).state != "done":
            assert time.monotonic() < over_at, bot.said[-3000:]
            await asyncio.sleep(0.5)
        await bot.stopped(process)
    finally:
        await ended(process)


@pytest.mark.row("F8", "G3")
@pytest.mark.parametrize(("kills", "people", "picture"), [(KILLS, PEOPLE, False), (KILLS // 5, PEOPLE // 2, True)])
async def test_a_broadcast_tells_each_once_whenever_the_process_is_killed(
    file_home: Home, kills: int, people: int, *, picture: bool
) -> None:
    """Before, while and after its messages are written, claimed, sent and marked (goals B3, R3); with a picture, the
    message and the picture are one."""
    chance = random.Random(6)
    async with FakeTelegram() as server:
        server.keeps_calls = False
        server.limits = limits()
        audience = Audience(server, people)
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(file_home.folder))}
        bot = Killed(server, file_home, webhook=False, **FASTER, **pack)
        id = await asyncio.to_thread(broadcast_to, bot.url, audience.peers, picture=picture)
        for _ in range(kills):
            await life(bot, audience, chance)
            assert audience.told < people - len(audience.refusing), "a kill after the end proves nothing"
        before = audience.told
        await the_end(bot, id, people)
    found = reached(bot.url, id)
    states = found.states()
    _log.info("people %d kills %d told between them %d states %s", people, kills, before, dict(states))
    nobody_is_told_twice_or_forgotten(found, audience.heard)
    assert {found.became[who][0] for who in audience.refusing} <= {FAILED, UNCERTAIN}
    assert states[UNCERTAIN] <= kills * MOST_AT_ONCE
    told = f"{people} people, {kills} kills{', with a picture' if picture else ''}"
    record("G3", f"{told}: none forgotten, none told twice, {states[UNCERTAIN]} uncertain", met=True)
