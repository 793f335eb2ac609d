"""What takes place, and who comes, for the person of the turn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from handlers.gatherings import LEFT, Booking, Gathering, Hall
from storage.gatherings import announced, booking_of, comers_of, found, hall_of, line_of, one
from storage.tables import bookings, follows, gatherings

_EARLY, _LATE = timedelta(hours=2), timedelta(days=2)
"""Around a gathering, when its code is good."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class GatheringAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None
    now: datetime

    def coming(self, after: datetime, limit: int, networks: tuple[str, ...] = ()) -> tuple[Gathering, ...]:
        """Those that are announced and not over, the first one first."""
        wanted = select(gatherings).where(announced(), gatherings.c.ends_at > after)
        if networks:
            wanted = wanted.where(gatherings.c.network.in_(networks))
        return self._found(wanted.limit(limit))

    def of_network(self, networks: tuple[str, ...], since: datetime) -> tuple[Gathering, ...]:
        """All of these networks, whatever their state."""
        wanted = select(gatherings).where(gatherings.c.network.in_(networks), gatherings.c.ends_at > since)
        return self._found(wanted.limit(_MOST))

    def find(self, id: int) -> Gathering | None:
        """One of them."""
        return one(self.connection, id)

    def claim(self, id: int, *, lock: bool = True) -> Hall | None:
        """One of them, read once it is locked, and then the sums of its bookings."""
        return hall_of(self.connection, id, self.person, lock=lock)

    def line(self, id: int) -> tuple[Booking, ...]:
        """Its waiting list."""
        return line_of(self.connection, id, self.person)

    def comers(self, id: int, after: int, limit: int) -> tuple[Booking, ...]:
        """Who holds seats, a page of them."""
        return comers_of(self.connection, id, after, limit)

    def mine(self, since: datetime) -> tuple[tuple[Gathering, Booking], ...]:
        """What the person comes to or waits for."""
        here = (bookings.c.person == self.person, bookings.c.state != LEFT)
        rows = {row.gathering: row for row in self.connection.execute(select(bookings).where(*here))}
        wanted = select(gatherings).where(gatherings.c.id.in_(rows), gatherings.c.ends_at > since)
        return tuple((each, booking_of(rows[each.id], self.person)) for each in self._found(wanted)) if rows else ()

    def by_code(self, code: str) -> Gathering | None:
        """The gathering of this code, around its hour."""
        near = (gatherings.c.starts_at <= self.now + _EARLY, gatherings.c.ends_at > self.now - _LATE)
        rows = self._found(select(gatherings).where(gatherings.c.code == code, *near))
        return rows[0] if rows else None

    def follows(self) -> frozenset[str]:
        """What the person follows."""
        return frozenset(
            self.connection.execute(select(follows.c.subject).where(follows.c.person == self.person)).scalars()
        )

    def _found(self, wanted: Any) -> tuple[Gathering, ...]:
        ordered = wanted.order_by(gatherings.c.starts_at, gatherings.c.id)
        return found(self.connection, self.connection.execute(ordered).all())
