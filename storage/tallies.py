"""The weekly counters: many in one turn, many turns at once, one line each at the end of a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Insert, select
from sqlalchemy.dialects import postgresql, sqlite

from handlers import weeks
from handlers.counted import LEFT_COMMUNITY
from handlers.effects_intake import Count
from storage.tables import memberships, tallies

_WAITING = "tallies"
_KEY = (tallies.c.week, tallies.c.name, tallies.c.of)


def _upsert(made: sqlite.Insert | postgresql.Insert) -> Insert:
    return made.on_conflict_do_update(index_elements=_KEY, set_={"count": tallies.c.count + made.excluded.count})


_ADD = {"sqlite": _upsert(sqlite.insert(tallies)), "postgresql": _upsert(postgresql.insert(tallies))}


@contextmanager
def together(connection: Connection) -> Iterator[None]:
    """What is counted inside is written once, at the end and in one order: many count the same at once, and a
    counter is locked only for the last moment of a transaction."""
    waiting: Counter[tuple[str, str, str]] = Counter()
    connection.info[_WAITING] = waiting
    try:
        yield
    finally:
        connection.info.pop(_WAITING, None)
    add(connection, waiting)


def tally(connection: Connection, now: datetime, zone: str, counts: Iterable[Count]) -> None:
    """Count these in the week of now."""
    week = weeks.week_of(now, zone)
    waiting: Counter[tuple[str, str, str]] | None = connection.info.get(_WAITING)
    added = Counter() if waiting is None else waiting
    for each in counts:
        added[week, each.name, each.of] += each.by
    if waiting is None:
        add(connection, added)


def add(connection: Connection, counted: Mapping[tuple[str, str, str], int]) -> None:
    """Add this to counters, each by its week, its name and what it is of."""
    rows = [{"week": week, "name": name, "of": of, "count": n} for (week, name, of), n in sorted(counted.items()) if n]
    if rows:
        connection.execute(_ADD[connection.dialect.name], rows)


def leave(connection: Connection, who: Collection[int], now: datetime, zone: str) -> None:
    """Count the communities left by those who are about to be erased."""
    if not who:
        return
    inside = select(memberships.c.community).where(memberships.c.person.in_(who), memberships.c.state != "asked")
    communities = connection.execute(inside).scalars().all()
    tally(connection, now, zone, (Count(LEFT_COMMUNITY, community) for community in communities))
