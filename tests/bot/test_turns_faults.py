"""A turn when the database fails: nothing is acknowledged that is not written, and it recovers by itself."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

from bot.turns import Turns
from storage import outbox, schema
from storage.database import Database, open_database
from storage.errors import DatabaseBusy, DiskFull
from tests.databases import Databases, Home, emptied
from tests.echo import message, turns
from tests.measures import record

ROOT = Path(__file__).resolve().parents[2]


def hold(path: Path, seconds: float) -> threading.Thread:
    """Another program writes, for some time."""
    held = threading.Event()

    def write() -> None:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        held.set()
        time.sleep(seconds)
        other.execute("ROLLBACK")
        other.close()

    thread = threading.Thread(target=write)
    thread.start()
    held.wait()
    return thread


async def longest_pause(until: asyncio.Future[Any]) -> float:
    """The longest time in which the loop answered nobody."""
    longest, last = 0.0, time.monotonic()
    while not until.done():
        await asyncio.sleep(0.005)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    return longest


def impatient(database: Database, seconds: float) -> Database:
    """The same file, with less patience than in production: the test lasts less."""
    return open_database(database.url, busy_seconds=seconds)


@pytest.mark.row("F28", "G11")
async def test_a_locked_database_is_waited_for_and_the_loop_goes_on(file_database: Database) -> None:
    """Three tries of the patience of the driver; the loop is never blocked for 200 ms."""
    assert file_database.path is not None
    database = impatient(file_database, 0.5)
    async with turns(database) as lanes:
        await lanes.submit(message("a", "m1"))
        other = hold(file_database.path, 1.2)
        asked = asyncio.ensure_future(lanes.submit(message("b", "m2")))
        pause = await longest_pause(asked)
        assert [row.reply.text for row in asked.result()] == ["2: b"]
        record(
            "G11", f"a database locked by another program: the loop was held {1000 * pause:.0f} ms at most", pause < 0.2
        )
        assert pause < 0.2
        other.join()
    database.close()


@pytest.mark.row("F28")
async def test_a_database_locked_for_too_long_acknowledges_nothing(file_database: Database) -> None:
    """The message may be given again; it is then played once."""
    assert file_database.path is not None
    database = impatient(file_database, 0.05)
    async with turns(database) as lanes:
        await lanes.submit(message("a", "m1"))
        other = hold(file_database.path, 1.5)
        with pytest.raises(DatabaseBusy):
            await lanes.submit(message("b", "m2"))
        other.join()
        rows = await lanes.submit(message("b", "m2"))
        assert [row.reply.text for row in rows] == ["2: b"]
    database.close()


@contextmanager
def small_disk(pages: int) -> Iterator[None]:
    """Every connection opened inside finds a disk of so many pages."""

    def limit(driver: sqlite3.Connection, _: object) -> None:
        driver.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Pool, "connect", limit)
    try:
        yield
    finally:
        event.remove(Pool, "connect", limit)


async def fill(lanes: Turns, said: str, acknowledged: list[str]) -> None:
    """Write until it fails."""
    while True:
        peer = f"u{len(acknowledged)}"
        await lanes.submit(message(said, "m1", peer))
        acknowledged.append(peer)


@pytest.mark.row("F30", "G14")
async def test_a_full_disk_acknowledges_nothing_and_resumes_by_itself(file_database: Database) -> None:
    """Room comes back: the same message is played, and the file is whole."""
    said, acknowledged = "x" * 2_000, list[str]()
    async with turns(file_database) as lanes:
        with small_disk(60), pytest.raises(DiskFull):
            await fill(lanes, said, acknowledged)
        with file_database.read() as connection:
            assert outbox.sums(connection)["planned"] == len(acknowledged) > 0
        assert len(await lanes.submit(message(said, "m1", f"u{len(acknowledged)}"))) == 1
    assert file_database.path is not None
    found = sqlite3.connect(file_database.path)
    assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found.close()
    record(
        "G14", f"{len(acknowledged)} acknowledged before the disk was full: none lost, the next one is played", met=True
    )


CRASHED = """
import asyncio, sys
from storage import schema
from storage.database import open_database
from tests.databases import emptied
from tests.echo import message, turns

async def main():
    database = open_database(sys.argv[1])
    schema.prepare(database)
    async with turns(database) as lanes:
        for n in range(3):
            rows = await lanes.submit(message(str(n), f"m{n}"))
            print(n, *(row.key for row in rows), flush=True)

