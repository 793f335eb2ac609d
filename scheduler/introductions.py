"""When introductions end by themselves: nobody answered, nobody writes any more, or one of the two is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, or_, select

from handlers import closings
from handlers.meetings import ANSWERED_IN, ASKED, CLOSED, EXPIRED, OPEN, REFUSED, SILENCE, STOPPED
from storage import meetings
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tables import blocks, conversations, introductions

SLICE = 100
_WAITING = (ASKED, REFUSED)

# Asked at each look at the clock: built once.
_PARTED = select(introductions.c.id).where(meetings.current(), meetings.parted()).limit(1)
_FIRST = select(
    func.min(case((introductions.c.state.in_(_WAITING), introductions.c.asked_at))),
    func.min(case((introductions.c.state.not_in(_WAITING), introductions.c.last_at))),
).where(meetings.current())


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next one ends; now, if one of two has just gone."""
    if connection.execute(_PARTED).scalar() is not None:
        return scene.now
    asked, wrote = connection.execute(_FIRST).one()
    ends = [at + after for at, after in ((asked, ANSWERED_IN), (wrote, SILENCE)) if at is not None]
    return max(min(ends), scene.now) if ends else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """End a slice of those that are due, at their hour; the queue tells it, in the morning if it is night."""
    meetings.recall_from_leavers(connection, scene.now)
    query = select(introductions).where(meetings.current(), _due(scene.now)).order_by(introductions.c.id).limit(SLICE)
    told: list[OutboxRow] = []
    for row in connection.execute(query.with_for_update(skip_locked=True)).all():
        told += _ended(connection, row, scene)
    return tuple(told)


def count(connection: Connection, scene: Scene) -> int:
    """How many would end now."""
    query = select(func.count()).select_from(introductions).where(meetings.current(), _due(scene.now))
    return connection.execute(query).scalar_one()


def _due(now: datetime) -> ColumnElement[bool]:
    return or_(meetings.unanswered(now), meetings.silent(now, SILENCE), meetings.parted())


def _ended(connection: Connection, row: Any, scene: Scene) -> Iterator[OutboxRow]:
    timed_out = row.state in _WAITING and row.asked_at + ANSWERED_IN <= scene.now
    meetings.settle(connection, row.id, (row.state,), EXPIRED if timed_out else CLOSED, scene.now)
    for person, name in _whom(connection, row, scene.now, timed_out=timed_out):
        yield from _tell(connection, row, person, name, scene)


def _whom(connection: Connection, row: Any, now: datetime, *, timed_out: bool) -> Iterator[tuple[int, str]]:
    """Who is told what. Whoever left is told nothing, nor who refuses the other one."""
    read = row.asked is not None and meetings.was_read(connection, row.id, row.asked)
    if row.asked is not None and row.asker is not None:
        # What was to be read tonight is not read any more.
        meetings.recall(connection, row.asked, row.id, now)
        meetings.recall(connection, row.asker, row.id, now)
    for person, other, asked in ((row.asker, row.asked, False), (row.asked, row.asker, True)):
        if person is None or not meetings.is_in(connection, person, row.community):
            continue
        if row.state in _WAITING and asked:
            if row.state == ASKED and read:
                yield person, closings.LEFT if timed_out else closings.GONE
        elif row.state in _WAITING:
            yield person, closings.UNANSWERED
        elif not _refuses(connection, person, other):
            still = row.state in (OPEN, STOPPED) and row.last_at + SILENCE <= now
            yield person, closings.QUIET if still else closings.OVER


def _refuses(connection: Connection, person: int, other: int | None) -> bool:
    wanted = select(blocks.c.at).where(blocks.c.person == person, blocks.c.other == other)
    return connection.execute(wanted).scalar() is not None


def _tell(connection: Connection, row: Any, person: int, name: str, scene: Scene) -> tuple[OutboxRow, ...]:
    spoken = select(conversations.c.language).where(conversations.c.person == person)
    language = connection.execute(spoken).scalar() or ""
    text = closings.closing(scene.guide, language, name, row.asked_at)
    due = scene.morning
    buttons = closings.buttons(scene.guide, language)
    return meetings.tell(connection, row.id, person, text, buttons, scene.now, due=due)
