"""A process that slept and believes that it still leads: what it writes and sends asks the table first (faults F26)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import together
from bot.app import App
from bot.together import SCHEDULER, Together, while_leading
from handlers import counted
from handlers.effects_intake import Count
from handlers.weeks import monday_of
from scheduler.clock import SetClock
from storage import leases, tallies
from storage.database import Database
from storage.tables import marks, outbox, published
from tests.bot.test_delivery import Paper
from tests.bot.test_several import Led, until
from tests.coming_soon import expected
from tests.conversation import guide
from tests.databases import emptied, opened
from tests.echo import NOON

NAMES = (SCHEDULER, "terminal")


@pytest.fixture
def shared(postgresql: str) -> Iterator[Database]:
    """A database on a server."""
    yield from opened(emptied(postgresql))


def process(shared: Database, name: str, **more: Any) -> Together:
    """One that can do both things."""
    return Together(shared, NAMES, lambda n: name * n, **more)


@pytest.fixture
async def two(shared: Database) -> AsyncIterator[tuple[Together, Together]]:
    """The first leads."""
    both = process(shared, "a"), process(shared, "b")
    await both[0].look()
    yield both
    for each in both:
        await each.leave()


def overdue(shared: Database) -> None:
    """As if nobody had said a word for longer than a lease."""
    with shared.write() as connection:
        for name, value in connection.execute(select(marks.c.name, marks.c.value)).all():
            if name.startswith(leases.LEASES):
                number, by, _ = value.split()
                connection.execute(marks.update().where(marks.c.name == name).values(value=f"{number} {by} 1"))


async def slept(shared: Database, ours: Together, theirs: Together) -> None:
    """The other one took over; by its own clock, which stood still, the first does not know yet."""
    await asyncio.to_thread(overdue, shared)
    await theirs.look()
    assert all(ours.leads(name) and theirs.leads(name) for name in NAMES)


def written(shared: Database) -> tuple[int, int]:
    """How many messages there are, and how many summaries."""
    with shared.read() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(each)).scalar_one() for each in (outbox, published)
        ]
    return counts[0], counts[1]


@pytest.mark.row("F26")
async def test_who_slept_writes_and_sends_nothing_with_its_old_lease(
    shared: Database, two: tuple[Together, Together]
) -> None:
    """Neither slice by slice, nor all at once, nor what took long to prepare; nor what was queued, or claimed."""
    ours, theirs = two
    zone = guide().zone
    with shared.write() as connection:
        expected(connection, [("terminal", "u1")], NOON)
        tallies.tally(connection, monday_of("2026-W48", zone), zone, [Count(counted.JOINED, "metropole", 9)])
    paper = Paper()
    async with App(shared, guide(), SetClock(NOON), {"terminal": paper}) as app:
        app.share(ours, ())
        await slept(shared, ours, theirs)
        await app.wake()
        await app.tick()
        assert written(shared) == (0, 0)
        app.share(theirs, ())
        await app.wake()
        assert written(shared) == (2, 1)
        app.share(ours, ())
        await app.delivery.due()
        assert paper.said == []
        queued = app.delivery._bulk("terminal")
        queued._leading = theirs
        (claimed,) = await queued._claim(alone=False)
        queued._leading = ours
        assert await queued._begun(claimed) is None
        queued._leading = theirs
        assert await queued._begun(claimed) is not None


@pytest.mark.row("F26")
async def test_who_wakes_up_finds_at_its_next_look_that_it_does_not_lead(shared: Database) -> None:
    """What only the dead may lose is still its own, until it leaves; what it gains is told once."""
    gained: list[int] = []
    ours = process(shared, "c", jealous={"terminal"}, gained=lambda: gained.append(1))
    theirs = process(shared, "d", jealous={"terminal"})
    for _ in range(2):
        await ours.look()
    assert (ours.count, gained) == (2, [1])
    await asyncio.to_thread(overdue, shared)
    await theirs.look()
    await ours.look()
    assert [each.leads(name) for each in (ours, theirs) for name in NAMES] == [False, True, True, False]
    await ours.leave()
    await theirs.look()
    assert (ours.count, theirs.count) == (0, 2)
    await theirs.leave()


async def test_by_its_own_clock_nobody_leads_after_the_time_of_the_lease(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the table says, which cannot be asked each time."""
    monkeypatch.setattr(together, "LEASE_SECONDS", together._MARGIN_SECONDS)
    ours = process(shared, "e")
    await ours.look()
    assert [ours.leads(name) for name in NAMES] == [False, False]
    with shared.write() as connection:
        assert ours.still(connection, SCHEDULER)
    await ours.leave()


async def test_what_is_done_while_leading_ends_with_the_lead_and_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """And ends with who asked for it."""
    monkeypatch.setattr(together, "AGAIN_SECONDS", 0.01)
    led, under_way = Led(), list[int]()

    async def work() -> None:
        under_way.append(1)
        try:
            await asyncio.Event().wait()
        finally:
            under_way.pop()

    working = asyncio.create_task(while_leading(led, SCHEDULER, work))
    for _ in range(2):
        led.names.add(SCHEDULER)
        await until(lambda: under_way)
        led.names.clear()
        await until(lambda: not under_way)
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
