"""People on the fake server: each taps, waits for the message to change, and taps again at once."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field

from benchmarks.dialogue import STEPS
from tests.fake_telegram.server import FakeTelegram
from tests.fake_telegram.state import Message

PATIENCE = 30.0


@dataclass(slots=True)
class Crowd:
    """`on_said` of the server drives it: no task waits for anybody, so that the crowd costs next to nothing."""

    server: FakeTelegram
    last_number: int = 1000
    waits: list[float] = field(default_factory=list)
    _ready: deque[tuple[int, int]] = field(default_factory=deque)
    _tapped: dict[int, float] = field(default_factory=dict)
    _steps: dict[int, int] = field(default_factory=dict)
    _over_at: float = 0.0
    _expected: int = 0
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.server.on_said = self._said

    async def arrive(self, count: int) -> None:
        """So many new people say /start, and get their first question."""
        self._expected = len(self._ready) + count
        self._done.clear()
        for _ in range(count):
            self.last_number += 1
            self.server.user(self.last_number).starts()
        await asyncio.wait_for(self._done.wait(), PATIENCE)

    async def talk(self, together: int, seconds: float) -> float:
        """Those who arrived answer everything, so many at a time; nobody begins or goes on after `seconds`.
        Returns how long it took; `waits` holds each tap's."""
        self.waits = []
        self._done.clear()
        began = time.perf_counter()
        self._over_at = began + seconds
        for _ in range(min(together, len(self._ready))):
            self._next()
        await asyncio.wait_for(self._done.wait(), seconds + PATIENCE)
        return time.perf_counter() - began

    async def answered(self) -> None:
        """Wait until no button turns any more: a bot that left one so would have worked less than the others."""
        taps = self.server.memory.taps
        await self.server.until(lambda: not any(tap.turning for tap in taps.values()), PATIENCE)
        taps.clear()
        self._ready.clear()

    def _next(self) -> None:
        """The next person begins, if there is still time."""
        if self._ready and time.perf_counter() < self._over_at:
            number, message = self._ready.popleft()
            self._steps[number] = 0
            self._tap(number, message)
        elif not self._tapped:
            self._done.set()

    def _tap(self, number: int, message: int) -> None:
        """The first answer of the message."""
        user = self.server.users[number]
        markup = user.chat.messages[message].markup
        assert markup is not None
        self._tapped[number] = time.perf_counter()
        user.forges(markup["inline_keyboard"][0][0]["callback_data"], message=message)

    def _said(self, message: Message, edited: bool) -> None:
        number = message.chat.id
        if not edited:
            if message.markup:
                self._ready.append((number, message.id))
                if len(self._ready) == self._expected:
                    self._done.set()
            return
        self.waits.append(time.perf_counter() - self._tapped.pop(number))
        self._steps[number] += 1
        if self._steps[number] < STEPS and time.perf_counter() < self._over_at:
            self._tap(number, message.id)
        else:
            self._next()
