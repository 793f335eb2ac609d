"""Sends what the ledger owes: the only caller of `Channel.send`.

Rows come from the turns, in memory, right after their commit; the table is read at the start and every
few seconds, so that a hand-over that was lost costs seconds and never a message. Messages to one address
leave in order. The pace of bulk messages will stand before `channel.send` in `_try`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from bot.channels import Blocked, Channel, Misconfigured, Outgoing, Rejected, SendError, Throttled, Unreachable
from bot.crash import crash_point
from bot.turns import Turns
from handlers.messages import Address
from scheduler.clock import Clock
from storage import outbox
from storage.errors import DatabaseTrouble
from storage.outbox import MOST_COPIES, PERSONAL, Mark, OutboxRow

SWEEP_SECONDS = 5.0
LONGEST_WAIT = 60.0
SLOW = timedelta(seconds=10)
_RECEIPTS_KEPT = 10_000

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """The message is settled."""

    state: str
    reason: str | None = None
    receipt: str | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Try again after these seconds; `counts`: a copy may have left already."""

    seconds: float
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """The channel is closed; the message stays owed."""


Decision = Done | Wait | Stop


def decide(error: SendError, row: OutboxRow, failures: int, *, repeats: bool) -> Decision:
    """What one failure to send means for its row."""
    match error:
        case Blocked():
            return Done("failed", "blocked")
        case Rejected(reason=reason):
            return Done("failed", reason)
        case Throttled(retry_after=seconds):
            return Wait(seconds)
        case Unreachable(maybe_sent=True) if not repeats and not _may_copy(row):
            return Done("uncertain", "unreachable")
        case Unreachable(maybe_sent=maybe):
            return Wait(min(2.0**failures, LONGEST_WAIT), counts=maybe)
        case Misconfigured():
            return Stop()
        case _:
            return Done("failed", type(error).__name__)


def _may_copy(row: OutboxRow) -> bool:
    return row.kind in PERSONAL and row.attempts < MOST_COPIES


class Delivery:
    """`channels` by name. A row for a channel that does not run stays owed."""

    def __init__(self, turns: Turns, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._turns = turns
        self._channels = channels
        self._clock = clock
        self._queues: dict[Address, deque[OutboxRow]] = {}
        self._senders: dict[Address, asyncio.Task[None]] = {}
        self._receipts: dict[str, str] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self.stopped: set[str] = set()
        """Channels that refused us: the process ends when none is left."""

    def hand_over(self, rows: Sequence[OutboxRow]) -> None:
        """Send these soon; each address in its own order."""
        for row in rows:
            queue = self._queues.setdefault(row.address, deque())
            queue.append(row)
            if row.address not in self._senders:
                self._idle.clear()
                self._senders[row.address] = asyncio.create_task(self._drain(row.address, queue))

    async def settled(self) -> None:
        """Wait until nothing handed over is left to send."""
        await self._idle.wait()

    async def owed(self, *, starting: bool = False) -> int:
        """Hand over what the table owes and nobody sends; returns how many. `starting`: no other process
        can be sending on this database, or its leases are respected."""
        now, keys, running = self._clock.now(), self._in_hand(), self._running()
        alone = starting and self._turns.database.is_sqlite
        rows = await self._turns.run(
            lambda connection: outbox.take_owed(connection, now, channels=running, in_hand=keys, alone=alone)
        )
        self.hand_over(rows)
        return len(rows)

    async def run(self, seconds: float = SWEEP_SECONDS) -> None:
        """Look at the table now and then, until cancelled."""
        starting = True
        while True:
            try:
                await self._renew()
                while await self.owed(starting=starting):
                    pass
            except DatabaseTrouble as trouble:
                _log.warning("ledger not read", error=type(trouble).__name__)
            starting = False
            await asyncio.sleep(seconds)

    async def close(self, seconds: float = 10.0) -> None:
        """Finish what is being sent, for some seconds; the rest stays owed."""
        senders = list(self._senders.values())
        if senders:
            await asyncio.wait(senders, timeout=seconds)
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)

    async def _drain(self, address: Address, queue: deque[OutboxRow]) -> None:
        try:
            while queue and address.channel not in self.stopped:
                await self._send(queue[0])
                queue.popleft()
        finally:
            del self._queues[address], self._senders[address]
            if not self._senders:
                self._idle.set()

    async def _send(self, row: OutboxRow) -> None:
        channel = self._channels.get(row.address.channel)
        if channel is None:
            return
        failures = 0
        while True:
            match await self._try(channel, row, failures):
                case Done(state, reason, receipt):
                    self._mark(row, state, reason, receipt)
                    return
                case Stop():
                    self.stopped.add(channel.name)
                    _log.error("channel refused", channel=channel.name)
                    return
                case Wait(seconds, counts):
                    failures += 1
                    row = await self._later(row, seconds, counts=counts)

    async def _try(self, channel: Channel, row: OutboxRow, failures: int) -> Decision:
        outgoing = Outgoing(row.key, row.kind, row.address, row.reply, await self._edited(row))
        try:
            receipt = await channel.send(outgoing)
        except SendError as error:
            return decide(error, row, failures, repeats=channel.repeats)
        except Exception as error:  # noqa: BLE001  # a channel's bug must not stop the others
            # Our own fault, in the channel's code: it would fail again; the row says where to look.
            _log.error("channel failed", channel=channel.name, error=type(error).__name__)
            return Done("failed", type(error).__name__)
        crash_point("send.before_mark")
        return Done("sent", receipt=receipt)

    async def _later(self, row: OutboxRow, seconds: float, *, counts: bool) -> OutboxRow:
        if counts:
            row = replace(row, attempts=row.attempts + 1)
            again = row.attempts
            await self._turns.run(lambda connection: outbox.attempted(connection, row.key, again))
        await asyncio.sleep(seconds)
        return row

    def _mark(self, row: OutboxRow, state: str, reason: str | None, receipt: str | None) -> None:
        if receipt is not None:
            self._receipts[row.key] = receipt
            if len(self._receipts) > _RECEIPTS_KEPT:
                del self._receipts[next(iter(self._receipts))]
        self._turns.mark([Mark(row.key, state, self._clock.now(), reason, receipt)])
        crash_point("send.after_mark")

    async def _edited(self, row: OutboxRow) -> str | None:
        key = row.reply.replaces
        if key is None:
            return None
        if key in self._receipts:
            return self._receipts[key]
        return await self._turns.run(lambda connection: outbox.receipt_of(connection, key))

    async def _renew(self) -> None:
        old = self._clock.now() - SLOW
        keys = [row.key for queue in self._queues.values() for row in queue if row.created_at <= old]
        if keys:
            now = self._clock.now()
            await self._turns.run(lambda connection: outbox.renew(connection, keys, now))

    def _in_hand(self) -> frozenset[str]:
        return frozenset(row.key for queue in self._queues.values() for row in queue)

    def _running(self) -> dict[str, bool]:
        return {name: each.repeats for name, each in self._channels.items() if name not in self.stopped}
