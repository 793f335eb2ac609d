"""A homeserver that limits the bot: the pace that it allows is learned, and said to whoever asks how long it takes."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot.queue_lines import queue_lines
from handlers.messages import Address, Reply
from storage import outbox, paces
from storage.outbox import OutboxRow
from storage.tables import addresses
from tests.channels.matrix.rig import Rig


def owe(bot: Rig, peers: list[str], name: str) -> None:
    """A message to many, queued for each of them."""
    now = bot.app.clock.now()
    with bot.app.database.write() as connection:
        for peer in peers:
            address = connection.execute(select(addresses.c.id).where(addresses.c.peer == peer)).scalar_one()
            row = OutboxRow(f"broadcast/{name}/{address}", "broadcast", Address("matrix", peer), Reply(name), now)
            outbox.insert(connection, [row], person=None, address=address, state="queued")


@pytest.mark.row("F40")
async def test_the_pace_of_the_homeserver_is_learned_and_said(bot: Rig) -> None:
    """One a second, with nothing at once; everything arrives once meanwhile (faults F40)."""
    met = [await bot.meets(f"p{number}", encrypted=False) for number in range(5)]
    for person, room in met:
        await bot.played(await person.says(room, "bonjour"))
    peers = [person.user_id for person, _ in met]
    await bot.synapse.limit(bot.user_id, 1, 1)
    sending = asyncio.create_task(bot.app.delivery.run(0.2))
    try:
        owe(bot, peers, "canari")
        bot.app.delivery.wake()
        await bot.until(lambda: not bot.rows("SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"), 120.0)
        with bot.app.database.read() as connection:
            pace = paces.learned(connection, "matrix")
        assert pace is not None
        # Its own pace is the least that is learned; a slow machine adds to it.
        assert 0.2 < pace < 1.3
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await bot.synapse.limit(bot.user_id, 0, 0)
    assert [len([each for each in person.said(room) if each.body == "canari"]) for person, room in met] == [1] * 5
    owe(bot, peers, "more")
    with bot.app.database.read() as connection:
        (line,) = queue_lines(connection, bot.app.clock.now(), 25.0)
    assert "5 messages à plusieurs attendent" in line
    assert "que le serveur laisse" in line
