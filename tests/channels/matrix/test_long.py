"""The real program on Matrix through what goes on for long: kills, an outage, a crowd that wrote meanwhile.

In `make test` each is short; `BOUSSOLE_KILLS=200` (`make faults`) makes them as long as they are promised to hold:
50 kills of 20 conversations, two minutes without a homeserver, 100 strangers."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable

import pytest

from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

pytestmark = pytest.mark.slow

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
KILLS, TALKERS = (50, 20) if WHOLE else (6, 5)
AWAY_SECONDS = 120.0 if WHOLE else 8.0
STRANGERS = 100 if WHOLE else 55
"""More than the fifty keys that a device leaves for those who write first."""

WORDS = ("1", "retour", "pourquoi")
"""To the second question, back, and why: each is answered by one message."""

# Whoever waits for an answer when the server goes away waits for its return as well.
PATIENCE = AWAY_SECONDS + 120.0
LONGEST_LIFE = 4.0
SEED = 4


class Talker:
    """Somebody who waits for each answer before the next word."""

    def __init__(self, person: Person, room: str, chance: random.Random) -> None:
        self.person = person
        self.room = room
        self.words = 0
        self._chance = chance

    async def talks(self, going: Callable[[], bool], thinks: float = 0.3) -> None:
        """Hello, then words until it is enough."""
        await self.person.says(self.room, "bonjour")
        await self.person.hears(self.room, 2, timeout=PATIENCE)
        while going():
            await self.person.says(self.room, WORDS[self.words % len(WORDS)])
            self.words += 1
            await self.person.hears(self.room, timeout=PATIENCE)
            await asyncio.sleep(self._chance.random() * thinks)

    async def reached(self) -> None:
        """One word more, whose answer is the last thing said: what came twice came before it, and is counted."""
        await self.person.says(self.room, "pourquoi")
        await self.person.hears(self.room, timeout=PATIENCE)
        assert self.person.unreadable(self.room) == []


async def talkers(synapse: Synapse, matrix: Matrix, count: int) -> list[Talker]:
    """People in an encrypted room of their own with the bot."""
    people = [await synapse.person(f"p{number}") for number in range(count)]
    rooms = await asyncio.gather(*(person.direct_room(matrix.user_id) for person in people))
    return [Talker(person, room, random.Random(n)) for n, (person, room) in enumerate(zip(people, rooms, strict=True))]


def answers_of(matrix: Matrix) -> tuple[int, dict[str, int]]:
    """How many messages were received, and the states of the ledger that are not empty."""
    return matrix.received(), matrix.started[-1].ledger()


async def test_whenever_it_is_killed_all_are_answered_and_none_twice(matrix: Matrix, synapse: Synapse) -> None:
    chance = random.Random(SEED)
    people = await talkers(synapse, matrix, TALKERS)
    bot = matrix.start()
    left = KILLS

    async def kills() -> None:
        nonlocal bot, left
        while left:
            if left % 2:
                # Every other life begins with answers, however slow the machine is; the others may end before any.
                words = sum(each.words for each in people)
                while sum(each.words for each in people) == words:
                    await asyncio.sleep(0.05)
            await asyncio.sleep(0.1 + chance.random() * LONGEST_LIFE)
            bot.signal(signal.SIGKILL)
            await asyncio.to_thread(bot.ended)
            left -= 1
            bot = matrix.start()

    await asyncio.gather(kills(), *(each.talks(lambda: left > 0) for each in people))
    await asyncio.to_thread(bot.until)
    await asyncio.gather(*(each.reached() for each in people))
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    received, ledger = answers_of(matrix)
    assert received == sum(each.words + 2 for each in people)
    assert set(ledger) == {"sent"}
    # The first word is answered by the welcome and the question, each other word by one message.
    assert ledger["sent"] == sum(len(each.person.said(each.room)) for each in people) == received + len(people)


async def test_a_homeserver_that_goes_away_and_returns_loses_and_doubles_nothing(
    matrix: Matrix, synapse: Synapse
) -> None:
    people = await talkers(synapse, matrix, TALKERS)
    bot = matrix.start()
    going = True
    # At once: to who opens a room and says nothing, the bot speaks first.
    talks = asyncio.gather(*(each.talks(lambda: going) for each in people))
    await asyncio.to_thread(bot.until)
    await asyncio.sleep(3.0)
    await synapse.stop()
    await asyncio.to_thread(bot.until, ready=False)
    await red_for(bot, AWAY_SECONDS)
    await synapse.start()
    await asyncio.to_thread(bot.until, seconds=PATIENCE)
    await asyncio.sleep(3.0)
    going = False
    await talks
    await asyncio.gather(*(each.reached() for each in people))
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    received, ledger = answers_of(matrix)
    assert received == sum(each.words + 2 for each in people)
    assert (
        ledger == {"sent": sum(len(each.person.said(each.room)) for each in people)} == {"sent": received + len(people)}
    )


async def red_for(bot: Bot, seconds: float) -> None:
    """/readyz says all along that the channel is down."""
    over_at = time.monotonic() + seconds
    while time.monotonic() < over_at:
        status, _ = await asyncio.to_thread(bot.get, "/readyz")
        assert status == 503
        await asyncio.sleep(0.5)


async def test_strangers_who_wrote_while_it_was_down_are_all_read_and_answered(
    matrix: Matrix, synapse: Synapse
) -> None:
    first = matrix.start()
    await asyncio.to_thread(first.until)
    assert (await asyncio.to_thread(first.stopped))[0] == 0
    people = await talkers(synapse, matrix, STRANGERS)
    await asyncio.gather(*(each.person.says(each.room, "bonjour") for each in people))
    bot = matrix.start()
    heard = await asyncio.gather(*(each.person.hears(each.room, 2, timeout=PATIENCE) for each in people))
    assert {len(each) for each in heard} == {2}
    assert all(each.person.unreadable(each.room) == [] for each in people)
    # Keys are there again for who comes next.
    late = await synapse.person("late")
    room = await late.direct_room(matrix.user_id)
    await late.says(room, "bonjour")
    assert len(await late.hears(room, 2, timeout=PATIENCE)) == 2
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    assert bot.ledger() == {"sent": 2 * (STRANGERS + 1)}
