"""Sends replies and notices: each address in its own order, at once, unless the server told us to wait."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.decisions import Done, Elsewhere, Stop, Wait
from bot.grip import Grip
from bot.links import Links
from bot.pace import LONGEST_WAIT
from bot.turns import Turns
from bot.way_out import WayOut
from handlers.messages import Address
from scheduler.clock import Clock
from storage import bulk, outbox
from storage.bulk import Later
from storage.errors import DatabaseTrouble
from storage.outbox import OutboxRow

_log = structlog.get_logger(__name__)


class Replies:
    """`way` gives the way out of a channel by its name."""

    def __init__(self, turns: Turns, clock: Clock, way: Callable[[str], WayOut], links: Links, grip: Grip) -> None:
        self._turns = turns
        self._clock = clock
        self._way = way
        self._links = links
        self._grip = grip
        self._queues: dict[Address, deque[OutboxRow]] = {}
        self.senders: dict[Address, asyncio.Task[None]] = {}
        self._waiting: set[asyncio.Task[None]] = set()
        self._stopped: set[str] = set()
        self._closing = False
        self.idle = asyncio.Event()
        """Set while nothing is left to send."""
        self.idle.set()

    def add(self, row: OutboxRow) -> None:
        """Send this after what its address was already promised."""
        self._grip.holds(row)
        queue = self._queues.setdefault(row.address, deque())
        behind = [place for place, each in enumerate(queue) if row.key in each.after]
        queue.insert(behind[0] if behind else len(queue), row)
        if row.address not in self.senders:
            self.idle.clear()
            self.senders[row.address] = asyncio.create_task(self._drain(row.address, queue))

    def rows(self) -> Iterator[OutboxRow]:
        """What is not sent yet."""
        for queue in self._queues.values():
            yield from queue

    def cut(self) -> None:
        """End whoever only waits; who is in a call goes on."""
        self._closing = True
        for task in tuple(self._waiting):
            task.cancel()

    async def _drain(self, address: Address, queue: deque[OutboxRow]) -> None:
        try:
            while queue and address.channel not in self._stopped:
                await self._send(queue)
        except DatabaseTrouble as trouble:
            # They are `sending` in the table, which gives them back when their lease ends.
            _log.warning("ledger not written", error=type(trouble).__name__)
        finally:
            del self._queues[address], self.senders[address]
            if not self.senders:
                self.idle.set()

    async def _send(self, queue: deque[OutboxRow]) -> None:
        """Send the first row of a queue, for as long as it takes."""
        row, failures = await self._first(queue), 0
        way = self._way(row.address.channel)
        while True:
            if way.closed(row.address.peer) > LONGEST_WAIT:
                await self._put_back(queue, way)
                return
            if not await self._open(way, row.address.peer):
                continue
            if (ours := await self._ours(row, way)) is None:
                break
            row = ours
            match await way.call(row, failures):
                case Done() as done:
                    self._links.settle(row, done)
                    break
                case Stop():
                    self._stopped.add(way.channel.name)
                    self._links.stop(way.channel.name)
                    break
                case Elsewhere(peer):
                    await self._links.moved(row.address, peer)
                    row = replace(row, address=replace(row.address, peer=peer))
                case Wait(seconds, counts, throttled):
                    failures += 1
                    row = replace(row, again=row.again or counts)
                    with self._interruptible():
                        await asyncio.sleep(0.0 if throttled else seconds)
        queue.popleft()
        if queue and row.reply.replaces is None:
            # Else a kill could find two that left and are not marked, and the next start repeat both.
            await self._turns.written()

    async def _first(self, queue: deque[OutboxRow]) -> OutboxRow:
        """The first row, once all that another process says before it has left."""
        if queue[0].after:
            with self._interruptible():
                await self._grip.after(queue[0])
        # One that we took over meanwhile may have come before.
        return queue[0]

    async def _open(self, way: WayOut, peer: str) -> bool:
        """Wait until the server allows a call to this chat; False if it has to be looked at again."""
        with self._interruptible():
            if (left := way.gate.windows.chat(peer)) > 0:
                await asyncio.sleep(left)
                return False
            if not await way.gate.enter():
                return False
        if way.gate.windows.chat(peer) > 0:
            way.gate.unused()
            return False
        return True

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """What is done inside is only waiting: leaving does not wait for it."""
        task = asyncio.current_task()
        assert task is not None
        if self._closing:
            raise asyncio.CancelledError
        self._waiting.add(task)
        try:
            yield
        finally:
            self._waiting.discard(task)

    async def _ours(self, row: OutboxRow, way: WayOut) -> OutboxRow | None:
        """The row as it leaves; None if another process took it over meanwhile."""
        if not await self._grip.keeps(row):
            way.gate.unused()
            return None
        return await self._counted(row, way) if row.again else row

    async def _counted(self, row: OutboxRow, way: WayOut) -> OutboxRow:
        """One copy more, committed right before it leaves."""
        counted = replace(row, attempts=row.attempts + 1, again=False)
        try:
            await self._turns.run(lambda connection: outbox.attempted(connection, row.key, counted.attempts))
        except BaseException:
            way.gate.unused()
            raise
        return counted

    async def _put_back(self, queue: deque[OutboxRow], way: WayOut) -> None:
        """They wait in the table, for everybody to see, and take no memory."""
        row = queue[0]
        due = self._clock.now() + timedelta(seconds=way.closed(row.address.peer))
        later = [Later(each.key, due, way.reason()) for each in queue]
        queue.clear()
        await self._turns.run(lambda connection: bulk.postpone(connection, later))
        self._links.wake()
