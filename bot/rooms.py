"""Rooms of several people: the bot says once what it is, and leaves where nobody with a role wanted it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

import structlog
from sqlalchemy import Connection

from bot.channels import Blocked, Channel, Misconfigured, Moved, Rejected, Throttled, Unreachable
from bot.delivery import Delivery
from bot.turns import Turns
from handlers.messages import Address, Inbound, Reply
from scheduler.clock import Clock
from storage import rooms, stays
from storage.outbox import OutboxRow

SETTLING_SECONDS = 60.0
"""After a start, what was written meanwhile is read first; after a failure, the server is left in peace."""

_HOUR_SECONDS = 3600

_log = structlog.get_logger(__name__)


@runtime_checkable
class Leaves(Protocol):
    """A channel that can leave a room."""

    async def leave(self, room: Address) -> None:
        """Leave; raises a SendError."""
        ...


class Rooms:
    """`channels` by name; those that cannot leave a room stay in all of theirs."""

    def __init__(self, turns: Turns, delivery: Delivery, clock: Clock, channels: Mapping[str, Channel]) -> None:
        self._turns = turns
        self._delivery = delivery
        self._clock = clock
        self._leaving = {name: each for name, each in channels.items() if isinstance(each, Leaves)}
        self.not_before = time.monotonic() + SETTLING_SECONDS
        """The next look at what is to be left, by the clock that is never set back."""

    async def introduce(self, room: Address, by: str) -> None:
        """Say once, for ever, what the bot is to a room, and that it leaves if nobody wants it there."""
        wording, now = self._turns.guide.wording, self._clock.now()
        language = wording.languages[0]
        # Commands are not written the same way everywhere.
        own = f"{room.channel}-room-introduction"
        hello = wording.say(language, own if wording.has(own) else "room-introduction")
        hours = int(stays.UNWANTED_STAY.total_seconds()) // _HOUR_SECONDS
        leaves = wording.say(language, "room-leaves", hours=hours)

        def job(connection: Connection) -> tuple[OutboxRow, ...]:
            stays_on = stays.arrive(connection, room, by, now) or room.channel not in self._leaving
            return rooms.introduce(connection, room, Reply(hello if stays_on else f"{hello}\n{leaves}"), now)

        self._delivery.hand_over(await self._turns.run(job))

    async def heard(self, inbound: Inbound) -> None:
        """Someone spoke to the bot in a room: if they hold a role, it may stay."""
        room, now = inbound.address, self._clock.now()
        await self._turns.run(lambda connection: stays.hear(connection, room, inbound.author, now))

    async def moved(self, old: Address, new: Address) -> None:
        """The room goes by another name from now on."""
        await self._turns.run(lambda connection: rooms.move(connection, old, new))

    async def left(self, room: Address) -> None:
        """The bot is no longer in this room."""
        now = self._clock.now()
        await self._turns.run(lambda connection: rooms.leave(connection, room, now))

    async def look(self) -> None:
        """Leave the rooms where nobody with a role wanted the bot."""
        if not self._leaving or time.monotonic() < self.not_before:
            return
        names = [name for name in self._leaving if name not in self._delivery.stopped]
        now = self._clock.now()
        for room in await self._turns.run(lambda connection: stays.unwanted(connection, names, now)):
            if not await self._leave(self._leaving[room.channel], room):
                return

    async def _leave(self, channel: Leaves, room: Address) -> bool:
        """False if the server is not to be asked again for a while."""
        try:
            await channel.leave(room)
        except (Blocked, Rejected):
            # It was put out already, or the room is no more.
            pass
        except Moved as moved:
            await self.moved(room, replace(room, peer=moved.peer))
            return True
        except (Throttled, Unreachable, Misconfigured) as error:
            asked = error.retry_after if isinstance(error, Throttled) else None
            self.not_before = time.monotonic() + max(asked or 0.0, SETTLING_SECONDS)
            return False
        _log.info("room left", channel=room.channel)
        await self.left(room)
        return True
