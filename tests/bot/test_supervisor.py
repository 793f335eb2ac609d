"""Each channel is kept going by itself (issue 3, point 5; faults F24, G9, G10)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest

from bot import supervisor
from bot.channels import Misconfigured, Unreachable
from bot.supervisor import Supervisor, back_off, keep
from scheduler.clock import SetClock
from tests.bot.listeners import Line, NoInbox

DRAW = SetClock(datetime(2026, 11, 23, tzinfo=UTC)).draw
SOON = 5.0


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(supervisor, "UNIT_SECONDS", 0.005)


quick = pytest.mark.usefixtures("_quick")


class Watched:
    """A supervisor at work, and what it told."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.states: dict[str, str] = {}
        self.told: list[tuple[str, str]] = []
        self.refused: set[str] = set()
        watch = Supervisor(
            lines,
            NoInbox(),
            DRAW,
            self.states,
            told=lambda channel, state: self.told.append((channel, state)),
            refused=self.refused,
        )
        self.task = asyncio.create_task(watch.run())

    async def until(self, **states: str) -> None:
        async with asyncio.timeout(SOON):
            while self.states != states:
                await asyncio.sleep(0.005)


@asynccontextmanager
async def watching(*lines: Line) -> AsyncIterator[Watched]:
    watched = Watched(lines)
    yield watched
    watched.task.cancel()
    with suppress(asyncio.CancelledError):
        await watched.task


@quick
async def test_a_channel_that_is_down_at_the_start_does_not_stop_the_others() -> None:
    """It is tried again until it answers."""
    down = Line("telegram", [Unreachable(), Unreachable(), OSError(), None])
    async with watching(down, Line("matrix")) as watched:
        await watched.until(telegram="up", matrix="up")
    assert down.opened == 4
    assert ("telegram", "down") in watched.told


@quick
async def test_a_channel_that_falls_is_opened_again() -> None:
    """Whether its server fell, or its own code failed, or it simply stopped listening."""
    line = Line("telegram")
    async with watching(line) as watched:
        for failure in (Unreachable(maybe_sent=True), ZeroDivisionError(), None):
            await asyncio.wait_for(line.listening.wait(), SOON)
            line.listens.append(failure)
            line.hurt.set()
            await asyncio.sleep(0.05)
        await watched.until(telegram="up")
    assert line.opened == 4


@pytest.mark.row("F24")
@quick
async def test_a_refused_channel_ends_and_the_others_go_on() -> None:
    """A revoked token is never asked again."""
    refused, other = Line("telegram"), Line("matrix")
    async with watching(refused, other) as watched:
        await asyncio.wait_for(refused.listening.wait(), SOON)
        refused.listens.append(Misconfigured())
        refused.hurt.set()
        await watched.until(telegram="refused", matrix="up")
        await asyncio.sleep(0.05)
        assert refused.opened == 1
        assert not watched.task.done()


@pytest.mark.row("F24")
@quick
@pytest.mark.parametrize("when", ["opening", "listening", "sending"])
async def test_when_no_channel_is_left_the_supervisor_returns(when: str) -> None:
    """Refused while opening, while listening, or while sending: the process then ends, it is no zombie."""
    line = Line("telegram", [Misconfigured()] if when == "opening" else None)
    async with watching(line) as watched:
        if when != "opening":
            await asyncio.wait_for(line.listening.wait(), SOON)
        if when == "listening":
            line.listens.append(Misconfigured())
            line.hurt.set()
        if when == "sending":
            watched.refused.add("telegram")
        await asyncio.wait_for(watched.task, SOON)
    assert watched.states == {"telegram": "refused"}
    assert watched.told[-1] == ("telegram", "refused")
    assert watched.told.count(("telegram", "refused")) == 1


@quick
async def test_a_channel_that_listens_in_vain_is_down() -> None:
    """Nothing ended, nothing is opened again, and the page is red meanwhile."""
    line = Line("telegram")
    async with watching(line) as watched:
        await watched.until(telegram="up")
        line.well = False
        await watched.until(telegram="down")
        line.well = True
        await watched.until(telegram="up")
    assert line.opened == 1


@quick
async def test_a_channel_that_is_open_is_not_up_before_it_serves() -> None:
    """What it has to do first may take a while, or fail: the page is not green for a moment meanwhile."""
    line = Line("matrix", [None, Unreachable()])
    line.well = False
    async with watching(line) as watched:
        await watched.until(matrix="down")
        line.hurt.set()
        while line.opened < 3:
            await asyncio.sleep(0.005)
        line.well = True
        await watched.until(matrix="up")
    assert [state for _, state in watched.told] == ["down", "up"]


@quick
async def test_a_part_that_fails_is_begun_again() -> None:
    """Delivery, ticks, the web: each in its own task."""
    begun: list[int] = []

    async def work() -> None:
        begun.append(len(begun))
        if len(begun) == 3:
            await asyncio.Event().wait()
        raise ValueError

    task = asyncio.create_task(keep("part", work, DRAW))
    async with asyncio.timeout(SOON):
        while len(begun) < 3:
            await asyncio.sleep(0.005)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.mark.row("F37")
def test_a_failing_server_is_asked_at_most_twelve_times_a_minute() -> None:
    """Twice as long each time up to a minute, by chance a quarter more or less."""
    waits = [back_off(failures, DRAW) for failures in range(1, 30)]
    assert all(0.75 * min(2**n, 60) <= wait <= 1.25 * min(2**n, 60) for n, wait in enumerate(waits, 1))
    assert len({round(wait, 3) for wait in waits[6:]}) > 10
    asked, spent = 0, 0.0
    while spent < 60:
        spent += 0.75 * min(2 ** (asked + 1), 60)
        asked += 1
    assert asked <= 12


class Remembering(NoInbox):
    """Keeps words, and counts how often."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.times = 0

    async def noted(self, name: str) -> str | None:
        return self.kept.get(name)

    async def note(self, name: str, value: str) -> None:
        self.kept[name], self.times = value, self.times + 1


class Named(Line):
    """A channel where the bot has a name."""

    user_id = "exemple_bot"


@quick
async def test_what_the_bot_is_called_on_a_channel_is_kept_once() -> None:
    """For the links of posters; also when the channel is opened again."""
    inbox, line = Remembering(), Named("telegram")
    watch = Supervisor([line], inbox, DRAW, {}, told=lambda _channel, _state: None, refused=set())
    task = asyncio.create_task(watch.run())
    async with asyncio.timeout(SOON):
        await line.listening.wait()
        line.hurt.set()
        while line.opened < 2 or not line.listening.is_set():
            await asyncio.sleep(0.005)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert (inbox.kept, inbox.times) == ({"name-on-telegram": "exemple_bot"}, 1)
