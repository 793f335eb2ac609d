"""Health and figures: counts, never a person (D15; faults F24, F30)."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import httpx
import pytest

from bot.app import App
from bot.health import DOWN, UP, Health
from bot.metrics import Metrics
from bot.web.pages import Pages
from handlers.messages import Address, Inbound
from scheduler.clock import SetClock
from scheduler.runner import Runner
from storage import presence, schema
from storage.database import Database, open_database
from tests.bot.listeners import Line
from tests.databases import Databases
from tests.echo import NOON
from tests.handlers.packs import guide

PATIENCE = 30.0
CANARY = "canari-de-la-page"


class Running:
    """An app with its pages, and a client."""

    def __init__(self, app: App, patience: float = PATIENCE) -> None:
        self.app = app
        self.health = Health({"telegram": UP})
        self.runner = Runner(app.wake)
        self.metrics = Metrics()
        app.turns.observe = self.metrics.turn.observe
        self.pages = Pages(app, self.health, self.runner, self.metrics, patience)
        transport = httpx.ASGITransport(self.pages.application())
        self.client = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")

    async def get(self, path: str) -> httpx.Response:
        return await self.client.get(path)


@pytest.fixture
async def running(lasting_database: Database) -> AsyncIterator[Running]:
    async with App(lasting_database, guide("exemple"), SetClock(NOON), {"telegram": Line("telegram")}) as app:
        yield Running(app)


async def say(app: App, text: str) -> None:
    who = Address("telegram", "6123456789")
    await app.receive(Inbound(who, text, who.peer, text, sent_at=NOON))
    await app.delivery.settled()
    # What became of the rows is written before any job.
    await app.turns.run(lambda _: None)


async def test_a_process_that_answers_is_alive(running: Running) -> None:
    """Whatever else is wrong with it."""
    running.health.channels["telegram"] = DOWN
    answer = await running.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


async def test_a_process_that_serves_people_is_ready(running: Running) -> None:
    """Channels up, database answering, clock looked at."""
    await say(running.app, "start")
    answer = await running.get("/readyz")
    said = answer.json()
    assert answer.status_code == 200
    assert said["ready"] is True
    assert said["channels"] == {"telegram": "up"}
    assert said["outbox"]["planned"] == said["outbox"]["sent"] >= 1
    assert said["messages_lost_since"] is None


@pytest.mark.parametrize("wrong", ["channel", "tick", "late", "database", "stopping"])
async def test_whatever_keeps_people_waiting_turns_it_red(running: Running, databases: Databases, wrong: str) -> None:
    """503, and the reason is in the answer."""
    if wrong == "channel":
        running.health.channels["telegram"] = DOWN
    if wrong == "tick":
        running.runner.failure = "DiskFull"
    if wrong == "late":
        running.runner._looked -= 1_000
    if wrong == "database":
        databases.goes_away()
    if wrong == "stopping":
        running.health.stopping = True
    answer = await running.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (503, False)
    assert (await running.get("/healthz")).status_code == 200


async def test_a_long_absence_is_told(running: Running) -> None:
    """Telegram kept what was written for a day only (faults F15)."""
    for instant in (NOON - timedelta(days=3), NOON - timedelta(days=1)):
        await running.app.turns.run(partial(presence.beat, now=instant))
    said = (await running.get("/readyz")).json()
    assert said["messages_lost_since"] == "2026-11-28T11:00:00+00:00"


async def test_the_figures_count_turns_and_the_ledger(running: Running) -> None:
    """In the form that Prometheus reads."""
    await say(running.app, "start")
    await say(running.app, "1")
    running.health.lags.extend([0.0, 0.125, 0.001])
    text = (await running.get("/metrics")).text
    lines = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert lines["boussole_turn_seconds_count"] == "2.0"
    assert lines['boussole_outbox_messages{state="sent"}'] == lines['boussole_outbox_messages{state="planned"}']
    assert float(lines['boussole_outbox_messages{state="sent"}']) >= 2
    assert lines['boussole_channel_up{channel="telegram"}'] == "1.0"
    assert lines["boussole_loop_lag_seconds"] == "0.125"
    assert lines["boussole_updates_set_aside"] == "0.0"


@pytest.mark.row("D15")
async def test_no_page_says_anything_of_a_person(running: Running) -> None:
    """Neither texts nor numbers of people, in any page, also when the path itself is an attack."""
    await say(running.app, CANARY)
    for path in ("/healthz", "/readyz", "/metrics", f"/{CANARY}"):
        answer = await running.get(path)
        assert CANARY not in answer.text
        assert "6123456789" not in answer.text
    for path in ("/docs", "/openapi.json", "/redoc"):
        assert (await running.get(path)).status_code == 404


async def test_the_ledger_is_counted_once_for_many_questions(running: Running, databases: Databases) -> None:
    """Someone who asks all day costs the database nothing."""
    assert (await running.get("/readyz")).status_code == 200
    databases.goes_away()
    # Time stands still: what was read is less than a second old, however slow the machine is.
    running.pages._read_at = math.inf
    answers = await asyncio.gather(*(running.get("/readyz") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    running.pages._read_at = -math.inf
    assert (await running.get("/readyz")).status_code == 503


async def test_the_first_questions_come_together_and_are_all_answered(running: Running) -> None:
    """Whoever asks while the ledger is read waits for it, instead of being told that there is none."""
    answers = await asyncio.gather(*(running.get("/readyz") for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}


async def test_a_database_that_hangs_takes_one_thread_however_often_it_is_asked() -> None:
    """The answer is red and comes in time, other work finds its threads, and it is green again afterwards. In memory,
    where who reads waits for the other."""
    database = open_database(":memory:")
    schema.prepare(database)
    hurried = Running(App(database, guide("exemple"), SetClock(NOON), {}), patience=0.01)
    with database.read():
        for _ in range(50):
            hurried.pages._read_at = -math.inf
            assert (await hurried.get("/readyz")).status_code == 503
        await asyncio.wait_for(asyncio.to_thread(int), PATIENCE)
    while (await hurried.get("/readyz")).status_code != 200:
        await asyncio.sleep(0.01)
    database.close()


async def test_the_delay_of_the_loop_is_measured() -> None:
    """A loop that is held for a tenth of a second shows it."""
    import time

    health = Health()
    probe = asyncio.create_task(health.probe(0.01))
    await asyncio.sleep(0.05)
    time.sleep(0.15)  # noqa: ASYNC251  # holding the loop is the point
    await asyncio.sleep(0.05)
    probe.cancel()
    assert health.lag > 0.1
