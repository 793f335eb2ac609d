"""Gatherings that are there before a conversation begins, in a real database; and people who come to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Choice, Inbound, Reply
from scheduler import seats as lists
from scheduler.clock import SetClock
from storage import bulk, gathering_rows, outbox
from storage.database import Database
from storage.gatherings import write_stops
from storage.outbox import Mark
from storage.play import Scene, batch, play
from storage.retention import Retention
from storage.tables import addresses, bookings, gatherings
from storage.tables import outbox as ledger
from tests.conversation import guide
from tests.roles import invited
from tests.transcript import Planned

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
CHANNEL = "telegram"
ZONE = "Europe/Paris"
MOST_TICKS = 300
_DEFAULT_MINUTES = 90


def planned(
    database: Database,
    now: datetime,
    network: str,
    kind: str,
    starts_at: datetime,
    stops: Sequence[tuple[datetime, str]] = (),
    **fields: Any,
) -> int:
    """A published gathering; `fields`: its texts, and its columns. Its number."""
    ends_at = fields.pop("ends_at", starts_at + timedelta(minutes=fields.pop("minutes", _DEFAULT_MINUTES)))
    zone = fields.pop("zone", ZONE)
    columns = {name: value for name, value in fields.items() if name in gatherings.c and name not in _TEXTS}
    values = {"network": network, "kind": kind, "state": "published", "uid": f"{network}-{kind}-{starts_at:%Y%m%d%H%M}"}
    values |= gathering_rows.hours(starts_at, ends_at, zone)
    said = gathering_rows.texts({name: str(value) for name, value in fields.items() if name in _TEXTS})
    with database.write() as connection:
        draw = SetClock(starts_at, seed=crc32(repr((starts_at, network, said)).encode())).draw
        id = gathering_rows.new(connection, {**values, **said, **columns}, now, draw, None)
        walked = [{"at": at, "place": place, "minutes_on_foot": 0, "access": ""} for at, place in stops]
        write_stops(connection, id, walked)
    return id


_TEXTS = frozenset(gathering_rows.texts({}))


def announced(database: Database, guide: Guide, now: datetime, written: Planned) -> int:
    """The gathering that a transcript writes in one line."""
    zone = ZoneInfo(guide.pack.territory.timezone)
    start = written.when.replace(tzinfo=zone)
    fields: dict[str, Any] = dict(written.fields)
    walked = [each.strip().partition(" ") for each in str(fields.pop("stops", "")).split(";") if each.strip()]
    stops = [(datetime.combine(start.date(), time.fromisoformat(hour), zone), place) for hour, _, place in walked]
    numbers = {name: int(fields.pop(name)) for name in ("seats", "minutes", "aside") if name in fields}
    network, kind = written.network, written.kind
    return planned(database, now, network, kind, start.astimezone(UTC), stops, zone=zone.key, **fields, **numbers)


@dataclass(frozen=True, slots=True)
class Read:
    """A message that reached someone."""

    key: str
    who: str
    text: str
    choices: tuple[Choice, ...]
    attachments: tuple[str, ...]
    at: datetime


@dataclass
class Crowd:
    """People by name, who talk with the whole conversation on a real database. What reaches them is in `heard`."""

    database: Database
    now: datetime = NOON
    pack: str = ""
    heard: list[Read] = field(default_factory=list)
    sent: int = 0

    def says(self, who: str, text: str = "", *, choice: str | None = None) -> str:
        """What is answered to who wrote this or tapped that."""
        before = len(self.heard)
        self.sent += 1
        kind = "text" if choice is None else "choice"
        inbound = Inbound(Address(CHANNEL, who), f"m{self.sent}", who, text, choice, kind)
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, self.scene())
        self._reach([row.key for row in rows])
        return "\n".join(read.text for read in self.heard[before:] if read.who == who)

    def taps(self, who: str, choice: str) -> str:
        """The same for a button by its id; `coming/` is understood."""
        return self.says(who, choice=choice if "/" in choice else f"coming/{choice}")

    def animates(self, who: str, network: str) -> None:
        """Someone animates a network."""
        self.says(who, invited(self.database, self.now, "animator", network))

    def later(self, **time: float) -> None:
        """Time passes; what was due on the way has been told."""
        until = self.now + timedelta(**time)
        for _ in range(MOST_TICKS):
            due = self._next()
            if due is None or due > until:
                break
            self.now = max(due, self.now)
            self.tick()
        else:
            raise AssertionError("what is due is never done")
        self.now = until
        self.tick()

    def _next(self) -> datetime | None:
        with self.database.write() as connection:
            found = [lists.next_due(connection, self.scene()), bulk.next_due(connection, self.now)]
        return min((each for each in found if each is not None), default=None)

    def tick(self) -> None:
        """What the clock does: the waiting lists, and what waits in the ledger."""
        with self.database.write() as connection:
            lists.send_due(connection, self.scene())
        with self.database.write() as connection:
            claimed = bulk.claim(connection, self.now, CHANNEL, 500, alone=True)
        for each in claimed:
            with self.database.write() as connection:
                row = bulk.begin(connection, each, self.now)
            self._reach([row.key] if row is not None else [])

    def scene(self) -> Scene:
        """What turns are given."""
        return Scene(self.guide, self.now, SetClock(self.now, seed=self.sent).draw, Retention())

    @property
    def guide(self) -> Guide:
        """The pack."""
        return guide(self.pack)

    def _reach(self, keys: list[str]) -> None:
        query = select(ledger.c.key, ledger.c.body, addresses.c.peer)
        joined = query.join(addresses, addresses.c.id == ledger.c.address).where(ledger.c.key.in_(keys))
        with self.database.write() as connection:
            rows = connection.execute(joined.order_by(ledger.c.id)).all()
            outbox.mark(connection, [Mark(row.key, "sent", self.now, receipt=f"r{row.key}") for row in rows])
        for row in rows:
            said: Reply = outbox.unpacked(row.body)
            self.heard.append(Read(row.key, row.peer, said.text, said.choices, said.attachments, self.now))

    def told(self, who: str, word: str) -> list[Read]:
        """What reached someone whose key begins with a word."""
        return [read for read in self.heard if read.who == who and read.key.startswith(f"{word}/")]

    def bookings(self, gathering: int) -> dict[str, Row[Any]]:
        """The bookings of a gathering by who made them."""
        query = select(bookings, addresses.c.peer).join(addresses, addresses.c.person == bookings.c.person)
        with self.database.read() as connection:
            rows = connection.execute(query.where(bookings.c.gathering == gathering).order_by(bookings.c.id)).all()
        return {row.peer: row for row in rows}

    def states(self, gathering: int) -> dict[str, str]:
        """Where each one is."""
        return {who: row.state for who, row in self.bookings(gathering).items()}
