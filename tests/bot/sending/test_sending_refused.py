"""Refusals for haste, and people who want no message any more."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.tables import outbox as ledger
from tests.bot.sending.rig import CLOCK, ended, eventually, hours, queue, sending, until, writes
from tests.fake_telegram import FakeTelegram
from tests.rows import states


@pytest.mark.row("F16")
async def test_a_chat_that_is_refused_for_haste_waits_alone(server: FakeTelegram, database: Database) -> None:
    """Nobody asks inside the window, no attempt is burnt, the others go on."""
    fault = server.faults.throttle(1, chat=3)
    queue(database, [*range(1, 41), 3])
    async with sending(server, database):
        await until(database, sent=39, queued=2)
        waiting = ("queued", "throttled", 0)
        await eventually(lambda: list(states(database).values()).count(waiting) == 2)
        await until(database, sent=41)
    assert (len(fault.hits), fault.early) == (1, 0)
    assert set(states(database).values()) == {("sent", None, 1)}


@pytest.mark.row("F16")
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


@pytest.mark.row("F16")
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


@pytest.mark.row("F17")
async def test_a_refusal_without_seconds_is_waited_out(server: FakeTelegram, database: Database) -> None:
    """Five seconds at first; the row says why it waits."""
    server.faults.throttle(0, chat=1, mute=True, window=0.0)
    queue(database, [1])
    async with sending(server, database):
        await server.until(lambda: hours(server))
        await until(database, queued=1)
        await asyncio.sleep(0.7)
    assert len(hours(server)) == 1
    assert states(database) == {"broadcast/a/0/1": ("queued", "throttled", 0)}


@pytest.mark.row("F21")
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
        assert {reason for state, reason, _ in states(database).values() if state != "sent"} == {"blocked"}
        server.user(1).chat.standing = "member"
        await writes(turns, delivery, 1, "/start")
        queue(database, [1], "again")
        delivery.wake()
        await until(database, sent=3)
    assert len(hours(server, 1)) == 3
