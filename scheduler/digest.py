"""Says once a week, in one message, what was not said to someone who had been written to enough that week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers.digest_words import Message, digest
from handlers.gatherings import Gathering
from handlers.reminders import LATE, MOST_WEEKLY
from scheduler.weeks import Week, digest_after, digest_before, week_of
from storage import held_back, notes, tellings
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tellings import SLICE, Line, Whom

_NOTE = "digest"
_USEFUL = timedelta(days=3)
"""After its hour: later than this the next digest says it."""
_NOTHING = "over"


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The hour of the next digest, if anybody is to read one."""
    zone = scene.zone
    last = digest_before(scene.now, zone)
    if _waits(connection, last, scene):
        return scene.morning
    following = digest_after(scene.now, zone)
    return following.digest if held_back.any_since(connection, last.digest) else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of the last digest, if it is still to be sent."""
    now, week = scene.now, digest_before(scene.now, scene.zone)
    if not _waits(connection, week, scene) or scene.is_night:
        return ()
    since = week_of(week.begins - timedelta(days=1), scene.zone).digest
    told = held_back.persons(connection, since, week.digest, f"digest/{week.name}/", SLICE)
    lines = _lines(connection, week, told, scene)
    if len(told) < SLICE:
        notes.note(connection, _NOTE, week.name)
    return tellings.write(connection, lines, now)


def _lines(connection: Connection, week: Week, told: Mapping[int, Sequence[str]], scene: Scene) -> list[Line]:
    about = held_back.about(connection, {each for subjects in told.values() for each in subjects})
    ids = {each for each in about.values() if isinstance(each, int)}
    ahead = held_back.gatherings_ahead(connection, ids, scene.now)
    joined = held_back.joined(connection, list(told), list(ahead))
    lines = []
    for whom in held_back.whom(connection, list(told)):
        items = [about[each] for each in told[whom.person] if each in about]
        numbers = dict.fromkeys(each for each in items if isinstance(each, int))
        here = [ahead[id] for id in numbers if id in ahead and (whom.person, id) not in joined]
        words = [each for each in items if isinstance(each, Message)]
        lines.append(_line(whom, here, words, week, scene))
    return lines


def _line(whom: Whom, ahead: list[Gathering], words: list[Message], week: Week, scene: Scene) -> Line:
    key = f"digest/{week.name}/{whom.person}"
    if not ahead and not words:
        return Line(key, whom, reason=_NOTHING)
    ordered = sorted(ahead, key=lambda each: (each.starts_at, each.id))
    reply = digest(scene.guide, whom.language, ordered, words, MOST_WEEKLY, scene.now)
    return Line(key, whom, reply, late_after=week.digest + LATE, useless_after=week.digest + _USEFUL)


def _waits(connection: Connection, week: Week, scene: Scene) -> bool:
    """True for a digest whose hour has come and that was not finished."""
    if scene.now >= week.digest + _USEFUL or notes.noted(connection, _NOTE) == week.name:
        return False
    return held_back.any_since(connection, week_of(week.begins - timedelta(days=1), scene.zone).digest, week.digest)
