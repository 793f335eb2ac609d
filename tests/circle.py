"""Members of one community who meet through the whole conversation, on a real database, message by message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update

from handlers.engine import respond
from handlers.messages import Address, Choice, Inbound, Reply
from scheduler import introductions as endings
from scheduler.clock import SetClock
from storage import bulk, outbox
from storage.database import Database
from storage.outbox import Mark
from storage.play import Scene, batch, play
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, introductions, profiles, reports
from storage.tables import outbox as ledger
from tests.conversation import guide
from tests.echo import NOON
from tests.members import enrolled
from tests.roles import invited
from tests.transcript import Enrolled

CHANNEL = "telegram"
COMMUNITY = "metropole"
NETWORK = "mel"
MOST_TICKS = 200
KEPT = Retention()
SECRET = "06 39 98 00 03"


@dataclass(frozen=True, slots=True)
class Read:
    """A message that reached someone. `about`: whose words it carries, by number."""

    key: str
    who: str
    text: str
    choices: tuple[Choice, ...]
    at: datetime
    about: int | None


@dataclass
class Circle:
    """People by name. What reaches them is in `heard`, in order."""

    database: Database
    now: datetime = NOON
    heard: list[Read] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    sent: int = 0

    def enter(self, who: str, **card: str) -> int:
        """Someone joins, with a card that says their name at least."""
        member = Enrolled(who, COMMUNITY, tuple(({"name": who} | card).items()))
        self.numbers[who] = enrolled(self.database, self.now, Address(CHANNEL, who), member, "fr")
        return self.numbers[who]

    def says(
        self,
        who: str,
        text: str = "",
        *,
        choice: str | None = None,
        quoting: str | None = None,
        before_commit: Callable[[], object] = list,
    ) -> str:
        """What is answered to who wrote this or tapped that."""
        before = len(self.heard)
        self.sent += 1
        kind = "text" if choice is None else "choice"
        inbound = Inbound(Address(CHANNEL, who), f"m{self.sent}", who, text, choice, kind, replies_to=quoting)
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, self.scene())
            before_commit()
        self._reach([row.key for row in rows])
        return "\n".join(read.text for read in self.heard[before:] if read.who == who)

    def taps(self, who: str, step: str, value: object, before_commit: Callable[[], object] = list) -> str:
        """The same for a button, by its step and its number."""
        return self.says(who, choice=f"meeting/{step}:{value}", before_commit=before_commit)

    def asks(self, who: str, other: str, note: str = "") -> str:
        """Someone asks to meet another; what they are told in the end."""
        self.taps(who, "ask", self.numbers[other])
        self.says(who, note) if note else self.taps(who, "note", "none")
        return self.taps(who, "send", self.numbers[other])

    def answers(self, who: str, introduction: int, yes: str = "oui") -> str:
        """Who was asked says yes or no."""
        return self.says(who, choice=f"meeting/answer-{introduction}.1:{yes}")

    def meet(self, one: str, other: str) -> int:
        """Two people who both said yes; the number of their introduction."""
        self.asks(one, other)
        latest = self.rows()[-1].id
        self.answers(other, latest)
        return int(latest)

    def writes(self, who: str, introduction: int, text: str) -> str:
        """Words to be passed on; what who wrote is told."""
        begun = self.taps(who, "write", introduction)
        return self.says(who, text) if self.step(who) == "write" else begun

    def reports(self, who: str, introduction: int, number: int) -> str:
        """« signaler », confirmed."""
        self.taps(who, "signal", f"{introduction}.{number}")
        return self.taps(who, "report", f"{introduction}.{number}")

    def animator(self, who: str, network: str = NETWORK) -> None:
        """Someone animates a network: that of the community."""
        self.says(who, invited(self.database, self.now, "animator", network))

    def later(self, **time: float) -> None:
        """Time passes; what was due on the way has been told."""
        until = self.now + timedelta(**time)
        ticks = 0
        while (due := self.next_due()) is not None and due <= until:
            self.now, ticks = max(due, self.now), ticks + 1
            assert ticks < MOST_TICKS, "what is due is never done"
            self.tick()
        self.now = until
        self.tick()

    def tick(self) -> None:
        """What the clock does: erase, end what is due, send what waits."""
        with self.database.write() as connection:
            sweep(connection, self.now, KEPT)
        with self.database.write() as connection:
            endings.send_due(connection, self.scene())
        with self.database.write() as connection:
            claimed = bulk.claim(connection, self.now, CHANNEL, 100, alone=True)
        for each in claimed:
            with self.database.write() as connection:
                row = bulk.begin(connection, each, self.now)
            self._reach([row.key] if row is not None else [])

    def next_due(self) -> datetime | None:
        """The next end."""
        with self.database.write() as connection:
            return endings.next_due(connection, self.scene())

    def scene(self) -> Scene:
        """What turns are given."""
        return Scene(guide(), self.now, SetClock(self.now).draw, KEPT)

    def _reach(self, keys: list[str]) -> None:
        """What leaves arrives."""
        query = select(ledger.c.key, ledger.c.body, ledger.c.about, addresses.c.peer)
        joined = query.join(addresses, addresses.c.id == ledger.c.address).where(ledger.c.key.in_(keys))
        with self.database.write() as connection:
            rows = connection.execute(joined.order_by(ledger.c.id)).all()
            outbox.mark(connection, [Mark(row.key, "sent", self.now, receipt=f"r{row.key}") for row in rows])
        for row in rows:
            said: Reply = outbox.unpacked(row.body)
            self.heard.append(Read(row.key, row.peer, said.text, said.choices, self.now, row.about))

    def heard_by(self, who: str) -> list[Read]:
        """All that reached someone."""
        return [read for read in self.heard if read.who == who]

    def rows(self) -> list[Row[Any]]:
        """The introductions, the oldest first."""
        with self.database.read() as connection:
            return list(connection.execute(select(introductions).order_by(introductions.c.id)).all())

    def reported(self) -> list[Row[Any]]:
        """The reports, the oldest first."""
        with self.database.read() as connection:
            return list(connection.execute(select(reports).order_by(reports.c.id)).all())

    def shows(self, who: str, visibility: str) -> None:
        """A card is hidden or shown again."""
        mine = update(profiles).where(profiles.c.person == self.numbers[who])
        with self.database.write() as connection:
            connection.execute(mine.values(visibility=visibility))

    def step(self, who: str) -> str:
        """The question in course for someone."""
        with self.database.read() as connection:
            query = "SELECT step FROM conversations WHERE person = "
            found = connection.exec_driver_sql(query + str(self.numbers[who])).scalar()
        return str(found or "")


def begun(database: Database) -> Circle:
    """Terreau, Bo and Cleo."""
    circle = Circle(database)
    for who in ("Terreau", "Bo", "Cleo"):
        circle.enter(who, contact=SECRET, shown="name line offers", offers="photos", line=f"Je suis {who}")
    return circle
