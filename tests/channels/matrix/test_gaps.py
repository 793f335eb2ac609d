"""More is written than one sync holds, while the real program is killed again and again or cut off: nothing is lost.

In `make test` each is short. `BOUSSOLE_KILLS=200` (`make faults`) makes them as long as they are promised to hold:
2,000 messages in 20 rooms and 300 kills, half of them inside such a gap; 500 messages in 20 rooms during an outage,
of `BOUSSOLE_OUTAGE` seconds."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Sequence
from itertools import cycle

import pytest

from bot.channels.matrix.sync import FILTER
from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.measures import record
from tests.synapse.cut import wire
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

pytestmark = pytest.mark.slow

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
ROOMS, KILLS, MESSAGES = (20, 300, 2_000) if WHOLE else (1, 4, 60)
GAP = int(FILTER["room"]["timeline"]["limit"]) + 5
"""More than a sync brings of one room: the server says `limited`, and the rest has to be asked for."""

OUTAGE = float(os.environ.get("BOUSSOLE_OUTAGE", "60" if WHOLE else "0"))
WRITTEN_MEANWHILE = [GAP + 6] * 5 + [13] * 15 if WHOLE else [GAP, 3]
BACK_WITHIN = 60.0

PATIENCE = 300.0
MOST_A_LIFE = 12
LONGEST_LIFE = 3.0
SEED = 2

_LEDGER = "SELECT key, state, receipt FROM outbox ORDER BY id"

FREELY = {f"FLOOD__{name}": "10000" for name in ("AT_ONCE", "CALM_AT_ONCE", "SHARED_AT_ONCE")}
"""What one writes in a second here is what many write in an hour."""


class Writer:
    """Somebody who writes without waiting for an answer."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.room = ""
        self.sent: list[str] = []

    async def begins(self, matrix: Matrix) -> None:
        """Hello, in a room of their own; the first question is asked."""
        self.room = await self.person.direct_room(matrix.user_id)
        await self.person.says(self.room, "bonjour")
        await self.answered()

    async def writes(self, count: int) -> None:
        """Why, so many times: each is answered by one message."""
        for _ in range(count):
            self.sent.append(await self.person.says(self.room, "pourquoi"))

    async def answered(self) -> None:
        """All of it, and the hello before by two messages."""
        wanted = len(self.sent) + 2
        said, them = self.person.said, self.person
        await them.until(
            lambda: len(said(self.room)) >= wanted, PATIENCE, lambda: f"{len(said(self.room))} of {wanted} answers"
        )

    def was_answered_in_order(self, ledger: Sequence[tuple[str, str, str]]) -> None:
        """Each message once, in the order in which they were written, after the hello; nothing more."""
        mine = [row for row in ledger if _message(row[0]) in set(self.sent)]
        assert [_message(key) for key, _, _ in mine] == self.sent
        assert [receipt for _, _, receipt in mine] == [each.event_id for each in self.person.said(self.room)[2:]]
        assert {state for _, state, _ in mine} == {"sent"}
        assert self.person.unreadable(self.room) == []


def _message(key: str) -> str:
    """The message that a row of the ledger answers."""
    return key.split("/")[-2]


class Lives:
    """One bot, killed when it has read so much, or whenever; it is down before and after each of its lives."""

    def __init__(self, matrix: Matrix, people: Sequence[Writer], chance: random.Random) -> None:
        self.kills = 0
        self.in_gaps = 0
        self._matrix = matrix
        self._people = people
        self._chance = chance

    @property
    def written(self) -> int:
        """By all, so far."""
        return sum(len(each.sent) for each in self._people)

    async def through_a_gap(self, writer: Writer, most: int) -> None:
        """One writes more than a sync brings, and kill after kill it is read a little further."""
        await writer.writes(GAP)
        gap = frozenset(writer.sent[-GAP:])
        read = 0
        while read < GAP and most:
            most -= 1
            wanted = min(read + self._chance.randrange(MOST_A_LIFE), GAP - 1)
            bot = self._matrix.start()
            while await asyncio.to_thread(self._read, gap) < wanted:
                assert bot.process.poll() is None, bot.said
                await asyncio.sleep(0.005)
            await self._killed(bot)
            read = await asyncio.to_thread(self._read, gap)
            self.in_gaps += read < GAP

    async def while_people_write(self) -> None:
        """A few write, and it is killed at any moment."""
        bot = self._matrix.start()
        some = self._chance.sample(self._people, min(5, len(self._people)))
        await asyncio.gather(*(each.writes(1) for each in some))
        await asyncio.sleep(self._chance.random() * LONGEST_LIFE)
        await self._killed(bot)

    async def _killed(self, bot: Bot) -> None:
        bot.signal(signal.SIGKILL)
        await asyncio.to_thread(bot.ended)
        self.kills += 1

    def _read(self, messages: frozenset[str]) -> int:
        return len(messages & {row[0] for row in self._matrix.rows("SELECT message_id FROM inbound")})


