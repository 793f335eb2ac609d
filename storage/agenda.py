"""What anybody may know of the gatherings, as the public pages read it: never a draft, never who comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from handlers.desk import Confirmed
from handlers.gatherings import CANCELLED, HELD, OFFERED, SEATED, Gathering
from storage.gatherings import found
from storage.questions.desk import DeskAnswers
from storage.questions.ours import OwnAnswers
from storage.tables import bookings, gatherings

MOST = 2_000
"""Gatherings that are read at once."""
BEHIND = timedelta(days=62)
"""For how long what is over can still be read."""
AHEAD = timedelta(days=400)

# Of what was cancelled before it was ever announced, nobody is told.
_PUBLIC = or_(gatherings.c.state.in_(HELD), and_(gatherings.c.state == CANCELLED, gatherings.c.sequence > 0))
_BETWEEN = (
    _PUBLIC,
    gatherings.c.ends_at > bindparam("since", type_=gatherings.c.ends_at.type),
    gatherings.c.starts_at < bindparam("until", type_=gatherings.c.starts_at.type),
)
_ALL = select(gatherings).where(*_BETWEEN).order_by(gatherings.c.starts_at, gatherings.c.id).limit(MOST)
_MARK = select(
    func.count(), func.max(gatherings.c.id), func.sum(gatherings.c.version), func.max(gatherings.c.updated_at)
).where(*_BETWEEN)
_HELD = (
    select(bookings.c.gathering, func.sum(bookings.c.seats))
    .join(gatherings, gatherings.c.id == bookings.c.gathering)
    .where(*_BETWEEN, gatherings.c.seats.is_not(None), bookings.c.state.in_((SEATED, OFFERED)))
    .group_by(bookings.c.gathering)
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What was announced, as it was at an instant, the first one first. `full`: those without a seat left.
    `mark` changes when one of them does, `changed` is when the last one did. `confirmed`: the facts of the pack that
    their networks confirmed. `names`: what the bot is called, by channel."""

    now: datetime
    mark: str
    changed: datetime
    gatherings: tuple[Gathering, ...] = ()
    full: frozenset[int] = frozenset()
    confirmed: Mapping[str, Confirmed] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def read(connection: Connection, now: datetime) -> Agenda:
    """All that may be shown from a while ago to a year ahead."""
    marked = _marked(connection, now)
    known = found(connection, connection.execute(_ALL, _around(now)).all())
    held = {id: int(seats) for id, seats in connection.execute(_HELD, _around(now))}
    full = (each.id for each in known if each.seats is not None and _taken(each, held) >= each.seats)
    confirmed = dict(DeskAnswers(connection).confirmed())
    names = OwnAnswers(connection).names()
    return Agenda(now, str(marked), marked[-1] or now, known, frozenset(full), confirmed, names)


def mark(connection: Connection, now: datetime) -> str:
    """What tells whether anything changed since it was read; a small part of what it costs to read."""
    return str(_marked(connection, now))


def _marked(connection: Connection, now: datetime) -> tuple[Any, ...]:
    return tuple(connection.execute(_MARK, _around(now)).one())


def _around(now: datetime) -> dict[str, Any]:
    return {"since": now - BEHIND, "until": now + AHEAD}


def _taken(gathering: Gathering, held: Mapping[int, int]) -> int:
    return held.get(gathering.id, 0) + gathering.aside + gathering.walk_ins
