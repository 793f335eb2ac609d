"""The real process is killed at any moment while people converse: nothing is lost, nothing is done twice.

`BOUSSOLE_KILLS` asks for more kills than the everyday fifty (half by polling, half by webhook)."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import random
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

import pytest

from storage.outbox import MOST_AFTER_KILLS
from tests.channels.telegram.killed import PATIENCE, Killed, Ledger, ended
from tests.cli.nursery import warmed
from tests.conversation import guide
from tests.databases import Home
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.state import Seen
from tests.measures import record

pytestmark = pytest.mark.slow

_log = logging.getLogger(__name__)

KILLS = int(os.environ.get("BOUSSOLE_KILLS", "50")) // 2
PEOPLE = 50
IDEA, BACK = "orientation/etape:idee", "orientation/commune:back"
POINTS = [
    "turn.mid:3", "turn.before_commit:2", "turn.after_commit:2", "send.before:3", "send.before_mark:3",
    "send.after_mark:2", "send.before_mark:2",
]  # fmt: skip


EACH_WAY = list(itertools.product(POINTS, (False, True)))
AT = EACH_WAY if KILLS >= 100 else [(point, nth % 2 == 1) for nth, point in enumerate(POINTS)]
"""Where it ends, and by which way updates come: one of the two in turn, but in the long run."""


class Somebody:
    """A person who answers, goes back, asks why; who waits for each answer, and knows what it must be.

    They wait for as long as it takes: whoever still waits when the test has had enough was not answered."""

    def __init__(self, person: User, chance: random.Random, thinks: float = 1.0) -> None:
        self.person = person
        self._thinks = thinks
        self.deeds = 0
        self.new = Counter[str]()
        self.said: list[int] = []
        """The updates that new messages answer."""
        self._lives: list[int] = []
        self._chance = chance

    async def converse(self, going: Callable[[], bool], least: int = 0) -> None:
        """Until it is enough; the last deed is a question about the first question. `least`: rounds, at least."""
        await self._says("/start", lambda: self._shows(at_the_first))
        self.new += {"welcome": 1, "question": 1}
        while going() or self.new["why"] < least:
            await self._taps(IDEA, at_the_first, noted)
            await self._taps(BACK, noted, at_the_first)
            newest = self.person.last.id
            await self._says("pourquoi", lambda: self._shows(at_the_first, newest))  # noqa: B023
            self.new["why"] += 1

    async def _says(self, words: str, answered: Callable[[], bool]) -> None:
        self.said.append(self.person.server.updates.next_id)
        await self._does(lambda: self.person.sends(words), answered)

    async def _taps(self, data: str, before: Callable[[Seen], bool], after: Callable[[Seen], bool]) -> None:
        """The newest message that asks becomes the next question, or a new one asks it. What was said
        before may come once more at any moment: it is passed over."""
        asking = [each.id for each in self.person.heard if before(each)][-1]
        newest = self.person.last.id

        def answered() -> bool:
            changed = next(each for each in self.person.heard if each.id == asking)
            return after(changed) or self._shows(after, newest)

        await self._does(lambda: self.person.forges(data, message=asking), answered)

    def _shows(self, wanted: Callable[[Seen], bool], after: int = 0) -> bool:
        return any(wanted(each) for each in self.person.heard if each.id > after)

    async def _does(self, deed: Callable[[], object], answered: Callable[[], bool]) -> None:
        """Do something, and wait for its answer."""
        deed()
        self.deeds += 1
        while not answered():
            await asyncio.sleep(0.02)
        # Nobody writes twenty times in a few seconds, and who does is told to slow down.
        await asyncio.sleep(self._chance.uniform(0.7, 1.3) * self._thinks)

    def sees_a_kill(self) -> None:
        """What comes later was sent by another life."""
        self._lives.append(max((each.id for each in self.person.heard), default=0))

    def repeats(self, ledger: Ledger) -> Counter[int]:
        """How many messages of each life are not the one that the ledger knows: a kill took their mark."""
        known = ledger.marked(self.said)
        heard = {each.id for each in self.person.heard}
        assert known <= heard, "what is marked was sent"
        assert len(known) == sum(self.new.values()), "each answer is known to be sent"
        return Counter(bisect_left(self._lives, each) for each in heard - known)


async def answered(walks: dict[asyncio.Task[None], Somebody]) -> None:
    """Everybody comes to the end of their conversation: who does not was not answered."""
    done, waiting = await asyncio.wait(walks, timeout=PATIENCE)
    for walk in waiting:
        walk.cancel()
    left = [f"{(who := walks[walk]).person.person.id}, deed {who.deeds}: {who.person.screen[-2:]}" for walk in waiting]
    assert not left, f"{len(left)} not answered: {left}"
    for walk in done:
        walk.result()


def data_of(seen: Seen) -> set[str]:
    """What the buttons of a message carry."""
    return {button.data for button in seen.buttons}


def noted(last: Seen) -> bool:
    """The second question, which repeats the answer to the first."""
    label = guide().wording.say("fr", "answer-etape-idee")
    return BACK in data_of(last) and label in last.text.splitlines()[0]


def at_the_first(last: Seen) -> bool:
    """The first question again."""
    return IDEA in data_of(last)


async def seconds_to_begin(bot: Killed, people: list[Somebody]) -> float:
    """A first life until somebody is answered: how long that takes here and now."""
    await asyncio.to_thread(warmed)
    began = time.monotonic()
    process = await bot.start()
    try:
        async with asyncio.timeout(PATIENCE):
            while not any(each.person.heard for each in people):
                await asyncio.sleep(0.01)
    finally:
        await ended(process)
    await asyncio.sleep(0.1)
    for each in people:
        each.sees_a_kill()
    return time.monotonic() - began


def life(chance: random.Random) -> float:
    """How long a life is, counted in beginnings: any time, but half of them end while what is owed leaves again."""
    return chance.uniform(0.0, 3.0) if chance.random() < 0.5 else chance.uniform(0.6, 1.1)


@pytest.mark.row("F1", "G1")
@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_nothing_is_lost_or_done_twice_whenever_the_process_is_killed(file_home: Home, webhook: bool) -> None:
    """Every message is answered, by the right question; each counts once; a kill repeats at most one reply to
    each person, which was on its way then (faults F1 to F6, G1)."""
    chance, killing = random.Random(f"kills/{webhook}"), [True]
    async with FakeTelegram(speed=20) as server:
        server.keeps_calls = False
        bot = Killed(server, file_home, webhook=webhook)
        people = [Somebody(server.user(900 + n), chance) for n in range(PEOPLE)]
        walks = {asyncio.create_task(each.converse(lambda: killing[0], least=1)): each for each in people}
        start = await seconds_to_begin(bot, people)
        for _ in range(KILLS):
            process = await bot.start()
            await asyncio.sleep(life(chance) * start)
            await ended(process)
            # What it wrote last is still read.
            await asyncio.sleep(0.1)
            for each in people:
                each.sees_a_kill()
        killing[0] = False
        ledger = await to_the_end(bot, walks)
    deeds = sum(each.deeds for each in people)
    assert (ledger.received, ledger.counted["planned"]) == (deeds, deeds + PEOPLE)
    assert ledger.counted["sent"] == ledger.counted["planned"] == sum(ledger.counted.values()) // 2
    assert ledger.answers == {'{"etape":"idee"}'}
    repeats = [each.repeats(ledger) for each in people]
    _log.info("kills %d start %.1f messages %d repeated %d", KILLS, start, deeds, sum(each.total() for each in repeats))
    assert max(max(each.values(), default=0) for each in repeats) <= 1
    assert all(KILLS + 1 not in each for each in repeats), "nothing is repeated without a kill"
    way, again = ("webhook" if webhook else "polling"), sum(each.total() for each in repeats)
    record("G1", f"{way}: {KILLS} kills, {deeds} messages, all answered, {again} answers said once more", met=True)


@pytest.mark.row("F1", "F2", "F5", "F6")
@pytest.mark.parametrize(("point", "webhook"), AT)
async def test_a_crash_at_each_point_leaves_one_effect(file_home: Home, point: str, webhook: bool) -> None:
    """Before and after the commit, before and after the mark: answered after the restart, at most one copy more."""
    async with FakeTelegram(speed=20) as server:
        bot = Killed(server, file_home, webhook=webhook)
        somebody = Somebody(server.user(812), random.Random(1), thinks=0.05)
        rounds = [True, True, False]
        walk = asyncio.create_task(somebody.converse(lambda: rounds.pop(0)))
        await bot.dies_at(point)
        somebody.sees_a_kill()
        ledger = await to_the_end(bot, {walk: somebody})
    assert (ledger.received, ledger.counted["planned"]) == (somebody.deeds, somebody.deeds + 1)
    assert ledger.counted["sent"] == ledger.counted["planned"]
    assert ledger.answers == {'{"etape":"idee"}'}
    # The third message is a change of the second one: made twice, nobody sees it.
    assert somebody.repeats(ledger) == (Counter({0: 1}) if point == "send.before_mark:2" else Counter())


async def to_the_end(bot: Killed, walks: dict[asyncio.Task[None], Somebody]) -> Ledger:
    """A last life, in which everybody is answered."""
    process = await bot.start()
    try:
        await answered(walks)
        await asyncio.sleep(0.5)
        return await bot.stopped(process)
    finally:
        await ended(process)


@pytest.mark.row("F4")
async def test_an_answer_that_kills_stop_before_it_leaves_comes_once(file_home: Home) -> None:
    """A copy was counted each time and none left: nobody waits for ever for what was never sent."""
    async with FakeTelegram(speed=20) as server:
        bot = Killed(server, file_home, webhook=False)
        somebody = Somebody(server.user(812), random.Random(1), thinks=0.05)
        walk = asyncio.create_task(somebody.converse(lambda: False))
        for _ in range(MOST_AFTER_KILLS - 1):
            await bot.dies_at("send.before:1")
            assert somebody.person.heard == ()
        ledger = await to_the_end(bot, {walk: somebody})
    assert len(somebody.person.heard) == 2
    assert ledger.counted["sent"] == ledger.counted["planned"] == 2


@pytest.mark.row("F14")
async def test_an_answer_that_kills_us_is_given_up_and_the_next_message_works(file_home: Home) -> None:
    """Four copies, one for each life; then the person writes again and is asked the question again."""
    async with FakeTelegram(speed=20) as server:
        bot = Killed(server, file_home, webhook=False)
        person = server.user(812)
        person.starts()
        for life in range(MOST_AFTER_KILLS):
            await bot.dies_at("send.before_mark:1")
            assert len(person.heard) == life + 1
        await bot.dies_at("send.before:1")
        process = await bot.start()
        try:
            async with asyncio.timeout(PATIENCE):
                while not any(at_the_first(each) for each in person.heard):
                    await asyncio.sleep(0.02)
                newest = person.last.id
                person.sends("ma question ?")
                while not (person.last.id > newest and at_the_first(person.last)):
                    await asyncio.sleep(0.02)
            await asyncio.sleep(0.5)
            ledger = await bot.stopped(process)
        finally:
            await ended(process)
    assert (ledger.counted["uncertain"], ledger.counted["sent"]) == (1, ledger.counted["planned"] - 1)
    assert len(person.heard) == MOST_AFTER_KILLS + ledger.counted["sent"]
