"""What is counted of some weeks, and what was published of a period: numbers only, for `handlers.summary` to mask."""

from __future__ import annotations

import json
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from handlers import counted
from handlers import weeks as calendar
from handlers.guide import Guide
from storage import gathered
from storage.gathered import Counting
from storage.intake import COUNTED, added_by
from storage.tables import intake, tallies
from storage.tables import published as publications

Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""Week, indicator (handlers/counted.py), category: how many. The category is empty for a total without categories.
What is not there is 0."""


def counts(connection: Connection, weeks: Collection[str], guide: Guide) -> Counts:
    """All counters of these weeks; each of them is there, also when it is empty."""
    found: Counting = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    span = (min(weeks), max(weeks)) if weeks else ("", "")
    _tallied(connection, span, found)
    _taken_in(connection, span, found)
    gathered.count(connection, weeks, guide.zone, found)
    _guided(connection, span, found)
    return {week: {name: dict(by) for name, by in found[week].items()} for week in weeks}


def _tallied(connection: Connection, span: tuple[str, str], found: Counting) -> None:
    for row in connection.execute(select(tallies).where(tallies.c.week.between(*span))):
        found[row.week][row.name][row.of] += row[3]


def _guided(connection: Connection, span: tuple[str, str], found: Counting) -> None:
    """What the guide was when each week was published."""
    known = select(publications.c.period, publications.c.revision).where(publications.c.revision != "")
    for row in connection.execute(known.where(publications.c.period.between(*span))):
        if calendar.is_week(row.period):
            found[row.period][counted.REVISION][row.revision] = 1


def _taken_in(connection: Connection, span: tuple[str, str], found: Counting) -> None:
    """A number for all weeks together, each week some bits of it: to add up what many records say of many weeks is then
    a few thousand additions (measured: half the time)."""
    alike = Counter(map(tuple, connection.execute(select(*COUNTED).where(intake.c.week.between(*span))).all()))
    lanes = {week: lane for lane, week in enumerate(sorted({week for week, *_ in alike}))}
    said: dict[tuple[Any, ...], array[int]] = {}
    for (week, *rest), n in alike.items():
        key = tuple(rest)
        if key not in said:
            said[key] = array(_LANE, bytes(_BYTES * len(lanes)))
        said[key][lanes[week]] += n
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for key, by_week in said.items():
        packed = int.from_bytes(by_week.tobytes(), sys.byteorder)
        for indicator in added_by(*key):
            sums[indicator] += packed
    for (name, category), packed in sums.items():
        by_week = array(_LANE, packed.to_bytes(_BYTES * len(lanes), sys.byteorder))
        for week, n in zip(lanes, by_week, strict=True):
            if n:
                found[week][name][category] += n


_LANE = "Q"
_BYTES = array(_LANE).itemsize


def all_published(connection: Connection, periods: Collection[str]) -> Mapping[str, Any]:
    """What was published of these periods, by name; a period that never was is absent."""
    wanted = select(publications.c.period, publications.c.body).where(publications.c.period.in_(periods))
    return {row.period: json.loads(row.body) for row in connection.execute(wanted)}


def published(connection: Connection, period: str) -> Any | None:
    """What was published of a period; None if nothing was."""
    return all_published(connection, (period,)).get(period)


def publish(connection: Connection, period: str, body: Mapping[str, Any], now: datetime) -> Any:
    """Publish this of a period, unless something was already: what stands is returned, and never changes."""
    written = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    guided = str(body.get("revision", ""))[:8]
    connection.execute(
        _ONCE[connection.dialect.name], {"period": period, "body": written, "at": now, "revision": guided}
    )
    return published(connection, period)


_ONCE = {
    "sqlite": sqlite.insert(publications).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(publications).on_conflict_do_nothing(),
}
