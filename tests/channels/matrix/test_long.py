"""The real program on Matrix through what goes on for long: kills, an outage, a crowd that wrote meanwhile.

In `make test` each is short; `BOUSSOLE_KILLS=200` (`make faults`) makes them as long as they are promised to hold:
200 kills of 20 conversations, two minutes without a homeserver, 100 strangers."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable, Sequence

import pytest

from tests.bot.running import Bot
from tests.channels.matrix.program import Matrix
from tests.measures import record
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

pytestmark = pytest.mark.slow

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
KILLS, TALKERS = (200, 20) if WHOLE else (6, 5)
AWAY_SECONDS = 120.0 if WHOLE else 8.0
STRANGERS = 100 if WHOLE else 55
"""More than the fifty keys that a device leaves for those who write first."""

TOGETHER = 10
"""How many open their room at once: a room that takes half a minute is asked for again, and then there are two."""

WORDS = ("1", "retour", "pourquoi")
"""To the second question, back, and why: each is answered by one message."""

# Whoever waits for an answer when the server goes away waits for its return as well.
PATIENCE = AWAY_SECONDS + 120.0
LONGEST_LIFE = 4.0
SEED = 4


class Talker:
    """Somebody who waits for each answer before the next word."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self.person = person
        self.room = ""
        self.words = 0
        self.sent: set[str] = set()
        self._chance = chance

    async def begins(self, matrix: Matrix) -> None:
        """Hello, in a room of their own; at once, for to who opens one and says nothing the bot speaks first."""
        self.room = await self.person.direct_room(matrix.user_id)
        await self.says("bonjour")

    async def says(self, word: str) -> None:
        """One word."""
        self.sent.add(await self.person.says(self.room, word))

    async def talks(self, matrix: Matrix, going: Callable[[], bool], thinks: float = 0.3) -> None:
        """Hello, then words until it is enough."""
        await self.begins(matrix)
        await self.person.hears(self.room, 2, timeout=PATIENCE)
        while going():
            await self.says(WORDS[self.words % len(WORDS)])
            self.words += 1
            await self.person.hears(self.room, timeout=PATIENCE)
            await asyncio.sleep(self._chance.random() * thinks)

    async def reached(self) -> None:
        """One word more, whose answer is the last thing said: what came twice came before it, and is counted."""
        await self.says("pourquoi")
        await self.person.hears(self.room, timeout=PATIENCE)
        assert self.person.unreadable(self.room) == []


async def talkers(synapse: Synapse, count: int) -> list[Talker]:
    """People who have an account."""
    return [Talker(await synapse.person(f"p{number}"), random.Random(number)) for number in range(count)]


async def serving(matrix: Matrix) -> Bot:
    """The bot, whose device exists: what was encrypted before, nobody could read."""
    bot = matrix.start()
    await asyncio.to_thread(bot.until)
    return bot


def all_was_well(matrix: Matrix, people: Sequence[Talker], bot: Bot) -> None:
    """Each word was read, and answered once: the first by the welcome and the question, the others by one message."""
    sent = set().union(*(each.sent for each in people))
    assert {row[0] for row in matrix.rows("SELECT message_id FROM inbound")} == sent
    assert matrix.unread() == 0
    heard = sum(len(each.person.said(each.room)) for each in people)
    assert bot.ledger() == {"sent": heard} == {"sent": len(sent) + len(people)}


@pytest.mark.row("F5", "F41", "G2", "G17")
async def test_whenever_it_is_killed_all_are_answered_and_none_twice(matrix: Matrix, synapse: Synapse) -> None:
    """In encrypted rooms: all is read on both sides, and no key is published twice (goals G2, G17)."""
    chance = random.Random(SEED)
    people, conflicts = await talkers(synapse, TALKERS), synapse.server.conflicts()
    bot = await serving(matrix)
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

    await asyncio.gather(kills(), *(each.talks(matrix, lambda: left > 0) for each in people))
    await asyncio.to_thread(bot.until)
    await asyncio.gather(*(each.reached() for each in people))
    assert (await asyncio.to_thread(bot.stopped))[0] == 0
    all_was_well(matrix, people, bot)
    assert synapse.server.conflicts() == conflicts
    told = f"{KILLS} kills of {TALKERS} encrypted conversations: none unreadable, no key published twice"
    record("G17", told, met=True)


@pytest.mark.row("F36")
async def test_a_homeserver_that_goes_away_and_returns_loses_and_doubles_nothing(
    matrix: Matrix, synapse: Synapse
) -> None:
    people = await talkers(synapse, TALKERS)
    bot = await serving(matrix)
    going = True
    talks = asyncio.gather(*(each.talks(matrix, lambda: going) for each in people))
    # In the middle of conversations: keys that a homeserver loses on their way are for the person's app to send again.
    async with asyncio.timeout(PATIENCE):
        while not all(each.words for each in people):
            await asyncio.sleep(0.1)
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
    all_was_well(matrix, people, bot)


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
    # How slowly it accepts many is looked at in test_invitations.py.
    matrix.settings["MATRIX__JOINS_PER_MINUTE"] = "600"
    first = await serving(matrix)
    assert (await asyncio.to_thread(first.stopped))[0] == 0
    people = await talkers(synapse, STRANGERS)
    for group in range(0, len(people), TOGETHER):
        await asyncio.gather(*(each.begins(matrix) for each in people[group : group + TOGETHER]))
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
