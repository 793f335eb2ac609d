"""Three real processes on one PostgreSQL, behind a webhook: killed, stopped in their tracks, left without a database.

In `make test` it is a few kills; `BOUSSOLE_KILLS=1000` (`make faults`) makes it a thousand."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from scheduler.clock import SystemClock
from storage.database import open_database
from storage.tables import outbox
from tests.bot.several import COUNT, Postgres, Several, fresh, postgres, several
from tests.channels.telegram.killed import PATIENCE, Ledger
from tests.channels.telegram.test_kills import Somebody, answered
from tests.cli.nursery import warmed
from tests.cli.program import ran
from tests.coming_soon import expected
from tests.fake_telegram import FakeTelegram
from tests.many import broadcast_to, nobody_is_told_twice_or_forgotten, pack_where_it_is_day, reached
from tests.many_telegram import PACE, Audience, limits

pytestmark = pytest.mark.slow

_log = logging.getLogger(__name__)

ASKED = int(os.environ.get("BOUSSOLE_KILLS", "50"))
WHOLE = ASKED >= 200
KILLS = ASKED if WHOLE else 10
TALKING = 50 if WHOLE else 12
TOLD = 2_000 if WHOLE else 300
COMING = 500 if WHOLE else 60
FASTER = {f"BOUSSOLE_DELIVERY__{name}": str(value) for name, value in PACE.items()}
FIRST_COMER, FIRST_TALKER = 50_000, 100_000


@pytest.fixture
def url(postgresql: str) -> Iterator[str]:
    """A database of this test alone."""
    with fresh(postgresql, "several") as url:
        yield url


def numbered_on(url: str) -> None:
    """Rows were written with their numbers: the next ones come after."""
    database = open_database(url)
    with database.write() as connection:
        for name in ("people", "addresses"):
            last = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))"
            connection.execute(text(last))
    database.close()


def reminders_of(url: str) -> list[tuple[str, str]]:
    """The state of each reminder, by its key."""
    database = open_database(url)
    with database.read() as connection:
        query = select(outbox.c.key, outbox.c.state).where(outbox.c.key.contains("/h2/"))
        rows = [(key, state) for key, state in connection.execute(query)]
    database.close()
    return rows


async def until(holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something to hold."""
    async with asyncio.timeout(seconds):
        while not await asyncio.to_thread(holds):
            await asyncio.sleep(0.1)


def leads(bots: Several, number: int) -> int:
    """How many things one of them leads, as it says itself; 0 when it says nothing."""
    return int(health(bots, number).get("leads", 0))


async def leader(bots: Several) -> int:
    """One that leads: where a lease ended late, two may share what is led. Who is busy may say nothing for a moment."""
    await until(lambda: any(leads(bots, number) for number in bots.lives))
    return max(bots.lives, key=lambda number: leads(bots, number))


@pytest.mark.row("F1")
async def test_nothing_is_lost_or_done_twice_whichever_of_three_processes_is_killed(tmp_path: Path, url: str) -> None:
    """Everybody is answered, in order, at most one copy more for each kill; meanwhile a broadcast and reminders are
    due, and each reaches everybody once (issue 8)."""
    chance, killing = random.Random("several"), [True]
    async with FakeTelegram(speed=20) as server:
        server.keeps_calls = False
        server.limits = limits()
        audience = Audience(server, TOLD)
        for number in range(FIRST_COMER, FIRST_COMER + COMING):
            server.user(number).chat.standing = "member"
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(tmp_path))}
        id = await asyncio.to_thread(prepare, url, audience)
        async with several(server, tmp_path, url, more={**FASTER, **pack}) as bots:
            await asyncio.to_thread(warmed)
            people = [Somebody(server.user(FIRST_TALKER + n), chance) for n in range(TALKING)]
            walks = {asyncio.create_task(each.converse(lambda: killing[0], least=1)): each for each in people}
            await bots.start()
            await kills(bots, people, chance)
            killing[0] = False
            await answered(walks)
            await until(lambda: reached(url, id).state == "done" and all_told(url), 2 * PATIENCE)
            await asyncio.sleep(0.5)
            await bots.stop()
            ledger = answers_of(bots.bots[0].ledger())
    deeds = sum(each.deeds for each in people)
    found, told = reached(url, id), [state for _, state in reminders_of(url)]
    repeated = [each.repeats(ledger) for each in people]
    comers = [len(server.user(number).heard) for number in range(FIRST_COMER, FIRST_COMER + COMING)]
    counted = {state: count for state, count in ledger.counted.items() if count}
    _log.info("kills %d messages %d repeated %d ledger %s", KILLS, deeds, sum(r.total() for r in repeated), counted)
    nobody_is_told_twice_or_forgotten(found, audience.heard)
    assert (len(told), set(told) - {"sent", "late", "uncertain"}, max(comers)) == (COMING, set(), 1)
    assert sum(comers) >= COMING - told.count("uncertain")
    assert (ledger.received, ledger.answers - {"{}"}) == (deeds, {'{"etape":"idee"}'})
    assert ledger.counted["planned"] == sum(count for state, count in ledger.counted.items() if state != "planned")
    assert max(max(each.values(), default=0) for each in repeated) <= 2


