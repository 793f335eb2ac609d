"""What cannot be decrypted: its key is asked for, and awaited a little, then it is given up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import nio

from bot.channels import SendError
from bot.channels.matrix.sending import failing
from bot.channels.matrix.timeline import read

GRACE_SECONDS = 30.0
_STEP_SECONDS = 0.5
_MOST_WAITING = 1_000


class Unread:
    """`grace` is how long a key is awaited, of the time during which the server is `there`: while it is away
    no key can come, and nobody is to be told that theirs never did."""

    def __init__(self, client: nio.AsyncClient, grace: float, there: Callable[[], bool]) -> None:
        self._client = client
        self._grace = grace
        self._there = there
        self._waiting: dict[str, tuple[nio.MegolmEvent, asyncio.Future[Any]]] = {}

    async def wait_for(self, event: Any, room_id: str) -> Any | None:
        """The event once it can be read; None when its time is over, or if nothing ever could read it."""
        if not isinstance(event, nio.MegolmEvent) or len(self._waiting) >= _MOST_WAITING:
            return None
        event.room_id = room_id
        found: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[event.event_id] = (event, found)
        asking = asyncio.ensure_future(self._ask(event))
        try:
            left = self._grace
            while left > 0 and not found.done():
                step = min(left, _STEP_SECONDS)
                await asyncio.wait((found,), timeout=step)
                left -= step if self._there() else 0.0
            return found.result() if found.done() else None
        finally:
            asking.cancel()
            del self._waiting[event.event_id]

    def keys_came(self) -> None:
        """Try again what waits."""
        for event, found in tuple(self._waiting.values()):
            plain = read(self._client, event, event.room_id)
            if plain is not event and not found.done():
                found.set_result(plain)

    async def _ask(self, event: nio.MegolmEvent) -> None:
        # Asked already for another event of the same session: the answer serves both.
        with suppress(SendError):
            async with failing():
                await self._client.request_room_key(event)
