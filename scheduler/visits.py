"""Tells both sides of a rendez-vous 48 hours before it, by day; and closes what was over for long, which both hear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from handlers.dates import at_hour, in_full, local_date
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.readers import answering
from handlers.reminder_words import spoken
from handlers.requests import ACCEPTED, CLOSED, VISIT, VISITS_REMINDED
from scheduler.request_tellings import Told, write
from storage import requests
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.requests import wanted
from storage.questions.roles import RoleAnswers
from storage.tables import requests as rows

SLICE = 100
_JUST_TOLD = timedelta(hours=12)
"""Who was given the date less than this before its reminder needs none."""
NOTED_IN = timedelta(days=14)
"""After a rendez-vous, to say whether it took place; then its request is closed."""
_DATED = (rows.c.kind == VISIT, rows.c.state == ACCEPTED, rows.c.visit_at.is_not(None))
_BUTTONS = (("visit/other", "visit-other"), ("visit/cancel", "visit-cannot"))


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The hour of the next reminder, or of the next end."""
    soonest = select(func.min(rows.c.visit_at)).where(*_DATED, rows.c.reminded_at.is_(None))
    first = connection.execute(soonest).scalar()
    oldest = connection.execute(select(func.min(rows.c.visit_at)).where(*_DATED)).scalar()
    found = [_due(first, scene)] if first is not None else []
    found += [scene.by_day(oldest + NOTED_IN)] if oldest is not None else []
    return min(found, default=None)


def _due(visit_at: datetime, scene: Scene) -> datetime:
    """48 hours before, in the day; now, if that is past and the rendez-vous is not."""
    at = max(visit_at - VISITS_REMINDED, scene.now)
    return min(scene.by_day(at), max(visit_at, scene.now))


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write the reminders that are due."""
    told = _close(connection, scene)
    near = (rows.c.reminded_at.is_(None), rows.c.visit_at <= scene.now + VISITS_REMINDED)
    query = wanted().where(*_DATED, *near).order_by(rows.c.visit_at).limit(SLICE)
    for row in connection.execute(query.with_for_update(of=rows, skip_locked=True)).all():
        if _due(row.visit_at, scene) > scene.now:
            continue
        requests.mark_reminded(connection, row.id, scene.now)
        late = row.visit_at <= scene.now
        just = row.answered_at is not None and row.answered_at > row.visit_at - VISITS_REMINDED - _JUST_TOLD
        if not late and not just:
            told += [line for each in _tellings(connection, row, scene) for line in write(connection, each, scene)]
    return tuple(told)


def _close(connection: Connection, scene: Scene) -> list[OutboxRow]:
    """Nobody said whether it took place: both sides hear that the request is closed."""
    if scene.is_night:
        return []
    told: list[OutboxRow] = []
    over = wanted().where(*_DATED, rows.c.visit_at <= scene.now - NOTED_IN).order_by(rows.c.visit_at).limit(SLICE)
    for row in connection.execute(over.with_for_update(of=rows, skip_locked=True)).all():
        tellings = list(_closed(connection, row, scene))
        requests.close(connection, row.id, CLOSED, "", scene.now)
        told += [line for each in tellings for line in write(connection, each, scene)]
    return told


def _closed(connection: Connection, row: Any, scene: Scene) -> Iterator[Told]:
    """To the holder, with the way to ask again; to who answers for the network, which did not say."""
    language, say = spoken(scene.guide, row.language or ""), scene.guide.wording.say
    again = (Choice(f"visit/anew:{row.id}", say(language, "visit-ask-again")),) if row.scheme else ()
    yield Told(row.id, "unsaid", row.person, Reply(_said(scene.guide, language, "visit-unsaid", row), again), None)
    for each in answering(RoleAnswers(connection), scene.guide.pack, row.network):
        theirs = spoken(scene.guide, each.language)
        yield Told(
            row.id, "unsaid", each.person, Reply(_said(scene.guide, theirs, "visit-unsaid-told", row)), row.person
        )


def _tellings(connection: Connection, row: Any, scene: Scene) -> Iterator[Told]:
    """To the holder, and to who answers for the network."""
    what = f"remind-{row.visit_wall.replace(' ', 'T')}"
    language = spoken(scene.guide, row.language or "")
    choices = tuple(Choice(f"{at}:{row.id}", scene.guide.wording.say(language, name)) for at, name in _BUTTONS)
    reply = Reply(_said(scene.guide, language, "visit-reminder", row), choices)
    yield Told(row.id, what, row.person, reply, None)
    for each in answering(RoleAnswers(connection), scene.guide.pack, row.network):
        theirs = spoken(scene.guide, each.language)
        see = Choice(f"todo/look:{row.id}", scene.guide.wording.say(theirs, "todo-see"))
        reply = Reply(_said(scene.guide, theirs, "visit-reminder-told", row), (see,))
        yield Told(row.id, what, each.person, reply, row.person)


def _said(guide: Guide, language: str, name: str, row: Any) -> str:
    zone, say = guide.zone, guide.wording.say
    day, hour = in_full(local_date(row.visit_at, zone), language), at_hour(row.visit_at, zone, language)
    when = say(language, "gathering-start", day=day, hour=hour)
    place = say(language, "visit-place", place=row.place) if row.place else ""
    about = say(language, f"scheme-{row.scheme}") if row.scheme in guide.pack.scheme_by_id else ""
    known = about or guide.pack.network_name(row.network)
    return say(language, name, about=known, visit=say(language, "visit-when", when=when, place=place))
