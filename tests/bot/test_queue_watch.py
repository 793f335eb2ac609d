"""What waits in the table is looked after: it leaves by a channel that runs, and an operator is told what is long."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.channels import Misconfigured, Throttled
from bot.delivery import Delivery
from bot.logs import configure_logs
from bot.queue_lines import queue_lines
from bot.queue_watch import ELSEWHERE
from bot.settings import Logs
from handlers.messages import Address, Reply
from scheduler.clock import SetClock
from storage import outbox, paces
from storage.database import Database
from storage.outbox import OutboxRow
from storage.tables import addresses, people
from storage.tables import outbox as ledger
from tests.bot.test_delivery import Paper
from tests.echo import NOON, turns

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def database(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def person(database: Database, *channels: str, number: int = 1) -> None:
    """Somebody with an address on each of these, the last one used last."""
    with database.write() as connection:
        connection.execute(insert(people), {"id": number, "created_at": NOON, "last_seen_at": NOON})
        for channel in channels:
            where = {"person": number, "channel": channel, "peer": f"u{number}", "private": True}
            made = connection.execute(insert(addresses), where).inserted_primary_key
            assert made is not None
            connection.execute(update(people).where(people.c.id == number).values(last_address=made[0]))


def owe(database: Database, via: str, count: int = 1, number: int = 1) -> None:
    """So many messages that wait for them there."""
    with database.write() as connection:
        there = select(addresses.c.id).where(addresses.c.channel == via, addresses.c.peer == f"u{number}")
        address = connection.execute(there).scalar_one()
        rows = [
            OutboxRow(f"b/{via}/{number}/{n}", "broadcast", Address(via, f"u{number}"), Reply("a"), NOON)
            for n in range(count)
        ]
        outbox.insert(connection, rows, person=number, address=address, state="queued")


def left_by(database: Database) -> list[tuple[str, str]]:
    """By which channel each left, and its state."""
    with database.read() as connection:
        return [(row.via, row.state) for row in connection.execute(select(ledger.c.via, ledger.c.state))]


@asynccontextmanager
async def running(database: Database, *channels: Paper, clock: SetClock | None = None) -> AsyncIterator[Delivery]:
    """The part of the bot that sends, on these channels."""
    clock = clock or SetClock(LATER)
    async with turns(database, clock) as lanes:
        delivery = Delivery(lanes, {channel.name: channel for channel in channels}, clock)
        loop = asyncio.create_task(delivery.run(0.05))
        try:
            yield delivery
        finally:
            loop.cancel()
            await asyncio.gather(loop, return_exceptions=True)
            await delivery.close(0.2)


async def until(database: Database, expected: list[tuple[str, str]]) -> None:
    """Wait for these."""
    async with asyncio.timeout(10):
        while left_by(database) != expected:
            await asyncio.sleep(0.01)


async def test_what_waits_for_a_channel_that_does_not_run_leaves_by_the_other(database: Database) -> None:
    """The one that the person has and this process runs."""
    person(database, "telegram", "matrix")
    owe(database, "matrix")
    async with running(database, Paper(name="telegram")):
        await until(database, [("telegram", "sent")])


async def test_what_waits_for_a_channel_that_was_refused_leaves_by_the_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stopped for good: nobody waits for an operator. On a server another process may run it, and has an hour to."""
    monkeypatch.setattr("bot.queue_watch.LOOK_SECONDS", 0.1)
    person(database, "telegram", "matrix")
    owe(database, "matrix")
    clock, refused = SetClock(LATER), Paper([Misconfigured()], name="matrix")
    async with running(database, Paper(name="telegram"), refused, clock=clock):
        while refused.failures:
            await asyncio.sleep(0.01)
        clock.move(LATER + ELSEWHERE + timedelta(seconds=1))
        await until(database, [("telegram", "sent")])


async def test_who_has_no_other_channel_is_owed_until_theirs_runs(database: Database) -> None:
    """Nothing is lost meanwhile."""
    person(database, "matrix")
    owe(database, "matrix")
    async with running(database, Paper(name="telegram")):
        await asyncio.sleep(0.3)
        assert left_by(database) == [("matrix", "queued")]
    async with running(database, Paper(name="matrix")):
        await until(database, [("matrix", "sent")])


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """The lines of the log."""
    stream = io.StringIO()
    configure_logs(Logs(level="info", format="json"), stream=stream, now=None)
    yield stream
    configure_logs(Logs(), now=None)


@pytest.mark.row("F40")
async def test_a_queue_of_more_than_an_hour_at_the_learned_pace_is_said_once(
    database: Database, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many, how long, and what to ask of whoever runs the homeserver; the pace outlives the process."""
    monkeypatch.setattr("bot.queue_watch.LOOK_SECONDS", 0.05)
    person(database, "matrix")
    owe(database, "matrix", 721)
    with database.write() as connection:
        paces.learn(connection, "matrix", 0.2)
    slow = Paper([Throttled(3600.0)] * 800, name="matrix")
    async with running(database, slow) as delivery:
        async with asyncio.timeout(10):
            while "queue is long" not in logged.getvalue():
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        assert delivery._way("matrix").gate.learned.per_second == 0.2
    lines = [json.loads(line) for line in logged.getvalue().splitlines() if "queue is long" in line]
    took = {"channel": "matrix", "queued": 721, "duration_ms": 3_605_000, "reason": "override_ratelimit"}
    assert lines == [{"event": "queue is long", "level": "warning", **took}]


@pytest.mark.row("I60")
def test_an_operator_reads_how_many_wait_and_for_how_long(database: Database) -> None:
    """At the configured pace until the server asked for a slower one."""
    person(database, "matrix", "telegram")
    owe(database, "matrix", 900)
    owe(database, "telegram", 1)
    with database.read() as connection:
        configured = list(queue_lines(connection, LATER, 25.0))
    assert configured == [
        "Matrix : 900 messages à plusieurs attendent, moins d'une minute au rythme réglé (25 par seconde).",
        "Telegram : 1 message à plusieurs attend, moins d'une minute au rythme réglé (25 par seconde).",
    ]
    with database.write() as connection:
        paces.learn(connection, "matrix", 0.2)
    with database.read() as connection:
        matrix, advice, _ = queue_lines(connection, LATER, 25.0)
        assert list(queue_lines(connection, NOON - timedelta(hours=1), 25.0)) == []
    assert matrix == (
        "Matrix : 900 messages à plusieurs attendent, environ 1 h 15 au rythme que le serveur laisse (0,2 par seconde)."
    )
    assert "override_ratelimit" in advice
