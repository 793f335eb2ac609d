"""Sends what the ledger owes: replies at once and in order, messages to many at their pace.

Rows come from the turns, in memory, right after their commit; the table is read at the start and every
few seconds, so that a hand-over that was lost costs seconds and never a message. Replies and notices are
never paced beforehand: only what the server says makes them wait, and messages to many go behind them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import structlog

from bot.bulk import Bulk
from bot.channels import RECEIPT, Channel
from bot.decisions import Done
from bot.grip import Grip
from bot.links import Links
from bot.pace import Gate, Limits
from bot.queue_watch import QueueWatch
from bot.replies import Replies
from bot.together import Alone, Leading
from bot.turns import Turns
from bot.way_out import WayOut
from handlers.messages import Address
from scheduler.clock import Clock
from storage import bulk, outbox
from storage.bulk import CHANNEL_THROTTLED
from storage.errors import DatabaseTrouble
from storage.outbox import PERSONAL, Mark, OutboxRow

SWEEP_SECONDS = 5.0
_RECEIPTS_KEPT = 10_000
_DRAWN = 4
_BASE = 36

_log = structlog.get_logger(__name__)

Moved = Callable[[Address, Address], Awaitable[None]]


async def _unmoved(_old: Address, _new: Address) -> None:
    return


class Delivery:
    """`channels` by name. A row for a channel that does not run stays owed. Without `limits` nothing is paced."""

    def __init__(
        self, turns: Turns, channels: Mapping[str, Channel], clock: Clock, limits: Limits | None = None
    ) -> None:
        self._turns = turns
        self._channels = channels
        self._clock = clock
        self._limits = limits
        self._leading: Leading = Alone()
        self._single: Collection[str] = ()
        self._grip = Grip(turns, clock)
        self._links = Links(self._take, self._settle, self._stop, self._moved_to, self.wake)
        self._replies = Replies(turns, clock, self._way, self._links, self._grip)
        self._watch = QueueWatch(turns, clock, self._way)
        self._ways: dict[str, WayOut] = {}
        self._many: dict[str, Bulk] = {}
        self._receipts: dict[str, str] = {}
        self._wanted = asyncio.Event()
        self._started = False
        self._recovered: set[str] = set()
        self._closing = False
        self.moved: Moved = _unmoved
        """Told when a room goes by another name."""
        self.stopped: set[str] = set()
        """Channels that refused us: the process ends when none is left."""

    @property
    def channels(self) -> Mapping[str, Channel]:
        """Those that we run, by name."""
        return self._channels

    def share(self, leading: Leading, single: Collection[str]) -> None:
        """From now on, before anything is sent, others send too: messages to many are for who leads their channel, and
        so is all that leaves on the channels that only one process may open (`single`)."""
        self._leading, self._single = leading, single

    def hand_over(self, rows: Sequence[OutboxRow]) -> None:
        """Send these soon, each address in its own order; what the answer to a webhook carries is not sent here."""
        self._take([row for row in rows if row.key not in self._recovered])

    def _take(self, rows: Sequence[OutboxRow]) -> None:
        given = [row.key for row in rows if self._is_for_another(row)]
        if given:
            self._grip.give(given)
        for row in rows:
            if self._closing or row.via or row.address.channel not in self._channels or row.key in given:
                continue
            if row.kind in PERSONAL:
                self._replies.add(row)
            else:
                self._bulk(row.address.channel).resume(row)

    def _is_for_another(self, row: OutboxRow) -> bool:
        """True if another process is to send it: here it would only wait for the end of its lease."""
        if self._turns.database.is_sqlite or row.via or self._closing:
            return False
        return row.address.channel not in self._channels or not self._may_send(row.address.channel)

    def _may_send(self, name: str) -> bool:
        return name not in self._single or self._leading.leads(name)

    async def settled(self) -> None:
        """Wait until nothing handed over is left to send."""
        await self._replies.idle.wait()
        for many in tuple(self._many.values()):
            await many.finished()

    async def owed(self, *, starting: bool = False) -> int:
        """Hand over what the table owes and nobody sends; returns how many. `starting`: no other process
        can be sending on this database, or its leases are respected."""
        now, keys, running = self._clock.now(), self._in_hand(), self._running()
        alone = starting and self._turns.database.is_sqlite
        rows = await self._turns.run(
            lambda connection: outbox.take_owed(connection, now, channels=running, in_hand=keys, alone=alone)
        )
        # Taken up, and maybe sent, while the table was read.
        held = self._in_hand()
        self._take([row for row in rows if row.key not in held and row.key not in self._receipts])
        if starting:
            # A message played at this very moment may be among them: it is handed over once.
            self._recovered.update(row.key for row in rows)
        return len(rows)

    async def recover(self) -> None:
        """Take over what a former process left; best done before anything is received."""
        self._started = True
        await self._remember_windows()
        while await self.owed(starting=True):
            pass

    async def due(self) -> None:
        """Send what is queued and due, and wait until it is sent."""
        for name in self._running():
            await self._bulk(name).send_due()
        await self.settled()

    def wake(self) -> None:
        """Something was queued: let the loop look now."""
        self._wanted.set()

    async def run(self, seconds: float = SWEEP_SECONDS) -> None:
        """Look at the table now and then, until cancelled."""
        if not self._started:
            await self.recover()
        async with asyncio.TaskGroup() as group:
            for name in self._channels:
                group.create_task(self._send_many(name, seconds))
            await self._sweep(seconds)

    async def close(self, seconds: float = 10.0) -> None:
        """Finish what is being sent, for some seconds; the rest, and what waits, stays owed."""
        self._closing = True
        self._replies.cut()
        for many in self._many.values():
            many.cut()
        senders = [*self._replies.senders.values(), *(call for many in self._many.values() for call in many.calls)]
        if senders:
            await asyncio.wait(senders, timeout=seconds)
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)

    async def _sweep(self, seconds: float) -> None:
        while True:
            try:
                await self._renew()
                while await self.owed():
                    pass
                if await self._watch.look([name for name in self._running() if self._leading.leads(name)]):
                    self.wake()
            except DatabaseTrouble as trouble:
                _log.warning("ledger not read", error=type(trouble).__name__)
            await asyncio.sleep(seconds)

    async def _send_many(self, name: str, seconds: float) -> None:
        alone = self._turns.database.is_sqlite
        while True:
            if name in self.stopped:
                await asyncio.sleep(seconds)
                continue
            # Read anew: after a refusal that is over, it is another one.
            many, soon = self._bulk(name), seconds
            self._wanted.clear()
            try:
                if self._leading.leads(name):
                    await many.send_due(alone=alone)
                    soon = min(seconds, await many.seconds_to_next())
            except DatabaseTrouble as trouble:
                _log.warning("queue not read", error=type(trouble).__name__)
            alone = False
            # Not wait_for: in Python 3.11 it loses a cancellation that comes together with the event.
            with suppress(TimeoutError):
                async with asyncio.timeout(soon):
                    await self._wanted.wait()

    def _settle(self, row: OutboxRow, done: Done) -> None:
        if done.receipt is not None:
            self._receipts[row.key] = done.receipt
            if len(self._receipts) > _RECEIPTS_KEPT:
                del self._receipts[next(iter(self._receipts))]
        self._turns.mark([Mark(row.key, done.state, self._clock.now(), done.reason, done.receipt)])

    def _stop(self, name: str) -> None:
        self.stopped.add(name)
        _log.error("channel refused", channel=name)

    def resume(self, name: str) -> None:
        """A channel that was refused is not any more: what is owed there leaves."""
        self.stopped.discard(name)
        self._many.pop(name, None)
        self.wake()

    async def _moved_to(self, old: Address, peer: str) -> None:
        await self.moved(old, replace(old, peer=peer))

    async def _edited(self, row: OutboxRow) -> str | None:
        key = row.reply.replaces
        if key is None:
            return None
        if key.startswith(RECEIPT):
            return key.removeprefix(RECEIPT)
        if key in self._receipts:
            return self._receipts[key]
        return await self._turns.run(lambda connection: outbox.receipt_of(connection, key))

    async def _remember_windows(self) -> None:
        """What a former process was told about its pace still holds."""
        now = self._clock.now()
        for window in await self._turns.run(lambda connection: bulk.windows(connection, now)):
            if window.address.channel in self._channels:
                windows = self._way(window.address.channel).gate.windows
                seconds = (window.until - now).total_seconds()
                if window.reason == CHANNEL_THROTTLED:
                    windows.close(seconds)
                else:
                    windows.hold(window.address.peer, seconds)

    async def _renew(self) -> None:
        await self._grip.renew([row.key for row in self._rows_in_hand()])

    def _rows_in_hand(self) -> Iterator[OutboxRow]:
        yield from self._replies.rows()
        for many in self._many.values():
            yield from many.in_hand.values()

    def _in_hand(self) -> frozenset[str]:
        return frozenset(row.key for row in self._rows_in_hand())

    def _running(self) -> dict[str, bool]:
        running = {name: each.repeats for name, each in self._channels.items() if name not in self.stopped}
        return {name: repeats for name, repeats in running.items() if self._may_send(name)}

    def _way(self, name: str) -> WayOut:
        """The way out of a channel, the same for replies and for messages to many."""
        if name not in self._ways:
            gate = Gate(self._limits, self._chance)
            self._ways[name] = WayOut(self._channels[name], gate, self._edited, self._turns.files)
        return self._ways[name]

    def _bulk(self, name: str) -> Bulk:
        if name not in self._many:
            way, limits = self._way(name), self._limits
            self._many[name] = Bulk(way, self._turns, self._clock, limits, self._links, self._grip, self._leading)
        return self._many[name]

    def _chance(self) -> float:
        return int(self._clock.draw(_DRAWN), _BASE) / float(_BASE**_DRAWN)
