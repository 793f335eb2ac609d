"""What cannot be decrypted: its key is asked for, and awaited a little; then it is told, and read if the key comes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import nio
from nio.crypto import OutgoingKeyRequest

from bot.channels import SendError
from bot.channels.matrix.sending import failing
from bot.channels.matrix.timeline import read

GRACE_SECONDS = 30.0
ASK_SECONDS = 10.0
LATE_SECONDS = 86_400.0
"""A key may come as late as this: the phone that has it was switched off."""

_STEP_SECONDS = 0.5
_MOST_WAITING = 1_000


@dataclass(frozen=True, slots=True)
class _Late:
    """Its sender was told that it could not be read."""

    event: nio.MegolmEvent
    given_up_at: float


class Unread:
    """`grace` is how long a key is awaited, of the time during which the server is `there`: while it is away
    no key can come, and nobody is to be told that theirs never did. What comes later still goes to `readable`."""

    def __init__(self, client: nio.AsyncClient, grace: float, there: Callable[[], bool]) -> None:
        self._client = client
        self._grace = grace
        self._there = there
        self._waiting: dict[str, tuple[nio.MegolmEvent, asyncio.Future[Any]]] = {}
        self._late: dict[str, _Late] = {}
        self.readable: Callable[[str, Any], None] = _unheard
        """Told of the room and the event when a key came after its time."""

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
            if found.done():
                return found.result()
        finally:
            asking.cancel()
            del self._waiting[event.event_id]
        self._keep(event)
        return None

    def keys_came(self) -> None:
        """Try again what waits, and what was given up."""
        for event, found in tuple(self._waiting.values()):
            plain = self._read(event)
            if plain is not None and not found.done():
                found.set_result(plain)
        for id, late in tuple(self._late.items()):
            plain = self._read(late.event)
            if plain is not None:
                self._forget(id)
                self.readable(late.event.room_id, plain)

    def wrote_again(self, room_id: str, sender: str) -> None:
        """Who was told that a message could not be read writes another: the first one would be answered twice."""
        for id, late in tuple(self._late.items()):
            if (late.event.room_id, late.event.sender) == (room_id, sender):
                self._forget(id)

    def _keep(self, event: nio.MegolmEvent) -> None:
        now = time.monotonic()
        self._late[event.event_id] = _Late(event, now)
        for id, late in tuple(self._late.items()):
            if now - late.given_up_at <= LATE_SECONDS and len(self._late) <= _MOST_WAITING:
                break
            self._forget(id)

    def _forget(self, id: str) -> None:
        event = self._late.pop(id).event
        self._client.olm.outgoing_key_requests.pop(event.session_id, None)

    def _read(self, event: nio.MegolmEvent) -> Any | None:
        # Without its key nio would ask for it once more at each look.
        if not self._client.olm.inbound_group_store.get(event.room_id, event.sender_key, event.session_id):
            return None
        plain = read(self._client, event, event.room_id)
        return plain if plain is not event else None

    async def _ask(self, event: nio.MegolmEvent) -> None:
        """The device that wrote it, again and again: what was lost once may be lost twice."""
        asked = event.as_key_request(event.sender, self._client.device_id, None, event.device_id)
        # nio asks by itself at each event of a session, unless it knows that it was done.
        self._client.olm.outgoing_key_requests[event.session_id] = OutgoingKeyRequest.from_message(asked)
        while True:
            if self._is_first(event):
                with suppress(SendError):
                    async with failing():
                        await self._client.to_device(asked)
            await asyncio.sleep(ASK_SECONDS)

    def _is_first(self, event: nio.MegolmEvent) -> bool:
        """The answer serves all the events of a session."""
        same = [each for each, _ in self._waiting.values() if each.session_id == event.session_id]
        return same[0] is event


def _unheard(_room_id: str, _event: Any) -> None:
    """Nobody listens."""
