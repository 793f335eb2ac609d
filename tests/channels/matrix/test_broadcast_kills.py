"""The real process on both channels is killed at any moment of a broadcast: nobody is told twice, nobody is forgotten.

In `make test` it is six kills; `BOUSSOLE_KILLS=200` (`make faults`) makes it sixty, with fifty people on Matrix."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import time
from collections.abc import Callable, Mapping

import pytest

from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.channels.matrix.test_long import Talker, talkers
from tests.fake_telegram import FakeTelegram
from tests.many import SAID, UNCERTAIN, broadcast_to, nobody_is_told_twice_or_forgotten, pack_where_it_is_day, reached
from tests.many_telegram import CHANNEL, PACE, Audience, limits
from tests.measures import record
from tests.synapse.fixtures import Synapse

pytestmark = pytest.mark.slow

_log = logging.getLogger(__name__)

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
KILLS, HERE, THERE = (60, 50, 400) if WHOLE else (6, 8, 60)
"""Kills, people on Matrix and people on Telegram."""
PATIENCE = 120.0
MOST_A_LIFE = 6


class Everybody:
    """The people of both channels."""

    def __init__(self, audience: Audience, rooms: list[Talker]) -> None:
        self._audience = audience
        self._rooms = rooms

    def heard(self) -> Mapping[tuple[str, str], int]:
        """How often each was told."""
        here = {
            ("matrix", each.person.user_id): sum(SAID in said.body for said in each.person.said(each.room))
            for each in self._rooms
        }
        return {**self._audience.heard, **{who: count for who, count in here.items() if count}}

    @property
    def told(self) -> int:
        """How many messages came."""
        return sum(self.heard().values())


@pytest.mark.row("F8", "G4")
async def test_a_broadcast_on_both_channels_tells_each_once_whatever_kills(matrix: Matrix, synapse: Synapse) -> None:
    """On Matrix a message of which nothing is known is sent again, and the server drops the copy: none is uncertain."""
    chance = random.Random(7)
    matrix.settings |= {"TERRITORY__PACK": str(pack_where_it_is_day(matrix.folder))}
    rooms = await known(matrix, synapse)
    async with FakeTelegram() as server:
        server.keeps_calls, server.limits = False, limits()
        matrix.settings |= {"TELEGRAM__TOKEN": server.token, "TELEGRAM__BASE_URL": server.root}
        matrix.settings |= {f"DELIVERY__{name}": str(value) for name, value in PACE.items()}
        everybody = Everybody(audience := Audience(server, THERE), rooms)
        url = matrix.home.url
        id = await asyncio.to_thread(broadcast_to, url, audience.peers)
        for _ in range(KILLS):
            await life(matrix, everybody, chance, lambda: reached(url, id).state == "done")
        before = everybody.told
        await the_end(matrix, url, id)
        await asyncio.gather(*map(caught_up, rooms))
    found = reached(url, id)
    _log.info("kills %d told between them %d states %s", KILLS, before, dict(found.states()))
    assert found.planned == THERE + HERE
    nobody_is_told_twice_or_forgotten(found, everybody.heard())
    assert {channel for (channel, _), (state, _) in found.became.items() if state == UNCERTAIN} <= {CHANNEL}
    assert all(each.person.unreadable(each.room) == [] for each in rooms)
    record("G4", f"{HERE} rooms and {THERE} people of Telegram, {KILLS} kills: none forgotten or told twice", met=True)


async def known(matrix: Matrix, synapse: Synapse) -> list[Talker]:
    """People who said hello to the bot in rooms of their own; it is stopped."""
    people = await talkers(synapse, HERE)
    bot = matrix.start()
    await asyncio.to_thread(bot.until)
    await asyncio.gather(*(each.begins(matrix) for each in people))
    await asyncio.gather(*(each.person.hears(each.room, 2, timeout=PATIENCE) for each in people))
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    return people


async def life(matrix: Matrix, everybody: Everybody, chance: random.Random, done: Callable[[], bool]) -> None:
    """A life that ends by a kill: after some messages, in the middle of what follows; or whenever it may be."""
    told, bot = everybody.told, matrix.start()
    if chance.random() < 0.2:
        await asyncio.sleep(chance.random() * 2)
    else:
        await more(bot, everybody, told + chance.randint(1, MOST_A_LIFE), done)
        await asyncio.sleep(chance.random() * 0.05)
    bot.signal(signal.SIGKILL)
    await asyncio.to_thread(bot.ended)


async def more(bot: Bot, everybody: Everybody, wanted: int, done: Callable[[], bool]) -> None:
    """Until so many messages came, or no more is to come."""
    over_at, look_at = time.monotonic() + PATIENCE, time.monotonic()
    while everybody.told < wanted:
        if time.monotonic() > look_at:
            if await asyncio.to_thread(done):
                return
            look_at = time.monotonic() + 0.5
        assert bot.process.poll() is None, bot.said
        assert time.monotonic() < over_at, (everybody.told, wanted)
        await asyncio.sleep(0.005)


async def the_end(matrix: Matrix, url: str, id: int) -> None:
    """A last life, in which all that is left is sent."""
    bot = matrix.start()
    await asyncio.to_thread(bot.until, seconds=PATIENCE)
    over_at = time.monotonic() + PATIENCE
    while (await asyncio.to_thread(reached, url, id)).state != "done":
        assert time.monotonic() < over_at, bot.said[-3000:]
        await asyncio.sleep(0.3)
    assert (await asyncio.to_thread(bot.stopped))[0] == 0


async def caught_up(each: Talker) -> None:
    """One word more in the room, unanswered: what was sent before it has come."""
    sent = await each.person.says(each.room, "merci")
    await each.person.until(
        lambda: sent in {event.event_id for event in each.person.events(each.room)}, PATIENCE, lambda: each.room
    )
