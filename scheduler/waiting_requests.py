"""When a network says nothing: the holder is told after two working days, with the next door; after three weeks the
request is closed, and both know it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from handlers.conversation import Conversation
from handlers.dates import local_date
from handlers.guide import Guide
from handlers.hours import working_days_after
from handlers.messages import Choice, Reply
from handlers.next_doors import next_door
from handlers.readers import answering
from handlers.reminder_words import spoken
from handlers.requests import ACCEPTED, CLOSED, CURRENT, HANDOVER, UNANSWERED, VISIT
from scheduler.request_tellings import Told, write
from storage import refusals, requests
from storage.conversations import conversation_of
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.requests import request_of, wanted
from storage.questions.roles import RoleAnswers
from storage.tables import conversations
from storage.tables import requests as rows

SLICE = 100
_WAITS = (rows.c.waiting_at.is_not(None), rows.c.told_at.is_(None), rows.c.state.in_(CURRENT))
# A hand-over has its own end (scheduler.handovers); a rendez-vous with its date waits for it.
_ENDS = (rows.c.kind != HANDOVER, rows.c.state.in_(CURRENT), or_(rows.c.kind != VISIT, rows.c.state != ACCEPTED))
_LAST = func.coalesce(rows.c.waiting_at, rows.c.answered_at, rows.c.asked_at)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next instant at which someone waited for too long."""
    waiting = connection.execute(select(func.min(rows.c.waiting_at)).where(*_WAITS)).scalar()
    last = connection.execute(select(_LAST).where(*_ENDS).order_by(_LAST).limit(1)).scalar()
    found = [_silent(waiting, scene)] if waiting is not None else []
    found += [scene.by_day(last + UNANSWERED)] if last is not None else []
    return min(found, default=None)


def _silent(waiting: datetime, scene: Scene) -> datetime:
    return scene.by_day(working_days_after(scene.guide.pack, waiting))


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write what is due, by day."""
    if scene.is_night:
        return ()
    told: list[OutboxRow] = []
    old = wanted().where(*_ENDS, scene.now - UNANSWERED >= _LAST).order_by(rows.c.id).limit(SLICE)
    for row in connection.execute(old.with_for_update(of=rows, skip_locked=True)).all():
        tellings = list(_ended(connection, row, scene))
        requests.close(connection, row.id, CLOSED, "", scene.now)
        told += [line for each in tellings for line in write(connection, each, scene)]
    waiting = wanted().where(*_WAITS).order_by(rows.c.waiting_at).limit(SLICE)
    for row in connection.execute(waiting.with_for_update(of=rows, skip_locked=True)).all():
        if _silent(row.waiting_at, scene) > scene.now:
            break
        requests.mark_told(connection, row.id, scene.now)
        told += write(connection, _unanswered(connection, row, scene), scene)
    return tuple(told)


def _unanswered(connection: Connection, row: Any, scene: Scene) -> Told:
    """Nobody answered yet, and the next door meanwhile."""
    guide, language = scene.guide, spoken(scene.guide, row.language or "")
    today = local_date(scene.now, guide.zone)
    held = connection.execute(select(conversations).where(conversations.c.person == row.person)).one_or_none()
    kept: Conversation | None = conversation_of(held) if held is not None else None
    refusing = refusals.of_person(connection, row.person, scene.now)
    door = next_door(guide, kept.answers if kept is not None else {}, request_of(row), today, refusing)
    say, network = guide.wording.say, guide.pack.network_name(row.network)
    if door is not None:
        text = say(language, "request-silent-next", network=network, door=say(language, f"scheme-{door.id}"))
    else:
        text = say(language, "request-silent", network=network)
    return Told(row.id, f"silent.{row.version}", row.person, Reply(text, _ways(guide, language, row)))


def _ways(guide: Guide, language: str, row: Any) -> tuple[Choice, ...]:
    ways = (("asked/next", "request-next"), ("asked/drop", "asked-drop"))
    return tuple(Choice(f"{where}:{row.id}", guide.wording.say(language, name)) for where, name in ways)


def _ended(connection: Connection, row: Any, scene: Scene) -> Iterator[Told]:
    guide, language = scene.guide, spoken(scene.guide, row.language or "")
    say, network = guide.wording.say, guide.pack.network_name(row.network)
    named = "request-expired" if row.waiting_at is not None else "request-expired-quiet"
    text = say(language, named, network=network)
    again = Choice(f"asked/next:{row.id}", say(language, "request-next"))
    yield Told(row.id, "expired", row.person, Reply(text, (again,)))
    if row.waiting_at is None:
        return
    for each in answering(RoleAnswers(connection), guide.pack, row.network):
        theirs = spoken(guide, each.language)
        about = say(theirs, f"scheme-{row.scheme}") if row.scheme in guide.pack.scheme_by_id else network
        said = say(theirs, "request-expired-told", about=about, days=str(UNANSWERED.days))
        yield Told(row.id, "expired", each.person, Reply(said), row.person)
