"""Laureate projects, and the people who enter, invite, check: on a real database, by what they type and tap."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Choice, Inbound
from handlers.roles import drawn_code
from scheduler.clock import SystemClock
from storage import projects, roles
from storage.database import Database
from storage.outbox import OutboxRow
from storage.play import Scene, batch, play
from storage.retention import Retention
from storage.tables import addresses, memberships, metadata
from tests import rows
from tests.conversation import button, guide
from tests.echo import NOON
from tests.transcript import Listed

CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")
CALL = "Appel à projets permanent"
FIL = Listed("Le Fil", CALL, 2026)
CITY, OTHERS = "laureats", "metropole"


def listed(database: Database, guide: Guide, now: datetime, project: Listed) -> str:
    """The code of a new project of the first community whose members have a code."""
    community = next(each.id for each in guide.pack.community.communities if each.proof == "code")
    code, draw = drawn_code(SystemClock().draw), SystemClock().draw
    with database.write() as connection:
        known = projects.add(connection, community, project.name, project.call, project.year, now)
        projects.let_in(connection, draw, known, code, now, first=True)
    return code


@dataclass
class Hall:
    """A real database, and people who write there, each from an address of their own."""

    database: Database
    now: datetime = NOON
    typed: int = field(default=0)
    shown: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    outside: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, who: str, text: str = "", choice: str | None = None) -> list[OutboxRow]:
        """The rows of one message."""
        self.typed += 1
        kind = "text" if choice is None else "choice"
        inbound = Inbound(Address("terminal", who), f"m{self.typed}", who, text, choice, kind)
        with self.database.write() as connection, batch(connection, [inbound]):
            scene = Scene(guide("lille"), self.now, SystemClock().draw, Retention())
            return list(play(connection, inbound, respond, scene))

    def says(self, who: str, text: str = "", choice: str | None = None) -> str:
        """All that is answered; what others are told at once is in `outside`."""
        rows = self.rows(who, text, choice)
        for row in rows:
            if row.address.peer != who:
                self.outside.setdefault(row.address.peer, []).append(row.reply.text)
        mine = [row.reply for row in rows if row.address.peer == who]
        self.shown[who] = tuple(choice for reply in mine for choice in reply.choices)
        return "\n\n".join(reply.text for reply in mine)

    def taps(self, who: str, label: str) -> str:
        """A button of the last answer, by its label, or any by its id."""
        return self.says(who, choice=button(label, self.shown.get(who, ())))

    def offered(self, who: str) -> list[str]:
        """The labels of the buttons of the last answer."""
        return [choice.label for choice in self.shown[who]]

    def enlist(self, project: Listed = FIL) -> str:
        """The code of a new project of the list."""
        return listed(self.database, guide("lille"), self.now, project)

    def enter(self, who: str, code: str) -> None:
        """Type a code and say yes."""
        if "d'accord" in self.says(who, code):
            self.says(who, "oui")

    def colleague(self, who: str = "u1") -> str:
        """A code that someone of a project gives."""
        (code,) = CODE.findall(self.says(who, "inviter un collègue"))
        return str(code)

    def role(self, who: str, role: str, network: str = "") -> None:
        """Give a role to someone."""
        with self.database.write() as connection:
            code = roles.invite(connection, SystemClock().draw, role, network, self.now)
        self.says(who, code)

    def members(self, community: str = CITY) -> dict[str, str]:
        """The states of the memberships of a community, by address."""
        there = select(addresses.c.peer, memberships.c.state).join(
            addresses, addresses.c.person == memberships.c.person
        )
        with self.database.read() as connection:
            rows = connection.execute(there.where(memberships.c.community == community).order_by(memberships.c.id))
            return {row.peer: row.state for row in rows}

    def person(self, who: str) -> int:
        """The number of someone."""
        with self.database.read() as connection:
            wanted = select(addresses.c.person).where(addresses.c.peer == who)
            return int(connection.execute(wanted).scalar_one())

    def asks(self, who: str, community: str = OTHERS, **said: str) -> int:
        """Someone asks to be a member, with a card; the number of the request."""
        self.says(who, "bonjour")
        person, profile = self.person(who), metadata.tables["profiles"]
        empty = {c.name: "" for c in profile.c if c.name not in ("person", "created_at", "updated_at")}
        card: dict[str, Any] = {**empty, **said, "shown": "name structure line", "visibility": "members"}
        hours = {"created_at": self.now, "updated_at": self.now}
        asked = {"person": person, "community": community, "state": "asked", "joined_at": self.now}
        with self.database.write() as connection:
            connection.execute(profile.insert(), {**card, **hours, "person": person})
            made = memberships.insert().values(**asked, checked_at=self.now).returning(memberships.c.id)
            return int(connection.execute(made).scalar_one())

    def journal(self) -> list[tuple[str, str, str]]:
        """What the journal says."""
        return rows.journal(self.database)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return rows.count(self.database, table)
