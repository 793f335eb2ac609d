"""Once the bot has become a new device, tells everybody once that what was written to the old one cannot be read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from hashlib import sha256

import structlog

from bot.channels import Inbox
from bot.channels.matrix.parse import NAME
from bot.channels.matrix.rooms import Rooms
from bot.channels.matrix.store import Store
from bot.pauses import pause_after
from storage.errors import DatabaseTrouble

_log = structlog.get_logger(__name__)


async def tell_renewed(store: Store, device_id: str, rooms: Rooms, inbox: Inbox, chance: Callable[[], float]) -> None:
    """Each as a row of the ledger, named by the device and the room; the mark that a reset left goes once all of
    them are written. Rooms in clear lost nothing, and are told nothing."""
    if store.renewed() != device_id:
        return
    failures = 0
    while True:
        try:
            for address, room_id in tuple(rooms.encrypted()):
                key = f"renewed/{NAME}/{sha256(f'{device_id} {room_id}'.encode()).hexdigest()}"
                private = address.peer != room_id
                await inbox.say_once(address, key, "matrix-renewed", private=private, to_many=True)
        except DatabaseTrouble:
            failures += 1
            await asyncio.sleep(pause_after(min(failures, 10), chance()))
        else:
            store.forget_renewed()
            _log.info("renewal told", channel=NAME)
            return
