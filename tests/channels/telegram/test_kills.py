"""The real process is killed at any moment while people converse: nothing is lost, nothing is done twice.

`BOUSSOLE_KILLS` asks for more kills than the everyday fifty (half by polling, half by webhook)."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import open_database
from storage.outbox import sums
from tests.channels.telegram.rig import SECRET
from tests.cli.program import PROGRAM, ROOT, surroundings
from tests.conversation import guide
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.state import Seen

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("BOUSSOLE_KILLS", "50")) // 2
PEOPLE = 50
# Long enough for a start to be over now and then, short enough for it to be cut short as well.
LONGEST_LIFE = 5.0
PATIENCE = 60.0
IDEA, BACK = "orientation/etape:idee", "orientation/commune:back"
POINTS = ["turn.mid:3", "turn.before_commit:2", "turn.after_commit:2", "send.before_mark:3", "send.after_mark:3"]


class Killed:
    """The bot as a process that lives for a while, again and again."""

    def __init__(self, server: FakeTelegram, folder: Path, *, webhook: bool) -> None:
        self.url = f"sqlite:///{folder}/boussole.db"
        self._log = folder / "err.log"
        self._environment = surroundings(
            BOUSSOLE_TELEGRAM__TOKEN=server.token,
            BOUSSOLE_TELEGRAM__BASE_URL=server.root,
            BOUSSOLE_STORAGE__URL=self.url,
            BOUSSOLE_WEB__PORT=str(free_port()),
            BOUSSOLE_TESTING="1",
        )
        if webhook:
            port = self._environment["BOUSSOLE_WEB__PORT"]
            self._environment |= {
                "BOUSSOLE_TELEGRAM__MODE": "webhook",
                "BOUSSOLE_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
                "BOUSSOLE_TELEGRAM__WEBHOOK_SECRET": SECRET,
            }

    async def start(self, crash_at: str = "") -> asyncio.subprocess.Process:
        """A new life."""
        environment = {**self._environment, "BOUSSOLE_CRASH_AT": crash_at}
        with self._log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *PROGRAM, "run", cwd=ROOT, env=environment, stdout=log, stderr=log
            )

    @property
    def said(self) -> str:
        """All that it logged."""
        return self._log.read_text("utf-8")

    def ledger(self) -> tuple[dict[str, int], int, set[str]]:
        """The sums of the ledger, the messages received, and the answers that people gave."""
        database = open_database(self.url)
        with database.read() as connection:
            counted = dict(sums(connection))
            received = connection.execute(text("SELECT count(*) FROM inbound")).scalar_one()
            answers = set(connection.execute(text("SELECT answers FROM conversations")).scalars())
        database.close()
        return counted, received, answers


def free_port() -> int:
    """A port that nobody listens on."""
    import socket

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class Somebody:
    """A person who answers, goes back, asks why; who waits for each answer, and knows what it must be."""

    def __init__(self, person: User, chance: random.Random, thinks: float = 1.0) -> None:
        self.person = person
        self._thinks = thinks
        self.deeds = 0
        self.new = Counter[str]()
        self._chance = chance

    async def converse(self, going: Callable[[], bool]) -> None:
        """Until it is enough; the last deed is a question about the first question."""
        await self._does(self.person.starts, lambda: self._shows(at_the_first))
        self.new += {"welcome": 1, "question": 1}
        while going():
            await self._taps(IDEA, at_the_first, noted)
            await self._taps(BACK, noted, at_the_first)
            newest = self.person.last.id
            await self._does(lambda: self.person.sends("pourquoi"), lambda: self._shows(at_the_first, newest))  # noqa: B023
            self.new["why"] += 1

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
        try:
            async with asyncio.timeout(PATIENCE):
                while not answered():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"deed {self.deeds} of {self.person.person.id}: {self.person.screen[-3:]}") from None
        # Nobody writes twenty times in a few seconds, and who does is told to slow down.
        await asyncio.sleep(self._chance.uniform(0.7, 1.3) * self._thinks)

    @property
    def repeated(self) -> int:
        """Messages read twice."""
        return len(self.person.heard) - sum(self.new.values())


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


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_nothing_is_lost_or_done_twice_whenever_the_process_is_killed(tmp_path: Path, webhook: bool) -> None:
    """Every message is answered, by the right question; each counts once; a reply has two copies at most and
    only those on their way at a kill (faults F1 to F6, G1)."""
    chance, killing = random.Random(f"kills/{webhook}"), [True]
    async with FakeTelegram(speed=20) as server:
        server.keeps_calls = False
        bot = Killed(server, tmp_path, webhook=webhook)
        people = [Somebody(server.user(900 + n), chance) for n in range(PEOPLE)]
        walks = [asyncio.create_task(each.converse(lambda: killing[0])) for each in people]
        for _ in range(KILLS):
            process = await bot.start()
            await asyncio.sleep(chance.uniform(0.0, LONGEST_LIFE))
            process.kill()
            await process.wait()
        killing[0] = False
        process = await bot.start()
        await asyncio.gather(*walks)
        await asyncio.sleep(1)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0, bot.said
    counted, received, answers = bot.ledger()
    assert received == sum(each.deeds for each in people)
    assert counted["planned"] == sum(each.deeds + 1 for each in people)
    assert counted["planned"] == sum(count for state, count in counted.items() if state != "planned")
    assert answers == {'{"etape":"idee"}'}
    assert max(each.repeated for each in people) <= KILLS
    assert min(each.repeated for each in people) >= 0
    assert counted["failed"] == 0


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
@pytest.mark.parametrize("point", POINTS)
async def test_a_crash_at_each_point_leaves_one_effect(tmp_path: Path, point: str, webhook: bool) -> None:
    """Before and after the commit, before and after the mark: answered after the restart, at most one copy more."""
    async with FakeTelegram(speed=20) as server:
        bot = Killed(server, tmp_path, webhook=webhook)
        somebody = Somebody(server.user(812), random.Random(1), thinks=0.05)
        first = await bot.start(point)
        rounds = [True, True, False]
        walk = asyncio.create_task(somebody.converse(lambda: rounds.pop(0)))
        assert await asyncio.wait_for(first.wait(), PATIENCE) == 137
        second = await bot.start()
        await walk
        await asyncio.sleep(0.5)
        second.send_signal(signal.SIGTERM)
        assert await second.wait() == 0, bot.said
    counted, received, answers = bot.ledger()
    assert (received, counted["planned"]) == (somebody.deeds, somebody.deeds + 1)
    assert counted["sent"] == counted["planned"]
    assert answers == {'{"etape":"idee"}'}
    assert 0 <= somebody.repeated <= 1
