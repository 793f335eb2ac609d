"""Play a transcript on Telegram: what is written is what people see on the fake server, by polling or by webhook."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from handlers.guide import Guide
from handlers.messages import Address, Choice
from scheduler.clock import SetClock
from storage.tables import addresses, outbox
from storage.talks import SUBJECT
from tests.channels.telegram.rig import Rig, memory, rig
from tests.conversation import START, button
from tests.elsewhere import as_everywhere
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.bodies import Upload
from tests.fake_telegram.state import Message as Shown
from tests.fake_telegram.state import Seen
from tests.gatherings import announced
from tests.members import enrolled
from tests.pictures import PICTURE
from tests.played import ANNOUNCED, Ledger, Player
from tests.players import Playing
from tests.projects import listed
from tests.roles import invited
from tests.transcript import IMAGE, QUOTE, ROOM, Enrolled, Heard, Listed, Message, Outcome, Planned

GROUP = -1001
FIRST_PERSON = 7_000_000_000
"""Ids larger than 32 bits hold, as people have them now (faults I53)."""


class TelegramPlayer:
    """People of a transcript as people of Telegram."""

    def __init__(self, rig: Rig, clock: SetClock, hint: str | None) -> None:
        self._rig, self._clock, self._hint = rig, clock, hint
        self._ledger = Ledger(rig.database)
        self._screens: dict[str, tuple[Choice, ...]] = {}
        self._names: dict[int, str] = {GROUP: ROOM}
        self._said: deque[tuple[int, Seen]] = deque()
        self._told: set[int] = set()
        self._typed: dict[str, int] = {}
        self._group = rig.server.group(GROUP)
        self._group.chat.standing = "member"
        self._announced = 0
        rig.server.on_said = self._on_said

    def _on_said(self, message: Shown, _edited: bool) -> None:
        # A file follows its message, unless it carries the words itself: transcripts tell the message.
        if "document" not in message.content or message.content.get("caption"):
            self._said.append((message.chat.id, message.seen()))

    def _person(self, who: str) -> User:
        number = FIRST_PERSON + int(who.removeprefix("u"))
        self._names[number] = who
        return self._rig.server.user(number, language_code=self._hint or "")

    async def send(self, message: Message) -> list[Outcome]:
        person = self._person(message.who)
        if message.tap:
            choice = button(message.text, self._screens.get(message.who, ()))
            shown = [each.id for each in person.heard if choice in {found.data for found in each.buttons}]
            person.forges(choice, message=shown[-1] if shown else 0)
        elif message.how == ROOM:
            person.sends(message.text, chat=self._group)
        elif message.how == QUOTE:
            person.sends(message.text, chat=self._group, reply_to=self._announced)
        elif message.how == "edit":
            person.edits(self._typed[message.who], message.text)
        elif message.how == IMAGE:
            sent = self._rig.server.memory.files.add(Upload("p.png", "image/png", PICTURE))
            person.says({"photo": [{**sent, "width": 900, "height": 600}]})
        elif message.how:
            person.shares(message.how)
        else:
            self._typed[message.who] = person.sends(message.text)
        return await self._heard()

    async def move(self, to: datetime) -> list[Outcome]:
        app = self._rig.app
        while (due := await app.next_due()) is not None and due <= to:
            self._clock.move(max(due, self._clock.now()))
            await app.tick()
        self._clock.move(to)
        await app.tick()
        return await self._heard()

    async def invite(self, role: str, network: str) -> str:
        return invited(self._rig.database, self._clock.now(), role, network)

    async def enlist(self, project: Listed) -> str:
        return listed(self._rig.database, self._rig.app.turns.guide, self._clock.now(), project)

    async def enrol(self, member: Enrolled) -> None:
        person = self._person(member.who)
        person.chat.standing = "member"
        at = Address("telegram", str(person.chat.id))
        enrolled(self._rig.database, self._clock.now(), at, member, self._hint or "")
        self._ledger.noted([])

    async def plan(self, gathering: Planned) -> None:
        announced(self._rig.database, self._rig.app.turns.guide, self._clock.now(), gathering)

    async def _heard(self) -> list[Outcome]:
        await self._rig.quiet()
        kinds = self._kinds()
        heard = [self._as_heard(chat, seen, kinds[str(chat)].popleft()) for chat, seen in self._said]
        self._said.clear()
        for who in {each.who for each in heard}:
            self._screens[who] = tuple(choice for each in heard if each.who == who for choice in each.choices)
        return self._ledger.noted([*heard])

    def _as_heard(self, chat: int, seen: Seen, kind: str) -> Heard:
        choices = tuple(Choice(each.data, each.label) for each in seen.buttons if each.data)
        said = as_everywhere(self._rig.app.guide, "telegram", seen.text)
        if chat == GROUP and kind == ANNOUNCED:
            self._announced = seen.id
        return Heard(self._names[chat], kind, said, choices)

    def _kinds(self) -> defaultdict[str, deque[str]]:
        """The kind of each new message, by chat: only the ledger knows it."""
        found: defaultdict[str, deque[str]] = defaultdict(deque)
        query = select(outbox.c.id, outbox.c.kind, outbox.c.key, addresses.c.peer)
        joined = query.outerjoin(addresses, addresses.c.id == outbox.c.address)
        with self._rig.database.write() as connection:
            # What waited for the morning was written before what was answered since.
            left = connection.execute(joined.where(outbox.c.state != "queued").order_by(outbox.c.id)).all()
            rooms = set(connection.execute(select(addresses.c.id).where(addresses.c.private.is_(False))).scalars())
        rows = [row for row in left if row.id not in self._told]
        for row in rows:
            self._told.add(row.id)
            # A row of somebody erased names nobody any more: it is the only chat spoken to then.
            there = str(GROUP) if _is_of_room(row.key, rooms) else str(self._said[0][0])
            found[row.peer or there].append(row.kind)
        return found


def _is_of_room(key: str, rooms: set[int]) -> bool:
    """A row of a room loses its address as soon as it is sent; its key tells it."""
    parts = key.split("/")
    return parts[0] == SUBJECT or (parts[0] == "reply" and int(parts[2]) in rooms)


@asynccontextmanager
async def _played(guide: Guide, hint: str | None, *, webhook: bool) -> AsyncIterator[Player]:
    clock = SetClock(START)
    async with FakeTelegram() as server:
        with memory() as database:
            async with rig(server, database, webhook=webhook, guide=guide, clock=clock) as running:
                yield TelegramPlayer(running, clock, hint)


@asynccontextmanager
async def by_polling(guide: Guide, hint: str | None, folder: Path) -> AsyncIterator[Player]:
    """The whole bot on Telegram, asking for updates."""
    async with _played(guide, hint, webhook=False) as player:
        yield player


@asynccontextmanager
async def by_webhook(guide: Guide, hint: str | None, folder: Path) -> AsyncIterator[Player]:
    """The whole bot on Telegram, which brings the updates."""
    async with _played(guide, hint, webhook=True) as player:
        yield player


PLAYERS: tuple[Playing, ...] = (by_polling, by_webhook)
