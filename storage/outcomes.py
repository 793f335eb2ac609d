"""Orientations that are followed, as rows: begun, asked about, answered, over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from handlers.consent import FOLLOWUP
from handlers.counted import OUTCOME
from handlers.effects_intake import Count
from handlers.outcomes import ANSWERED_IN, ASKED_AFTER, SILENT, after
from storage import tallies
from storage.purposes import agrees
from storage.tables import followups

KEY = "outcome"
"""First word of the keys of the questions: they leave only with the yes."""


def key_of(row: Any, days: int) -> str:
    """What names for ever one question to one person."""
    return f"{KEY}/{row.person}/{row.id}-{days}"


def follow(connection: Connection, person: int, doors: tuple[str, ...], now: datetime, zone: str) -> None:
    """From now on; an orientation with the same doors, shown again, is no other one."""
    former = connection.execute(select(followups).where(followups.c.person == person)).one_or_none()
    if former is not None and former.doors == " ".join(doors):
        return
    if former is not None:
        end(connection, former, now, zone)
    first = now + timedelta(days=ASKED_AFTER[0])
    values = {"person": person, "doors": " ".join(doors), "finished_at": now, "next_at": first}
    connection.execute(insert(followups), {**values, "tried": 0, "asked": 0, "open": False, "answer": ""})


def asked(connection: Connection, row: Any, days: int, now: datetime) -> None:
    """A question leaves. The time of an answer ends before the next question."""
    following = after(days)
    until = now + ANSWERED_IN
    if following:
        until = min(until, row.finished_at + timedelta(days=following))
    values = {"asked": days, "asked_at": now, "open": True, "answer": "", "next_at": until}
    connection.execute(update(followups).where(followups.c.id == row.id).values(values))


def close(connection: Connection, row: Any, now: datetime, zone: str) -> None:
    """The time of a question is over; with the last one, all of it."""
    following = after(row.asked)
    if not following:
        end(connection, row, now, zone)
        return
    _count_silence(connection, row, now, zone)
    values = {"open": False, "next_at": row.finished_at + timedelta(days=following)}
    connection.execute(update(followups).where(followups.c.id == row.id).values(values))


def end(connection: Connection, row: Any, now: datetime, zone: str) -> None:
    """Nothing is followed any more, and the doors are forgotten."""
    _count_silence(connection, row, now, zone)
    connection.execute(delete(followups).where(followups.c.id == row.id))


def _count_silence(connection: Connection, row: Any, now: datetime, zone: str) -> None:
    if row.open and not row.answer:
        tallies.tally(connection, now, zone, (Count(OUTCOME, f"{row.asked}/{SILENT}"),))


def say(connection: Connection, person: int, id: int, answer: str, tried: int) -> None:
    """What was answered; the first answer to a question stays."""
    mine = (followups.c.id == id, followups.c.person == person)
    connection.execute(update(followups).where(*mine).values(tried=tried))
    first = and_(followups.c.open, followups.c.answer == "")
    connection.execute(update(followups).where(*mine, first).values(answer=answer))


def drop(connection: Connection, person: int) -> None:
    """The yes was taken back: nothing is asked, and the doors are forgotten."""
    connection.execute(delete(followups).where(followups.c.person == person))


def join(connection: Connection, kept: int, gone: int) -> None:
    """Of two that are followed, the one of who stays; none if one of the two said no."""
    if not agrees(connection, kept, FOLLOWUP):
        connection.execute(delete(followups).where(followups.c.person.in_((kept, gone))))
        return
    mine = select(followups.c.id).where(followups.c.person == kept)
    if connection.execute(mine).scalar() is None:
        connection.execute(update(followups).where(followups.c.person == gone).values(person=kept))
