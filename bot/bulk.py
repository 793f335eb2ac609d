"""Sends one channel's queued messages, at the pace of messages to many.

Rows are taken from the table in slices, so that ten thousand cost no more memory than fifty. Each is
committed as `sending` just before its call: after a crash, only those in flight are uncertain. A row
whose chat must wait goes back to the table with its hour, and holds up nobody.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Connection

from bot.decisions import Done, Elsewhere, Stop, Wait
from bot.grip import Grip
from bot.links import Links
from bot.pace import LONGEST_WAIT, BulkPace, Limits
from bot.together import Leading
from bot.turns import Turns
from bot.way_out import WayOut
from scheduler.clock import Clock
from storage import bulk
from storage.bulk import Claimed, Later
from storage.errors import DatabaseTrouble
from storage.outbox import PERSONAL, OutboxRow

SLICE = 50
MOST_AT_ONCE = 50

_log = structlog.get_logger(__name__)


class Bulk:
    """The messages to many of one channel. Without `limits` nothing is paced."""

    def __init__(
        self, way: WayOut, turns: Turns, clock: Clock, limits: Limits | None, links: Links, grip: Grip, leading: Leading
    ) -> None:
        self._way = way
        self._turns = turns
        self._clock = clock
        self._pace = BulkPace(limits)
        self._links = links
        self._grip = grip
        self._leading = leading
        self._slots = asyncio.Semaphore(MOST_AT_ONCE)
        self._stopped = False
        self.calls: set[asyncio.Task[None]] = set()
        self._waiting: set[asyncio.Task[None]] = set()
        self.in_hand: dict[str, OutboxRow] = {}
        """Rows that are `sending`, by key."""

    async def send_due(self, *, alone: bool = False) -> None:
        """Send what is due, slice after slice. `alone`: no other process holds a lease."""
        while not self._stopped and not self._closed() and (rows := await self._claim(alone=alone)):
            alone = False
            await self._send(rows)

    async def seconds_to_next(self) -> float:
        """In how many seconds something more is due."""
        now, via = self._clock.now(), self._way.channel.name
        due = await self._turns.run(lambda connection: bulk.next_due(connection, now, via))
        return math.inf if due is None else (due - now).total_seconds()

    def resume(self, row: OutboxRow) -> None:
        """Send again a row that is `sending` already: a second copy does no harm there."""
        self._grip.holds(row)
        self.in_hand[row.key] = row
        self._spawn(self._again(row))

    async def finished(self) -> None:
        """Wait for the calls in flight."""
        while self.calls:
            await asyncio.wait(self.calls)

    def cut(self) -> None:
        """End whoever only waits; who is in a call goes on."""
        for task in tuple(self._waiting):
            task.cancel()

    def _closed(self) -> bool:
        """The channel told us to wait for so long that the rows are better off in the table."""
        return self._way.gate.windows.channel > LONGEST_WAIT

    async def _claim(self, *, alone: bool) -> tuple[Claimed, ...]:
        now, via = self._clock.now(), self._way.channel.name

        def claim(connection: Connection) -> tuple[Claimed, ...]:
            ours = self._leading.still(connection, via)
            return bulk.claim(connection, now, via, SLICE, alone=alone) if ours else ()

        return await self._turns.run(claim)

    async def _send(self, rows: Sequence[Claimed]) -> None:
        later: list[Later] = []
        free_at: dict[str, float] = {}
        for claimed in rows:
            if self._stopped or self._closed():
                later.append(Later(claimed.row.key, claimed.row.created_at))
            elif (wait := self._must_wait(claimed, free_at)) is not None:
                later.append(wait)
            elif claimed.row.kind in PERSONAL:
                await self._reply(claimed)
            else:
                await self._leave(claimed)
        await self._put_back(later)

    def _must_wait(self, claimed: Claimed, free_at: dict[str, float]) -> Later | None:
        """The hour of a row whose chat is not free; several of one chat get as many hours."""
        peer = claimed.row.address.peer
        told = self._way.gate.windows.chat(peer)
        if told > 0:
            return self._later(claimed.row, told, bulk.THROTTLED)
        if claimed.row.kind in PERSONAL:
            return None
        wait = free_at[peer] if peer in free_at else self._pace.wait(peer)
        free_at[peer] = wait + self._pace.spacing(private=claimed.private)
        return self._later(claimed.row, wait) if wait > 0 else None

    def _later(self, row: OutboxRow, seconds: float, reason: str | None = None, *, counts: bool = False) -> Later:
        return Later(row.key, self._clock.now() + timedelta(seconds=seconds), reason, counts)

    async def _put_back(self, rows: Sequence[Later]) -> None:
        if rows:
            await self._turns.run(lambda connection: bulk.postpone(connection, rows))
            self._links.wake()

    async def _reply(self, claimed: Claimed) -> None:
        row = await self._begun(claimed)
        if row is not None:
            self._links.hand_over([row])

    async def _begun(self, claimed: Claimed) -> OutboxRow | None:
        now = self._clock.now()

        def begin(connection: Connection) -> OutboxRow | None:
            ours = self._leading.still(connection, self._way.channel.name)
            return bulk.begin(connection, claimed, now) if ours else None

        return await self._turns.run(begin)

    async def _leave(self, claimed: Claimed) -> None:
        """Wait for a place, then send without being waited for."""
        await self._slots.acquire()
        entered = False
        try:
            await self._pace.take(claimed.row.address.peer, private=claimed.private)
            entered = await self._way.gate.enter_last()
        finally:
            if not entered:
                self._slots.release()
        if entered:
            self._spawn(self._carry(claimed, time.monotonic()))
        else:
            await self._put_back([self._later(claimed.row, 0.0)])

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.calls.add(task)
        task.add_done_callback(self.calls.discard)

    async def _carry(self, claimed: Claimed, taken: float) -> None:
        try:
            row = await self._begun(claimed)
            if row is None:
                self._way.gate.unused()
                return
            self._grip.holds(row)
            self.in_hand[row.key] = row
            await self._pace.take_again_if_late(taken)
            await self._unless_closed(row)
            self._pace.count(row.address.peer, private=claimed.private)
        except DatabaseTrouble as trouble:
            self._way.gate.unused()
            _log.warning("ledger not written", error=type(trouble).__name__)
        finally:
            self._slots.release()
            self.in_hand.pop(claimed.row.key, None)

    async def _again(self, row: OutboxRow) -> None:
        task = asyncio.current_task()
        assert task is not None
        try:
            self._waiting.add(task)
            await self._pace.take(row.address.peer, private=True)
            entered = await self._way.gate.enter_last()
            self._waiting.discard(task)
            if entered:
                with suppress(DatabaseTrouble):
                    await self._unless_closed(row)
        finally:
            self._waiting.discard(task)
            self.in_hand.pop(row.key, None)

    async def _unless_closed(self, row: OutboxRow) -> None:
        """The server may have told us to wait since we entered."""
        closed = self._way.closed(row.address.peer)
        if closed > 0:
            self._way.gate.unused()
            await self._put_back([self._later(row, closed, self._way.reason())])
        elif await self._grip.keeps(row):
            await self._call(row)
        else:
            self._way.gate.unused()

    async def _call(self, row: OutboxRow) -> None:
        failures = max(row.attempts - 1, 0)
        match await self._way.call(row, failures):
            case Done() as done:
                self._links.settle(row, done)
            case Wait(seconds, counts, throttled):
                reason = self._way.reason() if throttled else "unreachable"
                seconds = max(seconds, self._way.closed(row.address.peer) if throttled else 0.0)
                await self._put_back([self._later(row, seconds, reason, counts=counts or not throttled)])
            case Elsewhere(peer):
                await self._links.moved(row.address, peer)
                await self._put_back([self._later(row, 0.0)])
            case Stop():
                self._stopped = True
                self._links.stop(self._way.channel.name)
                await self._put_back([self._later(row, 0.0)])
