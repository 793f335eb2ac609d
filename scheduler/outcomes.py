"""Asks what became of an orientation ten and thirty days after it, by day; ends what nobody answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from handlers import outcome_words
from handlers.dates import local_date
from handlers.messages import Address
from handlers.outcomes import due_question
from storage import outbox, outcomes
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.reach import best_address
from storage.tables import addresses, conversations, followups, people

KIND = "reminder"
SLICE = 100

_FIRST = select(func.min(followups.c.next_at))
_DUE = select(followups).order_by(followups.c.next_at, followups.c.id).limit(SLICE)
_WHERE = (
    select(addresses.c.id, addresses.c.channel, addresses.c.peer, conversations.c.language)
    .select_from(people)
    .join(addresses, addresses.c.id == best_address())
    .outerjoin(conversations, conversations.c.person == people.c.id)
)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next hour, by day, at which something is asked or is over; None if nothing is followed."""
    first = connection.execute(_FIRST).scalar()
    return None if first is None else scene.by_day(first)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Ask or end a slice of what is due; returns what is asked."""
    if scene.is_night:
        return ()
    rows = connection.execute(_DUE.where(followups.c.next_at <= scene.now).with_for_update(skip_locked=True)).all()
    asked: list[OutboxRow] = []
    for row in rows:
        if row.open:
            outcomes.close(connection, row, scene.now, scene.zone)
        else:
            asked += _ask(connection, row, scene)
    return tuple(asked)


def _ask(connection: Connection, row: Any, scene: Scene) -> list[OutboxRow]:
    """Nobody is asked twice; whom no message reaches gives no news."""
    days = due_question(row.finished_at, scene.now)
    outcomes.asked(connection, row, days, scene.now)
    where = connection.execute(_WHERE.where(people.c.id == row.person)).one_or_none()
    if where is None:
        return []
    zone = scene.zone
    since = (local_date(scene.now, zone) - local_date(row.finished_at, zone)).days
    reply = outcome_words.question(scene.guide, where.language or "", row.id, since)
    key = outcomes.key_of(row, days)
    told = OutboxRow(key, KIND, Address(where.channel, where.peer), reply, scene.now)
    outbox.insert(connection, [told], person=row.person, address=where.id, state="queued")
    return [told]
