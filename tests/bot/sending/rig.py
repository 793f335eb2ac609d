"""The part of the bot that sends, on a fake server; what it was asked to send, and what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise

from sqlalchemy import insert, select

from bot.channels.telegram import TelegramChannel
from bot.delivery import Delivery
from bot.pace import Limits
from bot.settings import Telegram
from bot.turns import Turns
from handlers.messages import Address, Inbound, Reply
from scheduler.clock import SystemClock
from storage import outbox
from storage.database import Database
from storage.outbox import OutboxRow
from storage.tables import addresses
from tests.echo import guide, respond, sorry
from tests.fake_telegram import FakeTelegram

# The real limits, ten times faster.
QUICK = Limits(bulk_per_second=250.0, per_chat_per_second=10.0, per_group_per_minute=200.0)
CLOCK = SystemClock()


@asynccontextmanager
async def sending(
    server: FakeTelegram, database: Database, limits: Limits | None = QUICK, *, run: bool = True
) -> AsyncIterator[tuple[Turns, Delivery]]:
    """The part of the bot that sends, running."""
    channel = TelegramChannel(Telegram(token=server.token, base_url=server.root))
    async with Turns(database, respond, sorry, guide(), CLOCK) as turns:
        delivery = Delivery(turns, {"telegram": channel}, CLOCK, limits)
        loop = asyncio.create_task(delivery.run(0.5)) if run else None
        try:
            yield turns, delivery
        finally:
            if loop is not None:
                loop.cancel()
                await asyncio.gather(loop, return_exceptions=True)
            await delivery.close(0.2)
            await channel.close()


def queue(database: Database, peers: Sequence[int], name: str = "a", kind: str = "broadcast") -> list[str]:
    """One queued message for each; the keys, in order."""
    rows: list[str] = []
    with database.write() as connection:
        for peer in peers:
            found = select(addresses.c.id).where(addresses.c.peer == str(peer))
            if connection.execute(found).scalar() is None:
                where = {"channel": "telegram", "peer": str(peer), "private": peer > 0}
                connection.execute(insert(addresses), where)
            key = f"{kind}/{name}/{len(rows)}/{peer}"
            row = OutboxRow(key, kind, Address("telegram", str(peer)), Reply(key), CLOCK.now())
            number = connection.execute(found).scalar_one()
            outbox.insert(connection, [row], person=None, address=number, state="queued")
            rows.append(key)
    return rows


async def writes(turns: Turns, delivery: Delivery, peer: int, text: str, id: str = "m1") -> None:
    """A person writes, and is answered."""
    address = Address("telegram", str(peer))
    delivery.hand_over(await turns.submit(Inbound(address, id, address.peer, text)))


def ended(database: Database) -> dict[str, int]:
    """Sums of the ledger that are not zero."""
    with database.read() as connection:
        return {state: count for state, count in outbox.sums(connection).items() if count}


async def until(database: Database, **expected: int) -> None:
    """Wait for these sums."""
    async with asyncio.timeout(20):
        while any(ended(database).get(state, 0) != count for state, count in expected.items()):
            await asyncio.sleep(0.01)


async def eventually(condition: Callable[[], object]) -> None:
    """Wait for what the server does not announce."""
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.01)


def hours(server: FakeTelegram, chat: int = 0) -> list[float]:
    """When messages were asked to be sent."""
    return [call.at for call in server.called_with("sendMessage", chat)]


def texts(server: FakeTelegram) -> list[str]:
    """What was sent, in order."""
    return [call.params["text"] for call in server.called_with("sendMessage")]


def gaps(times: Sequence[float]) -> list[float]:
    """Seconds from one to the next."""
    return [after - before for before, after in pairwise(times)]
