"""People on the real homeserver: each writes, waits until the one answer has come, and lets the next one write.

They meet the bot with the clients of the tests, which read its first answers. For what is measured only little is
left of them: one request to send, encrypted by the same client, and one question to hear, whose encrypted answer is
counted and not read. People write in turn: whoever was answered lets the next one.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from benchmarks.dialogue import STEPS
from tests.synapse.people import Person

TEXTS = (*("1" for _ in range(STEPS)), "recommencer")
"""What a person writes, again and again: our bot answers each with one message."""

PATIENCE = 30.0
_API = "/_matrix/client/v3"
_NOTHING: dict[str, list[str]] = {"types": []}
_CLEAR, _ENCRYPTED = "m.room.message", "m.room.encrypted"
_NUMBERS = itertools.count(1)
# Each person's client warns that it has never spoken to the bot before, and then does.
logging.getLogger("nio").setLevel(logging.ERROR)


class WrongAnswersError(RuntimeError):
    """A bot that answers more than once, or never: its figures would mean nothing."""


@dataclass(slots=True)
class Ear:
    """A person, and up to where they have heard."""

    person: Person
    since: str = ""


@dataclass(slots=True)
class Talker:
    """One person in their room with one bot."""

    ear: Ear
    room: str
    bot: str
    encrypted: bool
    said: int = 0

    async def turn(self, session: ClientSession) -> float:
        """Write, and wait for the answer; the seconds it took."""
        began = time.perf_counter()
        await self._write(session, TEXTS[self.said % len(TEXTS)])
        self.said += 1
        while not (heard := await self.hear(session, PATIENCE)):
            if time.perf_counter() - began > PATIENCE:
                raise WrongAnswersError(f"{self.bot} does not answer {self.ear.person.user_id}")
        if heard > 1:
            raise WrongAnswersError(f"{self.bot} answers {heard} times")
        return time.perf_counter() - began

    async def hear(self, session: ClientSession, seconds: float) -> int:
        """How many messages of the bot are new; nought when none came in this time."""
        asked = {"since": self.ear.since, "timeout": str(int(seconds * 1000)), "filter": self._filter()}
        news = await self._ask(session, "GET", "/sync", params=asked)
        self.ear.since = news["next_batch"]
        told = news.get("rooms", {}).get("join", {}).get(self.room)
        wanted = _ENCRYPTED if self.encrypted else _CLEAR
        return sum(event["type"] == wanted for event in told["timeline"]["events"]) if told else 0

    async def _write(self, session: ClientSession, text: str) -> None:
        kind, content = _CLEAR, {"msgtype": "m.text", "body": text, "m.mentions": {}}
        if self.encrypted:
            client = self.ear.person.client
            if client.olm.should_share_group_session(self.room):
                await client.share_group_session(self.room, ignore_unverified_devices=True)
            kind, content = client.encrypt(self.room, kind, content)
        await self._ask(session, "PUT", f"/rooms/{quote(self.room)}/send/{kind}/{next(_NUMBERS)}", json=content)

    async def _ask(self, session: ClientSession, method: str, path: str, **more: Any) -> Any:
        client = self.ear.person.client
        headers = {"Authorization": f"Bearer {client.access_token}"}
        async with session.request(method, client.homeserver + _API + path, headers=headers, **more) as answer:
            answer.raise_for_status()
            return await answer.json()

    def _filter(self) -> str:
        timeline = {"senders": [self.bot], "limit": 20}
        room = {"rooms": [self.room], "state": _NOTHING, "ephemeral": _NOTHING, "account_data": _NOTHING}
        return json.dumps({"presence": _NOTHING, "account_data": _NOTHING, "room": {**room, "timeline": timeline}})


async def meet(person: Person, ear: Ear, bot: str, *, encrypted: bool, greetings: int) -> Talker:
    """A person opens a room with a bot, and reads the first things it says: so many messages."""
    room = await person.direct_room(bot, encrypted)
    await person.joined_by(room, bot)
    await person.says(room, "start")
    heard = await person.hears(room, greetings)
    if any(each.encrypted != encrypted for each in heard):
        raise WrongAnswersError(f"{bot} does not encrypt as the room does")
    return Talker(ear, room, bot, encrypted)


@dataclass(slots=True)
class Crowd:
    """The people of one bot; `waits` holds the seconds of each turn."""

    ready: deque[Talker]
    waits: list[float] = field(default_factory=list)

    async def talk(self, together: int, seconds: float) -> float:
        """So many at a time; nobody begins after `seconds`. Returns how long it took."""
        self.waits = []
        began = time.perf_counter()

        async def one() -> None:
            while time.perf_counter() - began < seconds:
                talker = self.ready.popleft()
                self.waits.append(await talker.turn(opened))
                self.ready.append(talker)

        async with session() as opened:
            await asyncio.gather(*(one() for _ in range(min(together, len(self.ready)))))
            return time.perf_counter() - began

    async def check(self) -> None:
        """Nothing more was said than was heard."""
        async with session() as opened:
            more = [await talker.hear(opened, 0) for talker in self.ready]
        if any(more):
            raise WrongAnswersError(f"{self.ready[0].bot} answers more than once")


def crowd_of(talkers: Sequence[Talker]) -> Crowd:
    """These people, none of whom follows their rooms any more."""
    for talker in talkers:
        talker.ear.since = talker.ear.person.client.next_batch
    return Crowd(deque(talkers))


def session() -> ClientSession:
    """The connections of all of them."""
    return ClientSession(connector=TCPConnector(limit=0), timeout=ClientTimeout(PATIENCE * 2))
