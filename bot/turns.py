"""Gives each message to the lane of its person, and its outcome back to who waits, after the commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from sqlalchemy import Connection

from bot.lane import Asked, Lane, Outcome
from handlers.conversation import Conversation, Turn
from handlers.guide import Guide
from handlers.messages import Inbound
from handlers.world import World
from scheduler.clock import Clock
from storage.database import Database
from storage.locks import lock_people
from storage.outbox import Mark, OutboxRow
from storage.play import Respond, Scene, play, record_failure
from storage.retention import Retention
from storage.sweeping import Swept, sweep, together

T = TypeVar("T")

CHECKPOINT_SECONDS = 0.5

Sorry = Callable[[Conversation, World], Turn]


class Turns:
    """The only way in for messages. `guide` may be replaced at any time: the next turn reads the new one."""

    def __init__(
        self,
        database: Database,
        respond: Respond,
        sorry: Sorry,
        guide: Guide,
        clock: Clock,
        retention: Retention | None = None,
    ) -> None:
        self.guide = guide
        self.database = database
        self._respond, self._sorry = respond, sorry
        self._clock = clock
        self._retention = retention or Retention()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lanes = [Lane(database, self, self._tell, f"lane-{n}") for n in range(database.lanes)]

    async def __aenter__(self) -> Turns:
        self._loop = asyncio.get_running_loop()
        for lane in self._lanes:
            lane.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        for lane in self._lanes:
            await asyncio.to_thread(lane.close)

    async def submit(self, inbound: Inbound) -> tuple[OutboxRow, ...]:
        """Play a message; return after the commit, with the rows to send (none for a repeat).

        Raises DatabaseTrouble when nothing could be written: the message must not be acknowledged."""
        waiter: asyncio.Future[tuple[OutboxRow, ...]] = asyncio.get_running_loop().create_future()
        self._lanes[hash(inbound.address) % len(self._lanes)].ask(Asked(waiter, inbound))
        return await waiter

    async def run(self, job: Callable[[Connection], T]) -> T:
        """Run a job in a transaction of its own, in the thread that writes."""
        return await self._ask(Asked(None, job=job))

    async def maintain(self, job: Callable[[Connection], T]) -> T:
        """Run a job outside any transaction, for what cannot be inside one."""
        return await self._ask(Asked(None, job=job, in_transaction=False))

    async def tidy(self) -> Swept:
        """Erase what has been kept long enough, in slices between the turns; then empty the log of writes."""
        sweeps: list[Swept] = []
        while not sweeps or any(sweeps[-1].values()):
            sweeps.append(await self.run(self._sweep))
        while not await self.maintain(self.database.checkpoint):
            await asyncio.sleep(CHECKPOINT_SECONDS)
        return together(sweeps)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Record what became of rows; written with the next commit, at the latest a few milliseconds later."""
        self._lanes[0].mark(marks)

    async def _ask(self, asked: Asked) -> T:
        waiter: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._lanes[0].ask(Asked(waiter, None, asked.job, asked.in_transaction))
        return await waiter

    def _tell(self, outcomes: list[Outcome]) -> None:
        assert self._loop is not None
        # The loop may have ended while the lane was committing: what is owed is read at the next start.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_resolve, outcomes)

    # What the lanes call, from their threads:

    def play(self, connection: Connection, inbound: Inbound) -> tuple[OutboxRow, ...]:
        """One turn, in the transaction of the batch."""
        return play(connection, inbound, self._respond, self._scene())

    def set_aside(
        self, connection: Connection, inbound: Inbound, error: Exception, *, answer: bool
    ) -> tuple[OutboxRow, ...]:
        """Record a message that cannot be played; `answer`: and tell the person."""
        scene = self._scene()
        record_failure(connection, inbound, error, scene.now)
        if not answer:
            return ()
        return play(connection, inbound, lambda before, _, world: self._sorry(before, world), scene)

    def claim(self, connection: Connection, batch: Sequence[Inbound]) -> None:
        """Lock the people of a batch, in order, before its first turn."""
        lock_people(connection, [inbound.address for inbound in batch])

    def _sweep(self, connection: Connection) -> Swept:
        return sweep(connection, self._clock.now(), self._retention)

    def _scene(self) -> Scene:
        return Scene(self.guide, self._clock.now(), self._clock.draw, self._retention)


def _resolve(outcomes: list[Outcome]) -> None:
    for waiter, value, error in outcomes:
        assert isinstance(waiter, asyncio.Future)
        if waiter.done():
            continue
        if error is not None:
            waiter.set_exception(error)
        else:
            waiter.set_result(value)
