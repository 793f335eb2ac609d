"""Gatherings and their bookings, as rows and as handlers read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, and_, bindparam, delete, exists, func, or_, select, true, update

from handlers.broadcasts import DRAFT as TAKEN_BACK
from handlers.gatherings import DRAFT, HELD, LEFT, OFFERED, SEATED, TEXT_FIELDS, WAITING, Booking, Gathering, Hall, Stop
from storage.tables import (
    bookings,
    broadcasts,
    conversations,
    follows,
    gatherings,
    leads,
    recipients,
    roles,
    snoozes,
    stops,
)

HOLDING = (SEATED, WAITING, OFFERED)
"""The states of a booking that holds or waits for seats."""

_WALL = "%Y-%m-%d %H:%M"
_LONGEST_LINE = 500
_BY_ID = select(gatherings).where(gatherings.c.id == bindparam("id"))
_LOCKED = _BY_ID.with_for_update()
_STOPS = select(stops).where(stops.c.gathering.in_(bindparam("ids", expanding=True))).order_by(stops.c.position)
_HERE = bookings.c.gathering == bindparam("id")
_SUMS = (
    select(bookings.c.state, func.count(), func.sum(bookings.c.seats))
    .where(_HERE, bookings.c.state.in_(HOLDING))
    .group_by(bookings.c.state)
)
_MINE = select(bookings).where(_HERE, bookings.c.person == bindparam("person"))
_SPOKEN = (
    select(bookings, conversations.c.language)
    .outerjoin(conversations, conversations.c.person == bookings.c.person)
    .where(_HERE)
    .order_by(bookings.c.asked_at, bookings.c.id)
)
_LINE = _SPOKEN.where(bookings.c.state == WAITING)
_AHEAD = select(func.count()).where(
    _HERE,
    bookings.c.state == WAITING,
    or_(
        bookings.c.asked_at < bindparam("asked_at", type_=bookings.c.asked_at.type),
        and_(
            bookings.c.asked_at == bindparam("asked_at", type_=bookings.c.asked_at.type),
            bookings.c.id < bindparam("booking"),
        ),
    ),
)


def wall(moment: datetime, zone: str) -> str:
    """`2026-12-03 08:30`, as a clock on the wall there shows an instant."""
    return moment.astimezone(ZoneInfo(zone)).strftime(_WALL)


def found(connection: Connection, rows: Iterable[Any]) -> tuple[Gathering, ...]:
    """Rows of the table as handlers read them, with their stops."""
    known = list(rows)
    walked: dict[int, list[Stop]] = {}
    for row in connection.execute(_STOPS, {"ids": [row.id for row in known]}) if known else ():
        walked.setdefault(row.gathering, []).append(
            Stop(row.position, row.at, row.place, row.minutes_on_foot, row.access, row.reached_at)
        )
    return tuple(_gathering(row, tuple(walked.get(row.id, ()))) for row in known)


def _gathering(row: Any, walked: tuple[Stop, ...]) -> Gathering:
    held = row._mapping
    return Gathering(
        id=row.id,
        uid=row.uid,
        network=row.network,
        kind=row.kind,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=row.zone,
        state=row.state,
        texts={name: held[name] for name in TEXT_FIELDS if held[name]},
        series=row.series,
        seats=row.seats,
        aside=row.aside,
        walk_ins=row.walk_ins,
        sequence=row.sequence,
        version=row.version,
        code=row.code,
        reason=row.reason,
        delay=row.delay,
        stops=walked,
    )


def booking_of(row: Any, person: int | None) -> Booking:
    """A row as handlers read it, for the person of the turn."""
    return Booking(
        id=row.id,
        person=row.person,
        seats=row.seats,
        state=row.state,
        asked_at=row.asked_at,
        offers=row.offers,
        passed=row.passed,
        offered_until=row.offered_until,
        joins=row.joins,
        leaves=row.leaves,
        name=row.name,
        needs=row.needs,
        checked_in_at=row.checked_in_at,
        useful=row.useful,
        language=row._mapping.get("language") or "",
        mine=person is not None and row.person == person,
    )


def one(connection: Connection, id: int, *, lock: bool = False) -> Gathering | None:
    """A gathering by its number, locked until the commit if asked."""
    row = connection.execute(_LOCKED if lock else _BY_ID, {"id": id}).one_or_none()
    return found(connection, [row])[0] if row is not None else None


def hall_of(connection: Connection, id: int, person: int | None, *, lock: bool = True) -> Hall | None:
    """A gathering locked until the commit, then the sums of its bookings and that of one person."""
    gathering = one(connection, id, lock=lock)
    if gathering is None:
        return None
    sums = {state: (count, int(seats)) for state, count, seats in connection.execute(_SUMS, {"id": id})}
    held = sum(sums[state][1] for state in (SEATED, OFFERED) if state in sums)
    waiting = sums[WAITING][0] if WAITING in sums else 0
    row = connection.execute(_MINE, {"id": id, "person": person}).one_or_none() if person is not None else None
    mine = booking_of(row, person) if row is not None else None
    people = sum(count for count, _ in sums.values())
    return Hall(gathering, held, waiting, mine, _ahead(connection, id, mine), people)


def _ahead(connection: Connection, id: int, mine: Booking | None) -> int:
    if mine is None or mine.state != WAITING:
        return 0
    known = {"id": id, "asked_at": mine.asked_at, "booking": mine.id}
    return int(connection.execute(_AHEAD, known).scalar_one())


def line_of(connection: Connection, id: int, person: int | None = None) -> tuple[Booking, ...]:
    """Its waiting list, in order."""
    return tuple(booking_of(row, person) for row in connection.execute(_LINE.limit(_LONGEST_LINE), {"id": id}))


def comers_of(connection: Connection, id: int, after: int, limit: int) -> tuple[Booking, ...]:
    """Who holds seats, by number, after one of them."""
    wanted = _SPOKEN.where(bookings.c.state == SEATED, bookings.c.id > after).order_by(None).order_by(bookings.c.id)
    rows = connection.execute(wanted.limit(limit), {"id": id})
    return tuple(booking_of(row, None) for row in rows)


def announced() -> Any:
    """Gatherings that take place, in a query."""
    return gatherings.c.state.in_(HELD)


def write_stops(connection: Connection, id: int, walked: Sequence[Mapping[str, Any]]) -> None:
    """These stops, in order, instead of the former ones."""
    connection.execute(delete(stops).where(stops.c.gathering == id))
    rows = [{"gathering": id, "position": number, **stop} for number, stop in enumerate(walked, 1)]
    if rows:
        connection.execute(stops.insert(), rows)


def forget(connection: Connection, person: int, now: datetime) -> None:
    """A person is erased: what is ahead of them is free again; of what is over, only a number stays. What they never
    published, or took back before it left, goes; the rest is the network's."""
    theirs = select(roles.c.id).where(roles.c.person == person)
    connection.execute(delete(gatherings).where(gatherings.c.state == DRAFT, gatherings.c.role.in_(theirs)))
    connection.execute(delete(broadcasts).where(broadcasts.c.author == person, broadcasts.c.state == TAKEN_BACK))
    over = select(gatherings.c.id).where(gatherings.c.ends_at <= now)
    mine = bookings.c.person == person
    free = select(bookings.c.gathering).where(mine, bookings.c.gathering.not_in(over))
    connection.execute(update(gatherings).where(gatherings.c.id.in_(free)).values(freed_at=now))
    connection.execute(delete(bookings).where(mine, bookings.c.gathering.not_in(over)))
    connection.execute(update(bookings).where(mine).values(person=None, name="", needs=""))


