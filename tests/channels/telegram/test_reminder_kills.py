"""The real process is killed at any moment while reminders leave: nobody is told twice, nobody is forgotten.

In `make test` it is a few kills; `BOUSSOLE_KILLS=200` (`make faults`) makes it two hundred and five thousand people."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter

import pytest
from sqlalchemy import select

from bot.bulk import MOST_AT_ONCE
from scheduler.clock import SystemClock
from storage import schema
from storage.database import open_database
from storage.tables import addresses, outbox
from tests.channels.telegram.killed import PATIENCE, Killed, ended
from tests.coming_soon import expected
from tests.databases import Home
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.state import Message
from tests.many import SENT, UNCERTAIN, pack_where_it_is_day
from tests.many_telegram import CHANNEL, PACE, limits
from tests.measures import record

pytestmark = pytest.mark.slow

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
KILLS, PEOPLE = (200, 5_000) if WHOLE else (6, 120)
MOST_A_LIFE = PEOPLE // KILLS // 2
OF_THE_HOUR = "/h2/"


def rows(url: str) -> dict[str, str]:
    """What became of the reminder of each person, by who they are there."""
    database = open_database(url)
    there = outbox.join(addresses, addresses.c.person == outbox.c.person)
    query = select(addresses.c.peer, outbox.c.state).select_from(there).where(outbox.c.key.contains(OF_THE_HOUR))
    with database.read() as connection:
        found = connection.execute(query).all()
    database.close()
    assert len({peer for peer, _ in found}) == len(found), "two rows for one person"
    return {str(peer): str(state) for peer, state in found}


async def more(bot: Killed, heard: Counter[str], wanted: int) -> None:
    """Until so many messages came."""
    over_at = time.monotonic() + PATIENCE
    while heard.total() < wanted:
        assert time.monotonic() < over_at, (heard.total(), wanted, bot.said[-2000:])
        await asyncio.sleep(0.001)


@pytest.mark.row("F32", "G7")
async def test_reminders_reach_each_once_whenever_the_process_is_killed(file_home: Home) -> None:
    """Before, while and after they are written, claimed, sent and marked (faults F32)."""
    chance, heard = random.Random(32), Counter[str]()
    async with FakeTelegram() as server:
        server.keeps_calls, server.limits = False, limits()

        def said(message: Message, edited: bool) -> None:
            heard[str(message.chat.id)] += not edited

        server.on_said = said
        peers = [(CHANNEL, str(number)) for number in range(1, PEOPLE + 1)]
        for _, peer in peers:
            server.user(int(peer)).chat.standing = "member"
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(file_home.folder))}
        bot = Killed(
            server, file_home, webhook=False, **{f"BOUSSOLE_DELIVERY__{k}": str(v) for k, v in PACE.items()}, **pack
        )
        database = open_database(bot.url)
        schema.prepare(database)
        with database.write() as connection:
            expected(connection, peers, SystemClock().now(), places=5)
        database.close()
        for _ in range(KILLS):
            process, told = await bot.start(), heard.total()
            try:
                if chance.random() < 0.2:
                    await asyncio.sleep(chance.random() * 0.5)
                else:
                    await more(bot, heard, told + chance.randint(1, MOST_A_LIFE))
            finally:
                await ended(process)
            assert heard.total() < PEOPLE, "a kill after the end proves nothing"
        process = await bot.start()
        try:
            over_at = time.monotonic() + PATIENCE + PEOPLE / PACE["BULK_PER_SECOND"]
            while (
                set((found := await asyncio.to_thread(rows, bot.url)).values()) - {SENT, UNCERTAIN}
                or len(found) < PEOPLE
            ):
                assert time.monotonic() < over_at, (Counter(found.values()), bot.said[-2000:])
                await asyncio.sleep(0.5)
            await bot.stopped(process)
        finally:
            await ended(process)
    states = Counter(found.values())
    figure = f"{PEOPLE} reminders, {KILLS} kills: none twice, none forgotten, {states[UNCERTAIN]} uncertain"
    record("G7", figure, max(heard.values()) <= 1 and states[UNCERTAIN] <= KILLS * MOST_AT_ONCE)
    assert max(heard.values()) <= 1, "told twice"
    assert {peer for peer, state in found.items() if state == SENT} <= set(heard)
    assert states[UNCERTAIN] <= KILLS * MOST_AT_ONCE
