"""What a programme of several days holds, as rows: its gatherings, and how many came."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from handlers.gatherings import HELD, Gathering
from handlers.programme_words import Numbers
from handlers.reminders import FOUND_USEFUL
from storage.gatherings import found
from storage.tables import bookings, gatherings

_MOST = 50


def _among(since: datetime, until: datetime, kinds: Collection[str], reserved: Collection[str]) -> ColumnElement[bool]:
    between = gatherings.c.starts_at.between(since, until) & gatherings.c.state.in_(HELD)
    return between & gatherings.c.kind.not_in(kinds) & gatherings.c.series.not_in(reserved)


def ahead(
    connection: Connection, since: datetime, until: datetime, kinds: Collection[str], reserved: Collection[str]
) -> tuple[Gathering, ...]:
    """The gatherings that begin between two instants: none of these kinds, nor of series for members."""
    wanted = select(gatherings).where(_among(since, until, kinds, reserved), gatherings.c.starts_at < until)
    rows = connection.execute(wanted.order_by(gatherings.c.starts_at, gatherings.c.id).limit(_MOST)).all()
    return found(connection, rows)


def numbers(
    connection: Connection, since: datetime, until: datetime, kinds: Collection[str], reserved: Collection[str]
) -> Numbers:
    """What took place between two instants."""
    here = _among(since, until, kinds, reserved)
    held, walk_ins = connection.execute(
        select(func.count(), func.coalesce(func.sum(gatherings.c.walk_ins), 0)).where(here)
    ).one()
    there = select(gatherings.c.id).where(here)
    mine = bookings.c.gathering.in_(there)
    seats = select(func.coalesce(func.sum(bookings.c.seats), 0)).where(mine, bookings.c.checked_in_at.is_not(None))
    asked = select(func.count()).where(mine, bookings.c.useful != "")
    useful = select(func.count()).where(mine, bookings.c.useful == FOUND_USEFUL)
    came = int(connection.execute(seats).scalar_one()) + int(walk_ins)
    return Numbers(int(held), came, connection.execute(useful).scalar_one(), connection.execute(asked).scalar_one())
