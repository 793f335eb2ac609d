"""Tells that a gathering moved or does not take place: once, a minute after the last change, to whoever comes, waits,
or heard of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from handlers import calendar
from handlers.change_words import Known, change
from handlers.gatherings import CANCELLED
from handlers.messages import Reply
from handlers.quiet import awake, passes_night
from handlers.reminders import FOLLOWERS, MOST_UNJOINED, SETTLED
from storage import changes, tellings
from storage.changes import Changed, Concerned
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tellings import SLICE, Line, Whom
from storage.told_last import ToldLast


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """A minute after the first change that is still to be told; night or day: the rows wait for the morning."""
    first = changes.first(connection)
    return None if first is None else max(first + SETTLED, scene.now)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of what is due in the ledger."""
    written: list[OutboxRow] = []
    room = SLICE
    for changed in changes.settled(connection, scene.now - SETTLED):
        booked = changes.concerned(connection, changed, room)
        written += _tell_booked(connection, changed, booked, scene)
        room -= len(booked)
        heard = _heard(connection, changed, room, scene) if room > 0 else ()
        written += _tell_heard(connection, changed, heard, scene)
        room -= len(heard)
        if room <= 0:
            break
        changes.said(connection, changed)
    return tuple(written)


def _tell_booked(
    connection: Connection, changed: Changed, booked: tuple[Concerned, ...], scene: Scene
) -> tuple[OutboxRow, ...]:
    changes.know(connection, changed, booked)
    gathering = changed.gathering
    made: dict[tuple[str, Known], Reply | None] = {}
    lines = []
    for each in booked:
        known = _known(each.before, each.state)
        starts = min(gathering.starts_at, _instant(known.start, gathering.zone) or gathering.starts_at)
        if gathering.ends_at <= scene.now and starts <= scene.now:
            continue
        at = (each.whom.language, known)
        if at not in made:
            made[at] = change(scene.guide, each.whom.language, gathering, known, scene.now)
        if (reply := made[at]) is not None:
            key = f"change/{gathering.id}/{gathering.sequence}/{each.whom.person}"
            lines.append(_line(key, each.whom, reply, starts, scene))
    return tellings.write(connection, lines, scene.now)


def _instant(wall: datetime | None, zone: str) -> datetime | None:
    return calendar.instant(wall, zone) if wall is not None else None


def _known(before: ToldLast, state: str) -> Known:
    place = ", ".join(part for part in (before.place, before.address) if part)
    start = datetime.fromisoformat(before.start) if before.start else None
    end = datetime.fromisoformat(before.end) if before.end else None
    return Known(start, place, before.meeting_point, end, state)


def _line(key: str, whom: Whom, reply: Reply, starts: datetime, scene: Scene, subject: str | None = None) -> Line:
    """By day, or at once for what begins before the noon that follows."""
    night, now = scene.night, scene.now
    due = now if passes_night(now, starts, night) else awake(now, night)
    return Line(key, whom, reply, due=due, subject=subject)


def _prefix(changed: Changed) -> str:
    return f"announce/{changed.gathering.id}/change-{changed.gathering.sequence}/"


def _heard(connection: Connection, changed: Changed, room: int, scene: Scene) -> tuple[Whom, ...]:
    if changed.gathering.ends_at <= scene.now:
        return ()
    kind = scene.guide.pack.gatherings.kind_by_id.get(changed.gathering.kind)
    ids = [each.id for each in kind.tellings if each.to == FOLLOWERS] if kind else []
    return changes.heard_of(connection, changed, ids, _prefix(changed), room)


def _tell_heard(
    connection: Connection, changed: Changed, heard: tuple[Whom, ...], scene: Scene
) -> tuple[OutboxRow, ...]:
    """Who neither comes nor waits hears of one gathering twice at most; that it is cancelled is always told."""
    gathering = changed.gathering
    before = tellings.told_before(connection, gathering.id, [who.person for who in heard])
    lines = []
    for who in heard:
        reply = change(scene.guide, who.language, gathering, Known(), scene.now)
        key, subject = f"{_prefix(changed)}{who.person}", f"announce/{gathering.id}"
        if reply is None:
            continue
        if before.get(who.person, 0) >= MOST_UNJOINED and gathering.state != CANCELLED:
            lines.append(Line(key, who, reason="enough", subject=subject))
        else:
            lines.append(_line(key, who, reply, gathering.starts_at, scene, subject))
    return tellings.write(connection, lines, scene.now)
