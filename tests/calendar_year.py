"""A full calendar played by the moving clock: series of the pack, people who book and come, changes, and outages."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from handlers import reminders
from handlers.consent import GATHERINGS
from handlers.gatherings import HELD, Gathering
from handlers.guide import Guide
from handlers.pack_gatherings import Series
from handlers.reminders import COMING
from scheduler import due
from scheduler.clock import SetClock
from storage import bulk, outbox
from storage.database import Database
from storage.gatherings import found
from storage.outbox import Mark, OutboxRow
from storage.play import Scene
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, consents, follows, gatherings, people
from storage.tables import outbox as ledger
from tests.calendar_acts import done
from tests.conversation import guide

CHANNEL = "terminal"
ZONE = "Europe/Paris"
_SLICE = 500
_SWEPT_EVERY = timedelta(days=7)
_SEEN_EVERY = timedelta(days=100)
_SERIES = (
    ("mardi", "permanence", "FREQ=WEEKLY", "2026-12-01 14:00"),
    ("jeudi", "permanence", "FREQ=WEEKLY", "2026-12-03 09:30"),
    ("petit", "petit_dej", "FREQ=MONTHLY;BYDAY=1TH", "2026-12-03 08:30"),
    ("matin", "matinale", "FREQ=MONTHLY;BYDAY=2TU", "2026-12-08 08:30"),
    ("soir", "rencontre", "FREQ=MONTHLY;BYDAY=3WE", "2026-12-16 18:30"),
    ("midi", "rencontre", "FREQ=MONTHLY;BYDAY=-1MO", "2026-12-28 12:30"),
    ("parc", "en_marchant", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2SA", "2026-12-12 14:00"),
    ("canal", "en_marchant", "FREQ=MONTHLY;INTERVAL=2;BYDAY=3SA", "2027-01-16 14:00"),
    ("forum", "rencontre", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH", "2026-12-10 18:00"),
    ("atelier", "rencontre", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "2027-01-19 14:00"),
    ("voisins", "petit_dej", "FREQ=MONTHLY;INTERVAL=3;BYDAY=4FR", "2027-02-26 08:30"),
    ("mois", "programme", "FREQ=YEARLY", "2027-03-01 09:00"),
)
"""Of the kinds of the Lille pack."""

Act = tuple[datetime, int, str, tuple[int, ...]]
"""What people do: when, to which gathering, what, and who."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much: `people`, `days`, and how many come to `each` gathering."""

    people: int
    days: int
    each: int
    begins: datetime = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

    @property
    def ends(self) -> datetime:
        """The last instant."""
        return self.begins + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Outage:
    """The bot is down, from an instant on."""

    since: datetime
    lasts: timedelta

    @property
    def until(self) -> datetime:
        """When it is back."""
        return self.since + self.lasts


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ledger. `at`: when it was settled."""

    state: str
    reason: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Played:
    """What a year leaves: the rows by their key, the sums, and the keys of reminders that there must be."""

    rows: Mapping[str, Row]
    sums: Mapping[str, int]
    starts: Mapping[int, datetime]
    owed: frozenset[str]
    ticks: int


def full_calendar() -> Guide:
    """The default pack, whose twelve series have dates."""
    here = guide().pack
    facts = {"source": ("S1",), "verified_on": date(2026, 11, 1), "review_by": date(2027, 5, 31), "confirmed": True}
    series = [
        Series.model_validate(
            {"id": id, "network": "apes", "kind": kind, "title": id, "first": first, "rule": rule, **facts}
        )
        for id, kind, rule, first in _SERIES
    ]
    return Guide(here.model_copy(update={"gatherings": here.gatherings.model_copy(update={"series": tuple(series)})}))


class _Queue:
    """What waits in the ledger for its hour."""

    def next_due(self, connection: Connection, scene: Scene) -> datetime | None:
        """The hour of the next row."""
        return bulk.next_due(connection, scene.now)

    def send_due(self, _connection: Connection, _scene: Scene) -> tuple[OutboxRow, ...]:
        """It is sent after each look, whatever was due."""
        return ()


_QUEUE = _Queue()


class Year:
    """One run. What people do is the same in each, and never falls in an outage."""

    def __init__(self, database: Database, plan: Plan, outages: Sequence[Outage], *, goes_down: bool) -> None:
        self.database = database
        self.plan = plan
        self.guide = full_calendar()
        self.now = plan.begins
        self.ticks = 0
        self._booked: list[tuple[int, int, datetime]] = []
        self._outages = outages
        self._goes_down = goes_down
        self._draw = SetClock(plan.begins, seed=1).draw
        self._swept = self._seen = plan.begins

    def play(self) -> Played:
        """From the first day to the last."""
        self._people()
        self._until(self.now)
        acts = sorted(self._acts(random.Random(6)))
        for when, id, deed, who in acts:
            self._until(when)
            with self.database.write() as connection:
                placed = done(connection, self.now, id, deed, who)
            self._booked += [(id, person, self.now) for person in placed]
        self._until(self.plan.ends)
        return self._played()

    # --- Time ----------------------------------------------------------------------------------

    def _until(self, instant: datetime) -> None:
        while (soon := self._soon()) and (at := max(min(soon.values()), self.now)) <= instant:
            down = self._down(at)
            back = at if down is None else down.until
            if back > instant:
                break
            self.now = back
            self._tick([source for source, each in soon.items() if each <= self.now])
        self.now = max(self.now, instant)

    def _down(self, instant: datetime) -> Outage | None:
        """The outage in which an instant falls."""
        return next((each for each in self._outages if self._goes_down and each.since <= instant < each.until), None)

    def _soon(self) -> dict[due.Source, datetime]:
        """When each source that has something to say says it; the queue of the ledger is one of them."""
        with self.database.write() as connection:
            found = {source: source.next_due(connection, self._scene()) for source in (*due.SOURCES, _QUEUE)}
        return {source: instant for source, instant in found.items() if instant is not None}

    def _tick(self, sources: Iterable[due.Source]) -> None:
        """What is due, slice after slice."""
        self.ticks += 1
        with self.database.write() as connection:
            self._weekly(connection)
        for source in sources:
            while self._is_due(source):
                with self.database.write() as connection:
                    source.send_due(connection, self._scene())
        while self._delivered():
            pass

    def _is_due(self, source: due.Source) -> bool:
        with self.database.write() as connection:
            soon = source.next_due(connection, self._scene())
        return soon is not None and soon <= self.now

    def _weekly(self, connection: Connection) -> None:
        """What is kept long enough is erased; and people write now and then, so that nobody is forgotten here."""
        if self.now >= self._swept + _SWEPT_EVERY:
            self._swept = self.now
            while any(sweep(connection, self.now, Retention()).values()):
                pass
        if self.now >= self._seen + _SEEN_EVERY:
            self._seen = self.now
            connection.execute(update(people).values(last_seen_at=self.now))

    def _delivered(self) -> int:
        """Send what is queued and due, as the delivery loop does."""
        with self.database.write() as connection:
            claimed = bulk.claim(connection, self.now, CHANNEL, _SLICE, alone=True)
            begun = [each.row.key for each in claimed if bulk.begin(connection, each, self.now) is not None]
            outbox.mark(connection, [Mark(key, "sent", self.now) for key in begun])
        return len(begun)

    def _scene(self) -> Scene:
        return Scene(self.guide, self.now, self._draw, Retention())

    # --- People --------------------------------------------------------------------------------

    def _people(self) -> None:
        """Each follows one series that is announced."""
        announced = [id for id, kind, _, _ in _SERIES if kind != "permanence"]
        everybody, now = range(1, self.plan.people + 1), self.now
        said = {"purpose": GATHERINGS, "granted": True, "wording": "-", "channel": CHANNEL, "at": now}
        followed = [(n, announced[n % len(announced)]) for n in everybody]
        with self.database.write() as connection:
            connection.execute(insert(people), [{"id": n, "created_at": now, "last_seen_at": now} for n in everybody])
            here = [{"id": n, "person": n, "channel": CHANNEL, "peer": f"u{n}", "private": True} for n in everybody]
            connection.execute(insert(addresses), here)
            connection.execute(insert(consents), [{"person": n, **said} for n in everybody])
            rows = [{"person": n, "subject": f"series/{id}", "since": now} for n, id in followed]
            connection.execute(insert(follows), rows)

    def _acts(self, chance: random.Random) -> Iterator[Act]:
        """Some book early, some late; one gathering in ten moves, one in twenty is cancelled; most come."""
        with self.database.read() as connection:
            rows = connection.execute(select(gatherings).order_by(gatherings.c.starts_at, gatherings.c.id)).all()
        for row in rows:
            if row.starts_at > self.plan.ends:
                continue
            early, late = self._some(chance), self._some(chance)
            wanted: list[Act] = [
                (row.starts_at - timedelta(days=9, hours=5), row.id, "books", early),
                (row.starts_at - timedelta(hours=30), row.id, "books", tuple(set(late) - set(early))),
            ]
            fate = chance.random()
            if fate < 0.05:
                wanted.append((row.starts_at - timedelta(days=2, hours=6), row.id, "cancels", ()))
            elif fate < 0.15:
                wanted.append((row.starts_at - timedelta(days=5, hours=2), row.id, "moves", ()))
            wanted.append((row.starts_at + timedelta(minutes=20), row.id, "comes", early[: len(early) * 2 // 3]))
            yield from (act for act in wanted if self._possible(act[0]))

    def _some(self, chance: random.Random) -> tuple[int, ...]:
        return tuple(sorted(chance.sample(range(1, self.plan.people + 1), self.plan.each)))

    def _possible(self, when: datetime) -> bool:
        """Neither before nor after all this, nor while the bot may be down."""
        down = any(each.since - timedelta(hours=1) <= when <= each.until + timedelta(hours=1) for each in self._outages)
        return self.plan.begins < when < self.plan.ends and not down

    # --- The end -------------------------------------------------------------------------------

    def _played(self) -> Played:
        columns = (ledger.c.key, ledger.c.state, ledger.c.reason, ledger.c.settled_at)
        with self.database.read() as connection:
            rows = {
                key: Row(state, reason or "", at) for key, state, reason, at in connection.execute(select(*columns))
            }
            known = found(connection, connection.execute(select(gatherings)).all())
            owed = frozenset(key for each in known for key in self._owed(connection, each))
            return Played(rows, outbox.sums(connection), {each.id: each.starts_at for each in known}, owed, self.ticks)

    def _owed(self, connection: Connection, gathering: Gathering) -> Iterator[str]:
        """Each reminder, of who had a place by its hour, of a gathering that took place where it was first put."""
        if gathering.state not in HELD or gathering.sequence or gathering.starts_at > self.plan.ends:
            return
        start = connection.execute(select(gatherings.c.starts_wall).where(gatherings.c.id == gathering.id)).scalar_one()
        for told in reminders.plan(self.guide, gathering, Retention().answers, COMING):
            if told.due > self.plan.begins:
                prefix = f"remind/{gathering.id}/{start.replace(' ', 'T')}/{told.telling.id}"
                mine = ((person, asked) for id, person, asked in self._booked if id == gathering.id)
                yield from (f"{prefix}/{person}" for person, asked in mine if asked <= told.due)


def differences(calm: Played, down: Played) -> dict[str, tuple[Row | None, Row | None]]:
    """The rows whose end is not the same in two years."""
    keys = calm.rows.keys() | down.rows.keys()
    both = {key: (calm.rows.get(key), down.rows.get(key)) for key in keys}
    return {key: pair for key, pair in both.items() if _ends(pair[0]) != _ends(pair[1])}


def _ends(row: Row | None) -> tuple[str, str]:
    return (row.state, row.reason) if row is not None else ("", "")
