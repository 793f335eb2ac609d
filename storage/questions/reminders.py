"""What the person of the turn is told about gatherings, and wants to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from handlers.messages import Choice
from storage.outbox import UNASKED, unpacked
from storage.purposes import refuses
from storage.tables import leads, people
from storage.tables import outbox as ledger

_LEFT = ("sent", "late", "uncertain")


@dataclass(frozen=True, slots=True)
class ReminderAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None

    def leads(self) -> frozenset[str] | None:
        """The tellings that the person chose."""
        wanted = self.connection.execute(select(leads.c.wanted).where(leads.c.person == self.person)).scalar()
        return frozenset(wanted.split()) if wanted is not None else None

    def stopped(self) -> bool:
        """A yes taken back, or no telling chosen."""
        found = select(people.c.id).where(people.c.id == self.person, refuses())
        return self.connection.execute(found).scalar() is not None

    def told(self, since: datetime) -> tuple[Choice, ...]:
        """What the last one offered."""
        ours = or_(*(ledger.c.key.startswith(kind, autoescape=True) for kind in UNASKED))
        left = (
            ledger.c.state.in_(("sent", "late", "uncertain")),
            ledger.c.settled_at >= since,
            ledger.c.body.is_not(None),
        )
        query = select(ledger.c.body).where(ledger.c.person == self.person, ours, *left)
        body = self.connection.execute(query.order_by(ledger.c.settled_at.desc(), ledger.c.id.desc()).limit(1)).scalar()
        return unpacked(body).choices if body else ()
