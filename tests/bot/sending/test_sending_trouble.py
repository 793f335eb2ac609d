"""A server in trouble, a connection refused, a process that ends in the middle of a send."""

from __future__ import annotations

import asyncio

import pytest

from storage.database import Database
from tests.bot.sending.rig import ended, eventually, hours, queue, sending, texts, until, writes
from tests.fake_telegram import FakeTelegram
from tests.rows import states


@pytest.mark.row("F18")
async def test_a_server_in_trouble_is_asked_by_one_and_everything_leaves_afterwards(
    server: FakeTelegram, database: Database
) -> None:
    """Not by everybody who waits; and in the order of each chat."""
    fault = server.faults.broken(502)
    async with sending(server, database) as (turns, delivery):
        queue(database, range(100, 130))
        await writes(turns, delivery, 1, "deux")
        await eventually(lambda: len(fault.hits) >= 2)
        await asyncio.sleep(0.3)
        in_flight = len(fault.hits)
        for peer in range(2, 30):
            await writes(turns, delivery, peer, "deux")
        await asyncio.sleep(1.5)
        assert len(fault.hits) <= in_flight + 2
        fault.lift()
        await until(database, sent=88)
    for peer in range(1, 30):
        mine = [call.params["text"] for call in server.called_with("sendMessage", peer) if call.executed]
        assert mine == ["1: deux", "encore"]


@pytest.mark.row("F20")
async def test_a_refused_connection_burns_no_copy(server: FakeTelegram, database: Database) -> None:
    """It surely was not sent: tried again for as long as it takes."""
    async with sending(server, database) as (turns, delivery):
        async with server.down():
            await writes(turns, delivery, 1, "bonjour")
            queue(database, [2])
            delivery.wake()
            await asyncio.sleep(1.0)
            assert ended(database).get("sent") is None
        await until(database, sent=2)
    assert len(hours(server)) == 2
    # Counted as tries, so that the next one comes later each time.
    assert states(database)["broadcast/a/0/2"][2] >= 2


@pytest.mark.row("F5")
async def test_a_process_that_ends_in_a_send_leaves_that_one_message_uncertain(
    server: FakeTelegram, database: Database
) -> None:
    """The next sends those that were not begun, once each; the one in flight is a person's decision."""
    server.faults.stall(chat=3)
    keys = queue(database, range(1, 21))
    async with sending(server, database):
        await until(database, sent=19, sending=1)
        more = queue(database, range(30, 60), "more")
    async with sending(server, database):
        await until(database, sent=49, uncertain=1)
    assert sorted(texts(server)) == sorted([*keys, *more])
    assert states(database)["broadcast/a/2/3"] == ("uncertain", "interrupted", 1)
