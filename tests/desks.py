"""What a role does at its desk, on a real database, by people who type and tap."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from handlers import facts
from handlers.effects_desk import DeskEffect
from handlers.engine import respond
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from scheduler.clock import SystemClock
from storage import roles as stored
from storage.apply import desk as applied
from storage.apply.turn import Context
from storage.database import Database
from storage.play import Scene, batch, play
from storage.questions.desk import DeskAnswers
from storage.retention import Retention
from storage.tables import addresses, metadata
from tests.conversation import guide
from tests.echo import NOON

KEPT = Retention()
NEW = "Bonjour, je cherche une place."
CARD, SENTENCE = "s.cercle_mains", "s.cercle_mains.0.say"


@dataclass
class Desk:
    """A real database, and people who type or tap in it."""

    database: Database
    now: datetime = NOON
    told: Guide = field(default_factory=lambda: guide("exemple"))
    sent: int = 0

    def does(self, who: str, text: str = "", choice: str | None = None) -> list[tuple[str, str]]:
        """Who is told what, after this."""
        self.sent += 1
        kind = "choice" if choice else "text"
        inbound = Inbound(Address("terminal", who), f"m{self.sent}", who, text, choice, kind)
        scene = Scene(self.told, self.now, SystemClock().draw, KEPT)
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, scene)
        return [(row.address.peer, row.reply.text) for row in rows]

    def taps(self, who: str, choice: str) -> str:
        """What the person who taps is told last."""
        return [text for peer, text in self.does(who, choice=choice) if peer == who][-1]

    def gives(self, who: str, role: str, network: str = "") -> None:
        """A role, by a code of the operator."""
        with self.database.write() as connection:
            code = stored.invite(connection, SystemClock().draw, role, network, self.now)
        self.does(who, code)

    def effect(self, who: str, effect: DeskEffect) -> None:
        """An effect written for someone, as if a handler had been mistaken."""
        with self.database.write() as connection:
            address = connection.execute(select(addresses).where(addresses.c.peer == who)).one()
            where = Address("terminal", who)
            applied.write(
                connection,
                Context(where, address.id, address.person, "m", self.now, SystemClock().draw, "UTC", address.person),
                effect,
            )

    def rows(self, table: str) -> list[Any]:
        """Everything in a table."""
        with self.database.read() as connection:
            return list(connection.execute(select(metadata.tables[table]).order_by(metadata.tables[table].c.id)))

    def uses(self) -> list[tuple[int | None, str, str]]:
        """The journal: which role, what, where."""
        return [(row.number, row.action, row.network) for row in self.rows("audit")]

    def read_of(self, who: str) -> str:
        """The button that says that a card is right as it is."""
        with self.database.read() as connection:
            confirmed = DeskAnswers(connection).confirmed()
        card = facts.current(self.told.pack.scheme_by_id["cercle_mains"], CARD, confirmed, "Indian/Reunion")
        digests = "".join(facts.digest(fact) for fact in facts.facts_of(card))
        return f"desk/exact:{CARD}.all.{sha256(digests.encode()).hexdigest()[:6]}"


def proposed(desk: Desk) -> None:
    """An administrator, an animator, and a correction that waits."""
    desk.gives("a", "admin")
    desk.gives("b", "animator", "cercle")
    desk.taps("b", f"desk/fix:{SENTENCE}")
    desk.does("b", NEW)
    desk.taps("b", "desk/review:send")
