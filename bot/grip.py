"""Whether a row is still ours to send: where several processes send, one that was held up may find it taken."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.turns import Turns
from scheduler.clock import Clock
from storage import underway
from storage.errors import DatabaseTrouble
from storage.outbox import LEASE, OutboxRow

FRESH = LEASE / 6
"""A lease is kept up from this age on."""

SAFE = timedelta(seconds=3)
"""Less than this before its end, the table is asked: a call takes a while."""

LONGEST_WAIT = 30.0
_FIRST_LOOK, _LONGEST_LOOK = 0.02, 0.5
_KEPT = 10_000


class Grip:
    """The leases of the rows that this process is sending."""

    def __init__(self, turns: Turns, clock: Clock) -> None:
        self._turns = turns
        self._clock = clock
        self._leases: OrderedDict[str, datetime] = OrderedDict()
        self._giving: set[asyncio.Task[None]] = set()

    def holds(self, row: OutboxRow) -> None:
        """This row is in our hands from now on."""
        self._leases[row.key] = row.lease
        if len(self._leases) > _KEPT:
            self._leases.popitem(last=False)

    async def keeps(self, row: OutboxRow) -> bool:
        """True if nobody else sends it: by our clock while there is time, else by the table, which renews its lease."""
        now = self._clock.now()
        lease = self._leases.get(row.key, row.lease)
        if self._turns.database.is_sqlite or lease - LEASE <= now < lease - SAFE:
            return True
        return row.key in await self._renewed({row.key: lease})

    async def renew(self, keys: Sequence[str]) -> None:
        """Keep the leases that are not quite new."""
        soon = self._clock.now() + LEASE - FRESH
        old = {key: lease for key in keys if (lease := self._leases.get(key)) is not None and lease < soon}
        if old:
            await self._renewed(old)

    async def _renewed(self, old: dict[str, datetime]) -> dict[str, datetime]:
        now = self._clock.now()
        kept = dict(await self._turns.run(lambda connection: underway.renew(connection, old, now)))
        self._leases.update(kept)
        return kept

    async def after(self, row: OutboxRow) -> None:
        """Wait until what was said before has left, if another process says it; not for ever."""
        wait, over_at = _FIRST_LOOK, time.monotonic() + LONGEST_WAIT
        keys = [key for key in row.after if key not in self._leases]
        while keys and time.monotonic() < over_at:
            left = await self._turns.run(partial(underway.on_their_way, keys=tuple(keys)))
            # What we took over meanwhile is before this one in our own queue, or leaves by itself.
            keys = [key for key in left if key not in self._leases]
            if keys:
                await asyncio.sleep(wait)
                wait = min(2 * wait, _LONGEST_LOOK)

    def give(self, keys: Sequence[str]) -> None:
        """Let another process send these, soon."""
        task = asyncio.create_task(self._given(keys))
        self._giving.add(task)
        task.add_done_callback(self._giving.discard)

    async def _given(self, keys: Sequence[str]) -> None:
        now = self._clock.now()
        try:
            await self._turns.run(lambda connection: underway.give(connection, keys, now))
        except DatabaseTrouble:
            # Their leases end by themselves.
            return
