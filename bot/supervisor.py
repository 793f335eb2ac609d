"""Keeps each channel listening: one that fails is tried again, one that is refused ends, the others go on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Protocol, runtime_checkable

import structlog

from bot.channels import Inbox, Listener, Misconfigured, Unreachable
from bot.health import DOWN, REFUSED, STARTING, UP, WAITING
from bot.together import Alone, Leading
from storage.errors import DatabaseTrouble
from storage.questions.ours import note_of

UNIT_SECONDS = 1.0
LONGEST_WAIT = 60.0
STEADY_SECONDS = 60.0
LOOK_SECONDS = 0.5
_JITTER = 0.25
_DRAWN = 4
_BASE = 36

_log = structlog.get_logger(__name__)

Draw = Callable[[int], str]
Told = Callable[[str, str], None]


def back_off(failures: int, draw: Draw) -> float:
    """Seconds before the next try: twice as long each time up to a minute, a quarter more or less by chance."""
    chance = int(draw(_DRAWN), _BASE) / _BASE**_DRAWN
    return float(UNIT_SECONDS * min(2.0 ** min(failures, 10), LONGEST_WAIT) * (1 - _JITTER + 2 * _JITTER * chance))


async def keep(name: str, work: Callable[[], Awaitable[None]], draw: Draw) -> None:
    """Do a part's work until cancelled; if it ends, or fails, it is begun again a little later."""
    failures = 0
    while True:
        began = time.monotonic()
        try:
            await work()
        except Exception as error:  # noqa: BLE001  # a part that fails must not take the others with it
            _log.error("part failed", task=name, exc_info=error)
        failures = 0 if time.monotonic() - began > STEADY_SECONDS else failures + 1
        await asyncio.sleep(back_off(failures, draw))


@runtime_checkable
class Named(Protocol):
    """A channel where the bot has a name that people may look for, once it is open."""

    @property
    def user_id(self) -> str:
        """That name."""
        ...


class Supervisor:
    """`states` is kept up to date; `told(channel, state)` is called at each change; `refused` names the
    channels that were refused while sending; on those of `single` only who leads them listens."""

    def __init__(
        self,
        listeners: Sequence[Listener],
        inbox: Inbox,
        draw: Draw,
        states: dict[str, str],
        *,
        told: Told,
        refused: Collection[str],
        leading: Leading | None = None,
        single: Collection[str] = (),
    ) -> None:
        self._listeners = listeners
        self._inbox = inbox
        self._draw = draw
        self._states = states
        self._told = told
        self._refused = refused
        self._leading = leading or Alone()
        self._single = single
        self._listening: set[Listener] = set()

    async def run(self) -> None:
        """Listen everywhere; returns when every channel has been refused for good."""
        for listener in self._listeners:
            self._states[listener.name] = STARTING
        tasks = {each.name: asyncio.create_task(self._keep(each), name=each.name) for each in self._listeners}
        try:
            while not all(task.done() for task in tasks.values()):
                await asyncio.wait(tasks.values(), timeout=LOOK_SECONDS)
                self._end_refused(tasks)
                await self._yield(tasks)
                self._look()
        finally:
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)

    def _look(self) -> None:
        """A channel that listens in vain is down, although nothing ended."""
        for listener in self._listening:
            if self._states[listener.name] != REFUSED:
                self._is(listener.name, UP if listener.well else DOWN)

    async def _yield(self, tasks: dict[str, asyncio.Task[None]]) -> None:
        """Where another process listens by now, two would hear the same: ours waits for its turn again."""
        for listener in tuple(self._listening):
            name = listener.name
            if self._may_listen(name) or self._states[name] == REFUSED:
                continue
            tasks[name].cancel()
            await asyncio.wait({tasks[name]})
            tasks[name] = asyncio.create_task(self._keep(listener), name=name)

    def _may_listen(self, name: str) -> bool:
        return name not in self._single or self._leading.leads(name)

    async def _our_turn(self, name: str) -> None:
        while not self._may_listen(name):
            self._is(name, WAITING)
            await asyncio.sleep(LOOK_SECONDS)

    def _end_refused(self, tasks: Mapping[str, asyncio.Task[None]]) -> None:
        """A channel that may not send any more has no use for what it would receive."""
        for name in tasks.keys() & set(self._refused):
            if self._states[name] != REFUSED:
                tasks[name].cancel()
                self._is(name, REFUSED)

    async def _keep(self, listener: Listener) -> None:
        failures = 0
        while True:
            await self._our_turn(listener.name)
            began = time.monotonic()
            try:
                await listener.open()
                await self._noted(listener)
                if listener.well:
                    self._is(listener.name, UP)
                began = time.monotonic()
                self._listening.add(listener)
                await listener.listen(self._inbox)
            except Misconfigured as refused:
                _log.error("channel refused", channel=listener.name, exc_info=refused)
                self._is(listener.name, REFUSED)
                return
            except (Unreachable, DatabaseTrouble, OSError, TimeoutError) as error:
                _log.warning("channel down", channel=listener.name, error=type(error).__name__)
            except Exception as error:  # noqa: BLE001  # a channel's bug must not stop the others
                _log.error("channel failed", channel=listener.name, exc_info=error)
            finally:
                self._listening.discard(listener)
            self._is(listener.name, DOWN)
            failures = 0 if time.monotonic() - began > STEADY_SECONDS else failures + 1
            await asyncio.sleep(back_off(failures, self._draw))

    async def _noted(self, listener: Listener) -> None:
        """What the bot is called there is kept, for posters and pages."""
        if isinstance(listener, Named) and listener.user_id:
            name = note_of(listener.name)
            if await self._inbox.noted(name) != listener.user_id:
                await self._inbox.note(name, listener.user_id)

    def _is(self, name: str, state: str) -> None:
        if self._states.get(name) != state:
            self._states[name] = state
            _log.info("channel state", channel=name, state=state)
            self._told(name, state)
