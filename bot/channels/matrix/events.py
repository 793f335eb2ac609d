"""Does what each event of a sync asks for: a task for each room, its events in their order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any

import nio
import structlog

from bot.channels import Inbox, Unreachable
from bot.channels.matrix import parse, signs
from bot.channels.matrix.attention import Attention
from bot.channels.matrix.changes import Answers, is_own
from bot.channels.matrix.invitations import Invitations
from bot.channels.matrix.parse import NAME, START
from bot.channels.matrix.rooms import Rooms, short
from bot.channels.matrix.timeline import Arrival, arrival_in, predecessor_in, since_arrival, whole
from bot.channels.matrix.unread import Unread
from bot.pauses import pause_after
from handlers.messages import Address, Inbound
from scheduler.clock import Clock
from storage.errors import DatabaseTrouble
from storage.play import UNREADABLE

WELCOME_SECONDS = 5.0
"""Who opens a room has this long to say something before the bot speaks first."""

_UNREADABLE = (nio.MegolmEvent, nio.UnknownEncryptedEvent)

Work = Callable[[], Awaitable[None]]

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Begun:
    """`now` ends soon: the next events wait for it. `later` may take its time; both end written, or set aside."""

    now: Sequence[asyncio.Task[None]]
    later: set[asyncio.Task[None]]


class Events:
    """What was received, brought to the inbox."""

    def __init__(
        self,
        client: nio.AsyncClient,
        inbox: Inbox,
        rooms: Rooms,
        invitations: Invitations,
        unread: Unread,
        attention: Attention,
        clock: Clock,
        chance: Callable[[], float],
        welcome: float = WELCOME_SECONDS,
    ) -> None:
        self._client = client
        self._inbox = inbox
        self._rooms = rooms
        self._invitations = invitations
        self._unread = unread
        self._attention = attention
        self._clock = clock
        self._chance = chance
        self._welcome = welcome
        self._me = str(client.user_id)
        self._answers = Answers(client, inbox, clock.now())
        self._tasks: set[asyncio.Task[None]] = set()
        unread.readable = self._late
        self.failing = False
        """Something could not be written at the last try."""

    def begin(self, found: nio.SyncResponse, since: str | None) -> Begun:
        """Begin all that a sync asks for. Without `since` this is the first one ever: what was said before
        is not for us (old messages are never answered)."""
        begun = Begun([], set())
        for room_id in found.rooms.join:
            if self._rooms.look(room_id):
                self._later(begun, self._tells_of_others(room_id), room_id)
        now = [self._joined(room_id, info, since, begun) for room_id, info in found.rooms.join.items()]
        now += [self._ended(room_id) for room_id in found.rooms.leave if room_id in self._client.rooms]
        for room_id in (*found.rooms.join, *found.rooms.leave):
            self._invitations.gone(room_id)
        for room_id, info in found.rooms.invite.items():
            self._invitations.came(room_id, info.invite_state)
        return replace(begun, now=[task for task in now if task is not None])

    # --- Each thing in its task -------------------------------------------------------------

    def _ended(self, room_id: str) -> asyncio.Task[None]:
        return self._task(room_id, lambda: self._rooms.gone(room_id))

    def _joined(self, room_id: str, info: Any, since: str | None, begun: Begun) -> asyncio.Task[None] | None:
        if not info.timeline.events and not info.timeline.limited and self._rooms.person(room_id) is not None:
            return None
        return self.keep(self._room(room_id, info, since, begun))

    def _later(self, begun: Begun, work: Work, id: str = "") -> None:
        begun.later.add(self._task(id, work))

    def _task(self, id: str, work: Work) -> asyncio.Task[None]:
        return self.keep(self._written(id, work))

    def keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Work that ends with the listener."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def stop(self) -> None:
        """End what only waits, or could not be written: it comes again."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _written(self, id: str, work: Work) -> None:
        """Do it until it is done, or set aside: what the database or the server could not do is tried again."""
        failures = 0
        while True:
            try:
                await work()
            except (DatabaseTrouble, Unreachable) as trouble:
                failures, self.failing = failures + 1, isinstance(trouble, DatabaseTrouble)
                _log.warning("event waits", channel=NAME, error=type(trouble).__name__, attempt=failures)
                await asyncio.sleep(pause_after(min(failures, 10), self._chance()))
            except Exception as error:  # noqa: BLE001  # whatever is wrong with one event, the next is handled
                name = type(error).__name__
                work = self._aside(id, name)
            else:
                self.failing = False
                return

    def _aside(self, id: str, error: str) -> Work:
        return lambda: self._inbox.set_aside(NAME, id, error)

    # --- A room -----------------------------------------------------------------------------

    async def _room(self, room_id: str, info: Any, since: str | None, begun: Begun) -> None:
        events: list[Any] = []

        async def read_all() -> None:
            events[:] = await whole(self._client, room_id, info.timeline, since)

        await self._written(room_id, read_all)
        arrival = arrival_in(events, self._me) if since is not None else None
        if arrival is not None:
            before = arrival.predecessor or predecessor_in(info.state)
            arrival = replace(arrival, predecessor=before)
            await self._written(arrival.event_id, self._arrives(room_id, arrival))
            if room_id not in self._client.rooms:
                return
        if since is None:
            events = [event for event in events if isinstance(event, nio.RoomUpgradeEvent)]
        events = [*(event for event in info.state if isinstance(event, nio.RoomUpgradeEvent)), *events]
        private = self._rooms.person(room_id) is not None
        for event in since_arrival(events, self._me, private=private):
            await self._event(room_id, event, begun)
        await self._after(room_id, info, events, arrival, begun)

    def _arrives(self, room_id: str, arrival: Arrival) -> Work:
        return lambda: self._rooms.arrived(room_id, arrival)

    async def _after(
        self, room_id: str, info: Any, events: Sequence[Any], arrival: Arrival | None, begun: Begun
    ) -> None:
        if not self._rooms.is_in(room_id):
            return
        person = self._rooms.person(room_id)
        if person is not None and arrival is not None:
            self._later(begun, self._greets(room_id, person, arrival), arrival.event_id)
        if len(self._client.rooms[room_id].users) <= 1:
            gone = [event for event in [*info.state, *events] if isinstance(event, nio.RoomMemberEvent)]
            last = next((each.state_key for each in reversed(gone) if each.state_key != self._me), "")
            await self._written(room_id, lambda: self._rooms.emptied(room_id, last))

    def _greets(self, room_id: str, person: str, arrival: Arrival) -> Work:
        async def greets() -> None:
            await asyncio.sleep(self._welcome)
            if self._rooms.talk(person).room_id != room_id and self._rooms.person(room_id) == person:
                room = self._rooms.room(room_id)
                said = Inbound(parse.address_of(room, person), arrival.event_id, person, START)
                await self._receive(parse.Said(said), room_id)

        return greets

    def _tells_of_others(self, room_id: str) -> Work:
        """Nothing personal is read there any more: without a word, who goes on would wait for an answer."""
        key = f"others/{NAME}/{short(room_id)}/{self._clock.now():%Y-%m-%d}"
        address = Address(NAME, room_id)
        return lambda: self._inbox.say_once(address, key, "room-private", private=False)

    async def _event(self, room_id: str, event: Any, begun: Begun) -> None:
        """One event, until it is written; what cannot be read yet lets the next ones pass."""
        if getattr(event, "sender", None) == self._me:
            return
        if not isinstance(event, nio.RoomMemberEvent):
            self._unread.wrote_again(room_id, str(getattr(event, "sender", "")))
        if isinstance(event, _UNREADABLE):
            self._later(begun, lambda: self._wait_for(room_id, event), event.event_id)
        else:
            # What nio finds badly made is often good enough to be answered; what is not is set aside.
            id = str(event.source.get("event_id", ""))
            await self._written(id, lambda: self._take(room_id, event.source))

    def _late(self, room_id: str, event: Any) -> None:
        """Its key came after all: it is answered, though its sender was told that it could not be."""
        self._task(event.event_id, lambda: self._take(room_id, event.source))

    async def _wait_for(self, room_id: str, event: Any) -> None:
        found = await self._unread.wait_for(event, room_id)
        if found is not None:
            await self._take(room_id, found.source)
            return
        room = self._rooms.room(room_id)
        address = parse.address_of(room, event.sender)
        key = f"unread/{NAME}/{short(room_id)}/{self._clock.now():%Y-%m-%d}"
        await self._inbox.say_once(address, key, "matrix-unreadable", private=room.private)
        await self._inbox.set_aside(NAME, event.event_id, UNREADABLE)

    # --- What an event means ----------------------------------------------------------------

    async def _take(self, room_id: str, source: parse.Source) -> None:
        found = parse.heard(source, self._rooms.room(room_id), self._clock.now())
        match found:
            case parse.Said():
                await self._receive(found, room_id)
            case parse.Replied():
                await self._replied(found, room_id)
            case parse.Corrected():
                await self._corrected(found, room_id)
            case parse.Reacted():
                await self._reacted(found, room_id)
            case parse.TakenBack():
                await self._taken_back(found, room_id)
            case parse.Replaced(new):
                await self._rooms.follow(room_id, new)
            case parse.Verifies(address):
                key = f"verify/{NAME}/{short(room_id)}/{self._clock.now():%Y-%m-%d}"
                await self._inbox.say_once(address, key, "matrix-verification")
            case None:
                pass

    async def _receive(self, said: parse.Said, room_id: str) -> None:
        inbound, talk = said.inbound, self._rooms.talk(said.inbound.address.peer)
        talk.room_id, talk.thread, talk.sign = room_id, said.thread, ("", "")
        self._attention.began(room_id, inbound.message_id)
        await self._inbox.receive(inbound)

    async def _replied(self, found: parse.Replied, room_id: str) -> None:
        """In a room what answers words passed on is read, and of anything else only what is for the bot."""
        inbound, read = found.said.inbound, found.otherwise
        if await self._inbox.relayed(inbound.address, inbound.replies_to or ""):
            self._answers.read(inbound)
            read = found.said
        if read is not None:
            await self._receive(read, room_id)

    async def _corrected(self, change: parse.Corrected, room_id: str) -> None:
        """Of a room only the answers to words passed on were read, and so are their corrections."""
        if not change.inbound.private:
            corrected = self._answers.corrected(change) or await self._answers.older(change, room_id)
        else:
            corrected = change.inbound if await is_own(self._client, change, room_id) else None
        if corrected is not None:
            await self._receive(parse.Said(corrected), room_id)

    async def _reacted(self, reacted: parse.Reacted, room_id: str) -> None:
        said = await signs.said_by(reacted, self._rooms, self._inbox)
        if said is not None:
            await self._receive(parse.Said(said), room_id)
        if said is not None and said.choice is not None:
            self._rooms.talk(said.address.peer).sign = (said.message_id, said.choice)

    async def _taken_back(self, taken: parse.TakenBack, room_id: str) -> None:
        undoing = signs.undone_by(taken, self._rooms.talk(taken.inbound.address.peer))
        if undoing is not None:
            await self._receive(parse.Said(undoing), room_id)
