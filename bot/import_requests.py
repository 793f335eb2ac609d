"""What `boussole gatherings import` asks of the database: slices of entries, here or in the bot that runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.request_refused import RequestRefused
from handlers.gatherings import CANCELLED, DRAFT, PUBLISHED, TEXT_FIELDS
from storage.imports import Date, Entry, missing, take
from storage.play import Scene
from storage.roles import OPERATOR, record

LARGEST = 48 * 1024
"""Of one request, in bytes: a line of the socket holds a little more."""
_STATES = ("", DRAFT, PUBLISHED, CANCELLED)


def packed(entries: Sequence[Entry]) -> Iterator[str]:
    """The entries as the rows of requests, each small enough; the last dates of one that is too long are left."""
    held: list[str] = []
    for entry in entries:
        row = _row(entry)
        if held and sum(map(_size, held)) + _size(row) > LARGEST:
            yield f"[{','.join(held)}]"
            held = []
        held.append(row)
    if held:
        yield f"[{','.join(held)}]"


def _row(entry: Entry) -> str:
    kept = entry.dates
    while True:
        row = json.dumps(_plain(entry, kept), ensure_ascii=False)
        if _size(row) <= LARGEST or not kept:
            return row
        kept = kept[: len(kept) // 2]


def _plain(entry: Entry, dates: Sequence[Date]) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in ("uid", "kind", "zone", "state")}
    rows = [
        {
            "recurrence": date.recurrence,
            "starts_at": date.starts_at.isoformat(),
            "ends_at": date.ends_at.isoformat(),
            "state": date.state,
            "texts": dict(date.texts),
        }
        for date in dates
    ]
    return {**said, "texts": dict(entry.texts), "dates": rows}


def _size(row: str) -> int:
    # It is written once more, as a text in a line.
    return len(json.dumps(row, ensure_ascii=False).encode())


def add(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """Take a slice of the entries of `rows` for a network; `more` while the same has to be asked again."""
    network = texts.get("network", "")
    if network not in scene.guide.pack.network_by_id:
        raise RequestRefused("cli-ics-network", known="")
    entries = tuple(_entries(scene, network, texts.get("rows", "")))
    done = take(connection, network, texts.get("source", ""), entries, scene.now, scene.draw)
    written = done.new + done.changed + done.cancelled
    if written:
        record(connection, scene.now, OPERATOR, network, "gatherings-import", written)
    counts = {"new": done.new, "changed": done.changed, "cancelled": done.cancelled}
    return {**{name: str(count) for name, count in counts.items()}, "more": "yes" if done.more else ""}


def left(connection: Connection, scene: Scene, /, **texts: str) -> Mapping[str, str]:
    """How many dates of a calendar it no longer has; `marks`: of the entries that it has."""
    marks = frozenset(texts.get("marks", "").split())
    return {"left": str(missing(connection, texts.get("source", ""), marks, scene.now))}


def _entries(scene: Scene, network: str, rows: str) -> Iterator[Entry]:
    """What the command read, held to the same bounds again."""
    try:
        for row in json.loads(rows):
            entry = Entry(**{**row, "texts": _texts(row["texts"]), "dates": tuple(map(_date, row["dates"]))})
            if not (entry.uid.startswith(f"ics:{network}:") and entry.state in _STATES and _is_kind(scene, entry)):
                raise ValueError
            yield entry
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise RequestRefused("cli-request-unknown") from error


def _is_kind(scene: Scene, entry: Entry) -> bool:
    return not entry.dates or entry.kind in scene.guide.pack.gatherings.kind_by_id


def _date(row: Mapping[str, Any]) -> Date:
    starts_at, ends_at = (datetime.fromisoformat(row[name]) for name in ("starts_at", "ends_at"))
    if starts_at.tzinfo is None or ends_at <= starts_at or row["state"] not in _STATES:
        raise ValueError
    return Date(str(row["recurrence"]), starts_at, ends_at, row["state"], _texts(row["texts"]))


def _texts(given: Mapping[str, object]) -> Mapping[str, str]:
    return {name: str(text) for name, text in given.items() if name in TEXT_FIELDS}


Asked = Callable[..., Mapping[str, str]]


def taken(asked: Asked, network: str, source: str, entries: Sequence[Entry]) -> dict[str, int]:
    """Ask for all the entries, slice after slice: how many dates were made, changed, cancelled."""
    sums = {"new": 0, "changed": 0, "cancelled": 0}
    for rows in packed(entries):
        while True:
            done = asked("gatherings-import", network=network, source=source, rows=rows)
            for name in sums:
                sums[name] += int(done[name])
            if not done["more"]:
                break
    return sums
