"""The pace of messages to many, and replies that pass through it."""

from __future__ import annotations

import time
from functools import partial

import pytest

from bot.pace import Limits
from storage.database import Database
from tests.bot.sending.rig import ended, gaps, hours, queue, sending, texts, until, writes
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.faults import Limits as ServerLimits
from tests.measures import record
from tests.rows import states


@pytest.mark.row("G6")
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
    pace, refused = (len(times) - 1) / (times[-1] - times[0]), server.limits.refused
    record("G6", f"{len(times)} messages at {pace:.1f} a second where 50 are allowed, {refused} refused", not refused)
    assert (sorted(texts(server)), server.limits.refused) == (sorted(keys), 0)
    assert set(states(database).values()) == {("sent", None, 1)}


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


async def test_a_reply_that_waited_in_the_table_leaves_at_once_and_in_order(
    server: FakeTelegram, database: Database
) -> None:
    """Its chat may be asked again: it is not a message to many."""
    said = queue(database, [1, 1, 1], kind="reply")
    async with sending(server, database, Limits(bulk_per_second=1.0, per_chat_per_second=0.1)):
        await until(database, sent=3)
    assert texts(server) == said
    assert set(states(database).values()) == {("sent", None, 1)}


async def test_replies_do_not_wait_for_a_message_to_many(server: FakeTelegram, database: Database) -> None:
    """They pass through it."""
    queue(database, range(1, 201))
    async with sending(server, database) as (turns, delivery):
        await server.until(lambda: len(hours(server)) > 20)
        waits = []
        for n in range(20):
            began = time.monotonic()
            await writes(turns, delivery, 150 + n, "bonjour")
            await server.until(partial(server.called_with, "sendMessage", 150 + n))
            waits.append(time.monotonic() - began)
        assert sorted(waits)[-2] < 0.3
        assert ended(database).get("queued", 0) > 0
        await until(database, sent=220)
