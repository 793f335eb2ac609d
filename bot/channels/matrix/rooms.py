"""The rooms of the bot: who is there, where a person is reached, which are accepted and which are left."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import nio
import structlog
from aiolimiter import AsyncLimiter

from bot.channels import Inbox, Unreachable
from bot.channels.matrix.asking import ask
from bot.channels.matrix.parse import NAME, Room
from bot.channels.matrix.timeline import Arrival
from bot.sentences import sentence
from handlers.messages import Address, Choice

MOST_ROOMS = 3
"""Rooms in which one person may have the bot for themselves: it comes into no others (faults I36)."""

MOST_OFFERS = 5_000
"""Messages whose choices are remembered for a late reaction."""

_LONGEST_NAME = 100
_GONE = ("M_FORBIDDEN", "M_NOT_FOUND", "M_UNKNOWN", "M_INVALID_PARAM", "M_INCOMPATIBLE_ROOM_VERSION")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who invites, whether to talk alone, and whether the room has a name, as those of two people have not."""

    inviter: str
    direct: bool
    named: bool


@dataclass(slots=True)
class Talk:
    """Where a person wrote last, in which thread; the last choices offered to them; the last sign that they
    put under a message, by its id, and what it chose."""

    room_id: str = ""
    thread: str | None = None
    offered: tuple[str, ...] = ()
    sign: tuple[str, str] = ("", "")


def short(room_id: str) -> str:
    """A room's name as a key of the ledger may hold it."""
    return room_id if len(room_id) <= _LONGEST_NAME else hashlib.sha256(room_id.encode()).hexdigest()


def invitation_of(events: Iterable[Any], me: str) -> Invitation | None:
    """What the server shows of a room before one is in it; None if nobody invited us."""
    events = tuple(events)
    named = any(isinstance(event, nio.InviteNameEvent | nio.InviteAliasEvent) for event in events)
    for event in events:
        if isinstance(event, nio.InviteMemberEvent) and event.state_key == me and event.membership == "invite":
            return Invitation(event.sender, event.content.get("is_direct") is True, named)
    return None


def _came(info: Any, me: str) -> int:
    """When the bot came into a room, as the server dates it."""
    events = (event for event in (*info.state, *info.timeline.events) if isinstance(event, nio.RoomMemberEvent))
    return max((event.server_timestamp for event in events if event.state_key == me), default=0)


