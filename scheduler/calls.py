"""Tells whoever asked that a call ends soon: a month before, and a week before, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from handlers import calendar, calls
from handlers.pack import Scheme
from handlers.reminders import LATE
from storage import notes, tellings
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tellings import SLICE, Line, Whom

_AT = time(10)
_ENDS = time(20)


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of a call. `useless`: the evening of its last day; `name`: what remembers that it is over."""

    scheme: Scheme
    days: int
    due: datetime
    useless: datetime

    @property
    def name(self) -> str:
        """As the keys of its rows begin."""
        assert self.scheme.deadline is not None
        return f"call/{self.scheme.id}/{self.scheme.deadline.closes:%Y-%m-%d}/{self.days}"


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The next hour at which someone may be told of a call, by day."""
    found = [scene.by_day(told.due) for told in _left(connection, scene)]
    return min(found, default=None)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of what is due in the ledger. Of two that an outage kept, the last is said."""
    if scene.is_night:
        return ()
    due = [told for told in _left(connection, scene) if told.due <= scene.now]
    written: list[OutboxRow] = []
    for told in due:
        later = any(each.scheme is told.scheme and each.days < told.days for each in due)
        lines = _lines(connection, told, scene, reason="overtaken" if later else None)
        if len(lines) < SLICE:
            notes.note(connection, told.name, "done")
        written += tellings.write(connection, lines, scene.now)
        if len(written) >= SLICE:
            break
    return tuple(written)


def _left(connection: Connection, scene: Scene) -> Iterator[_Told]:
    zone = scene.zone
    for scheme in scene.guide.pack.schemes:
        if scheme.deadline is None:
            continue
        closes = scheme.deadline.closes
        useless = calendar.instant(datetime.combine(closes, _ENDS), zone)
        for days in calls.DAYS_BEFORE if useless > scene.now else ():
            due = calendar.instant(datetime.combine(closes - timedelta(days=days), _AT), zone)
            told = _Told(scheme, days, due, useless)
            if notes.noted(connection, told.name) is None:
                yield told


def _lines(connection: Connection, told: _Told, scene: Scene, *, reason: str | None) -> list[Line]:
    people = tellings.asking(connection, calls.subject(told.scheme.id), f"{told.name}/", told.due)
    left = _days_left(told, scene)

    def line(who: Whom) -> Line:
        reply = calls.told(scene.guide, who.language, told.scheme, left) if reason is None else None
        key = f"{told.name}/{who.person}"
        return Line(key, who, reply, reason, late_after=told.due + LATE, useless_after=told.useless)

    return [line(who) for who in people]


def _days_left(told: _Told, scene: Scene) -> int:
    """Counted again: a late message says how many are left now."""
    today = calendar.wall(scene.now, scene.zone).date()
    assert told.scheme.deadline is not None
    return (told.scheme.deadline.closes - today).days
