"""Gives each message to the lane of its person, and its outcome back to who waits, after the commit."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from bot.formats import File, begun, finished
from bot.formats.recipes import MAKERS
from bot.lane import Asked, Lane, Outcome
from handlers.conversation import Conversation, Turn
from handlers.guide import Guide
from handlers.messages import Inbound
from handlers.notice import Notice
from handlers.world import World
from scheduler.clock import Clock
from storage.database import Database
from storage.locks import ends_batch
from storage.outbox import Mark, OutboxRow
from storage.play import Respond, Scene, batch, play, record_failure
from storage.retention import Retention
from storage.sweeping import Swept, sweep, together

T = TypeVar("T")

# A reader may keep the log of writes for a while: it is asked again, and then at the next tidying.
CHECKPOINTS = 20
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
        notice: Notice | None = None,
    ) -> None:
        self.guide = guide
        self.database = database
        self._respond, self._sorry = respond, sorry
        self._clock = clock
        self._retention = retention or Retention()
        self._notice = notice or Notice()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.observe: Callable[[float], object] = _unobserved
        """Told how many seconds each message took, until its commit."""
        self.unclaimed: Callable[[Sequence[OutboxRow]], None] = _unobserved
        """Given the rows of a message whose channel left before its commit (a stop): they are owed all the same."""
        self._lanes = [Lane(database, self, self._tell, f"lane-{n}") for n in range(database.lanes)]

    async def __aenter__(self) -> Turns:
        self._loop = asyncio.get_running_loop()
        for lane in self._lanes:
            lane.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        for lane in self._lanes:
            await asyncio.to_thread(lane.close)

    async def submit(self, inbound: Inbound, via: str | None = None) -> tuple[OutboxRow, ...]:
        """Play a message; return after the commit, with the rows to send (none for a repeat). With `via`,
        a single plain row may be kept for that answer, and is then marked so.

        Raises DatabaseTrouble when nothing could be written: the message must not be acknowledged."""
        waiter: asyncio.Future[tuple[OutboxRow, ...]] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        self._lanes[hash(inbound.address) % len(self._lanes)].ask(Asked(waiter, inbound, via))
        rows = await waiter
        self.observe(time.monotonic() - began)
        return rows

    async def answer(self, inbound: Inbound, respond: Respond) -> tuple[OutboxRow, ...]:
        """Answer a message otherwise than by the conversation; it is remembered as received."""

        def job(connection: Connection) -> tuple[OutboxRow, ...]:
            with batch(connection, [inbound]):
                return play(connection, inbound, respond, self._scene())

        return await self.run(job)

    async def files(self, row: OutboxRow) -> tuple[File, ...]:
        """The files that a row carries, made now, for whoever is reached there now."""
        recipes = row.reply.attachments
        if not recipes:
            return ()
        files = await self.run(lambda connection: begun(connection, self._scene(), MAKERS, row.address, recipes))
        if all(isinstance(file, File) for file in files):
            return finished(files)
        # A sheet or a picture takes longer than any transaction may.
        return await asyncio.to_thread(finished, files)

    async def written(self) -> None:
        """Wait until the marks given so far are committed."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._lanes[0].written(waiter)
        await waiter

    async def finish(self) -> None:
        """Wait until all that was submitted is committed."""
        loop = asyncio.get_running_loop()
        waiters: list[asyncio.Future[None]] = [loop.create_future() for _ in self._lanes]
        for lane, waiter in zip(self._lanes, waiters, strict=True):
            lane.ask(Asked(waiter, job=_nothing, in_transaction=False))
        await asyncio.gather(*waiters, return_exceptions=True)

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
        for _ in range(CHECKPOINTS):
            if await self.maintain(self.database.checkpoint):
                break
            await asyncio.sleep(CHECKPOINT_SECONDS)
        return together(sweeps)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Record what became of rows; written with the next commit, at the latest a few milliseconds later."""
        self._lanes[0].mark(marks)

    async def _ask(self, asked: Asked) -> T:
        waiter: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._lanes[0].ask(replace(asked, waiter=waiter))
        return await waiter

    def _tell(self, outcomes: list[Outcome]) -> None:
        assert self._loop is not None
        # The loop may have ended while the lane was committing: what is owed is read at the next start.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._resolve, outcomes)

    def _resolve(self, outcomes: list[Outcome]) -> None:
        for waiter, value, error in outcomes:
            assert isinstance(waiter, asyncio.Future)
            if waiter.done():
                self._left(value)
            elif error is not None:
                waiter.set_exception(error)
            else:
                waiter.set_result(value)

    def _left(self, value: object) -> None:
        """Who waited is gone: what was written to be sent must leave without them."""
        rows = [row for row in value if isinstance(row, OutboxRow) and not row.via] if isinstance(value, tuple) else []
        if rows:
            self.unclaimed(rows)

    # What the lanes call, from their threads:

    def play(self, connection: Connection, inbound: Inbound, via: str | None = None) -> tuple[OutboxRow, ...]:
        """One turn, in the transaction of the batch."""
        return play(connection, inbound, self._respond, self._scene(), via)

    def set_aside(
        self, connection: Connection, inbound: Inbound, error: Exception, *, answer: bool
    ) -> tuple[OutboxRow, ...]:
        """Record a message that cannot be played; `answer`: and tell the person."""
        scene = self._scene()
        record_failure(connection, inbound, error, scene.now)
        if not answer:
            return ()
        return play(connection, inbound, lambda before, _, world: self._sorry(before, world), scene)

    def ends(self, connection: Connection) -> bool:
        """True if the turn just played linked two people: others may wait for the one that it locked."""
        return ends_batch(connection)

    def _sweep(self, connection: Connection) -> Swept:
        return sweep(connection, self._clock.now(), self._retention, self.guide.zone)

    def _scene(self) -> Scene:
        return Scene(self.guide, self._clock.now(), self._clock.draw, self._retention, self._notice)


def _unobserved(_: object) -> None:
    """Nobody asked to be told."""


def _nothing(_: Connection) -> None:
    """Only to know that what came before is done."""
