"""The orientation of the person of the turn that is followed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from handlers.outcomes import Followed
from storage.tables import followups

_MINE = select(followups).where(followups.c.person == bindparam("person"))


@dataclass(frozen=True, slots=True)
class OutcomeAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None

    def mine(self) -> Followed | None:
        """At most one for a person."""
        row = self.connection.execute(_MINE, {"person": self.person}).one_or_none()
        if row is None:
            return None
        doors = tuple(row.doors.split())
        return Followed(row.id, doors, row.finished_at, row.tried, row.asked, row.asked_at, row.open, row.answer)