def answers_of(ledger: Ledger) -> Ledger:
    """The receipts of answers only: what was told to many is looked at apart."""
    return replace(ledger, receipts={key: each for key, each in ledger.receipts.items() if key.startswith("reply/")})


def prepare(url: str, audience: Audience) -> int:
    """A broadcast that is confirmed, and people who come soon."""
    id = broadcast_to(url, audience.peers)
    database = open_database(url)
    with database.write() as connection:
        expected(connection, [("telegram", str(FIRST_COMER + n)) for n in range(COMING)], SystemClock().now(), places=3)
    database.close()
    numbered_on(url)
    return id


def all_told(url: str) -> bool:
    """No reminder is on its way."""
    states = [state for _, state in reminders_of(url)]
    return len(states) == COMING and not {"queued", "sending"} & set(states)


async def kills(bots: Several, people: list[Somebody], chance: random.Random) -> None:
    """One dies at any time, and comes back after a while; now and then two are gone."""
    await asyncio.sleep(chance.uniform(1.0, 2.0))
    gone: list[int] = []
    for _ in range(KILLS):
        number = chance.choice(list(bots.lives))
        await bots.kill(number)
        gone.append(number)
        await asyncio.sleep(0.05)
        for each in people:
            each.sees_a_kill()
        while len(gone) > chance.choice((0, 0, 1)):
            await asyncio.sleep(chance.uniform(0.0, 0.4))
            await bots.start(gone.pop(0))
        await asyncio.sleep(chance.uniform(0.0, 1.0))
    for number in gone:
        await bots.start(number)


@pytest.mark.row("F26")
@pytest.mark.skipif(not WHOLE, reason="a lease has to end: `make faults`")
async def test_a_leader_that_hangs_is_followed_and_sends_nothing_with_its_old_lease(tmp_path: Path, url: str) -> None:
    """Stopped in the middle of a broadcast, resumed when another has taken over: nobody is told twice (faults F26)."""
    async with FakeTelegram() as server:
        server.limits = limits()
        audience = Audience(server, 800)  # at twenty a second, two leases pass
        pack = {"BOUSSOLE_TERRITORY__PACK": str(pack_where_it_is_day(tmp_path))}
        slow = {**FASTER, "BOUSSOLE_DELIVERY__BULK_PER_SECOND": "20"}
        id = await asyncio.to_thread(prepare, url, audience)
        async with several(server, tmp_path, url, count=2, more={**slow, **pack}) as bots:
            await bots.start()
            await until(lambda: audience.told > 20)
            first = await leader(bots)
            bots.signal(first, signal.SIGSTOP)
            stopped_at, other = audience.told, 1 - first
            await until(lambda: leads(bots, other) and audience.told > stopped_at + 20)
            bots.signal(first, signal.SIGCONT)
            await until(lambda: reached(url, id).state == "done" and all_told(url), 2 * PATIENCE)
            assert leads(bots, other)
            await bots.stop()
            assert "lead lost" in bots.bots[first].said
    nobody_is_told_twice_or_forgotten(reached(url, id), audience.heard)


