"""A durable turn on Telegram, beside the peers: the same six taps, against the same server, by turns.

Each bot is a process; the crowd and the fake server are this one. Every tap costs every bot the same two calls,
`answerCallbackQuery` and `editMessageText`, and only taps are counted: whoever taps has said /start before. Rounds
are interleaved, so that what else the machine does falls on all alike, and the medians are printed.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import bots, dialogue
from benchmarks.bots import AIOGRAM, BOTS, NAIVE, OURS, OURS_WEBHOOK, STOCK, Bot, Running
from benchmarks.crowd import Crowd
from benchmarks.figures import Figure, percentile
from tests.fake_telegram.server import FakeTelegram

ROUNDS = 3
SECONDS = 5.0
PEOPLE = {1: 30, 10: 120, 100: 300}
"""People who talk in all, by how many do at a time."""

WARMING = 30
START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What some taps cost a bot."""

    rate: float
    cpu: float
    p50: float
    p99: float


Results = dict[tuple[Bot, int], list[Ran]]


def measured(_folder: Path) -> list[Figure]:
    """All bots, all crowds, in turn; then how ours compares."""
    known = [bot for bot in BOTS if not bot.module or bots.peers_python()]
    results: Results = {}
    with bots.on_one_processor():
        for number in range(ROUNDS):
            # Ours twice: they are quick, and are compared with each other too.
            for bot in [*known[number:], *known[:number], OURS_WEBHOOK, OURS]:
                for crowd, ran in asyncio.run(_round(bot)).items():
                    results.setdefault((bot, crowd), []).append(ran)
    middle = {key: _median(runs) for key, runs in results.items()}
    absent = [] if len(known) == len(BOTS) else [Figure("the peers are not installed", "make bench")]
    return [*_lines(middle), *_ratios(middle), *absent]


async def _round(bot: Bot) -> dict[int, Ran]:
    """One bot from its start to its end, with each crowd."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dialogue.write(folder)
        async with FakeTelegram() as server:
            server.keeps_calls = False
            with bots.started(bot, server.root, server.token, folder, bots.free_port()) as running:
                return await _crowds(server, running)


async def _crowds(server: FakeTelegram, running: Running) -> dict[int, Ran]:
    async with asyncio.timeout(START_SECONDS):
        while not (server.updates.poll or server.webhook.url):
            running.cpu()
            await asyncio.sleep(0.02)
    crowd = Crowd(server)
    await _ran(crowd, running, 10, WARMING)
    return {together: await _ran(crowd, running, together, people) for together, people in PEOPLE.items()}


async def _ran(crowd: Crowd, running: Running, together: int, people: int) -> Ran:
    await crowd.arrive(people)
    await asyncio.sleep(0.1)
    before = running.cpu()
    seconds = await crowd.talk(together, SECONDS)
    waits = sorted(crowd.waits)
    await crowd.answered()
    # What a bot still writes about what it sent belongs to these turns.
    await asyncio.sleep(0.1)
    cpu = running.cpu() - before
    return Ran(len(waits) / seconds, cpu / len(waits), percentile(waits, 0.5), percentile(waits, 0.99))


def _median(runs: list[Ran]) -> Ran:
    def middle(of: Callable[[Ran], float]) -> float:
        return statistics.median(map(of, runs))

    return Ran(middle(lambda r: r.rate), middle(lambda r: r.cpu), middle(lambda r: r.p50), middle(lambda r: r.p99))


def _lines(middle: dict[tuple[Bot, int], Ran]) -> Iterator[Figure]:
    for crowd in PEOPLE:
        yield Figure(f"{crowd} at once", "turns/s  CPU s/1,000   p50    p99 ms")
        for bot in BOTS:
            if (bot, crowd) in middle:
                ran = middle[bot, crowd]
                found = f"{ran.rate:7.0f}  {ran.cpu * 1000:11.2f}  {ran.p50 * 1000:5.1f} {ran.p99 * 1000:6.1f}   "
                yield Figure(f"  {bot.name}", found)


@dataclass(frozen=True, slots=True)
class Goal:
    """`of` compared between two bots, at least or at most so many times."""

    what: str
    ours: Bot
    other: Bot
    of: Callable[[Ran], float]
    times: float
    least: bool = False

    def figure(self, middle: Mapping[tuple[Bot, int], Ran], crowd: int) -> Figure | None:
        """The ratio, and whether the goal is met; None if one of them did not run."""
        if (self.ours, crowd) not in middle or (self.other, crowd) not in middle:
            return None
        ratio = self.of(middle[self.ours, crowd]) / self.of(middle[self.other, crowd])
        met = ratio >= self.times if self.least else ratio <= self.times
        sign = "≥" if self.least else "≤"
        return Figure(self.what, f"{ratio:.2f} ×", f"{sign} {self.times:g} ×: {'met' if met else 'NOT met'}")


GOALS = (
    Goal("turns/s against B", OURS, STOCK, lambda r: r.rate, 2.5, least=True),
    Goal("turns/s against aiogram", OURS, AIOGRAM, lambda r: r.rate, 1.5, least=True),
    Goal("turns/s against asynchronous SQLite", OURS, NAIVE, lambda r: r.rate, 5, least=True),
    Goal("CPU a turn against B", OURS, STOCK, lambda r: r.cpu, 0.45),
    Goal("p99 against B", OURS, STOCK, lambda r: r.p99, 0.5),
    Goal("webhook: CPU a turn against our polling", OURS_WEBHOOK, OURS, lambda r: r.cpu, 1.1),
    Goal("webhook: p50 against our polling", OURS_WEBHOOK, OURS, lambda r: r.p50, 1.0),
)


def _ratios(middle: dict[tuple[Bot, int], Ran]) -> Iterator[Figure]:
    crowd = max(PEOPLE)
    yield Figure(f"ours against the others, {crowd} at once", "")
    yield from (found for goal in GOALS if (found := goal.figure(middle, crowd)))
