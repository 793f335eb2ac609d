"""What a look at the clock costs when nothing is due: with ten, a thousand and a hundred thousand people subscribed.

Everybody follows a network, and one in ten has a place somewhere ahead; all that was due is in the ledger already.
One look asks every source when it is due, and each what it has to write, as the running bot does."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert, select

from benchmarks.figures import Figure, percentile
from bot import packs
from handlers.consent import GATHERINGS
from handlers.gatherings import PUBLISHED, SEATED
from handlers.guide import Guide
from scheduler import due
from scheduler.clock import SetClock
from storage import bulk, gathering_rows, outbox, schema
from storage.database import Database, open_database
from storage.outbox import Mark
from storage.play import Scene
from storage.tables import addresses, bookings, consents, conversations, follows, gatherings, people
from storage.told_last import told_of

SUBSCRIBED = (10, 1_000, 100_000)
GATHERINGS_AHEAD = 60
LOOKS = 30
BEGINS = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHANNEL = "terminal"
_HOST = "apes"
_KIND = "permanence"
"""Of the Lille pack: told the evening before and two hours before, to who comes."""
_EVERY = timedelta(hours=21)


def measured(folder: Path) -> list[Figure]:
    """One line for each crowd, then how much dearer the largest is than the smallest."""
    guide = packs.read(folder)
    medians: dict[int, float] = {}
    figures = []
    for count in SUBSCRIBED:
        with TemporaryDirectory() as name:
            looks = sorted(_looks(guide, Path(name), count))
        medians[count] = statistics.median(looks)
        said = f"{medians[count]:.1f} ms, p95 {percentile(looks, 0.95):.1f} ms"
        figures.append(Figure(f"CPU of a look, {count:,} people, nothing due", said))
    times = medians[SUBSCRIBED[-1]] / medians[SUBSCRIBED[0]]
    figures.append(Figure(f"{SUBSCRIBED[-1]:,} people beside {SUBSCRIBED[0]}", f"{times:.2f} ×", "flat"))
    return figures


def _looks(guide: Guide, folder: Path, count: int) -> Iterator[float]:
    """Milliseconds of processor of each look, once all that was due is done."""
    database = open_database(f"sqlite:///{folder}/bench.db")
    schema.prepare(database)
    with database.write() as connection:
        _crowd(connection, count)
    scene = Scene(guide, BEGINS, SetClock(BEGINS, seed=1).draw)
    while _look(database, scene):
        _leave(database, scene)
    for _ in range(LOOKS):
        began = time.process_time()
        assert not _look(database, scene), "something was due"
        yield (time.process_time() - began) * 1000
    database.close()


def _look(database: Database, scene: Scene) -> bool:
    """As App.wake: each source writes what is due, and says when it is due next. True if anything was due."""
    found = False
    for source in due.SOURCES:
        with database.write() as connection:
            found = bool(source.send_due(connection, scene)) or found
        with database.write() as connection:
            soon = source.next_due(connection, scene)
        found = found or (soon is not None and soon <= scene.now)
    return found


def _leave(database: Database, scene: Scene) -> None:
    """Whatever was due is sent."""
    while True:
        with database.write() as connection:
            claimed = bulk.claim(connection, scene.now, CHANNEL, 500, alone=True)
            begun = [each.row.key for each in claimed if bulk.begin(connection, each, scene.now) is not None]
            outbox.mark(connection, [Mark(key, "sent", scene.now) for key in begun])
        if not claimed:
            return


def _crowd(connection: Connection, count: int) -> None:
    """They said yes, and follow; the first tenth comes somewhere."""
    numbers = range(1, count + 1)
    said = {"purpose": GATHERINGS, "granted": True, "wording": "-", "channel": CHANNEL, "at": BEGINS}
    followed = {"subject": f"network/{_HOST}", "since": BEGINS}
    connection.execute(insert(people), [{"id": n, "created_at": BEGINS, "last_seen_at": BEGINS} for n in numbers])
    here = {"channel": CHANNEL, "private": True}
    connection.execute(insert(addresses), [{"id": n, "person": n, "peer": f"u{n}", **here} for n in numbers])
    rested = {"dialogue": "", "step": "", "answers": "{}", "memo": "{}", "pack_revision": "", "version": 3}
    spoken = [{"person": n, "language": "fr", "updated_at": BEGINS, **rested} for n in numbers]
    connection.execute(insert(conversations), spoken)
    connection.execute(insert(consents), [{"person": n, **said} for n in numbers])
    connection.execute(insert(follows), [{"person": n, **followed} for n in numbers])
    rows = [_ahead(connection, number) for number in range(1, GATHERINGS_AHEAD + 1)]
    usual = {"seats": 1, "state": SEATED, "offers": 0, "joins": 0, "leaves": 0, "name": "", "needs": "", "useful": ""}
    hours = {"asked_at": BEGINS, "updated_at": BEGINS}
    seats = [{"person": n, **usual, **hours, **rows[n % GATHERINGS_AHEAD]} for n in range(1, count // 10 + 1)]
    connection.execute(insert(bookings), seats)


def _ahead(connection: Connection, number: int) -> dict[str, object]:
    """One of those that are ahead, as what its bookings say of it."""
    start = BEGINS + timedelta(days=2) + number * _EVERY
    hours = gathering_rows.hours(start, start + timedelta(hours=2), "Europe/Paris")
    named = {"uid": f"bench-{number}", "network": _HOST, "kind": _KIND, "state": PUBLISHED}
    values = {**named, **hours, **gathering_rows.texts({"title": f"Permanence {number}"})}
    id = gathering_rows.new(connection, values, BEGINS, SetClock(BEGINS, seed=number).draw, None)
    row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
    return {"gathering": id, **told_of(row)}
