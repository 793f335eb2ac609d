"""Delivery against a server that counts: paces, refusals for haste, people who blocked, silence, restarts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import pairwise

import pytest
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
from storage.tables import outbox as ledger
from tests.databases import opened
from tests.echo import guide, respond, sorry
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.faults import Limits as ServerLimits

# The real limits, ten times faster.
QUICK = Limits(bulk_per_second=250.0, per_chat_per_second=10.0, per_group_per_minute=200.0)
CLOCK = SystemClock()


@pytest.fixture
def database() -> Iterator[Database]:
    """In memory: what is on disk is tested elsewhere."""
    yield from opened(":memory:")


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """A Bot API server where people 1 to 200 have started the bot."""
    async with FakeTelegram() as server:
        for number in range(1, 201):
            server.user(number).chat.standing = "member"
        yield server


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


def rows(database: Database) -> dict[str, tuple[str, str | None, int]]:
    """State, reason and attempts of each row."""
    columns = (ledger.c.key, ledger.c.state, ledger.c.reason, ledger.c.attempts)
    with database.read() as connection:
        return {key: (state, reason, attempts) for key, state, reason, attempts in connection.execute(select(*columns))}


def hours(server: FakeTelegram, chat: int = 0) -> list[float]:
    """When messages were asked to be sent."""
    return [call.at for call in server.called_with("sendMessage", chat)]


def texts(server: FakeTelegram) -> list[str]:
    """What was sent, in order."""
    return [call.params["text"] for call in server.called_with("sendMessage")]


def gaps(times: Sequence[float]) -> list[float]:
    """Seconds from one to the next."""
    return [after - before for before, after in pairwise(times)]


async def test_a_message_to_many_reaches_each_once_at_the_configured_pace(
    server: FakeTelegram, database: Database
) -> None:
    """The server, twice as fast as the real one, never has to refuse; the ledger is exact."""
    server.limits = ServerLimits(overall=30.0, speed=2.0)
    keys = queue(database, range(1, 91))
    async with sending(server, database, Limits(bulk_per_second=50.0)):
        await until(database, sent=90)
    times = hours(server)
    # Never faster; how much slower depends on the machine.
    assert times[-1] - times[0] >= 82 / 50
    assert (sorted(texts(server)), server.limits.refused) == (sorted(keys), 0)
    assert set(rows(database).values()) == {("sent", None, 1)}


async def test_several_messages_to_one_chat_are_spaced_out_and_hold_up_nobody(
    server: FakeTelegram, database: Database
) -> None:
    """A group has a slower pace than a person."""
    group = server.group(-5)
    group.chat.standing = "member"
    mine = queue(database, [1] * 4, "mine")
    theirs = queue(database, [-5] * 3, "theirs")
    others = queue(database, range(2, 42), "others")
    async with sending(server, database):
        await until(database, sent=47)
    said = texts(server)
    assert sorted(said) == sorted([*mine, *theirs, *others])
    assert min(gaps(hours(server, 1))) >= 0.099
    assert min(gaps(hours(server, -5))) >= 0.299
    last_of_others = max(server.calls[n].at for n, call in enumerate(server.calls) if call.params["text"] in others)
    assert last_of_others < hours(server, 1)[-1]


async def test_a_chat_that_is_refused_for_haste_waits_alone(server: FakeTelegram, database: Database) -> None:
    """Nobody asks inside the window, no attempt is burnt, the others go on."""
    fault = server.faults.throttle(1, chat=3)
    queue(database, [*range(1, 41), 3])
    async with sending(server, database):
        await until(database, sent=39, queued=2)
        waiting = ("queued", "throttled", 0)
        await eventually(lambda: list(rows(database).values()).count(waiting) == 2)
        await until(database, sent=41)
    assert (len(fault.hits), fault.early) == (1, 0)
    assert set(rows(database).values()) == {("sent", None, 1)}


async def test_two_chats_refused_within_a_second_close_the_channel_and_replies_leave_first(
    server: FakeTelegram, database: Database
) -> None:
    """Replies and messages to many alike: 0 request inside the window."""
    fault = server.faults.throttle(1)
    async with sending(server, database, run=False) as (turns, delivery):
        for peer in (1, 2):
            await writes(turns, delivery, peer, "vite")
        await asyncio.sleep(0.1)
        many = queue(database, range(50, 60))
        due = asyncio.create_task(delivery.due())
        await asyncio.sleep(0.1)
        for peer in (3, 4, 5):
            await writes(turns, delivery, peer, "et moi")
        await due
    # The two that were refused counted one refusal and one early, before the channel knew.
    assert fault.early == 1
    calls = server.called_with("sendMessage")
    assert min(call.at for call in calls[2:]) - calls[1].at >= 0.99
    said = [call.params["text"] for call in calls[2:]]
    assert max(said.index(text) for text in said if text not in many) < min(said.index(text) for text in many[1:])
    assert ended(database) == {"planned": 15, "sent": 15}


async def test_a_window_of_hours_is_shown_and_blocks_neither_the_others_nor_the_end(
    server: FakeTelegram, database: Database
) -> None:
    """Also for replies, which wait in the table; and the next process keeps to it."""
    fault = server.faults.throttle(10_000, chat=1)
    async with sending(server, database) as (turns, delivery):
        await writes(turns, delivery, 1, "un")
        await until(database, queued=1)
        await writes(turns, delivery, 1, "deux", "m2")
        queue(database, [1, 2, 3])
        delivery.wake()
        await until(database, queued=4, sent=2)
        leaving = time.monotonic()
    assert time.monotonic() - leaving < 1.0
    with database.read() as connection:
        waiting = connection.execute(select(ledger.c.due_at, ledger.c.reason).where(ledger.c.state == "queued")).all()
    assert {reason for _, reason in waiting} == {"throttled"}
    assert all(timedelta(seconds=9_900) < due - CLOCK.now() < timedelta(seconds=10_001) for due, _ in waiting)
    async with sending(server, database) as (turns, delivery):
        await delivery.recover()
        await writes(turns, delivery, 1, "trois", "m3")
        await until(database, queued=5)
    assert (len(fault.hits), fault.early) == (1, 0)


async def test_a_refusal_without_seconds_is_waited_out(server: FakeTelegram, database: Database) -> None:
    """Five seconds at first; the row says why it waits."""
    server.faults.throttle(0, chat=1, mute=True, window=0.0)
    queue(database, [1])
    async with sending(server, database):
        await server.until(lambda: hours(server))
        await until(database, queued=1)
        await asyncio.sleep(0.7)
    assert len(hours(server)) == 1
    assert rows(database) == {"broadcast/a/0/1": ("queued", "throttled", 0)}


@pytest.mark.parametrize("how", ["blocks", "deactivates"])
async def test_who_blocked_us_or_left_gets_nothing_more_until_they_write(
    server: FakeTelegram, database: Database, how: str
) -> None:
    """One request tells us; the rest is skipped, with the reason."""
    getattr(server.user(1), how)()
    queue(database, [1, 1, 1, 2])
    async with sending(server, database) as (turns, delivery):
        await until(database, sent=1, failed=1, skipped=2)
        assert len(hours(server, 1)) == 1
        assert {reason for state, reason, _ in rows(database).values() if state != "sent"} == {"blocked"}
        server.user(1).chat.standing = "member"
        await writes(turns, delivery, 1, "/start")
        queue(database, [1], "again")
        delivery.wake()
        await until(database, sent=3)
    assert len(hours(server, 1)) == 3


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
    assert rows(database)["broadcast/a/0/2"][2] >= 2


async def test_a_reply_that_waited_in_the_table_leaves_at_once_and_in_order(
    server: FakeTelegram, database: Database
) -> None:
    """Its chat may be asked again: it is not a message to many."""
    said = queue(database, [1, 1, 1], kind="reply")
    async with sending(server, database, Limits(bulk_per_second=1.0, per_chat_per_second=0.1)):
        await until(database, sent=3)
    assert texts(server) == said
    assert set(rows(database).values()) == {("sent", None, 1)}


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
    assert rows(database)["broadcast/a/2/3"] == ("uncertain", "interrupted", 1)


async def test_replies_do_not_wait_for_a_message_to_many(server: FakeTelegram, database: Database) -> None:
    """They pass through it."""
    queue(database, range(1, 201))
    async with sending(server, database) as (turns, delivery):
        await server.until(lambda: len(hours(server)) > 20)
        waits = []
        for n in range(20):
            began = time.monotonic()
            await writes(turns, delivery, 150 + n, "bonjour")
            await server.until(lambda n=n: len(server.called_with("sendMessage", 150 + n)) > 0)  # type: ignore[misc]
            waits.append(time.monotonic() - began)
        assert sorted(waits)[-2] < 0.3
        assert ended(database).get("queued", 0) > 0
        await until(database, sent=220)
