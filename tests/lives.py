"""People who live with the bot for months: a real database, the real conversation, a clock moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from handlers.durations import Durations
from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from scheduler import due
from scheduler.clock import SystemClock
from storage import bulk, outbox
from storage.database import Database
from storage.outbox import Mark, OutboxRow
from storage.play import Scene, batch, play
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, people
from tests.conversation import guide
from tests.echo import NOON

HERE = "terminal"


@dataclass
class Life:
    """What is said is sent at once; `sent` keeps the key, the receiver and the hour of all that left."""

    database: Database
    now: datetime = NOON
    guide: Guide = field(default_factory=lambda: guide("exemple"))
    durations: Durations = field(default_factory=Durations)
    sent: list[tuple[str, str, datetime]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    typed: int = 0
    number: int = 1
    """Whom a test is about, by number."""

    @property
    def scene(self) -> Scene:
        """What every turn shares."""
        return Scene(self.guide, self.now, SystemClock().draw, Retention(self.durations))

    def says(self, text: str, who: str = "u1") -> list[str]:
        """Type a text; what is answered."""
        return self._plays(Inbound(Address(HERE, who), f"m{self._number()}", who, text))

    def taps(self, choice: str, who: str = "u1") -> list[str]:
        """Tap a button by its id."""
        return self._plays(Inbound(Address(HERE, who), f"m{self._number()}", who, choice=choice, kind="choice"))

    def _number(self) -> int:
        self.typed += 1
        return self.typed

    def _plays(self, inbound: Inbound) -> list[str]:
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, self.scene)
        self._left(rows)
        return [row.reply.text for row in rows if row.address == inbound.address]

    def _left(self, rows: tuple[OutboxRow, ...] | list[OutboxRow]) -> None:
        self.sent += [(row.key, row.address.peer, self.now) for row in rows]
        self.texts += [row.reply.text for row in rows]
        with self.database.write() as connection:
            outbox.mark(connection, [Mark(row.key, "sent", self.now, receipt=row.key[-8:]) for row in rows])

    def waits(self, **span: float) -> None:
        """Let time pass at once, as after an outage, then do what is due."""
        self.now += timedelta(**span)
        self.tick()

    def lives(self, **span: float) -> None:
        """Let time pass, stopping at every instant at which something is due."""
        until = self.now + timedelta(**span)
        while (at := self.next_due()) is not None and at <= until:
            self.now = max(at, self.now)
            self.tick()
        self.now = until
        self.tick()

    def next_due(self) -> datetime | None:
        """When something unasked is due next."""
        with self.database.write() as connection:
            return due.next_due(connection, self.scene)

    def tick(self) -> None:
        """What the bot does by itself now: erase, write what is due, send it."""
        with self.database.write() as connection:
            while any(sweep(connection, self.now, self.scene.retention, self.scene.zone).values()):
                pass
        for source in due.SOURCES:
            with self.database.write() as connection:
                source.send_due(connection, self.scene)
        self.deliver()

    def deliver(self) -> None:
        """Send what is queued and due, as the delivery loop does."""
        with self.database.write() as connection:
            claimed = bulk.claim(connection, self.now, HERE, 100, alone=True)
        for each in claimed:
            with self.database.write() as connection:
                row = bulk.begin(connection, each, self.now)
            if row is not None:
                self._left([row])

    def person(self, who: str = "u1") -> int | None:
        """The number of someone, if they are known."""
        with self.database.read() as connection:
            return connection.execute(select(addresses.c.person).where(addresses.c.peer == who)).scalar()

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What the database says."""
        with self.database.read() as connection:
            return [tuple(row) for row in connection.execute(query)]

    def known(self) -> int:
        """How many people are known."""
        return len(self.rows(select(people.c.id)))
