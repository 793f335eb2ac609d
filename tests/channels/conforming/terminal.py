"""The terminal, as programs use it: a line in, lines out. Its server is whoever reads what is written."""

from __future__ import annotations

import asyncio
import itertools
import json
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, ClassVar, Self

from bot.app import App
from bot.simulator import Simulator
from handlers.messages import Address, Choice
from storage.outbox import LEASE
from tests.channels.conforming.adapter import PATIENCE, Said, remembered
from tests.conversation import START, button, guide
from tests.databases import Home


class Terminal:
    """`chat --json` on a file. Lines wait while nobody reads them."""

    name: ClassVar[str] = "terminal"
    needs: ClassVar[tuple[str, ...]] = ()
    longest_said: ClassVar[int] = 100_000
    can_be_blocked: ClassVar[bool] = False

    def __init__(self, home: Home) -> None:
        self._home = home
        self._life = AsyncExitStack()
        self._simulator: Simulator | None = None
        self._app: App | None = None
        self._given: list[str] = []
        self._played = 0
        self._broken = False
        self._now = START
        self._people: dict[str, Typist] = {}

    async def __aenter__(self) -> Self:
        await self.starts()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stops()

    @property
    def app(self) -> App:
        assert self._app is not None
        return self._app

    @property
    def longest_text(self) -> int:
        assert self._simulator is not None
        return self._simulator.channels[self.name].longest_text

    @property
    def well(self) -> bool:
        return self.name not in self.app.delivery.stopped

    async def meets(self) -> Typist:
        person = Typist(self, f"u{len(self._people) + 1}")
        self._people[person.name] = person
        return person

    async def quiet(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.app.delivery.settled()
            await self.app.turns.run(lambda _: None)

    async def stops(self) -> None:
        self._app = None
        await self._life.aclose()

    async def starts(self) -> None:
        self._simulator = simulator = Simulator(self._write)
        simulator.clock.move(self._now)
        database = self._life.enter_context(remembered(self._home))
        app = App(database, guide(""), simulator.clock, dict(simulator.channels))
        self._app = await self._life.enter_async_context(app)
        await simulator.start(app)
        await self._play()

    async def comes_twice(self) -> None:
        await self.stops()
        self._played = 0
        await self.starts()

    async def goes_away(self) -> None:
        self._broken = True

    async def returns(self) -> None:
        await self.stops()
        self._broken = False
        # On a server, what the former process was sending is its own for a while.
        self._now += 2 * LEASE
        await self.starts()

    async def give(self, line: dict[str, object]) -> None:
        """One line more."""
        self._given.append(json.dumps(line))
        if self._app is not None and not self._broken:
            await self._play()

    async def _play(self) -> None:
        assert self._simulator is not None
        while self._played < len(self._given):
            self._played += 1
            await self._simulator.line(self.app, self._played, self._given[self._played - 1])

    def _write(self, line: str) -> None:
        if self._broken:
            raise BrokenPipeError
        said: dict[str, Any] = json.loads(line)
        assert "error" not in said, said
        if "to" in said:
            self._people[said["to"]].hears(said["text"], tuple(Choice(**choice) for choice in said["choices"]))


@dataclass
class Typist:
    """Somebody who types."""

    place: Terminal
    name: str
    heard: list[Said] = field(default_factory=list)
    _offered: tuple[Choice, ...] = ()
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    @property
    def address(self) -> Address:
        return Address("terminal", self.name)

    def hears(self, text: str, choices: tuple[Choice, ...]) -> None:
        """The bot says this."""
        self.heard.append(Said(text, tuple(choice.label for choice in choices)))
        self._offered = choices + self._offered

    async def says(self, text: str) -> None:
        await self._gives(text=text)

    async def chooses(self, label: str) -> None:
        await self._gives(choice=button(label, self._offered))

    async def shares(self, kind: str) -> None:
        await self._gives(kind=kind)

    async def corrects(self, text: str) -> None:
        await self._gives(kind="edit", text=text)

    async def blocks(self) -> None:
        raise NotImplementedError

    async def comes_back(self) -> None:
        raise NotImplementedError

    async def _gives(self, **what: str) -> None:
        await self.place.give({"from": self.name, "id": f"{self.name}-{next(self._numbers)}", **what})
