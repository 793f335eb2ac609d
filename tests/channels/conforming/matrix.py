"""Matrix: a real homeserver, and people in direct rooms as their clients open them, encrypted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

from sqlalchemy import update

from bot.settings import MatrixSettings
from handlers.messages import Address
from scheduler.clock import SetClock
from storage.tables import cursors
from tests.channels.conforming.adapter import PATIENCE, Said, remembered, rows
from tests.channels.conforming.lives import Lives
from tests.channels.matrix.rig import Rig, rig, settings
from tests.conversation import START, guide
from tests.databases import Home
from tests.elsewhere import as_everywhere
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

_ITEM = re.compile(r"  (\w+)\. (.*)")
_KEYCAP = "\ufe0f\u20e3"
_SENT = {"sticker": "", "photo": "m.image", "voice": "m.audio"}
_POSITION = "SELECT position FROM cursors WHERE channel = 'matrix'"


class Matrix(Lives[Rig]):
    """The bot on a homeserver that others may use too."""

    name: ClassVar[str] = "matrix"
    needs: ClassVar[tuple[str, ...]] = ("synapse",)
    longest_said: ClassVar[int] = 40_000
    can_be_blocked: ClassVar[bool] = True

    def __init__(self, home: Home, synapse: Synapse) -> None:
        super().__init__()
        self._home = home
        self._synapse = synapse
        self._settings: MatrixSettings | None = None
        self._people: list[Member] = []
        self._first_position = ""
        self.unread: set[str] = set()

    async def __aenter__(self) -> Self:
        account = await self._synapse.account("bot")
        self._settings = settings(self._synapse, account, self._home.folder / "keys")
        await self.starts()
        await self.bot.until(lambda: rows(self.app, _POSITION), PATIENCE)
        ((self._first_position,),) = rows(self.app, _POSITION)
        return self

    async def meets(self) -> Member:
        client, room = await self.bot.meets()
        self._people.append(Member(self, client, [room]))
        return self._people[-1]

    async def quiet(self) -> None:
        try:
            await self.bot.until(self._is_quiet, PATIENCE)
        except TimeoutError:
            raise AssertionError((self.unread, rows(self.app, "SELECT kind, state FROM outbox"))) from None

    def _is_quiet(self) -> bool:
        self.unread -= {row[0] for row in rows(self.app, "SELECT message_id FROM inbound")}
        if self.unread or rows(self.app, "SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"):
            return False
        gone = {row[0] for row in rows(self.app, "SELECT peer FROM addresses WHERE blocked_at IS NOT NULL")}
        if any(person.gone and person.client.user_id not in gone for person in self._people):
            return False
        sent = {row[0] for row in rows(self.app, "SELECT receipt FROM outbox WHERE receipt IS NOT NULL")}
        return sent <= {each.event_id for person in self._people for each in person.client.seen if not each.refusal}

    async def starts(self) -> None:
        assert self._settings is not None
        database = self._life.enter_context(remembered(self._home))
        running = rig(self._synapse, self._settings, database, clock=SetClock(START))
        self._bot = await self._life.enter_async_context(running)

    async def comes_twice(self) -> None:
        await self.stops()
        with remembered(self._home) as database, database.write() as connection:
            connection.execute(update(cursors).values(position=self._first_position))
        await self.starts()

    async def goes_away(self) -> None:
        await self._synapse.stop()

    async def returns(self) -> None:
        await self._synapse.start()


@dataclass
class Member:
    """Somebody with a Matrix client, in a direct room with the bot, then in another."""

    place: Matrix
    client: Person
    rooms: list[str]
    gone: bool = False
    _typed: str = ""
    _mine: set[str] = field(default_factory=set)

    @property
    def address(self) -> Address:
        return Address("matrix", self.client.user_id)

    @property
    def heard(self) -> list[Said]:
        return [_undrawn(each.body) for room in self.rooms for each in self.client.said(room)]

    @property
    def room(self) -> str:
        """Where they are now."""
        return self.rooms[-1]

    async def says(self, text: str) -> None:
        self._typed = self._sent(await self.client.says(self.room, text))

    async def chooses(self, label: str) -> None:
        """A number put under the message, or typed when there is no sign for it."""
        for said in reversed(self.client.said(self.room)):
            signs = [sign for sign, its in _items(said.body) if its == label]
            if signs and signs[-1].isdecimal() and len(signs[-1]) == 1:
                self._sent(await self.client.reacts(self.room, said.event_id, signs[-1] + _KEYCAP))
                return
            if signs:
                await self.says(signs[-1])
                return
        raise LookupError(label)

    async def shares(self, kind: str) -> None:
        if kind == "location":
            self._sent(await self.client.shares_location(self.room, 50.63, 3.06))
            return
        form = _SENT[kind]
        content = {"body": "", "url": "mxc://a/b", "info": {}} | ({"msgtype": form} if form else {})
        self._sent(await self.client.sends(self.room, "m.room.message" if form else "m.sticker", content))

    async def corrects(self, text: str) -> None:
        self._sent(await self.client.edits(self.room, self._typed, text))

    async def blocks(self) -> None:
        """There is nothing else than to leave; what was said just before is not waited for."""
        await self.client.leaves(self.room)
        self.place.unread -= self._mine
        self.gone = True

    async def comes_back(self) -> None:
        """The old room is empty: another one is opened."""
        self.gone = False
        self.rooms.append(await self.client.direct_room(self.place.bot.user_id))
        await self.client.joined_by(self.room, self.place.bot.user_id)

    def _sent(self, event_id: str) -> str:
        self._mine.add(event_id)
        self.place.unread.add(event_id)
        return event_id


def _items(body: str) -> list[tuple[str, str]]:
    """The signs and the answers that end a message."""
    found: list[tuple[str, str]] = []
    for line in reversed(body.splitlines()):
        item = _ITEM.fullmatch(line)
        if item is None:
            break
        found.insert(0, (item[1], item[2]))
    return found


def _undrawn(body: str) -> Said:
    items = _items(body)
    words = body.splitlines()
    said = as_everywhere(guide(""), "matrix", "\n".join(words[: len(words) - len(items)]))
    return Said(said, tuple(label for _, label in items))
