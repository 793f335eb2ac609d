"""Two processes that serve the same person on one server: in which order they speak, and what happens to the words of
the one that dies or sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from bot.channels import Outgoing
from bot.delivery import Delivery
from bot.turns import Turns
from scheduler.clock import SetClock
from storage import underway
from storage.database import Database
from storage.outbox import LEASE
from storage.tables import outbox as ledger
from tests.bot.test_delivery import Paper
from tests.databases import emptied, opened
from tests.echo import NOON, message, turns


@pytest.fixture
def shared(postgresql: str) -> Iterator[Database]:
    """A database on a server."""
    yield from opened(emptied(postgresql))


@dataclass
class Slow(Paper):
    """Paper that is written on when it is let."""

    free: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, outgoing: Outgoing) -> str:
        """Wait, then write."""
        self.asked.set()
        await self.free.wait()
        return await super().send(outgoing)


class Led:
    """Who leads what, decided by hand."""

    def __init__(self, *names: str) -> None:
        self.names = set(names)

    def leads(self, name: str) -> bool:
        """As it was decided."""
        return name in self.names

    def still(self, _: Connection, name: str) -> bool:
        """The same."""
        return name in self.names


@asynccontextmanager
async def process(database: Database, paper: Paper, clock: SetClock) -> AsyncIterator[tuple[Turns, Delivery]]:
    """Lanes and a delivery of their own."""
    async with turns(database, clock) as lanes:
        delivery = Delivery(lanes, {paper.name: paper}, clock)
        yield lanes, delivery
        await delivery.close(0.1)


async def until(holds: Callable[[], object]) -> None:
    """Wait for something to hold."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


def states(database: Database) -> list[str]:
    """Of all that was said."""
    with database.read() as connection:
        return list(connection.execute(select(ledger.c.state).order_by(ledger.c.id)).scalars())


async def test_an_answer_waits_for_the_one_that_another_process_has_not_sent_yet(shared: Database) -> None:
    """A person is told things in the order in which they were decided."""
    clock, slow, quick = SetClock(NOON), Slow(), Paper()
    async with process(shared, slow, clock) as (one, first), process(shared, quick, clock) as (two, second):
        first.hand_over(await one.submit(message("a", "m1")))
        await slow.asked.wait()
        second.hand_over(await two.submit(message("b", "m2")))
        second.hand_over(await two.submit(message("c", "m1", "u2")))
        await until(lambda: quick.said)
        await asyncio.sleep(0.2)
        assert quick.said == ["1: c"], "only somebody else is told something"
        slow.free.set()
        await until(lambda: len(quick.said) == 2)
        assert (slow.said, quick.said) == (["1: a"], ["1: c", "2: b"])
        await second.settled()
        await two.written()
    assert states(shared) == ["sent"] * 3


async def test_what_a_dead_process_had_to_say_is_said_first_by_the_one_that_takes_over(shared: Database) -> None:
    """Once its lease is over: the answer before, then the answer."""
    clock, quick = SetClock(NOON), Paper()
    async with turns(shared, clock) as dead:
        await dead.submit(message("a", "m1"))
    async with process(shared, quick, clock) as (two, second):
        second.hand_over(await two.submit(message("b", "m2")))
        await asyncio.sleep(0.1)
        assert await second.owed() == 0
        clock.move(NOON + LEASE)
        assert await second.owed() == 1
        await until(lambda: len(quick.said) == 2)
    assert quick.said == ["1: a", "2: b"]


@pytest.mark.row("F26")
async def test_an_answer_that_another_one_took_over_is_not_said_by_who_wakes_up(shared: Database) -> None:
    """A process that was stopped for longer than its lease asks the table before it speaks (faults F26)."""
    clock, slow, quick = SetClock(NOON), Slow(), Paper()
    async with process(shared, slow, clock) as (one, first), process(shared, quick, clock) as (_, second):
        rows = await one.submit(message("a", "m1"))
        clock.move(NOON + LEASE)
        assert await second.owed() == 1
        await until(lambda: quick.said)
        slow.free.set()
        first.hand_over(rows)
        await first.settled()
        assert (slow.said, quick.said) == ([], ["1: a"])


async def test_a_lease_is_kept_for_as_long_as_its_process_waits(shared: Database) -> None:
    """A server that is slow to take a message does not make another process send it again."""
    clock, slow, quick = SetClock(NOON), Slow(), Paper()
    async with process(shared, slow, clock) as (one, first), process(shared, quick, clock) as (_, second):
        first.hand_over(await one.submit(message("a", "m1")))
        await slow.asked.wait()
        sweeping = asyncio.create_task(first.run(0.01))
        for _ in range(8):
            clock.move(clock.now() + timedelta(seconds=4))
            await asyncio.sleep(0.1)
            assert await second.owed() == 0
        sweeping.cancel()
        slow.free.set()
        await first.settled()
    assert (slow.said, quick.said) == (["1: a"], [])


async def test_what_only_the_leader_may_send_is_given_to_it_at_once(shared: Database) -> None:
    """A channel that one process opens: another one that has something to say there does not wait for the end of a
    lease."""
    clock, mine, theirs = SetClock(NOON), Paper(), Paper()
    async with process(shared, mine, clock) as (one, first), process(shared, theirs, clock) as (_, second):
        first.share(Led(), {"terminal"})
        second.share(Led("terminal"), {"terminal"})
        rows = await one.submit(message("a", "m1"))
        first.hand_over(rows)
        async with asyncio.timeout(20):
            while not await second.owed():
                await asyncio.sleep(0.01)
        await until(lambda: theirs.said)
    assert (mine.said, theirs.said) == ([], ["1: a"])


def test_nothing_is_looked_for_where_one_process_says_it_all(file_database: Database) -> None:
    """On an embedded database a turn costs no question more."""
    with file_database.read() as connection:
        assert underway.before(connection, 1, 1) == ()
