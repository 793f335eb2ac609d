"""« Tell me again »: at the hour that each person chose, if they still come."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, select

from handlers import reminder_words
from handlers.gatherings import HELD, SEATED
from handlers.reminders import LATE
from scheduler.reminders import OVER, STOPPED
from storage import tellings
from storage.gatherings import found
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tables import bookings, gatherings, snoozes
from storage.tellings import SLICE, Line, Whom

_FIRST = select(func.min(snoozes.c.until))


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next hour that someone chose, or the morning after it."""
    first = connection.execute(_FIRST).scalar()
    if first is None:
        return None
    return scene.by_day(first)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write what is due in the ledger, and forget that it was asked."""
    now = scene.now
    if scene.is_night:
        return ()
    wanted = select(snoozes).where(snoozes.c.until <= now).order_by(snoozes.c.until, snoozes.c.id).limit(SLICE)
    asked = connection.execute(wanted).all()
    lines = [line for row in asked if (line := _line(connection, row, scene)) is not None]
    connection.execute(delete(snoozes).where(snoozes.c.id.in_([row.id for row in asked])))
    return tellings.write(connection, lines, now)


def _line(connection: Connection, row: object, scene: Scene) -> Line | None:
    """None for who does not come any more, or for what is cancelled: they know."""
    held = row._mapping  # type: ignore[attr-defined]  # a row of the table
    here = select(gatherings).where(gatherings.c.id == held["gathering"], gatherings.c.state.in_(HELD))
    known = connection.execute(here).one_or_none()
    who = _comes(connection, held["gathering"], held["person"])
    if known is None or who is None:
        return None
    gathering = found(connection, [known])[0]
    key = f"remind/{gathering.id}/{known.starts_wall.replace(' ', 'T')}/snooze-{held['id']}/{who.person}"
    if gathering.starts_at <= scene.now or who.refused:
        return Line(key, who, reason=STOPPED if who.refused else OVER)
    late = held["until"] + LATE < scene.now
    reply = reminder_words.reminder(
        scene.guide, who.language, gathering, scene.now, seats=who.seats, joins=who.joins, late=late
    )
    return Line(key, who, reply, late_after=held["until"] + LATE, useless_after=gathering.starts_at)


def _comes(connection: Connection, gathering: int, person: int) -> Whom | None:
    mine = and_(bookings.c.gathering == gathering, bookings.c.person == person, bookings.c.state == SEATED)
    return next(iter(tellings.booked(connection, mine)), None)
