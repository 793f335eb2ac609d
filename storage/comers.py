"""Who came to a gathering is known by name for some days, then only as a number."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, select, update

from handlers.gatherings import LIST_KEPT
from storage.gatherings import HOLDING
from storage.tables import bookings, gatherings, people

_KNOWN = bookings.c.person.is_not(None)
_same = bookings.alias("same")


def comes() -> ColumnElement[bool]:
    """People who come to something, or wait for it, in a query over `people`."""
    return exists().where(bookings.c.person == people.c.id, bookings.c.state.in_(HOLDING))


def known_too_long(now: datetime) -> ColumnElement[bool]:
    """Bookings whose gathering is over for so long that nobody has to be known any more."""
    over = select(gatherings.c.id).where(gatherings.c.ends_at <= now - LIST_KEPT)
    there = over.where(exists().where(_same.c.gathering == gatherings.c.id, _same.c.person.is_not(None)))
    return and_(_KNOWN, bookings.c.gathering.in_(there))


def expire(connection: Connection, now: datetime, limit: int) -> int:
    """Part people and needs from a slice of what is over for long enough; returns how many. Nothing else may keep
    those people known: they are looked at again."""
    old = select(bookings.c.id, bookings.c.person).where(known_too_long(now)).limit(limit)
    rows = connection.execute(old).all()
    if not rows:
        return 0
    ids, whom = [row.id for row in rows], sorted({row.person for row in rows})
    connection.execute(update(people).where(people.c.id.in_(whom)).values(resting=False))
    gone = {"person": None, "name": "", "needs": "", "offered_until": None}
    return connection.execute(update(bookings).where(bookings.c.id.in_(ids)).values(gone)).rowcount