asyncio.run(main())
"""


def run(url: str, program: str = CRASHED, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program of this file, ended where the environment says."""
    command = [sys.executable, "-c", program, url]
    settings = {"PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.row("F2", "F3")
@pytest.mark.parametrize(("point", "committed"), [("turn.mid", 1), ("turn.before_commit", 1), ("turn.after_commit", 2)])
def test_a_kill_at_any_point_of_a_turn_loses_nothing(databases: Databases, point: str, committed: int) -> None:
    """What was committed is owed; what was not comes again, and each message is played once."""
    url = databases.address()
    ended = run(url, BOUSSOLE_TESTING="1", BOUSSOLE_CRASH_AT=f"{point}:2")
    assert (ended.returncode, len(ended.stdout.splitlines())) == (137, 1)
    database = open_database(url)
    with database.read() as connection:
        assert outbox.sums(connection)["sending"] == committed
    again = run(url)
    lines = [line.split() for line in again.stdout.splitlines()]
    assert [len(line) - 1 for line in lines] == [int(n >= committed) for n in range(3)]
    with database.read() as connection:
        assert outbox.sums(connection)["planned"] == 3
    database.close()


def test_the_crash_switch_is_ignored_outside_of_tests(databases: Databases) -> None:
    """A variable left in the environment of a server does no harm."""
    ended = run(databases.address(), BOUSSOLE_CRASH_AT="turn.mid:1")
    assert ended.returncode == 0
    assert len(ended.stdout.splitlines()) == 3


@pytest.mark.row("F54", "G13")
@pytest.mark.skipif(shutil.which("strace") is None, reason="counts system calls with strace")
def test_each_acknowledged_message_was_on_the_disk(tmp_path: Path) -> None:
    """A kill cannot show it, the page cache survives: the calls are counted."""
    url, calls = f"sqlite:///{tmp_path}/boussole.db", tmp_path / "calls"
    program = [sys.executable, "-c", CRASHED, url]
    traced = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", str(calls), *program]
    done = subprocess.run(traced, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("this machine does not let a process be traced")
    steps = calls.read_text(errors="replace").splitlines()
    said = [at for at, step in enumerate(steps) if "write(1," in step and "reply/" in step]
    synced = [at for at, step in enumerate(steps) if "sync(" in step]
    assert len(said) == 3
    pairs = zip([0, *said], said, strict=False)
    assert all(any(before < at < now for at in synced) for before, now in pairs)
    record(
        "G13", f"{len(said)} acknowledged batches, {len(synced)} syncs of the disk, one before each at least", met=True
    )


async def test_a_batch_shares_its_commit(lasting_database: Database) -> None:
    """A hundred people who write at once cost a few commits, not a hundred."""
    commits = 0

    def count(*_: object) -> None:
        nonlocal commits
        commits += 1

    event.listen(Engine, "commit", count)
    try:
        async with turns(lasting_database) as lanes:
            await asyncio.gather(*(lanes.submit(message("a", "m1", f"u{n}")) for n in range(100)))
    finally:
        event.remove(Engine, "commit", count)
    assert 2 <= commits <= 5


async def test_two_processes_on_one_server_play_each_message_once(postgresql: str) -> None:
    """The same people on both: a lock for each person, until the commit."""
    first, second = (open_database(emptied(postgresql) if n == 0 else postgresql) for n in range(2))
    schema.prepare(first)
    async with turns(first) as here, turns(second) as there:
        asked = [side.submit(message(str(n), f"m{n}", f"u{n % 3}")) for n in range(60) for side in (here, there)]
        answered = await asyncio.gather(*asked)
    assert sum(len(rows) for rows in answered) == 60
    counts = sorted(int(row.reply.text.split(":")[0]) for rows in answered for row in rows)
    assert counts == sorted(list(range(1, 21)) * 3)
    first.close()
    second.close()


SENT = """
import asyncio, sys
from bot.delivery import Delivery
from scheduler.clock import SetClock
from storage import schema
from storage.database import open_database
from tests.bot.test_delivery import Paper
from tests.echo import NOON, message, turns

class Loud(Paper):
    async def send(self, outgoing):
        print(outgoing.key, flush=True)
        return await super().send(outgoing)

async def main():
    database = open_database(sys.argv[1])
    schema.prepare(database)
    async with turns(database) as lanes:
        delivery = Delivery(lanes, {"terminal": Loud()}, SetClock(NOON))
        await delivery.owed(starting=True)
        await delivery.settled()
        for n in range(3):
            delivery.hand_over(await lanes.submit(message(str(n), f"m{n}")))
            await delivery.settled()

asyncio.run(main())
"""


@pytest.mark.row("F6")
@pytest.mark.parametrize(("point", "repeated"), [("send.before_mark", 3), ("send.after_mark", 0)])
def test_a_kill_around_a_send_repeats_one_reply_at_most(file_home: Home, point: str, repeated: int) -> None:
    """None is lost; each kill repeats one of them, and no start says one twice; once it is written that they left, none
    is repeated. On a file: on a server the next process waits for the end of a lease (test_several.py)."""
    url, lives = file_home.url, list[list[str]]()
    for at in (2, 1, 1):
        lives.append(run(url, SENT, BOUSSOLE_TESTING="1", BOUSSOLE_CRASH_AT=f"{point}:{at}").stdout.split())
    lives.append(run(url, SENT).stdout.split())
    said = [key for life in lives for key in life]
    assert len(set(said)) == 3
    assert len(said) == 3 + repeated
    assert all(len(life) == len(set(life)) for life in lives)
    database = open_database(url)
    with database.read() as connection:
        sums = outbox.sums(connection)
    assert (sums["planned"], sums["sending"], sums["queued"]) == (3, 0, 0)
    database.close()