async def writers(synapse: Synapse, matrix: Matrix, bot: Bot, count: int) -> list[Writer]:
    """People who have begun with a bot that serves: what is written before its device exists, nobody can read."""
    await asyncio.to_thread(bot.until)
    found = [Writer(await synapse.person(f"w{number}")) for number in range(count)]
    await asyncio.gather(*(each.begins(matrix) for each in found))
    return found


async def all_answered(matrix: Matrix, people: Sequence[Writer], bot: Bot) -> None:
    """Then it is stopped: each message was answered once, in its order, and no key was missing anywhere."""
    await asyncio.gather(*(each.answered() for each in people))
    # One more word: what comes twice came before its answer.
    await asyncio.gather(*(each.writes(1) for each in people))
    await asyncio.gather(*(each.answered() for each in people))
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    ledger = [(str(key), str(state), str(receipt)) for key, state, receipt in matrix.rows(_LEDGER)]
    for each in people:
        each.was_answered_in_order(ledger)
    written = sum(len(each.sent) for each in people)
    assert (matrix.received(), len(ledger)) == (written + len(people), written + 2 * len(people))
    assert matrix.unread() == 0


@pytest.mark.row("G2", "G17")
async def test_killed_in_the_middle_of_gaps_it_loses_and_doubles_nothing(matrix: Matrix, synapse: Synapse) -> None:
    """Encrypted, in order, and no key is published twice (goals G2, G17)."""
    chance, conflicts = random.Random(SEED), synapse.server.conflicts()
    matrix.settings |= FREELY
    bot = matrix.start()
    people = await writers(synapse, matrix, bot, ROOMS)
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    lives = Lives(matrix, people, chance)
    turns = cycle(people)
    while lives.in_gaps < KILLS // 2:
        await lives.through_a_gap(next(turns), KILLS // 2 - lives.in_gaps)
        while lives.kills < 2 * lives.in_gaps:
            await lives.while_people_write()
    assert lives.kills >= KILLS
    bot = matrix.start()
    left = max(0, MESSAGES - lives.written)
    await asyncio.gather(*(each.writes(-(-left // len(people))) for each in people))
    await all_answered(matrix, people, bot)
    assert lives.written >= MESSAGES
    assert synapse.server.conflicts() == conflicts
    assert '"channel refused"' not in bot.said
    told = f"{lives.kills} kills, {lives.in_gaps} of them inside a gap, {lives.written} messages in {ROOMS} rooms"
    record("G2", f"{told}: each answered once, in order", met=True)


@pytest.mark.row("F36")
async def test_what_was_written_during_an_outage_is_all_answered_after_it(matrix: Matrix, synapse: Synapse) -> None:
    """The bot is cut off while people go on; back within a minute, with more than one sync holds (faults F36)."""
    async with wire(synapse.url) as line:
        matrix.settings |= {**FREELY, "MATRIX__HOMESERVER": line.url}
        bot = matrix.start()
        people = await writers(synapse, matrix, bot, len(WRITTEN_MEANWHILE))
        over_at = time.monotonic() + OUTAGE
        await line.cut()
        await asyncio.gather(*(each.writes(n) for each, n in zip(people, WRITTEN_MEANWHILE, strict=True)))
        if OUTAGE:
            await asyncio.to_thread(bot.until, ready=False)
        await asyncio.sleep(over_at - time.monotonic())
        assert matrix.received() == len(people)
        await line.mended()
        await asyncio.to_thread(bot.until, seconds=BACK_WITHIN)
        await all_answered(matrix, people, bot)