@pytest.mark.row("F25")
async def test_three_processes_share_the_work_and_commands_need_none_of_them(tmp_path: Path, url: str) -> None:
    """One wakes and sends to many, another follows when it leaves; what a command writes holds for all (faults F25)."""
    async with FakeTelegram(speed=20) as server, several(server, tmp_path, url) as bots:
        await asyncio.to_thread(warmed)
        await bots.start()
        await until(lambda: [leads(bots, number) for number in bots.lives].count(0) == COUNT - 1)
        led = sum(leads(bots, number) for number in bots.lives)
        person = server.user(812)
        person.starts()
        await until(lambda: person.heard)
        for command in (("invite", "--role", "admin"), ("people", "erase", "1"), ("roles", "list"), ("outbox",)):
            done = await asyncio.to_thread(ran, *command, "--db", url)
            assert done.code == 0, done.err
        copied = await asyncio.to_thread(ran, "db", "copy", url, f"sqlite:///{tmp_path}/new.db")
        assert copied.refused
        heard = len(person.heard)
        person.sends("/start")
        await until(lambda: len(person.heard) > heard)
        first = await leader(bots)
        bots.signal(first, signal.SIGHUP)
        await until(lambda: "pack loaded" in bots.bots[first].said)
        bots.signal(first, signal.SIGTERM)
        await until(lambda: sum(leads(bots, number) for number in bots.lives if number != first) >= led)
        assert await asyncio.to_thread(bots.lives.pop(first).wait, PATIENCE) == 0
        await bots.stop()
    database = open_database(url)
    with database.read() as connection:
        states = set(connection.execute(select(outbox.c.state)).scalars())
    database.close()
    assert states == {"sent"}


@pytest.mark.row("F25")
async def test_where_updates_are_asked_for_one_process_listens_and_another_follows_it(tmp_path: Path, url: str) -> None:
    """The one that waits says so, and is well; killed, the first is followed, and nobody is answered twice."""
    async with FakeTelegram(speed=20) as server, several(server, tmp_path, url, count=2, polling=True) as bots:
        await asyncio.to_thread(warmed)
        await bots.start(0)
        await until(lambda: health(bots, 0).get("channels") == {"telegram": "up"})
        await bots.start(1)
        await until(lambda: health(bots, 1).get("channels") == {"telegram": "waiting"})
        assert health(bots, 1)["ready"] is True
        person = server.user(812)
        person.starts()
        await until(lambda: len(person.heard) >= 2)
        await bots.kill(0)
        person.sends("pourquoi")
        heard = len(person.heard)
        await until(lambda: len(person.heard) > heard)
        await until(lambda: health(bots, 1).get("channels") == {"telegram": "up"})
        await bots.stop()
    assert "another program reads the updates" not in bots.said


@pytest.fixture
def own_server() -> Iterator[Postgres]:
    """A server that this test may stop."""
    with postgres() as running:
        yield running


@pytest.mark.row("F27")
async def test_a_server_that_is_restarted_at_once_stops_nobody(tmp_path: Path, own_server: Postgres) -> None:
    """Nothing is acknowledged meanwhile; everybody is answered, once, when it is back (faults F27)."""
    url = own_server.url
    async with FakeTelegram(speed=20) as server, several(server, tmp_path, url, count=2) as bots:
        await asyncio.to_thread(warmed)
        await bots.start()
        people = [server.user(812 + n) for n in range(10)]
        people[0].starts()
        await until(lambda: people[0].heard)
        await asyncio.to_thread(own_server.stop)
        for person in people[1:]:
            person.starts()
        await asyncio.sleep(1.5)
        assert not any(person.heard for person in people[1:])
        assert len(server.updates.queue) == 9, "nothing is acknowledged that is not written"
        await asyncio.to_thread(own_server.start)
        back = time.monotonic()
        await until(lambda: all(person.heard for person in people))
        _log.info("answered %.1f s after the server was back", time.monotonic() - back)
        await until(lambda: all(health(bots, number).get("ready") for number in bots.lives))
        await asyncio.sleep(0.5)
        await bots.stop()
        ledger = bots.bots[0].ledger()
    assert (ledger.received, ledger.counted["sent"]) == (10, ledger.counted["planned"])
    assert {len(person.heard) for person in people[1:]} == {2}
    assert "Traceback" not in bots.said


def health(bots: Several, number: int) -> dict[str, Any]:
    """What one of them says of itself; nothing when it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", bots.ports[number], timeout=5)
    try:
        connection.request("GET", "/readyz")
        return dict(json.loads(connection.getresponse().read()))
    except (OSError, ValueError, http.client.HTTPException):
        return {}
    finally:
        connection.close()
