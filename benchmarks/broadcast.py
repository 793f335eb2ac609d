"""A message to ten thousand people at five times Telegram's pace, while others converse.

The bot is a process, started with a broadcast that an animator has just confirmed: it writes each person's row, slice
after slice, and sends it. The fake server allows five times what Telegram does in each second, and refuses what comes
faster. Whoever converses taps, and has the tapped message changed, which
Telegram does not count. Nothing is judged: the rate, the refusals, the memory and the waits are printed.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks import bots, dialogue
from benchmarks.bots import OURS, Running
from benchmarks.figures import Figure, percentile, resident_mb
from handlers.broadcasts import Segment
from scheduler.clock import SystemClock
from storage import broadcasts, schema
from storage.database import open_database
from storage.tables import addresses, consents, follows, people
from tests.fake_telegram.faults import Limits
from tests.fake_telegram.server import FakeTelegram
from tests.fake_telegram.state import Message

RECEIVERS = 10_000
SPEED = 5
BULK, CHAT, GROUP = 25 * SPEED, SPEED, 20 * SPEED
TALKERS = 300
TAP_EVERY_SECONDS = 0.05
ARRIVAL_SECONDS = 15.0
PATIENCE = 300.0
_SAID = "On se voit jeudi."
_FOLLOWED = Segment(follows=("network/bench",))
_FIRST_TALKER = 1_000_000
_PACE = f"""
[delivery]
bulk_per_second = {BULK}
per_chat_per_second = {CHAT}
per_group_per_minute = {GROUP}
"""


@dataclass(slots=True)
class Watched:
    """What the server sees: when each announcement came, and how long each tap waited."""

    server: FakeTelegram
    came: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    ready: dict[int, int] = field(default_factory=dict)
    tapped: dict[int, float] = field(default_factory=dict)
    steps: dict[int, int] = field(default_factory=dict)

    def said(self, message: Message, edited: bool) -> None:
        """The bot wrote."""
        number, now = message.chat.id, time.perf_counter()
        if number < _FIRST_TALKER:
            self.came.append(now)
        elif edited:
            self.waits.append(now - self.tapped.pop(number))
            self.steps[number] += 1
            if self.steps[number] < dialogue.STEPS:
                self.ready[number] = message.id
        elif message.markup:
            self.steps[number], self.ready[number] = 0, message.id

    def tap(self) -> None:
        """The one who waited longest since their last answer takes the first choice."""
        for number, message in tuple(self.ready.items()):
            del self.ready[number]
            markup = self.server.users[number].chat.messages[message].markup
            if markup:
                self.tapped[number] = time.perf_counter()
                data = markup["inline_keyboard"][0][0]["callback_data"]
                self.server.users[number].forges(data, message=message)
                return


def measured(_folder: Path) -> list[Figure]:
    """One broadcast, from its first message to its last."""
    with bots.on_one_processor(), tempfile.TemporaryDirectory() as name:
        return asyncio.run(_broadcast(Path(name)))


async def _broadcast(folder: Path) -> list[Figure]:
    dialogue.write(folder, zone=_where_it_is_noon())
    async with FakeTelegram() as server:
        server.keeps_calls = False
        due = SystemClock().now() + timedelta(seconds=ARRIVAL_SECONDS)
        _confirm(folder / "bench.db", due)
        for number in range(1, RECEIVERS + 1):
            server.user(number).chat.standing = "member"
        watched = Watched(server)
        server.on_said = watched.said
        with bots.started(OURS, server.root, server.token, folder, bots.free_port(), _PACE) as running:
            await _arrive(server, watched)
            limits = server.limits = Limits(overall=30.0 * SPEED, per_chat=CHAT, per_group_minute=GROUP)
            async with _talking(watched):
                early = await _reached(watched, running, RECEIVERS // 10)
                late = await _reached(watched, running, RECEIVERS)
        return list(_figures(watched, limits, early, late))


def _confirm(path: Path, starts_at: datetime) -> None:
    """A broadcast to everybody, as the turn of an animator leaves it."""
    database = open_database(f"sqlite:///{path}")
    schema.prepare(database)
    with database.write() as connection:
        numbers = range(1, RECEIVERS + 1)
        connection.execute(
            insert(people), [{"id": n, "created_at": starts_at, "last_seen_at": starts_at} for n in numbers]
        )
        here = {"channel": "telegram", "private": True}
        connection.execute(insert(addresses), [{"id": n, "person": n, "peer": str(n), **here} for n in numbers])
        # Without their yes nothing of it would leave.
        said = {"purpose": "gatherings", "granted": True, "wording": "-", "channel": "telegram", "at": starts_at}
        connection.execute(insert(consents), [{"person": n, **said} for n in numbers])
        followed = {"subject": _FOLLOWED.follows[0], "since": starts_at}
        connection.execute(insert(follows), [{"person": n, **followed} for n in numbers])
        row = {"network": "bench", "author": None, "state": "waiting", "texts": json.dumps({"fr": _SAID}), "link": ""}
        audience = json.dumps(asdict(broadcasts.audience(connection, _FOLLOWED, "fr")))
        hours = {"confirmed_at": starts_at, "starts_at": starts_at, "gathering": None, "audience": audience}
        broadcasts.keep(connection, {**row, **hours}, _FOLLOWED, "fr")
    database.close()


def _where_it_is_noon() -> str:
    """A zone of which the name says the hours the other way round: nobody is written to at night."""
    return f"Etc/GMT{SystemClock().now().hour - 12:+d}"


async def _arrive(server: FakeTelegram, watched: Watched) -> None:
    for number in range(TALKERS):
        server.user(_FIRST_TALKER + number).starts()
    await server.until(lambda: len(watched.ready) == TALKERS, ARRIVAL_SECONDS)


@asynccontextmanager
async def _talking(watched: Watched) -> AsyncIterator[None]:
    """People tap, one after the other, during the block."""

    async def talk() -> None:
        while True:
            if watched.came:
                watched.tap()
            await asyncio.sleep(TAP_EVERY_SECONDS)

    talking = asyncio.create_task(talk())
    try:
        yield
    finally:
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)


async def _reached(watched: Watched, running: Running, count: int) -> float:
    """Wait for so many announcements; the bot's memory then, in MB."""
    async with asyncio.timeout(PATIENCE):
        while len(watched.came) < count:
            running.cpu()
            await asyncio.sleep(0.05)
    return resident_mb(running.process.pid)


def _figures(watched: Watched, limits: Limits, early: float, late: float) -> Iterator[Figure]:
    seconds = watched.came[-1] - watched.came[0]
    rate, waits = (len(watched.came) - 1) / seconds, sorted(watched.waits)
    yield Figure("people reached", f"{len(watched.came):,}", f"{RECEIVERS:,}")
    yield Figure("share of the configured rate", f"{rate / BULK:.1%}", "≥ 97 %")
    yield Figure("at the real pace, that is", f"{seconds * SPEED:.0f} s", "≤ 420 s")
    yield Figure("refused for haste, asked again too early", f"{limits.refused}, {limits.early}", "0, 0")
    yield Figure("memory at a tenth, at the end", f"{early:.0f} MB, {late:.0f} MB", "flat")
    yield Figure(f"{len(waits)} taps meanwhile, p50", f"{percentile(waits, 0.5) * 1000:.0f} ms")
    yield Figure("taps meanwhile, p95", f"{percentile(waits, 0.95) * 1000:.0f} ms", "< 1,000 ms")
