"""Play transcripts on Matrix: what is written is what people read on a real homeserver, in encrypted rooms.

One bot account and one sync loop serve them all; each transcript has a bot of its own behind them, with its
own pack, clock and database, so that the same few people can play one after the other, some at a time.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import uuid
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from bot.app import App
from bot.channels.matrix import MatrixChannel
from bot.plain import numbered, plain
from handlers.messages import Address, Choice, Inbound, Reply
from scheduler.clock import SetClock
from storage.database import Database
from storage.outbox import unpacked
from storage.tables import outbox
from tests.channels.matrix.cast import Cast, Switch
from tests.channels.matrix.rig import memory
from tests.conversation import START, button, guide
from tests.elsewhere import as_everywhere
from tests.gatherings import announced
from tests.members import enrolled
from tests.pictures import PICTURE
from tests.played import ANNOUNCED, Ledger
from tests.players import step
from tests.projects import listed
from tests.roles import invited
from tests.synapse.heard import Heard as Seen
from tests.synapse.people import PATIENCE, Person
from tests.transcript import (
    IMAGE,
    IN_ROOM,
    ME,
    QUOTE,
    ROOM,
    Codes,
    Enrolled,
    Heard,
    Listed,
    Message,
    Outcome,
    Planned,
    Transcript,
)

MARK = "!aide"
_REQUEST = re.compile(r"^((?:todo|handover|setting|talk)/(?:look|done|accept|refuse|answer|over):)(\d{1,3})$")
_QUESTION = re.compile(r"(?<=n° )\d+|(?<=no\. )\d+")
"""Numbered apart in each transcript."""
_SENT = {"sticker": "", "photo": "m.image", "voice": "m.audio", "contact": "org.example.contact"}
_ITEM = re.compile(r"  \w+\. (.*)")
_NUMBERS = itertools.count(1)
_KEYCAP = "\ufe0f\u20e3"


@dataclass
class MatrixPlayer:
    """One transcript, played by a cast. `before`: how much each of them had seen already."""

    app: App
    clock: SetClock
    cast: Cast
    link: str
    ledger: Ledger
    hint: str = ""
    before: dict[str, int] = field(default_factory=dict)
    first: int = 0
    told: set[int] = field(default_factory=set)
    typed: dict[str, str] = field(default_factory=dict)
    announced: str = ""
    screens: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    offered: dict[str, list[tuple[str, str, tuple[Choice, ...]]]] = field(default_factory=dict)

    async def send(self, message: Message) -> list[Outcome]:
        """What a message causes."""
        if message.how in IN_ROOM:
            return await self._in_room(message)
        person, room = self.cast.people[message.who], self.cast.rooms[message.who]
        if message.tap:
            event_id = await self._taps(person, room, message)
        elif message.how == "edit":
            event_id = await person.edits(room, self.typed[message.who], message.text)
        elif message.how == "location":
            event_id = await person.shares_location(room, 50.63, 3.06)
        elif message.how == IMAGE:
            event_id = await person.sends_file(room, "p.png", PICTURE, "image/png")
        elif message.how:
            kind = _SENT[message.how]
            content = {"body": "", "url": "mxc://a/b", "info": {}} | ({"msgtype": kind} if kind else {})
            event_id = await person.sends(room, "m.room.message" if kind else "m.sticker", content)
        else:
            event_id = self.typed[message.who] = await person.says(room, message.text)
        await self._until(f"SELECT 1 FROM inbound WHERE message_id = '{event_id}'")
        return await self._heard()

    async def _taps(self, person: Person, room: str, message: Message) -> str:
        """There are no buttons: a number is put under the message that offered this choice, whatever its age.
        What was never offered cannot be chosen so: it is brought as a forger would bring it elsewhere."""
        chosen = button(message.text, self.screens.get(message.who, ()))
        # Written as it is elsewhere, where the first request of a transcript is the first of all.
        chosen = _REQUEST.sub(lambda found: f"{found[1]}{self.first + int(found[2])}", chosen)
        for event_id, kind, choices in reversed(self.offered.get(message.who, [])):
            signs = [sign for sign, id in numbered(kind, tuple(Choice(c.id, c.id) for c in choices)) if id == chosen]
            if signs and signs[0].isdecimal() and len(signs[0]) == 1:
                return await person.reacts(room, event_id, signs[0] + _KEYCAP)
        event_id = uuid.uuid4().hex
        address = Address("matrix", person.user_id)
        await self.app.receive(Inbound(address, event_id, person.user_id, choice=chosen, kind="choice"))
        return event_id

    async def _in_room(self, message: Message) -> list[Outcome]:
        """What is not for the bot causes nothing: the answer to what is said next shows that it was read."""
        person, crowd = self.cast.people[message.who], self.cast.crowd
        await person.says(crowd, message.text, replies_to=self.announced if message.how == QUOTE else "")
        mark = await person.says(crowd, MARK)
        await self._until(f"SELECT 1 FROM inbound WHERE message_id = '{mark}'")
        *heard, last = await self._heard()
        assert isinstance(last, Heard)
        return list(heard)

    async def move(self, to: datetime) -> list[Outcome]:
        """What is heard while time passes."""
        heard: list[Outcome] = []
        while (due := await self.app.next_due()) is not None and due <= to:
            self.clock.move(max(due, self.clock.now()))
            await self.app.tick()
            # An erasure later on the way leaves nothing by which to find what was said before.
            heard += await self._heard()
        self.clock.move(to)
        await self.app.tick()
        return heard + await self._heard()

    async def invite(self, role: str, network: str) -> str:
        """A new code, made by the operator."""
        return invited(self.app.database, self.clock.now(), role, network)

    async def enlist(self, project: Listed) -> str:
        """The code of a new project of the list."""
        return listed(self.app.database, self.app.turns.guide, self.clock.now(), project)

    async def enrol(self, member: Enrolled) -> None:
        """Someone has been a member since before."""
        known = self.cast.people.get(member.who)
        at = Address("matrix", known.user_id if known is not None else f"@{member.who}:nobody.example.org")
        enrolled(self.app.database, self.clock.now(), at, member, self.hint)
        self.ledger.noted([])

    async def plan(self, gathering: Planned) -> None:
        """A gathering is announced since before."""
        announced(self.app.database, self.app.turns.guide, self.clock.now(), gathering)

    async def _until(self, query: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not self._rows(query):
                await asyncio.sleep(0.02)

    def _rows(self, query: str) -> list[object]:
        with self.app.database.read() as connection:
            return list(connection.exec_driver_sql(query).all())

    async def _heard(self) -> list[Outcome]:
        # What was committed is handed over a moment later, and marked a moment after it has left.
        await self._until("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')")
        query = select(outbox.c.id, outbox.c.kind, outbox.c.receipt, outbox.c.body).order_by(outbox.c.id)
        with self.app.database.read() as connection:
            sent = connection.execute(query.where(outbox.c.state == "sent")).all()
        # What waited for the morning was written before what was answered since.
        rows = [row for row in sent if row.id not in self.told]
        heard = []
        for row in rows:
            self.told.add(row.id)
            room, seen = await self._seen(row.receipt)
            heard.append(
                self._as_heard(room, seen, row.kind, unpacked(row.body).choices if row.body else _listed(seen))
            )
        for who in {each.who for each in heard}:
            # What has none leaves those above it where they are.
            shown = tuple(choice for each in heard if each.who == who for choice in each.choices)
            self.screens[who] = shown or self.screens.get(who, ())
        return self.ledger.noted([*heard])

    async def _seen(self, receipt: str) -> tuple[str, Seen]:
        """What a person reads of it, decrypted by their phone."""
        rooms = {**self.cast.rooms, ROOM: self.cast.crowd}
        reader_of = {room: who if who in self.cast.people else ME for who, room in rooms.items()}
        async with asyncio.timeout(PATIENCE):
            while True:
                for room, who in reader_of.items():
                    for seen in reversed(self.cast.people[who].seen[self.before[who] :]):
                        if seen.event_id == receipt and seen.room == room and not seen.refusal:
                            return room, seen
                await asyncio.sleep(0.02)

    def _as_heard(self, room: str, seen: Seen, kind: str, choices: tuple[Choice, ...]) -> Heard:
        """The text with the numbers taken off; those must have been there."""
        who = next((who for who, its in self.cast.rooms.items() if its == room), ROOM)
        drawn = plain(kind, Reply("", choices))
        said = seen.body.removesuffix(self.link if who == ROOM else drawn)
        assert said + (self.link if who == ROOM else drawn) == seen.body, (who, kind, choices, seen.body)
        self.offered.setdefault(who, []).append((seen.event_id, kind, choices))
        if who == ROOM and kind == ANNOUNCED:
            self.announced = seen.event_id
        said = _QUESTION.sub(lambda found: str(int(found[0]) - self.first), said)
        return Heard(who, kind, as_everywhere(self.app.guide, "matrix", said), choices)


def _listed(seen: Seen) -> tuple[Choice, ...]:
    """The choices that are read under a message whose words are forgotten."""
    found = [_ITEM.match(line) for line in seen.body.splitlines()]
    return tuple(Choice("", item[1]) for item in found if item)


def _apart(database: Database) -> int:
    """Numbers that no other transcript has: the homeserver drops what was said under the same name before. The one
    before the first."""
    first = next(_NUMBERS) * 1_000
    with database.write() as connection:
        for table in ("people", "addresses", "introductions", "requests"):
            connection.exec_driver_sql(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {first})")
    return first


@asynccontextmanager
async def playing(
    channel: MatrixChannel, switch: Switch, cast: Cast, transcript: Transcript
) -> AsyncIterator[MatrixPlayer]:
    """A bot of its own for one transcript."""
    clock = SetClock(START)
    told = guide(transcript.pack)
    label = told.wording.say(told.wording.languages[0], "room-open-private")
    with memory() as database:
        first = _apart(database)
        async with App(database, told, clock, {channel.name: channel}) as app:
            for peer in [*(person.user_id for person in cast.people.values()), cast.crowd]:
                switch.apps[peer], switch.hints[peer] = app, transcript.language
            link = f"\n{label} : https://matrix.to/#/{channel.user_id}"
            before = {who: len(person.seen) for who, person in cast.people.items()}
            yield MatrixPlayer(app, clock, cast, link, Ledger(database), transcript.language or "", before, first)


async def play(channel: MatrixChannel, switch: Switch, cast: Cast, transcript: Transcript) -> list[str]:
    """What each line of input causes, as the file would say it."""
    zone = guide(transcript.pack).pack.territory.timezone
    codes = Codes()
    async with playing(channel, switch, cast, transcript) as player:
        return [codes.written(await step(player, each.step, codes, zone)) for each in transcript.exchanges]


def shared(transcripts: Iterable[Transcript], casts: int) -> list[list[Transcript]]:
    """The transcripts dealt to the casts, the longest first, so that all end together."""
    dealt: list[list[Transcript]] = [[] for _ in range(casts)]
    for transcript in sorted(transcripts, key=lambda each: -len(each.exchanges)):
        min(dealt, key=lambda hand: sum(len(each.exchanges) for each in hand)).append(transcript)
    return dealt
