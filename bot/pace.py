"""When a channel may be asked again: what it told us about its pace, and the pace we keep for messages to many.

A refusal for haste (429) closes its chat; two chats refused within a second close the channel. A server
that does not answer is asked by one message at a time, less and less often. After either, those who wait
leave in their order and spaced out, or the same refusal would come again.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

from bot.learned_pace import LearnedPace

TOGETHER_SECONDS = 1.0
LONGEST_WAIT = 60.0
"""Seconds that a message waits in memory; beyond, it waits in the table."""

LONGEST_WINDOW = 30 * 86_400.0
# A pause of the machine this long is caught up: enough to keep the pace, and two messages at Telegram's.
CAUGHT_UP_SECONDS = 0.08
FAILURES_TO_CLOSE = 2
_JITTER = 0.25
_CHATS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The pace of messages to many. In a group the slower of both its limits holds."""

    bulk_per_second: float = 25.0
    per_chat_per_second: float = 1.0
    per_group_per_minute: float = 20.0

    def spacing(self, *, private: bool) -> float:
        """Seconds between two messages to one chat."""
        alone = 1.0 / self.per_chat_per_second
        return alone if private else max(alone, 60.0 / self.per_group_per_minute)


class Windows:
    """What the server told us: seconds during which a chat, or every chat, must not be asked."""

    def __init__(self) -> None:
        self._chats: dict[str, float] = {}
        self._refused: dict[str, float] = {}
        self._channel = 0.0

    def chat(self, peer: str) -> float:
        """Seconds left for one chat."""
        return max(0.0, self._chats.get(peer, 0.0) - time.monotonic())

    @property
    def channel(self) -> float:
        """Seconds left for every chat."""
        return max(0.0, self._channel - time.monotonic())

    def refuse(self, peer: str, seconds: float) -> bool:
        """Note a refusal; True if the whole channel is closed by it."""
        now = time.monotonic()
        self._chats = {each: until for each, until in self._chats.items() if until > now}
        self._refused = {each: at for each, at in self._refused.items() if at > now - TOGETHER_SECONDS}
        self._chats[peer] = max(self._chats.get(peer, 0.0), now + min(seconds, LONGEST_WINDOW))
        self._refused[peer] = now
        if len(self._refused) == 1:
            return False
        # What they share is what the shortest was told, give or take; a chat told to wait longer still does.
        told = [self._chats.get(each, now) for each in self._refused]
        shared = max(until for until in told if until <= min(told) + TOGETHER_SECONDS)
        self.close(shared - now)
        return True

    def hold(self, peer: str, seconds: float) -> None:
        """Close a chat, as a former process was told."""
        self._chats[peer] = time.monotonic() + min(seconds, LONGEST_WINDOW)

    def close(self, seconds: float) -> None:
        """Close the channel for this long at least."""
        self._channel = max(self._channel, time.monotonic() + min(seconds, LONGEST_WINDOW))


class Gate:
    """The one way out to a channel. Open, it costs nothing; `limits` is None where nobody counts."""

    def __init__(self, limits: Limits | None, chance: Callable[[], float]) -> None:
        self.windows = Windows()
        self.learned = LearnedPace()
        self._limits = limits
        self._chance = chance
        self._probe_at = 0.0
        self._failures = 0
        self._waiting = 0
        self._line = asyncio.Lock()
        self._nobody_waits = asyncio.Event()
        self._nobody_waits.set()
        self._probing = False
        self._answered = asyncio.Event()
        self._drip = _limiter(limits)

    @property
    def left(self) -> float:
        """Seconds before the channel may be asked at all."""
        return max(self.windows.channel, self._probe_at - time.monotonic())

    @property
    def failing(self) -> bool:
        """The server does not answer: one message at a time tries."""
        return self._failures >= FAILURES_TO_CLOSE

    async def enter(self) -> bool:
        """Wait until the channel may be asked: at once as a rule, else in the order of those who came.

        False: it is closed for so long that nobody should wait here. Who enters tells what came of it."""
        if not self._waiting and not self.failing and self.left <= 0:
            return True
        self._waiting += 1
        self._nobody_waits.clear()
        try:
            async with self._line:
                return await self._first_in_line()
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._nobody_waits.set()

    async def enter_last(self) -> bool:
        """The same for what can wait: behind everybody else."""
        while self._waiting:
            await self._nobody_waits.wait()
        return await self.enter()

    async def _first_in_line(self) -> bool:
        while True:
            if self.windows.channel > LONGEST_WAIT:
                return False
            if (left := self.left) > 0:
                await asyncio.sleep(left)
            elif self._probing:
                self._answered.clear()
                await self._answered.wait()
            elif self.failing:
                self._probing = True
                return True
            else:
                await _pass(self._drip)
                if self.left <= 0:
                    return True

    def answered(self) -> None:
        """The server answered, whatever it said."""
        self._failures = 0
        self._probe_at = 0.0
        self._probe_ended()

    def failed(self) -> None:
        """The server did not answer. Messages that were on their way together count once."""
        if self._probe_at > time.monotonic() and not self._probing:
            return
        self._failures += 1
        if self.failing:
            seconds = min(2.0 ** min(self._failures - FAILURES_TO_CLOSE, 10), LONGEST_WAIT)
            self._probe_at = time.monotonic() + seconds * (1 + _JITTER * self._chance())
        self._probe_ended()

    def unused(self) -> None:
        """Whoever entered did not ask after all: the next one may."""
        self._probe_ended()

    def _probe_ended(self) -> None:
        self._probing = False
        self._answered.set()


class BulkPace:
    """How often messages to many may leave: so many a second overall, and spaced out in each chat."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._overall = _limiter(limits)
        self._free_at: OrderedDict[str, float] = OrderedDict()

    def wait(self, peer: str) -> float:
        """Seconds before this chat may get another one."""
        return max(0.0, self._free_at.get(peer, 0.0) - time.monotonic())

    def spacing(self, *, private: bool) -> float:
        """Seconds between two messages to one chat."""
        return self._limits.spacing(private=private) if self._limits else 0.0

    async def take(self, peer: str, *, private: bool) -> None:
        """Wait for a place in the overall pace, for a message to this chat."""
        await _pass(self._overall)
        self.count(peer, private=private)

    async def take_again_if_late(self, taken: float) -> None:
        """Wait for another place if the one taken at this instant is old: what was held up together on its
        way, by a slow disk, must not leave together."""
        if time.monotonic() - taken > CAUGHT_UP_SECONDS:
            await _pass(self._overall)

    def count(self, peer: str, *, private: bool) -> None:
        """A message to this chat leaves now. Counted again once it is answered: what matters is the server's hour."""
        if self._limits is None:
            return
        self._free_at.pop(peer, None)
        self._free_at[peer] = time.monotonic() + self.spacing(private=private)
        # A chat that is free again is like one that was never written to.
        while self._free_at and (len(self._free_at) > _CHATS_KEPT or self._oldest() <= time.monotonic()):
            self._free_at.popitem(last=False)

    def _oldest(self) -> float:
        return next(iter(self._free_at.values()))


def _limiter(limits: Limits | None) -> AsyncLimiter | None:
    if limits is None:
        return None
    at_once = max(1.0, limits.bulk_per_second * CAUGHT_UP_SECONDS)
    return AsyncLimiter(at_once, at_once / limits.bulk_per_second)


async def _pass(limiter: AsyncLimiter | None) -> None:
    if limiter is not None:
        await limiter.acquire()
