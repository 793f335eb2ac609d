"""What people and animators do in a calendar that is played: book, come, move, cancel."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from handlers.gatherings import CANCELLED, HELD, MOVED, SEATED
from storage import gathering_rows
from storage.tables import bookings, gatherings
from storage.told_last import told_of


def done(connection: Connection, now: datetime, id: int, deed: str, who: tuple[int, ...]) -> tuple[int, ...]:
    """What people do; those who have a place from now on."""
    row = connection.execute(select(gatherings).where(gatherings.c.id == id)).one()
    if row.state not in HELD:
        return ()
    if deed == "books":
        _book(connection, now, row, who)
        return who
    {"comes": _come, "moves": _move, "cancels": _cancel}[deed](connection, now, row, who)
    return ()


def _book(connection: Connection, now: datetime, row: Any, who: tuple[int, ...]) -> None:
    usual = {"gathering": row.id, "seats": 1, "state": SEATED, "asked_at": now, "offers": 0, "joins": 0, "leaves": 0}
    said = {"name": "", "needs": "", "useful": "", "updated_at": now, **told_of(row)}
    if who:
        connection.execute(insert(bookings), [{**usual, **said, "person": person} for person in who])


def _come(connection: Connection, now: datetime, row: Any, who: tuple[int, ...]) -> None:
    here = (bookings.c.gathering == row.id, bookings.c.person.in_(who))
    if row.starts_at <= now:
        connection.execute(update(bookings).where(*here).values(checked_in_at=now))


def _move(connection: Connection, now: datetime, row: Any, _who: tuple[int, ...]) -> None:
    """A day later, at the same hour of the clock on the wall."""
    day = timedelta(days=1)
    hours = gathering_rows.hours(row.starts_at + day, row.ends_at + day, row.zone)
    gathering_rows.rewrite(connection, row, {**hours, "state": MOVED}, now, role=1)


def _cancel(connection: Connection, now: datetime, row: Any, _who: tuple[int, ...]) -> None:
    gathering_rows.rewrite(connection, row, {"state": CANCELLED}, now, role=1)
