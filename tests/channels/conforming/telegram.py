"""Telegram: a fake Bot API server over HTTP, which the bot asks for updates."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import ClassVar, Self

from handlers.messages import Address
from scheduler.clock import SetClock
from tests.channels.conforming.adapter import PATIENCE, Said, remembered
from tests.channels.conforming.lives import Lives
from tests.channels.telegram.rig import Rig, rig
from tests.conversation import START, guide
from tests.databases import Home
from tests.elsewhere import as_everywhere
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.state import Message
from tests.fake_telegram.updates import Update

FIRST_PERSON = 7_000_000_000
"""Ids larger than 32 bits hold, as people have them now (faults I53)."""


class Telegram(Lives[Rig]):
    """The bot and its server, in one process."""

    name: ClassVar[str] = "telegram"
    needs: ClassVar[tuple[str, ...]] = ()
    longest_said: ClassVar[int] = 4_096
    can_be_blocked: ClassVar[bool] = True

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._end = AsyncExitStack()
        self._people: dict[int, Phone] = {}
        self.server = FakeTelegram(speed=20)
        self.brought: list[Update] = []

    async def __aenter__(self) -> Self:
        await self._end.enter_async_context(self.server)
        self.server.on_said = self._on_said
        await self.starts()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await super().__aexit__(kind, error, trace)
        await self._end.aclose()

    async def meets(self) -> Phone:
        number = FIRST_PERSON + len(self._people)
        self._people[number] = Phone(self, self.server.user(number, language_code=""))
        return self._people[number]

    async def quiet(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.bot.until(lambda: not self.server.updates.queue, PATIENCE)
            await self.bot.quiet()

    async def starts(self) -> None:
        database = self._life.enter_context(remembered(self._home))
        self._bot = await self._life.enter_async_context(rig(self.server, database, clock=SetClock(START)))

    async def comes_twice(self) -> None:
        await self.stops()
        # The question that the former process left open would confirm them.
        self.server.updates.finish()
        for update in self.brought:
            self.server.updates.push_raw(update.body, update.id, update.lane)
        await self.starts()

    async def goes_away(self) -> None:
        await self.server.refuse()

    async def returns(self) -> None:
        await self.server.listen()

    def _on_said(self, message: Message, _edited: bool) -> None:
        seen = message.seen()
        self._people[message.chat.id].heard.append(Said(as_everywhere(guide(""), "telegram", seen.text), seen.labels))


@dataclass
class Phone:
    """Somebody with Telegram."""

    place: Telegram
    user: User
    heard: list[Said] = field(default_factory=list)
    _typed: int = 0

    @property
    def address(self) -> Address:
        return Address("telegram", str(self.user.person.id))

    async def says(self, text: str) -> None:
        self._typed = self.user.sends(text)
        self._brought()

    async def chooses(self, label: str) -> None:
        self.user.taps(label)
        self._brought()

    async def shares(self, kind: str) -> None:
        self.user.shares(kind)
        self._brought()

    async def corrects(self, text: str) -> None:
        self.user.edits(self._typed, text)
        self._brought()

    async def blocks(self) -> None:
        self.user.blocks()

    async def comes_back(self) -> None:
        self.user.unblocks()

    def _brought(self) -> None:
        self.place.brought.append(self.place.server.updates.queue[-1])
