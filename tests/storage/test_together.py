"""Several processes on one database: who leads, whose lease is old, and what two that both work do not do twice.

In `make test` three add one a hundred times each; `BOUSSOLE_KILLS=200` (`make faults`) makes it three hundred."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from scheduler import reminders
from scheduler.clock import SetClock
from storage import bulk, leases, schema
from storage.database import Database, open_database
from storage.notes import note, noted
from storage.outbox import Mark, mark
from storage.play import Scene
from storage.tables import marks, outbox
from tests.coming_soon import expected
from tests.conversation import guide
from tests.databases import emptied
from tests.databases import opened as opened_at
from tests.measures import record

NOON = datetime.fromisoformat("2026-12-01T12:00:00+01:00")
NAME = "scheduler"
PEOPLE = 1_000
TIMES = 300 if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else 100
ON_DISK = pytest.mark.parametrize("url", ["file", "server"], indirect=True)


@pytest.fixture
def shared(postgresql: str) -> Iterator[Database]:
    """A database on a server."""
    yield from opened_at(emptied(postgresql))


class Holder:
    """A process, as the others see it: a session, and a name."""

    def __init__(self, database: Database, name: str) -> None:
        self.name = name
        self._database = database
        self._session = database.writer()
        with database.transaction(self._session):
            leases.arrive(self._session, name)

    def takes(self, *, from_the_living: bool = True) -> leases.Lease | None:
        """One look."""
        with self._database.transaction(self._session):
            return leases.take(self._session, NAME, self.name, from_the_living=from_the_living)

    def leaves(self) -> None:
        """As an operator ends it."""
        with self._database.transaction(self._session):
            leases.let_go(self._session, NAME, self.name)

    def dies(self) -> None:
        """As a kill ends it: the server closes its session."""
        if not self._session.closed:
            self._session.invalidate()
            self._session.close()


@pytest.fixture
def two(shared: Database) -> Iterator[tuple[Holder, Holder]]:
    """Two processes."""
    both = Holder(shared, "one"), Holder(shared, "other")
    yield both
    for each in both:
        each.dies()


def overdue(database: Database) -> None:
    """As if nobody had said a word for longer than a lease."""
    with database.write() as connection:
        value = connection.execute(select(marks.c.value).where(marks.c.name == f"lease/{NAME}")).scalar_one()
        number, by, _ = value.split()
        changed = marks.update().where(marks.c.name == f"lease/{NAME}").values(value=f"{number} {by} 1")
        connection.execute(changed)


def test_one_leads_and_the_next_takes_over_when_it_leaves(two: tuple[Holder, Holder]) -> None:
    """At once, under another number."""
    one, other = two
    assert (first := one.takes()) is not None
    assert (one.takes(), other.takes()) == (first, None)
    one.leaves()
    assert (second := other.takes()) is not None
    assert second.number > first.number
    assert one.takes() is None


def test_who_is_killed_is_followed_at_once(two: tuple[Holder, Holder]) -> None:
    """Its session is gone: nobody waits for the end of its lease."""
    one, other = two
    assert one.takes()
    one.dies()
    assert other.takes()


@pytest.mark.row("F26")
def test_who_hangs_is_followed_when_its_lease_ends_and_finds_it_taken(
    shared: Database, two: tuple[Holder, Holder]
) -> None:
    """Resumed, it writes nothing under its old number, and frees nothing as it leaves (faults F26)."""
    one, other = two
    old = one.takes()
    assert old is not None
    overdue(shared)
    new = other.takes()
    assert new is not None
    with shared.write() as connection:
        assert (leases.still(connection, old), leases.still(connection, new)) == (False, True)
    assert one.takes() is None
    one.leaves()
    assert one.takes() is None


def test_what_comes_back_to_life_with_harm_is_only_taken_from_the_dead(
    shared: Database, two: tuple[Holder, Holder]
) -> None:
    """Neither from who hangs, nor from who lost its session a moment ago."""
    one, other = two
    assert one.takes()
    overdue(shared)
    assert other.takes(from_the_living=False) is None
    assert one.takes()
    one.dies()
    assert other.takes(from_the_living=False) is None
    overdue(shared)
    assert other.takes(from_the_living=False)


def test_nobody_takes_over_while_a_slice_is_being_written(shared: Database, two: tuple[Holder, Holder]) -> None:
    """A slice begun under a lease ends under it."""
    one, other = two
    lease = one.takes()
    assert lease is not None
    one.dies()
    taken: list[object] = []
    thread = threading.Thread(target=lambda: taken.append(other.takes()))
    with shared.write() as connection:
        assert leases.still(connection, lease)
        thread.start()
        thread.join(0.5)
        assert taken == []
    thread.join()
    assert taken != [None]


def at_once(url: str, work: Callable[[Database, int], None], count: int) -> None:
    """So many processes, each with its own connections, which begin together."""
    ready, failed = threading.Barrier(count), list[BaseException]()

    def one(number: int) -> None:
        database = open_database(url, busy_seconds=30.0)
        try:
            ready.wait(30)
            work(database, number)
        except BaseException as error:  # noqa: BLE001  # raised by who waits for all
            failed.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


@pytest.mark.row("F25", "G8")
@ON_DISK
def test_a_thousand_reminders_with_two_that_both_wake_and_send_are_claimed_once_each(database: Database) -> None:
    """Both are forced: neither asks who leads (faults G8)."""
    with database.write() as connection:
        expected(connection, [("telegram", str(n)) for n in range(PEOPLE)], NOON, places=5)
    claimed: list[Counter[str]] = [Counter(), Counter()]

    def work(database: Database, number: int) -> None:
        scene = Scene(guide(), NOON, SetClock(NOON, seed=number).draw)
        empty = 0
        while empty < 3:
            # What the other one just wrote is refused, and looked for again at the next look.
            with suppress(IntegrityError), database.write() as connection:
                reminders.send_due(connection, scene)
            with database.write() as connection:
                found = bulk.claim(connection, NOON, "telegram", 50)
            with database.write() as connection:
                begun = [row.key for each in found if (row := bulk.begin(connection, each, NOON)) is not None]
                mark(connection, [Mark(key, "sent", NOON) for key in begun])
            claimed[number].update(begun)
            empty = 0 if found else empty + 1

    at_once(database.url, work, 2)
    together = claimed[0] + claimed[1]
    with database.read() as connection:
        written = connection.execute(select(outbox.c.key, outbox.c.state)).all()
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    twice = sum(count > 1 for count in together.values())
    told = f"{kind}: {len(together)} reminders, two that both wake and send: {twice} claimed twice"
    record("G8", told, not twice)
    assert len(together) == PEOPLE
    assert set(together.values()) == {1}
    # The evening before is over.
    assert Counter(state for _, state in written) == {"sent": PEOPLE, "skipped": PEOPLE}


@pytest.mark.row("F29", "G12")
@ON_DISK
def test_three_that_read_add_one_and_write_many_times_lose_nothing(database: Database) -> None:
    """SQLite begins every writing transaction as such; on a server the row that is read is locked (faults G12, F29)."""

    def work(database: Database, number: int) -> None:
        for _ in range(TIMES):
            with database.write() as connection:
                query = select(marks.c.value).where(marks.c.name == "sum").with_for_update()
                value = int(connection.execute(query).scalar_one())
                note(connection, "sum", str(value + 1))

    with database.write() as connection:
        note(connection, "sum", "0")
    at_once(database.url, work, 3)
    with database.read() as connection:
        kind, kept = ("SQLite" if database.is_sqlite else "PostgreSQL"), noted(connection, "sum")
        record("G12", f"{kind}: 3 × {TIMES} times read, one added, written: {kept}", kept == str(3 * TIMES))
        assert kept == str(3 * TIMES)


def test_processes_that_start_together_on_an_empty_database_make_one_schema(postgresql: str) -> None:
    """And note the same word for the first time at once."""
    url = emptied(postgresql)

    def work(database: Database, number: int) -> None:
        schema.prepare(database)
        with database.write() as connection:
            note(connection, "word", str(number))

    at_once(url, work, 4)
    database = open_database(url)
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(marks)).scalar_one() == 1
    database.close()


@pytest.mark.row("F26")
def test_a_claim_that_another_one_took_is_not_begun(shared: Database) -> None:
    """The row itself is asked again, whatever the leases say (faults F26)."""
    with shared.write() as connection:
        expected(connection, [("telegram", "1")], NOON)
        reminders.send_due(connection, Scene(guide(), NOON, SetClock(NOON).draw))
        (old,) = bulk.claim(connection, NOON, "telegram", 50)
    later = NOON + timedelta(seconds=60)
    with shared.write() as connection:
        (new,) = bulk.claim(connection, later, "telegram", 50)
    with shared.write() as connection:
        assert bulk.begin(connection, old, later) is None
        assert bulk.begin(connection, new, later) is not None
