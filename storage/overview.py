"""What an operator sees of gatherings and broadcasts: numbers, never a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from handlers.gatherings import CANCELLED, HELD, OFFERED, SEATED, WAITING
from storage.tables import bookings, broadcasts, gatherings, recipients
from storage.tables import outbox as ledger

MESSAGES = ("announce", "remind", "change", "seat", "room", "after")
"""First words of the keys of what is told about one gathering."""
RECENT = timedelta(days=7)
"""For so long after its end a broadcast is still shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One gathering in numbers. `wall`: its hour there; `taken`: seats that are given, set aside or counted at the
    door; `waiting`: seats that people wait for; `present`: people who said that they were there."""

    id: int
    wall: str
    network: str
    title: str
    state: str
    seats: int | None
    taken: int
    waiting: int
    present: int


@dataclass(frozen=True, slots=True)
class Sending:
    """One broadcast in numbers: how many of its messages are in each state, how many are not written yet."""

    id: int
    network: str
    state: str
    starts_at: datetime
    to_write: int
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def planned(self) -> int:
        """All of them."""
        return self.to_write + sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """For metrics: gatherings ahead by state, seats of them by what they are, broadcasts under way by state, and what
    is left of these to send."""

    gatherings: Mapping[str, int] = field(default_factory=dict)
    seats: Mapping[str, int] = field(default_factory=dict)
    broadcasts: Mapping[str, int] = field(default_factory=dict)
    to_send: int = 0


_HELD_SEATS = func.coalesce(func.sum(bookings.c.seats).filter(bookings.c.state.in_((SEATED, OFFERED))), 0)
_WAITED = func.coalesce(func.sum(bookings.c.seats).filter(bookings.c.state == WAITING), 0)
_LINES = (
    select(gatherings, _HELD_SEATS.label("held"), _WAITED.label("waited"))
    .add_columns(func.count(bookings.c.checked_in_at).label("present"))
    .outerjoin(bookings, bookings.c.gathering == gatherings.c.id)
    .group_by(gatherings.c.id)
)


def ahead(connection: Connection, now: datetime, network: str, limit: int) -> tuple[Line, ...]:
    """Those that are not over, the first one first."""
    wanted = _of(network, gatherings.c.ends_at > now)
    rows = connection.execute(_LINES.where(wanted).order_by(gatherings.c.starts_at, gatherings.c.id).limit(limit))
    return tuple(_line(row) for row in rows)


def past(connection: Connection, now: datetime, network: str, limit: int) -> tuple[Line, ...]:
    """Those that are over, the last one first."""
    wanted = _of(network, gatherings.c.ends_at <= now)
    order = (gatherings.c.starts_at.desc(), gatherings.c.id.desc())
    return tuple(_line(row) for row in connection.execute(_LINES.where(wanted).order_by(*order).limit(limit)))


def one(connection: Connection, id: int) -> Line | None:
    """One of them."""
    row = connection.execute(_LINES.where(gatherings.c.id == id)).one_or_none()
    return _line(row) if row is not None else None


def _of(network: str, when: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(when, gatherings.c.network == network) if network else when


def _line(row: Any) -> Line:
    taken = int(row.held) + row.aside + row.walk_ins
    return Line(
        row.id,
        row.starts_wall,
        row.network,
        row.title,
        row.state,
        row.seats,
        taken,
        int(row.waited),
        int(row.present),
    )


def told(connection: Connection, id: int) -> Mapping[str, Mapping[str, int]]:
    """What was told of one gathering: by the first word of the key, how many messages are in each state."""
    found: dict[str, Mapping[str, int]] = {}
    for word in MESSAGES:
        mine = ledger.c.key.startswith(f"{word}/{id}/", autoescape=True)
        rows = connection.execute(select(ledger.c.state, func.count()).where(mine).group_by(ledger.c.state))
        states = {state: int(count) for state, count in rows}
        if states:
            found[word] = states
    return found


def sendings(connection: Connection, now: datetime) -> tuple[Sending, ...]:
    """The broadcasts that are not over, or were not long ago, and those of which something is uncertain."""
    unknown = select(ledger.c.subject).where(ledger.c.state == "uncertain", ledger.c.subject.is_not(None))
    open_ = set(connection.execute(unknown.distinct()).scalars())
    ids = [int(subject.partition("/")[2]) for subject in open_ if subject.startswith("broadcast/")]
    recent = or_(broadcasts.c.finished_at.is_(None), broadcasts.c.finished_at > now - RECENT, broadcasts.c.id.in_(ids))
    rows = connection.execute(select(broadcasts).where(recent).order_by(broadcasts.c.starts_at)).all()
    return tuple(_sending(connection, row) for row in rows)


def _sending(connection: Connection, row: Any) -> Sending:
    mine = ledger.c.subject == f"broadcast/{row.id}"
    counted = connection.execute(select(ledger.c.state, func.count()).where(mine).group_by(ledger.c.state))
    states = {state: int(count) for state, count in counted}
    left = select(func.count()).where(recipients.c.broadcast == row.id)
    to_write = 0 if row.finished_at else int(connection.execute(left).scalar_one())
    return Sending(row.id, row.network, row.state, row.starts_at, to_write, states)


def figures(connection: Connection, now: datetime) -> Figures:
    """What is ahead, and what is under way."""
    here = gatherings.c.ends_at > now
    by_state = select(gatherings.c.state, func.count()).where(here).group_by(gatherings.c.state)
    held = here & gatherings.c.state.in_((*HELD, CANCELLED))
    booked = (
        select(bookings.c.state, func.sum(bookings.c.seats)).join(gatherings).where(held).group_by(bookings.c.state)
    )
    under_way = broadcasts.c.finished_at.is_(None)
    sent = select(broadcasts.c.state, func.count()).where(under_way).group_by(broadcasts.c.state)
    waits = [row.to_write + row.states.get("queued", 0) + row.states.get("sending", 0) for row in _open(connection)]
    return Figures(_counts(connection, by_state), _counts(connection, booked), _counts(connection, sent), sum(waits))


def _open(connection: Connection) -> list[Sending]:
    rows = connection.execute(select(broadcasts).where(broadcasts.c.finished_at.is_(None))).all()
    return [_sending(connection, row) for row in rows]


def _counts(connection: Connection, query: Any) -> dict[str, int]:
    return {name: int(count) for name, count in connection.execute(query)}
