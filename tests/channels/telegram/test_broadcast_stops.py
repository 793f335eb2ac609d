"""The real process is stopped as an operator stops it, again and again in the middle of a broadcast.

In `make test` a few times; `BOUSSOLE_KILLS=200` (`make faults`) makes it two hundred stops and ten thousand people."""

from __future__ import annotations

import asyncio
import os
import random
import time

import pytest

from tests.channels.telegram.killed import PATIENCE, Killed, ended
from tests.channels.telegram.test_broadcast_kills import FASTER, more, the_end
from tests.databases import Home
from tests.fake_telegram import FakeTelegram
from tests.many import UNCERTAIN, broadcast_to, nobody_is_told_twice_or_forgotten, pack_where_it_is_day, reached
from tests.many_telegram import Audience, limits
from tests.measures import record

pytestmark = pytest.mark.slow

STOPS, PEOPLE = (200, 10_000) if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else (4, 240)
MOST_A_LIFE = 20


@pytest.mark.row("F9", "G5")
async def test_a_stop_in_the_middle_of_a_broadcast_tells_each_exactly_once(file_home: Home) -> None:
    """What is in flight ends, nothing else begins: none is lost, doubled or uncertain, and the end is clean."""
    chance, slowest = random.Random(5), 0.0
    async with FakeTelegram() as server:
        server.keeps_calls = False
        server.limits = limits()
        audience = Audience(server, PEOPLE)
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(file_home.folder))}
        bot = Killed(server, file_home, webhook=False, **FASTER, **pack)
        id = await asyncio.to_thread(broadcast_to, bot.url, audience.peers)
        for _ in range(STOPS):
            process, told = await bot.start(), audience.told
            try:
                await more(process, audience, told + chance.randint(1, MOST_A_LIFE), bot)
                began = time.monotonic()
                await bot.stopped(process)
                slowest = max(slowest, time.monotonic() - began)
            finally:
                await ended(process)
            assert audience.told < PEOPLE - len(audience.refusing), "a stop after the end proves nothing"
        await the_end(bot, id, PEOPLE)
    found = reached(bot.url, id)
    uncertain = found.states()[UNCERTAIN]
    figure = f"{PEOPLE} people, {STOPS} stops, the slowest {slowest:.1f} s; {uncertain} uncertain"
    record("G5", figure, not uncertain and slowest <= 10)
    nobody_is_told_twice_or_forgotten(found, audience.heard)
    assert uncertain == 0
    assert slowest < PATIENCE
