"""People who write from several messengers to the whole conversation, on a real database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from handlers.engine import respond
from handlers.messages import Address, Inbound
from scheduler.clock import SystemClock
from storage import roles
from storage.database import Database
from storage.outbox import OutboxRow
from storage.play import Scene, batch, play
from storage.retention import Retention
from storage.sweeping import sweep
from storage.tables import addresses, conversations, metadata
from tests.conversation import guide
from tests.echo import NOON

TG, MX = "telegram", "matrix"
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")
KEPT = Retention()


def code_of(text: str) -> str:
    """The only code in a text."""
    (found,) = CODE.findall(text)
    return str(found)


@dataclass
class Place:
    """A real database, and the same name on two messengers: two people until linked."""

    database: Database
    now: datetime = NOON
    typed: int = field(default=0)

    def says(self, channel: str, text: str = "", who: str = "u1", *, choice: str | None = None) -> list[OutboxRow]:
        """The rows to send after this message."""
        self.typed += 1
        kind = "text" if choice is None else "choice"
        inbound = Inbound(Address(channel, who), f"m{self.typed}", who, text, choice, kind)
        with self.database.write() as connection, batch(connection, [inbound]):
            scene = Scene(guide("exemple"), self.now, SystemClock().draw, KEPT)
            return list(play(connection, inbound, respond, scene))

    def hears(self, channel: str, text: str = "", who: str = "u1", *, choice: str | None = None) -> str:
        """What is answered there."""
        rows = self.says(channel, text, who, choice=choice)
        return "\n\n".join(row.reply.text for row in rows if row.address == Address(channel, who))

    def code(self, channel: str = TG, who: str = "u1") -> str:
        """A code asked for there."""
        return code_of(self.hears(channel, "lier", who))

    def link(self) -> None:
        """Telegram gives the code, Matrix types it."""
        assert "relié" in self.hears(MX, self.code())

    def invite(self, role: str = "admin", network: str = "") -> str:
        """A code for a role."""
        with self.database.write() as connection:
            return roles.invite(connection, SystemClock().draw, role, network, self.now)

    def held(self, channel: str, who: str = "u1") -> bool:
        """True if someone who writes from there has a role."""
        return "administration" in self.hears(channel, "mes rôles", who)

    def step(self, channel: str, who: str = "u1") -> str | None:
        """The question in course there."""
        there = (addresses.c.channel == channel, addresses.c.peer == who)
        with self.database.read() as connection:
            joined = select(conversations.c.step).join(addresses, addresses.c.person == conversations.c.person)
            return connection.execute(joined.where(*there)).scalar()

    def count(self, *names: str) -> list[int]:
        """How many rows tables have."""
        with self.database.read() as connection:
            return [
                connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one()
                for name in names
            ]

    def sweep(self) -> None:
        """Erase what has been kept long enough."""
        with self.database.write() as connection:
            sweep(connection, self.now, KEPT)
