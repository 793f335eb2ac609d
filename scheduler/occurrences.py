"""The dates of the pack's series: made more than a year ahead, and moved with the pack unless somebody changed them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from handlers.calendar import Series as Hours
from handlers.calendar import instant, occurrences, wall
from handlers.gatherings import CANCELLED, MOVED, PUBLISHED
from handlers.pack import Pack, Series
from storage import gathering_rows, notes
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tables import gatherings

AHEAD = timedelta(days=400)
AGAIN = timedelta(days=366)
"""Looked at again when fewer days than this are made."""
SLICE = 25
_NOTE = "occurrences"
_WALL = "%Y-%m-%d %H:%M"
_NEAR = timedelta(days=7)
"""A date that is no longer one of the series is moved to a new one no further than this."""
_TEXTS = ("title", "about", "place", "address", "commune")

Change = tuple[Any | None, dict[str, Any]]
"""A row that there is, or None, and what is to be written of it."""


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """Now, if the pack's series are not what they were; else when fewer than a year of dates are left."""
    kept = notes.noted(connection, _NOTE)
    if not kept:
        return scene.now if _ruled(scene.guide.pack) else None
    digest, _, until = kept.partition(" ")
    if digest != _digest(scene.guide.pack):
        return scene.now
    return max(datetime.fromisoformat(until) - AGAIN, scene.now) if _ruled(scene.guide.pack) else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of the dates that are to be made or moved; what people are to be told leaves by itself."""
    due = next_due(connection, scene)
    if due is None or due > scene.now:
        return ()
    changes = list(islice(_changes(connection, scene), SLICE + 1))
    for former, values in changes[:SLICE]:
        if former is None:
            gathering_rows.new(connection, values, scene.now, scene.draw, None)
        else:
            gathering_rows.rewrite(connection, former, values, scene.now, role=None)
    if len(changes) <= SLICE:
        notes.note(connection, _NOTE, f"{_digest(scene.guide.pack)} {(scene.now + AHEAD).isoformat()}")
    return ()


def uid(pack: Pack, series: Series) -> str:
    """What all dates of a series share in calendars."""
    return f"{pack.territory.id}-{series.id}"


def _ruled(pack: Pack) -> tuple[Series, ...]:
    return tuple(series for series in pack.gatherings.series if series.rule and series.first)


def _digest(pack: Pack) -> str:
    """The series and their kinds in a few letters: another text of the pack changes no date."""
    kinds = {kind.id: kind.minutes for kind in pack.gatherings.kinds}
    said = [(series.model_dump_json(), kinds.get(series.kind)) for series in _ruled(pack)]
    return sha256(repr((pack.territory.timezone, said)).encode()).hexdigest()[:16]


def _changes(connection: Connection, scene: Scene) -> Iterator[Change]:
    pack = scene.guide.pack
    prefix = f"{pack.territory.id}-"
    ahead = select(gatherings).where(gatherings.c.ends_at > scene.now, gatherings.c.recurrence != "")
    rows: dict[str, list[Any]] = {}
    for row in connection.execute(ahead.where(gatherings.c.uid.startswith(prefix, autoescape=True))):
        rows.setdefault(row.uid, []).append(row)
    for series in _ruled(pack):
        yield from _of_series(scene, series, rows.pop(uid(pack, series), []))
    # A series that the pack no longer has, or without its rule.
    for left in rows.values():
        yield from ((row, {"state": CANCELLED}) for row in left if row.role is None and row.state != CANCELLED)


def _of_series(scene: Scene, series: Series, rows: list[Any]) -> Iterator[Change]:
    wanted = {hour.strftime(_WALL): hour for hour in _hours(scene, series)}
    kept = {row.recurrence: row for row in rows}
    elsewhere = [row for row in rows if row.recurrence not in wanted]
    lost = [row for row in elsewhere if row.role is None and row.state != CANCELLED]
    missing = [hour for name, hour in wanted.items() if name not in kept]
    for row in rows:
        if row.recurrence in wanted and row.role is None:
            yield from _as_it_is(scene, series, row, wanted[row.recurrence])
    for row in elsewhere:
        # What an animator made of a date stands for it, wherever the pack would put it now.
        if row.role is not None and (theirs := _nearest(row, missing)) is not None:
            missing.remove(theirs)
    for row in lost:
        to = _nearest(row, missing)
        if to is None:
            yield row, {"state": CANCELLED}
        else:
            missing.remove(to)
            yield row, {**_values(scene, series, to), "state": MOVED}
    for hour in missing:
        yield None, {**_values(scene, series, hour), "uid": uid(scene.guide.pack, series), "state": PUBLISHED}


def _as_it_is(scene: Scene, series: Series, row: Any, hour: datetime) -> Iterator[Change]:
    """A date that stays: written again only if the pack says something else of it."""
    values = _values(scene, series, hour)
    changed = {name: value for name, value in values.items() if row._mapping[name] != value}
    if row.state == CANCELLED:
        yield row, {**values, "state": MOVED}
    elif changed:
        moved = {"starts_at", "place", "address"} & set(changed)
        yield row, {**changed, **({"state": MOVED} if moved else {})}


def _hours(scene: Scene, series: Series) -> tuple[datetime, ...]:
    """Those that are not over: a programme of a month may have begun."""
    zone, now = scene.zone, scene.now
    first, *left_out = (datetime.strptime(each, _WALL) for each in (series.first or "", *series.except_on))  # noqa: DTZ007
    hours = Hours(zone, first, series.rule or "", frozenset(left_out))
    return occurrences(hours, now - _lasts(scene, series), now + AHEAD)


def _lasts(scene: Scene, series: Series) -> timedelta:
    return timedelta(minutes=series.minutes or scene.guide.pack.gatherings.kind_by_id[series.kind].minutes)


def _nearest(row: Any, missing: list[datetime]) -> datetime | None:
    at = wall(row.starts_at, row.zone)
    near = [hour for hour in missing if abs(hour - at) <= _NEAR]
    return min(near, key=lambda hour: (abs(hour - at), hour), default=None)


def _values(scene: Scene, series: Series, hour: datetime) -> dict[str, Any]:
    pack = scene.guide.pack
    zone = pack.territory.timezone
    start = instant(hour, zone)
    said = {name: getattr(series, name) or "" for name in _TEXTS}
    return {
        "network": series.network,
        "kind": series.kind,
        "series": series.id,
        "recurrence": hour.strftime(_WALL),
        "seats": series.seats,
        **gathering_rows.hours(start, start + _lasts(scene, series), zone),
        **gathering_rows.texts(said),
    }
