"""A durable turn: from a message to its committed and delivered answers, with some people at once.

People answer the whole questionnaire by buttons, again and again, each once all that was said to them has
arrived: what waits to be said would fill the memory otherwise. The channel is the JSON terminal's, its lines
thrown away. `lane` is what the thread that plays and commits costs: storage and engine together.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Spent, Watch, percentile, resident_mb
from bot import packs
from bot.app import App, prepared
from bot.channels import Outgoing
from bot.channels.terminal import JsonChannel
from bot.simulator import room_of
from handlers.conversation import Conversation
from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from handlers.reading import NoRoles
from handlers.world import Person, World
from scheduler.clock import SystemClock
from storage.database import open_database
from storage.outbox import OutboxRow

TURNS = 6_000
SETTLED = 20_000
CROWDS = (1, 10, 100)
NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def script(guide: Guide) -> Iterator[dict[str, str]]:
    """What one person sends: the first persona of the pack by buttons, then again from the start."""
    persona = guide.pack.personas[0]
    answers = {f: v if isinstance(v, str) else " ".join(v) for f, v in persona.answers.items()}
    taps: list[str] = []
    for question in guide.pack.orientation.questions:
        if question.kind == "place":
            taps.append(f"{question.fact}:{next(iter(guide.places.name_by_slug))}")
            continue
        values = answers.get(question.fact, "").split()
        taps += [f"{question.fact}:{value}" for value in values]
        if values and question.most > len(values):
            taps.append(f"{question.fact}:done")
    yield {"text": "start"}
    for tap in cycle([*taps, ""]):
        yield {"choice": f"orientation/{tap}", "kind": "choice"} if tap else {"text": "recommencer"}


def inbounds(guide: Guide, who: str) -> Iterator[Inbound]:
    """The same as messages with their ids."""
    for number, line in enumerate(script(guide)):
        text, choice = line.get("text", ""), line.get("choice")
        yield Inbound(Address("terminal", who), str(number), who, text, choice, line.get("kind", "text"))


@dataclass(frozen=True, slots=True)
class Ran:
    """What so many turns cost."""

    turns: int
    spent: Spent
    lane: float
    waits: list[float]


class Crowd(App):
    """The app, which knows what it still has to say to each person."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.owed: Counter[str] = Counter()
        self.heard: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def _hand_over(self, rows: Sequence[OutboxRow]) -> None:
        for row in rows:
            self.owed[row.address.peer] += 1
        super()._hand_over(rows)

    def said(self, who: str) -> None:
        """One message more has arrived."""
        self.owed[who] -= 1
        if not self.owed[who]:
            self.heard[who].set()


class Thrown(JsonChannel):
    """The JSON terminal, whose people read at once."""

    def __init__(self) -> None:
        super().__init__("terminal", lambda line: None, room_of)
        self.said: Callable[[str], object] = str

    async def send(self, outgoing: Outgoing) -> str:
        """Written, and read."""
        receipt = await super().send(outgoing)
        self.said(outgoing.address.peer)
        return receipt


async def people(app: Crowd, guide: Guide, crowd: int, turns: int) -> list[float]:
    """Each person sends, waits for the answers, and sends again; returns the waits for the commit, in seconds."""
    waits: list[float] = []

    async def one(who: str) -> None:
        for inbound, _ in zip(inbounds(guide, who), range(turns // crowd), strict=False):
            app.heard[who].clear()
            before = time.perf_counter()
            await app.receive(inbound)
            waits.append(time.perf_counter() - before)
            await app.heard[who].wait()

    await asyncio.gather(*(one(f"u{n}") for n in range(crowd)))
    await app.delivery.settled()
    return sorted(waits)


def lane_seconds() -> float:
    """Processor time of the threads that play and commit."""
    lanes = [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]
    return sum(time.clock_gettime(time.pthread_getcpuclockid(thread.ident)) for thread in lanes if thread.ident)


async def _durable(guide: Guide, url: str, crowd: int, turns: int) -> Ran:
    channel = Thrown()
    database = prepared(open_database(url))
    app = Crowd(database, guide, SystemClock(), {"terminal": channel})
    channel.said = app.said
    try:
        async with app:
            watch, before = Watch(), lane_seconds()
            waits = await people(app, guide, crowd, turns)
            return Ran(len(waits), watch.read(), lane_seconds() - before, waits)
    finally:
        database.close()


def engine_alone(guide: Guide, turns: int) -> float:
    """Seconds of processor a turn, the conversation kept in memory."""
    talk, world = Conversation(), World(guide, NOON, Person(is_new=False), NoRoles(), lambda n: "x" * n)
    watch = Watch()
    for inbound, _ in zip(inbounds(guide, "u"), range(turns), strict=False):
        talk = respond(talk, inbound, world).conversation
    return watch.read().cpu / turns


def durable(guide: Guide, crowd: int, turns: int = TURNS) -> Ran:
    """The turns of this many people, on a new file."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_durable(guide, f"sqlite:///{folder}/bench.db", crowd, turns))


def measured(folder: Path) -> list[Figure]:
    """One line for each number of people, and the engine alone beside them."""
    guide = packs.read(folder)
    durable(guide, 10, 500)
    figures = []
    for crowd in CROWDS:
        ran = durable(guide, crowd, TURNS if crowd > 1 else TURNS // 4)
        name = f"{crowd} at once"
        p50, p99 = (percentile(ran.waits, share) * 1000 for share in (0.5, 0.99))
        figures += [
            Figure(f"{name}: turns a second", f"{ran.turns / ran.spent.wall:.0f}"),
            Figure(f"{name}: CPU a turn, all", f"{ran.spent.cpu / ran.turns * 1000:.3f} ms"),
            Figure(
                f"{name}: CPU a turn, lane (storage and engine)",
                f"{ran.lane / ran.turns * 1000:.3f} ms",
                "< 0.4 ms" if crowd == max(CROWDS) else "",
            ),
            Figure(f"{name}: p50 / p99", f"{p50:.1f} / {p99:.1f} ms"),
        ]
    return [*figures, Figure("engine alone: CPU a turn", f"{engine_alone(guide, TURNS) * 1000:.3f} ms")]


def memory(folder: Path) -> list[Figure]:
    """At rest, and after many turns of a hundred people."""
    guide = packs.read(folder)
    durable(guide, 10, 500)
    rest = resident_mb()
    durable(guide, 100, SETTLED)
    return [
        Figure("memory at rest", f"{rest:.0f} MB", "< 150 MB"),
        Figure(f"memory after {SETTLED} turns", f"{resident_mb():.0f} MB", "no growth"),
    ]
