"""Tells people who have been silent for months that they are about to be forgotten: once for each delay, by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers.dates import local_date
from handlers.ending import ending
from storage import endings, outbox
from storage.endings import Silent
from storage.outbox import OutboxRow
from storage.play import Scene

_MANY = 100_000


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next notice is due; None if nobody is about to be forgotten."""
    found = ((days, endings.silent(connection, days, after, limit=1)) for days, after, _ in _delays(scene))
    return min((_due(who[0], days, scene) for days, who in found if who), default=None)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write the notices that are due in the ledger; returns those to send."""
    if scene.is_night:
        return ()
    sent: list[OutboxRow] = []
    for days, after, until in _delays(scene):
        for who in endings.silent(connection, days, after, until):
            day = local_date(_end(who, scene), scene.zone)
            row = OutboxRow(who.key, endings.KIND, who.address, ending(scene.guide, who.language, day), scene.now)
            outbox.insert(connection, [row], person=who.person, address=who.address_id, state="queued")
            sent.append(row)
    return tuple(sent)


def _delays(scene: Scene) -> Iterator[tuple[int, datetime, datetime]]:
    """Each delay with the last messages it is about: a later notice, or the end itself, makes a former one useless."""
    silence, now = scene.retention.silence_of_known, scene.now
    delays = scene.retention.answers.days_before_ending
    for days, following in zip(delays, (*delays[1:], 0), strict=True):
        yield days, now - silence + timedelta(days=following), now - silence + timedelta(days=days)


def _due(who: Silent, days: int, scene: Scene) -> datetime:
    told = _end(who, scene) - timedelta(days=days)
    return scene.by_day(told)


def _end(who: Silent, scene: Scene) -> datetime:
    return who.last_seen + scene.retention.silence_of_known


def count(connection: Connection, scene: Scene) -> int:
    """How many would be told now, if it were day."""
    every = (endings.silent(connection, days, after, until, limit=_MANY) for days, after, until in _delays(scene))
    return sum(map(len, every))
