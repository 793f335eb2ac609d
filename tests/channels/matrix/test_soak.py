"""Ten people a second on both channels for as long as one likes, and a kill a minute: the sums are exact at the end.

`BOUSSOLE_SOAK=3600` (`make soak`) is an hour; without it there is none, with less than ten minutes the kills are closer
together. Figures of memory and of files are told (`make goals`) and judged."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.channels.matrix.test_gaps import FREELY
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.people import User
from tests.measures import record
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

SECONDS = int(os.environ.get("BOUSSOLE_SOAK", "0"))
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not SECONDS, reason="it lasts: BOUSSOLE_SOAK says how long")]

_log = logging.getLogger(__name__)

A_SECOND = 10
ON_TELEGRAM, ON_MATRIX = 240, 30
BETWEEN_KILLS = min(60.0, SECONDS / 5)
LOOK_SECONDS = 2.0
PATIENCE = 180.0
WORDS = ("1", "retour", "pourquoi")
"""To the first question, back, and why: each is answered by one message."""

MOST_A_MESSAGE = 4_096
"""Bytes that the database may grow by for one message and its answer, once the people are known."""

LOG_OF_WRITES = 64 * 2**20
COPIES, PASSING = "boussole-copies/", ("-wal", "-shm", "-journal")
"""What comes each hour, kept for as long as `docs/exploiter.md` says; and what SQLite writes while it works."""

GROWS = 1.25
"""What a process may weigh at the end, compared with the first lives."""


@dataclass
class Phone:
    """Somebody on Telegram, and how many answers they must have had at least."""

    person: User
    words: cycle[str] = field(default_factory=lambda: cycle(WORDS))
    said: int = 0

    async def begins(self) -> None:
        """Hello: two messages."""
        await self.says("/start")

    async def says(self, word: str = "") -> None:
        """One word, and its answer, which may be a copy of the one before after a kill: then one more is awaited."""
        self.said += 1
        newest = len(self.person.heard)
        self.person.sends(word or next(self.words))
        while len(self.person.heard) <= newest:
            await asyncio.sleep(0.02)


@dataclass
class Account:
    """The same on Matrix, in an encrypted room, where nothing comes twice."""

    person: Person
    bot: str
    room: str = ""
    words: cycle[str] = field(default_factory=lambda: cycle(WORDS))
    said: int = 0

    async def begins(self) -> None:
        """Hello: two messages."""
        self.room = await self.person.direct_room(self.bot)
        self.said += 1
        await self.person.says(self.room, "bonjour")
        await self.person.hears(self.room, 2, timeout=PATIENCE)

    async def says(self, word: str = "") -> None:
        """One word, and its one answer."""
        self.said += 1
        await self.person.says(self.room, word or next(self.words))
        await self.person.hears(self.room, timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Look:
    """What a process weighs, and how late its loop is."""

    life: int
    rss: int
    lag: float
    files: dict[str, int]


class Soaked:
    """The bot through its lives, watched."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.bot: Bot = matrix.start()
        self.life = 0
        self.looks: list[Look] = []

    async def kills(self, over_at: float) -> None:
        """One at a time, until it is over."""
        while time.monotonic() + BETWEEN_KILLS < over_at:
            await asyncio.sleep(BETWEEN_KILLS)
            self.bot.signal(signal.SIGKILL)
            await asyncio.to_thread(self.bot.ended)
            self.life += 1
            self.bot = self.matrix.start()

    async def watches(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            self.looks += [look] if (look := await asyncio.to_thread(self._look)) else []

    def _look(self) -> Look | None:
        try:
            status = Path(f"/proc/{self.bot.process.pid}/status").read_text()
            rss = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
            lag = float(self.bot.health().get("loop_lag_seconds", 0.0))
        except (OSError, StopIteration, ValueError):
            return None
        return Look(self.life, rss, lag, weights(self.matrix.folder))


def weights(folder: Path) -> dict[str, int]:
    """Bytes of each file that is the bot's: not what the test has it log."""
    found = {}
    for path in folder.rglob("*"):
        try:
            if path.is_file() and path.name != "err.log":
                found[str(path.relative_to(folder))] = path.stat().st_size
        except FileNotFoundError:
            continue
    return found


async def everybody_writes(people: list[Phone | Account], over_at: float) -> tuple[int, int]:
    """So many a second, each once their last word was answered; how many words, and how often nobody was free."""
    idle, going = deque(people), set[asyncio.Task[None]]()
    words = late = 0

    async def one(who: Phone | Account) -> None:
        await who.says()
        idle.append(who)

    began = time.monotonic()
    while time.monotonic() < over_at:
        while words + late < (time.monotonic() - began) * A_SECOND:
            if idle:
                words += 1
                task = asyncio.create_task(one(idle.popleft()))
                going.add(task)
                task.add_done_callback(going.discard)
            else:
                late += 1
        await asyncio.sleep(0.02)
    if going:
        done, waiting = await asyncio.wait(going, timeout=PATIENCE)
        assert not waiting, f"{len(waiting)} not answered"
        for task in done:
            task.result()
    return words, late


@pytest.mark.row("SOAK")
async def test_ten_people_a_second_and_a_kill_a_minute_leave_exact_sums(matrix: Matrix, synapse: Synapse) -> None:
    """Every word answered, on Matrix once; the ledger owes nothing; the process and its files do not grow by
    themselves."""
    async with FakeTelegram(speed=20) as server:
        server.keeps_calls = False
        matrix.settings |= {**FREELY, "TELEGRAM__TOKEN": server.token, "TELEGRAM__BASE_URL": server.root}
        matrix.settings["LOGS__LEVEL"] = "info"
        soaked = Soaked(matrix)
        await asyncio.to_thread(soaked.bot.until)
        phones = [Phone(server.user(1_000 + number)) for number in range(ON_TELEGRAM)]
        accounts = [Account(await synapse.person(f"p{number}"), matrix.user_id) for number in range(ON_MATRIX)]
        people: list[Phone | Account] = [*phones, *accounts]
        for start in range(0, len(people), A_SECOND):
            await asyncio.gather(*(who.begins() for who in people[start : start + A_SECOND]))
        random.Random(8).shuffle(people)
        watching = asyncio.create_task(soaked.watches())
        before, over_at = weights(matrix.folder), time.monotonic() + SECONDS
        (words, late), _ = await asyncio.gather(everybody_writes(people, over_at), soaked.kills(over_at))
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await asyncio.sleep(2.0)
        assert (await asyncio.to_thread(soaked.bot.stopped))[0] == 0
    assert matrix.received() == words + len(people)
    states = soaked.bot.ledger()
    owed = {state: count for state, count in states.items() if state not in {"sent", "uncertain"}}
    assert owed == {}
    assert sum(states.values()) == words + 2 * len(people)
    assert all(len(each.person.said(each.room)) == each.said + 1 for each in accounts), "said twice on Matrix"
    assert all(each.person.unreadable(each.room) == [] for each in accounts)
    assert all(len(each.person.heard) >= each.said + 1 for each in phones)
    judged(soaked, before, words, late, people)


def judged(soaked: Soaked, before: dict[str, int], words: int, late: int, people: list[Phone | Account]) -> None:
    """Tell what it weighed at the end, beside what it weighed at first."""
    after = soaked.looks[-1].files
    heaviest = [
        max(look.rss for look in soaked.looks if look.life == life) for life in {each.life for each in soaked.looks}
    ]
    third = max(1, len(heaviest) // 3)
    first, last = max(heaviest[:third]) / 1024, max(heaviest[-third:]) / 1024
    grown = {name: size - before.get(name, 0) for name, size in after.items() if size != before.get(name, 0)}
    per_message = (after["boussole.db"] - before["boussole.db"]) / max(words, 1)
    lags = sorted(look.lag for look in soaked.looks)
    told = f"{SECONDS} s, {words} words of {len(people)} people, {soaked.life} kills, nobody free {late} times"
    weighed = f"{first:.0f} MiB in the first lives, {last:.0f} in the last; {per_message:.0f} bytes a message"
    new = [name for name in set(after) - set(before) if not name.startswith(COPIES) and not name.endswith(PASSING)]
    met = last <= first * GROWS and per_message <= MOST_A_MESSAGE and not new
    record("SOAK", f"{told}; {weighed}; the loop late by {1000 * lags[-1]:.0f} ms at most", met)
    record("G11", f"soak: worst minutes of the loop, median {1000 * lags[len(lags) // 2]:.0f} ms", lags[-1] <= 0.2)
    _log.info("%s; %s; grown %s; heaviest %s", told, weighed, grown, heaviest)
    assert words > SECONDS * A_SECOND / 4
    assert last <= first * GROWS
    assert per_message <= MOST_A_MESSAGE
    assert after.get("boussole.db-wal", 0) <= LOG_OF_WRITES
    assert new == []
