"""Invitations: each is accepted in its turn, at a steady pace, so that a robot does not decide how many rooms we have.

They wait on the homeserver. What is held here is what comes next, and no more than that: once it is used up, and at
each start, the homeserver is asked for those that are left.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import quote

import nio
import structlog
from aiolimiter import AsyncLimiter

from bot.channels import Unreachable
from bot.channels.matrix.asking import TooFast, ask
from bot.channels.matrix.parse import NAME
from bot.channels.matrix.rooms import MOST_ROOMS, Invitation, Rooms, invitation_of
from bot.pauses import pause_after
from storage.errors import DatabaseTrouble

JOINS_AT_ONCE = 120
"""Joins that nobody waits for, after a calm while: a hundred people who write after an article, or wrote while the
bot was down, are answered at once; a thousand invitations of a robot do not make a thousand joins (faults I36)."""

JOINS_TOGETHER = 6
"""Each waits for the homeserver: one after the other, the last of a hundred people would wait for a minute."""

MOST_WAITING = 300
"""Invitations held here. The others stay where they are, on the homeserver."""

MOST_TRIES = 5
PATIENCE_SECONDS = 300.0
_NOTHING: dict[str, Any] = {"types": []}
_LEAST = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {
        "timeline": {**_NOTHING, "limit": 1},
        "state": _NOTHING,
        "ephemeral": _NOTHING,
        "account_data": _NOTHING,
    },
}

Do = Callable[[str], Awaitable[None]]

_log = structlog.get_logger(__name__)


def paced(per_minute: int, at_once: int = JOINS_AT_ONCE) -> AsyncLimiter:
    """So many at once after a calm while, then so many a minute."""
    return AsyncLimiter(at_once, at_once * 60 / per_minute)


class _Line:
    """Rooms that wait for the same thing; who came first is first, who fails goes behind."""

    def __init__(self, pace: AsyncLimiter) -> None:
        self.pace = pace
        self.rooms: OrderedDict[str, Invitation] = OrderedDict()
        self.tries: dict[str, int] = {}
        self.in_hand: set[str] = set()
        self.wanted = asyncio.Event()

    def add(self, room_id: str, invitation: Invitation) -> None:
        self.rooms[room_id] = invitation
        self.wanted.set()

    def first(self) -> str | None:
        """The first that nobody sees to yet."""
        return next((room_id for room_id in self.rooms if room_id not in self.in_hand), None)

    def drop(self, room_id: str) -> None:
        self.rooms.pop(room_id, None)
        self.tries.pop(room_id, None)

    def failed(self, room_id: str) -> None:
        """Behind the others, if it is to be tried again at all."""
        self.tries[room_id] = self.tries.get(room_id, 0) + 1
        if self.tries[room_id] >= MOST_TRIES:
            _log.warning("invitation left", channel=NAME)
            self.drop(room_id)
        elif room_id in self.rooms:
            self.rooms.move_to_end(room_id)


class Invitations:
    """`joins` is the pace of joins, which other joins take from too; `refusals` that of refusals; `there` says
    whether the homeserver answers; `asks`: it may hold invitations that no sync will tell again."""

    def __init__(
        self,
        client: nio.AsyncClient,
        rooms: Rooms,
        refusals: AsyncLimiter,
        there: Callable[[], bool],
        chance: Callable[[], float],
        *,
        asks: bool,
    ) -> None:
        self._client = client
        self._rooms = rooms
        self._there = there
        self._chance = chance
        self._more = asks
        self._welcome, self._refused = _Line(rooms.joins), _Line(refusals)
        self._idle = asyncio.Event()

    def came(self, room_id: str, state: Iterable[Any]) -> None:
        """Somebody invites us; `state` is what the homeserver shows of the room."""
        invitation = invitation_of(state, str(self._client.user_id))
        # nio would remember it for ever.
        self._client.invited_rooms.pop(room_id, None)
        if invitation is None or room_id in self._welcome.rooms or room_id in self._refused.rooms:
            return
        line = self._refused if self._why_not(invitation) else self._welcome
        if len(line.rooms) >= MOST_WAITING:
            self._more = True
        else:
            line.add(room_id, invitation)

    def gone(self, room_id: str) -> None:
        """The invitation is withdrawn, or was declined."""
        self._welcome.drop(room_id)
        self._refused.drop(room_id)

    def _why_not(self, invitation: Invitation) -> str:
        """The name of the sentence that declines; empty for whoever is welcome."""
        if not self._rooms.welcomes(invitation):
            return "matrix-declined"
        if not invitation.direct and self._rooms.allowed(invitation.inviter):
            return ""
        waiting = sum(each.inviter == invitation.inviter for each in self._welcome.rooms.values())
        return "matrix-too-many" if self._rooms.count(invitation.inviter) + waiting >= MOST_ROOMS else ""

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(JOINS_TOGETHER):
                group.create_task(self._serve(self._welcome, self._join))
            group.create_task(self._serve(self._refused, self._decline))
            group.create_task(self._ask_for_more())

    async def _join(self, room_id: str) -> None:
        if not await self._rooms.join(room_id):
            # What cannot be joined must not be asked for at each start.
            await self._rooms.leave(room_id)

    async def _decline(self, room_id: str) -> None:
        await self._rooms.leave(room_id, self._why_not(self._refused.rooms[room_id]) or "matrix-too-many")

    async def _serve(self, line: _Line, do: Do) -> None:
        while True:
            while line.first() is None:
                if not self._welcome.rooms and not self._refused.rooms:
                    self._idle.set()
                line.wanted.clear()
                await line.wanted.wait()
            await line.pace.acquire()
            await self._surely(lambda: self._next(line, do))

    async def _ask_for_more(self) -> None:
        while True:
            await self._idle.wait()
            self._idle.clear()
            if self._more:
                await self._surely(self._ask)

    async def _surely(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do it until it is done."""
        failures = 0
        while True:
            told = 0.0
            try:
                await work()
                return
            except (DatabaseTrouble, Unreachable) as trouble:
                told = trouble.seconds if isinstance(trouble, TooFast) else 0.0
                _log.warning("invitations wait", channel=NAME, error=type(trouble).__name__, attempt=failures)
            except Exception as error:  # noqa: BLE001  # an answer that is none must not end the invitations
                _log.error("invitations failed", channel=NAME, error=type(error).__name__)
            failures += 1
            await asyncio.sleep(max(told, pause_after(min(failures, 10), self._chance())))

    async def _next(self, line: _Line, do: Do) -> None:
        """The first of the line, unless the invitation was withdrawn meanwhile."""
        room_id = line.first()
        if room_id is None:
            return
        line.in_hand.add(room_id)
        try:
            await do(room_id)
        except (DatabaseTrouble, TooFast):
            raise
        except Unreachable:
            if self._there():
                line.failed(room_id)
            raise
        except Exception:
            line.failed(room_id)
            raise
        else:
            line.drop(room_id)
        finally:
            line.in_hand.discard(room_id)

    async def _ask(self) -> None:
        """What waits on the homeserver: a sync from the beginning, which says nothing else."""
        self._more = False
        # Nothing is waited for in a first sync. But Synapse gives again for two minutes, to a process started since
        # too, what it answered to the same question: this one never is.
        never_twice = time.monotonic_ns() // 1_000_000 % 30_000
        try:
            path = f"/sync?timeout={never_twice}&filter={quote(json.dumps(_LEAST))}"
            answer = await ask(self._client, "GET", path, patience=PATIENCE_SECONDS)
        except Unreachable:
            self._more = True
            raise
        for room_id, room in answer.body.get("rooms", {}).get("invite", {}).items():
            state = room.get("invite_state", {}).get("events", ())
            self.came(room_id, [nio.InviteEvent.parse_event(event) for event in state])
