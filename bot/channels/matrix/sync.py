"""Asks the homeserver what is new, for ever, and keeps where to go on from after a crash.

The position is kept once everything that came before it is committed or set aside: what was received and
not yet answered comes again, and is known by its id.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import nio
import structlog

from bot.channels import Misconfigured, SendError, Throttled, Unreachable
from bot.channels.matrix.parse import NAME
from bot.channels.matrix.sending import failing, send_error
from bot.pauses import BREAKDOWN, pause_after

SYNC_SECONDS = 20
"""A question that waits is not told that our login has ended: the process must know well within half a minute."""
QUICK_SECONDS = 1.0
FILTER: dict[str, Any] = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {
        "ephemeral": {"types": []},
        "account_data": {"types": []},
        # Members come whole: they are needed to share keys. The default is ten events a room.
        "timeline": {"limit": 50},
        "state": {"lazy_load_members": False},
    },
}

_log = structlog.get_logger(__name__)


class Syncing:
    """`chance` gives a number between 0 and 1; `after` is called with each answer, as soon as it is read."""

    def __init__(
        self,
        client: nio.AsyncClient,
        chance: Callable[[], float],
        after: Callable[[nio.SyncResponse], None],
        seconds: int = SYNC_SECONDS,
    ) -> None:
        self._client = client
        self._chance = chance
        self._after = after
        self._seconds = seconds
        self._failures = 0

    @property
    def answered(self) -> bool:
        """The last question was answered, or none was asked yet."""
        return not self._failures

    @property
    def well(self) -> bool:
        """The server answers; two failures in a row are not yet a breakdown."""
        return self._failures < BREAKDOWN

    async def next(self, since: str) -> nio.SyncResponse:
        """What is new, however long it takes; raises Misconfigured once refused for good, Unreachable when
        the bot has to log in again."""
        while True:
            asked_at = time.monotonic()
            try:
                found = await self._ask(since)
            except Throttled as throttled:
                await self._pause(throttled.retry_after or 0.0)
            except Misconfigured:
                raise
            except SendError as error:
                if not self._client.access_token:
                    raise Unreachable from None
                await self._pause(0.0, error)
            else:
                # A server that answers at once that nothing is new would be asked without end.
                if found.next_batch != since or time.monotonic() - asked_at >= QUICK_SECONDS:
                    self._failures = 0
                    return found
                await self._pause(0.0)

    async def _ask(self, since: str) -> nio.SyncResponse:
        async with failing():
            answer = await self._client.sync(self._seconds * 1000, FILTER, since)
        if not isinstance(answer, nio.SyncResponse):
            raise send_error(answer)
        self._after(answer)
        return answer

    async def _pause(self, least: float, error: SendError | None = None) -> None:
        self._failures += 1
        seconds = max(least, pause_after(min(self._failures, 10), self._chance()))
        name = type(error).__name__ if error is not None else ""
        _log.warning("matrix pause", channel=NAME, attempt=self._failures, retry_after=round(seconds, 1), error=name)
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class _Batch:
    position: str
    tasks: Collection[asyncio.Task[None]]

    @property
    def done(self) -> bool:
        return all(task.done() for task in self.tasks)


class Positions:
    """Keeps the last position before which nothing is left to do. `keep` writes it."""

    def __init__(self, keep: Callable[[str], Awaitable[None]]) -> None:
        self._keep = keep
        self._batches: deque[_Batch] = deque()
        self._more = asyncio.Event()

    def add(self, position: str, tasks: Collection[asyncio.Task[None]]) -> None:
        """A batch was read up to this position; these tasks do what it asks for, each until it is written."""
        self._batches.append(_Batch(position, tasks))
        self._more.set()

    async def follow(self) -> None:
        """Until cancelled."""
        while True:
            self._more.clear()
            reached = ""
            while self._batches and self._batches[0].done:
                reached = self._batches.popleft().position
            if reached:
                await self._keep(reached)
            elif self._batches:
                await asyncio.wait([task for task in self._batches[0].tasks if not task.done()])
            else:
                await self._more.wait()


async def finished(tasks: Sequence[asyncio.Task[None]]) -> None:
    """All are done, or one of them failed for a fault of ours."""
    if tasks:
        await asyncio.wait(tasks)
        for task in tasks:
            task.result()


async def first_of(asking: asyncio.Task[nio.SyncResponse], following: asyncio.Task[None]) -> nio.SyncResponse:
    """What the server says; keeping the position never ends but by a fault of ours."""
    await asyncio.wait((asking, following), return_when=asyncio.FIRST_COMPLETED)
    if following.done():
        following.result()
    return asking.result()