def join(connection: Connection, kept: int, gone: int) -> None:
    """Two people are one: of two bookings of one gathering stays the one that holds more, with the larger number
    of seats."""
    rows = select(bookings).where(bookings.c.person.in_((kept, gone)))
    by_gathering: dict[int, list[Any]] = {}
    for row in connection.execute(rows).all():
        by_gathering.setdefault(row.gathering, []).append(row)
    for both in by_gathering.values():
        if len(both) > 1:
            _unite(connection, both)
    connection.execute(update(bookings).where(bookings.c.person == gone).values(person=kept))
    connection.execute(update(snoozes).where(snoozes.c.person == gone).values(person=kept))
    connection.execute(update(broadcasts).where(broadcasts.c.author == gone).values(author=kept))
    for table, name in ((follows, "subject"), (recipients, "broadcast"), (leads, "person")):
        _move(connection, table, name, kept, gone)


def _move(connection: Connection, table: Table, name: str, kept: int, gone: int) -> None:
    """The rows of one person are those of another, who keeps theirs where both have one."""
    same = table.alias()
    twice = exists().where(same.c.person == kept, same.c[name] == table.c[name] if name != "person" else true())
    connection.execute(delete(table).where(table.c.person == gone, twice))
    connection.execute(update(table).where(table.c.person == gone).values(person=kept))


_ORDER = (SEATED, OFFERED, WAITING, LEFT)


def _unite(connection: Connection, both: Sequence[Any]) -> None:
    first, second = sorted(both, key=lambda row: (_ORDER.index(row.state), row.asked_at, row.id))
    connection.execute(delete(bookings).where(bookings.c.id == second.id))
    # Only what was asked and not given up counts.
    seats = max((row.seats for row in both if row.state == first.state), default=first.seats)
    kept = {"seats": seats, "checked_in_at": first.checked_in_at or second.checked_in_at}
    # Keys of offers are numbered by person: none may come again.
    kept["offers"] = max(row.offers for row in both)
    connection.execute(update(bookings).where(bookings.c.id == first.id).values(kept))
    look = update(gatherings).where(gatherings.c.id == first.gathering, gatherings.c.freed_at.is_(None))
    connection.execute(look.values(freed_at=gatherings.c.updated_at))
