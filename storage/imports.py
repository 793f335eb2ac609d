"""Dates taken from a calendar of elsewhere: each entry once, and afterwards only what changed there changes here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from handlers.gatherings import CANCELLED, DRAFT, MOVED, PUBLISHED, TEXT_FIELDS
from handlers.messages import NO_ANSWERS
from storage import gathering_rows
from storage.tables import gatherings, imports

SLICE = 40
"""Dates written in one transaction."""
_NEAR = timedelta(days=7)
"""A date that its rule no longer gives is moved to a new one no further than this."""
_LONGEST_UID = 200
_HOURS = frozenset({"starts_at", "ends_at", "zone"})
_MOVES = _HOURS | {"place", "address"}
_KNOWN = (
    select(gatherings, imports.c.said)
    .join(imports, imports.c.gathering == gatherings.c.id)
    .where(
        gatherings.c.uid == bindparam("uid"), gatherings.c.ends_at > bindparam("now", type_=gatherings.c.ends_at.type)
    )
    .order_by(gatherings.c.starts_at, gatherings.c.id)
)

Said = Mapping[str, str]
"""What a calendar says of one date: its hours, its kind, its state, its texts; all that can change."""


@dataclass(frozen=True, slots=True)
class Date:
    """One date of an entry. `recurrence`: the wall-clock hour that its rule gave, empty for a single date. `state`
    and `texts`: what is otherwise than in the entry; instants are aware."""

    recurrence: str
    starts_at: datetime
    ends_at: datetime
    state: str = ""
    texts: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a calendar, with its dates that are not over."""

    uid: str
    kind: str
    zone: str
    state: str
    texts: Mapping[str, str]
    dates: tuple[Date, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many dates were made, changed, cancelled; `more`: the same has to be taken again."""

    new: int = 0
    changed: int = 0
    cancelled: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to be written of a date: a new row if `row` is None. `values` empty: only what was said is kept."""

    row: Any | None
    values: Mapping[str, Any]
    said: Said | None


def own_uid(network: str, uid: str) -> str:
    """An entry's own name here: no calendar can name what another network, or a pack, has."""
    return f"ics:{network}:{uid}"[:_LONGEST_UID]


def take(
    connection: Connection,
    network: str,
    source: str,
    entries: Sequence[Entry],
    now: datetime,
    draw: Callable[[int], str],
) -> Taken:
    """Write a slice of what these entries change; called again while there is `more`."""
    changes = (change for entry in entries for change in _changes(connection, network, entry, now))
    slice_ = list(islice(changes, SLICE + 1))
    counted = {"new": 0, "changed": 0, "cancelled": 0}
    for change in slice_[:SLICE]:
        counted[_written(connection, source, change, now, draw)] += 1
    return Taken(**counted, more=len(slice_) > SLICE)


def mark_of(uid: str) -> str:
    """An entry in a few letters."""
    return sha256(uid.encode()).hexdigest()[:10]


def missing(connection: Connection, source: str, marks: frozenset[str], now: datetime) -> int:
    """How many dates ahead came from this calendar, which has only the entries of these marks by now: they are left
    as they are."""
    wanted = (
        select(gatherings.c.uid, func.count())
        .join(imports, imports.c.gathering == gatherings.c.id)
        .where(imports.c.source == source, gatherings.c.starts_at > now, gatherings.c.state != CANCELLED)
        .group_by(gatherings.c.uid)
    )
    return sum(count for uid, count in connection.execute(wanted) if mark_of(uid) not in marks)


def _changes(connection: Connection, network: str, entry: Entry, now: datetime) -> Iterator[_Change]:
    rows = connection.execute(_KNOWN, {"uid": entry.uid, "now": now}).all()
    wanted = {date.recurrence: date for date in entry.dates if date.ends_at > now}
    known = {row.recurrence for row in rows}
    fresh = [date for name, date in wanted.items() if name not in known]
    for row in rows:
        if row.recurrence in wanted:
            yield from _as_said(row, entry, wanted[row.recurrence])
        elif near := _nearest(row, fresh):
            fresh.remove(near)
            yield from _as_said(row, entry, near)
        elif json.loads(row.said)["state"] != CANCELLED:
            said = {**json.loads(row.said), "state": CANCELLED}
            yield _Change(row, {} if row.state == CANCELLED else {"state": CANCELLED}, said)
    for date in fresh:
        said = _said(entry, date)
        yield _Change(None, {**_new(said), "network": network, "uid": entry.uid, "recurrence": date.recurrence}, said)


def _nearest(row: Any, fresh: Sequence[Date]) -> Date | None:
    near = [date for date in fresh if abs(date.starts_at - row.starts_at) <= _NEAR]
    return min(near, key=lambda date: (abs(date.starts_at - row.starts_at), date.starts_at), default=None)


def _said(entry: Entry, date: Date) -> dict[str, str]:
    texts = {name: text for name, text in {**entry.texts, **date.texts}.items() if text}
    hours = {"starts_at": date.starts_at.isoformat(), "ends_at": date.ends_at.isoformat(), "zone": entry.zone}
    return {"kind": entry.kind, "state": date.state or entry.state, **hours, **texts}


def _new(said: Said) -> dict[str, Any]:
    return {"kind": said["kind"], "state": said["state"], **_hours(said), **gathering_rows.texts(said)}


def _hours(said: Said) -> dict[str, Any]:
    starts_at, ends_at = (datetime.fromisoformat(said[name]) for name in ("starts_at", "ends_at"))
    return gathering_rows.hours(starts_at, ends_at, said["zone"])


def _as_said(row: Any, entry: Entry, date: Date) -> Iterator[_Change]:
    """A date that stays: what its calendar says otherwise than before is written; what was changed here stays."""
    before, said = json.loads(row.said), _said(entry, date)
    changed = {name for name in {*before, *said} if before.get(name, "") != said.get(name, "")}
    moved = {"recurrence": date.recurrence} if row.recurrence != date.recurrence else {}
    if not changed and not moved:
        return
    state = _state(row.state, said["state"], changed)
    if CANCELLED in (row.state, state) and state != row.state and state != CANCELLED:
        # Held after all: it is as its calendar says now.
        yield _Change(row, {**_new(said), **moved, "state": state}, said)
    elif row.state == CANCELLED:
        yield _Change(row, {}, said)
    else:
        yield _Change(row, {**_otherwise(said, changed), **moved, "state": state}, said)


def _state(here: str, there: str, changed: set[str]) -> str:
    if "state" in changed and there != DRAFT:
        if there == CANCELLED:
            return CANCELLED
        return MOVED if here == CANCELLED else PUBLISHED if here == DRAFT else here
    return MOVED if here == PUBLISHED and changed & _MOVES else here


def _otherwise(said: Said, changed: set[str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: said.get(name, "") for name in changed & {"kind", *TEXT_FIELDS}}
    return {**values, **_hours(said)} if changed & _HOURS else values


def _written(connection: Connection, source: str, change: _Change, now: datetime, draw: Callable[[int], str]) -> str:
    said = json.dumps(change.said, ensure_ascii=False, sort_keys=True)
    if change.row is None:
        id = gathering_rows.new(connection, change.values, now, draw, None)
        connection.execute(insert(imports).values(gathering=id, source=source, said=said))
        return "cancelled" if change.values["state"] == CANCELLED else "new"
    if change.values:
        gathering_rows.rewrite(connection, change.row, change.values, now, role=change.row.role)
    known = update(imports).where(imports.c.gathering == change.row.id)
    connection.execute(known.values(source=source, said=said))
    gone = change.values.get("state") == CANCELLED and change.row.state != CANCELLED
    return "cancelled" if gone else "changed"
