"""Tells those who follow a programme of several days what each week holds, and three figures once it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache

from sqlalchemy import Connection

from handlers import programme_words
from handlers.messages import Reply
from handlers.pack_gatherings import Kind
from handlers.programme_words import FIGURES, Turned
from handlers.reminders import LATE, MOST_WEEKLY
from scheduler.weeks import week_of
from storage import programmes, tellings
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tellings import SLICE, Line, Look, Whom

_FORM = "programme"
ENOUGH = "enough"
"""Why somebody is not told: they were written to enough this week."""
Words = Callable[[str], Reply]


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next message is due, by day."""
    return min((scene.by_day(each.due) for _, each in _left(connection, scene)), default=None)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of the first one that is due."""
    now = scene.now
    if scene.is_night:
        return ()
    for look, each in _left(connection, scene):
        if each.due > now:
            continue
        prefix = f"announce/{look.gathering.id}/{each.id}/"
        words = _words(connection, look, each, scene) if each.until > now else None
        people = tellings.following(connection, look.gathering, prefix, each.id) if words is not None else ()
        if len(people) < SLICE:
            tellings.finish(connection, look, each.id, now)
        if words is not None:
            return tellings.write(connection, _lines(connection, people, prefix, each, words, scene), now)
    return ()


def _left(connection: Connection, scene: Scene) -> Iterator[tuple[Look, Turned]]:
    """What was not told yet, of the programmes that go on or were over of late."""
    kinds = {id: kind for id, kind in scene.guide.pack.gatherings.kind_by_id.items() if _has_turns(kind)}
    if not kinds:
        return
    for look in tellings.looks(connection, scene.now):
        kind = kinds.get(look.gathering.kind)
        if kind is None or look.gathering.series in _reserved(scene):
            continue
        for each in programme_words.turns(kind, look.gathering):
            # One that is known only now is not told of the weeks that are over.
            if each.id not in look.done and (look.known is None or each.until > look.known):
                yield look, each


def _has_turns(kind: Kind) -> bool:
    return kind.form == _FORM and (kind.weekly is not None or kind.figures is not None)


def _reserved(scene: Scene) -> frozenset[str]:
    return frozenset(each.id for each in scene.guide.pack.gatherings.series if each.reserved)


def _words(connection: Connection, look: Look, each: Turned, scene: Scene) -> Words | None:
    """None where there is nothing to say: a week without a gathering, a programme without one."""
    guide, programme, now = scene.guide, look.gathering, scene.now
    among = ([kind.id for kind in guide.pack.gatherings.kinds if kind.form == _FORM], _reserved(scene))
    if each.id == FIGURES:
        numbers = programmes.numbers(connection, programme.starts_at, programme.ends_at, *among)
        if not numbers.held:
            return None
        return cache(lambda language: programme_words.figures(guide, language, programme, numbers))
    ahead = programmes.ahead(connection, now, min(each.until, programme.ends_at), *among)
    return cache(lambda language: programme_words.week(guide, language, programme, ahead, now)) if ahead else None


def _lines(
    connection: Connection, people: tuple[Whom, ...], prefix: str, each: Turned, words: Words, scene: Scene
) -> list[Line]:
    begins = week_of(scene.now, scene.zone).begins
    counts = tellings.unasked(connection, [who.person for who in people], begins)
    hours = {"late_after": each.due + LATE, "useless_after": each.until}
    subject = prefix.rstrip("/")
    lines = []
    for who in people:
        enough = counts.get(who.person, 0) >= MOST_WEEKLY
        reply = None if enough else words(who.language)
        lines.append(Line(f"{prefix}{who.person}", who, reply, ENOUGH if enough else None, subject=subject, **hours))
    return lines