class Rooms:
    """`allow` names the servers and the people who may bring the bot among several people; `joins` is the pace of
    joins. Who decides in a room is never asked: nio does not know it (powers of room version 12)."""

    def __init__(self, client: nio.AsyncClient, inbox: Inbox, allow: Collection[str], joins: AsyncLimiter) -> None:
        self.joins = joins
        self._client = client
        self._inbox = inbox
        self._allow = frozenset(allow)
        self._me = str(client.user_id)
        self._alone_with: dict[str, str] = {}
        self._of: dict[str, list[str]] = {}
        self._talks: dict[str, Talk] = {}
        self._closed: dict[str, str] = {}
        # Where several people were: whoever is left there was heard by others, who may come back.
        self._several: set[str] = set()
        self._offers: OrderedDict[str, tuple[str, tuple[str, ...]]] = OrderedDict()

    # --- Who is there -----------------------------------------------------------------------

    def room(self, room_id: str) -> Room:
        """A room as messages from there are read."""
        return Room(room_id, self._me, room_id in self._alone_with)

    def person(self, room_id: str) -> str | None:
        """The only other one there."""
        return self._alone_with.get(room_id)

    def talk(self, person: str) -> Talk:
        """What is remembered of a person until the next start."""
        return self._talks.setdefault(person, Talk())

    def offers(self, event_id: str) -> tuple[str, tuple[str, ...]] | None:
        """The kind of a message sent since the start, and the choices under it."""
        return self._offers.get(event_id)

    def sent(self, to: str, event_id: str, kind: str, choices: tuple[Choice, ...]) -> None:
        """Remember what a message offers: its words may be forgotten before somebody chooses."""
        ids = tuple(choice.id for choice in choices)
        self.talk(to).offered = ids
        self._offers[event_id] = (kind, ids)
        if len(self._offers) > MOST_OFFERS:
            self._offers.popitem(last=False)

    def of(self, person: str) -> str | None:
        """Where a person is reached: where they wrote last, else the last room that they opened."""
        written = self._talks[person].room_id if person in self._talks else ""
        if self._alone_with.get(written) == person:
            return written
        opened = self._of.get(person)
        return opened[-1] if opened else None

    def count(self, person: str) -> int:
        """In how many rooms they have the bot for themselves."""
        return len(self._of.get(person, ()))

    def encrypted(self) -> Iterator[tuple[Address, str]]:
        """Everybody whom we talk with under encryption: a person, or a room of several, and the first room that
        is theirs."""
        for person, rooms in self._of.items():
            if any(self._client.rooms[room_id].encrypted for room_id in rooms):
                yield Address(NAME, person), rooms[0]
        for room_id in self._several:
            if self.is_in(room_id) and self._client.rooms[room_id].encrypted:
                yield Address(NAME, room_id), room_id

    def is_in(self, room_id: str) -> bool:
        """The bot is there."""
        return room_id in self._client.rooms

    def know(self, first: nio.SyncResponse) -> None:
        """Begin with all the rooms that the server knows, the last entered at the end."""
        came = {room_id: _came(info, self._me) for room_id, info in first.rooms.join.items()}
        for room_id in sorted(came, key=lambda room_id: came[room_id]):
            self.look(room_id)

    def look(self, room_id: str) -> bool:
        """Note who is there now; true if somebody has just come where a person had the bot for themselves."""
        others = set(self._client.rooms[room_id].users) - {self._me} if room_id in self._client.rooms else set()
        if len(others) > 1:
            self._several.add(room_id)
        person = next(iter(others)) if len(others) == 1 and room_id not in self._several else None
        before = self._alone_with.get(room_id)
        if person == before:
            return False
        if before is not None:
            del self._alone_with[room_id]
            self._of[before].remove(room_id)
            if not self._of[before]:
                del self._of[before]
        if person is not None:
            self._alone_with[room_id] = person
            self._of.setdefault(person, []).append(room_id)
        return before is not None and len(others) > 1

    # --- Coming and going -------------------------------------------------------------------

    def allowed(self, person: str) -> bool:
        """They, or everybody of their server, may bring the bot anywhere."""
        return person in self._allow or person.partition(":")[2] in self._allow

    def welcomes(self, invitation: Invitation) -> bool:
        """To talk alone, or from who may bring the bot among several people."""
        return invitation.direct or not invitation.named or self.allowed(invitation.inviter)

    async def join(self, room_id: str) -> bool:
        """False if it may not be; raises Unreachable while it has to be tried again."""
        answer = await ask(self._client, "POST", f"/join/{quote(room_id, safe='')}", {})
        if answer.good:
            return True
        _log.warning("room not joined", channel=NAME, error=answer.code)
        if answer.code not in _GONE:
            raise Unreachable
        return False

    async def leave(self, room_id: str, why: str = "") -> None:
        """Leave, or decline, and forget; `why` names the sentence that is told."""
        reason = {"reason": sentence(why)} if why else {}
        name = quote(room_id, safe="")
        for step, body in (("leave", reason), ("forget", {})):
            await ask(self._client, "POST", f"/rooms/{name}/{step}", body)
        await self.gone(room_id)

    async def gone(self, room_id: str) -> None:
        """The bot is no longer there, whoever decided it."""
        known, person = self._client.rooms.pop(room_id, None), self.person(room_id)
        self._client.invited_rooms.pop(room_id, None)
        self.look(room_id)
        if person is not None:
            await self._lost(person)
        elif known is not None:
            await self._inbox.left(Address(NAME, room_id))

    async def arrived(self, room_id: str, arrival: Arrival) -> None:
        """What to do of a room that was just joined."""
        others = set(self._client.rooms[room_id].users) - {self._me}
        old = next((old for old, new in self._closed.items() if new == room_id), None)
        if old is not None and old == (arrival.predecessor or await self._predecessor(room_id)):
            await self._followed(old, room_id)
        elif old is not None or (len(others) > 1 and not self.allowed(arrival.inviter)):
            await self.leave(room_id, "matrix-declined")
        elif len(others) > 1:
            await self._inbox.introduce(Address(NAME, room_id), arrival.inviter)
        elif (person := self.person(room_id)) is not None and room_id in self._of[person][MOST_ROOMS:]:
            await self.leave(room_id, "matrix-too-many")

    async def emptied(self, room_id: str, departed: str) -> None:
        """Somebody left: alone, the bot leaves too."""
        if room_id in self._client.rooms and not set(self._client.rooms[room_id].users) - {self._me}:
            await self.leave(room_id)
            await self._lost(departed)

    async def follow(self, old: str, new: str) -> None:
        """The room goes on elsewhere: join there. What is said of the old room waits until we have seen that
        the new one says so too; not invited yet, we shall be by who closed the old one. Nothing waits here for
        the pace of joins: where everything moves at once, an invitation is needed."""
        self._closed[old] = new
        if old not in self._client.rooms or new in self._client.rooms:
            return
        if not self.joins.has_capacity():
            _log.warning("room not followed", channel=NAME)
            return
        await self.joins.acquire()
        await self.join(new)

    async def _predecessor(self, room_id: str) -> str | None:
        created = await ask(self._client, "GET", f"/rooms/{quote(room_id, safe='')}/state/m.room.create/")
        before = created.body.get("predecessor")
        return str(before.get("room_id")) if isinstance(before, dict) else None

    async def _followed(self, old: str, new: str) -> None:
        if self.person(old) is None:
            self._several.add(new)
            self.look(new)
            await self._inbox.moved(Address(NAME, old), Address(NAME, new))
        self._client.rooms.pop(old, None)
        self.look(old)
        await ask(self._client, "POST", f"/rooms/{quote(old, safe='')}/leave", {})

    async def _lost(self, person: str) -> None:
        """Nothing unasked is sent to who closed the last of their rooms, until they write again."""
        if self.of(person) is None:
            await self._inbox.refused(Address(NAME, person), refused=True)
