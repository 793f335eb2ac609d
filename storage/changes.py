"""Changes of gatherings that people are still to be told, and whom: those who come or wait, and those to whom it was
announced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select, update

from handlers.consent import GATHERINGS
from handlers.gatherings import Gathering
from handlers.messages import Address
from storage.gatherings import HOLDING, found
from storage.purposes import said_yes
from storage.reach import best_address
from storage.tables import addresses, bookings, conversations, follows, gatherings, people
from storage.tables import outbox as ledger
from storage.tellings import SLICE, Whom, person_key
from storage.told_last import ToldLast, told_last, told_of

_FIRST = select(func.min(gatherings.c.said_at)).where(gatherings.c.said_at.is_not(None))
_TO_SAY = (
    select(gatherings)
    .where(gatherings.c.said_at <= bindparam("b_until", type_=gatherings.c.said_at.type))
    .order_by(gatherings.c.said_at)
    .with_for_update(skip_locked=True)
)
_LEFT = ("sent", "late", "sending", "queued", "uncertain")


@dataclass(frozen=True, slots=True)
class Changed:
    """A gathering whose last change is to be told. `row` is that of the table."""

    gathering: Gathering
    said_at: datetime
    row: Any


@dataclass(frozen=True, slots=True)
class Concerned:
    """Someone who comes or waits, by booking, and what they were told last."""

    booking: int
    state: str
    whom: Whom
    before: ToldLast


def first(connection: Connection) -> datetime | None:
    """When the first change that is still to be told was made."""
    return connection.execute(_FIRST).scalar()


def settled(connection: Connection, until: datetime) -> tuple[Changed, ...]:
    """The changes made by then, each locked until the commit."""
    rows = connection.execute(_TO_SAY, {"b_until": until}).all()
    return tuple(Changed(each, row.said_at, row) for each, row in zip(found(connection, rows), rows, strict=True))


def concerned(connection: Connection, changed: Changed, limit: int = SLICE) -> tuple[Concerned, ...]:
    """Some of those who come or wait and do not know the last change."""
    there = addresses.alias("there")
    columns = (bookings, conversations.c.language, there.c.id.label("address"), there.c.channel, there.c.peer)
    wanted = and_(bookings.c.gathering == changed.gathering.id, bookings.c.told < changed.gathering.sequence)
    query = (
        select(*columns)
        .join(people, people.c.id == bookings.c.person)
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .outerjoin(there, there.c.id == best_address())
        .where(wanted, bookings.c.state.in_(HOLDING))
        .order_by(bookings.c.id)
        .limit(limit)
    )
    return tuple(
        Concerned(row.id, row.state, _whom(row, row.person, row.seats, row.joins), told_last(row))
        for row in connection.execute(query).all()
    )


def _whom(row: Any, person: int, seats: int = 1, joins: int = 0) -> Whom:
    address = Address(row.channel, row.peer) if row.channel else None
    return Whom(person, row.language or "", row.address, address, seats=seats, joins=joins)


def know(connection: Connection, changed: Changed, told: Sequence[Concerned]) -> None:
    """From now on these know it as it is."""
    if told:
        mine = bookings.c.id.in_([each.booking for each in told])
        connection.execute(update(bookings).where(mine).values(told_of(changed.row)))


def heard_of(
    connection: Connection, changed: Changed, tellings: Sequence[str], prefix: str, limit: int
) -> tuple[Whom, ...]:
    """Some of those to whom it was announced, who neither come nor stopped, and were not told this change. `tellings`:
    the ids of its announcements; `prefix`: of the keys of the change."""
    gathering, there = changed.gathering, addresses.alias("there")
    keys = [ledger.c.key == person_key(f"announce/{gathering.id}/{each}/") for each in tellings]
    if not keys:
        return ()
    subjects = [f"network/{gathering.network}", f"kind/{gathering.kind}", f"series/{gathering.series}"]
    wanted = (
        people.c.id.in_(select(follows.c.person).where(follows.c.subject.in_(subjects))),
        exists().where(or_(*keys), ledger.c.state.in_(_LEFT)),
        ~exists().where(ledger.c.key == person_key(prefix)),
        ~exists().where(bookings.c.person == people.c.id, bookings.c.gathering == gathering.id),
        said_yes(GATHERINGS),
    )
    query = (
        select(people.c.id, conversations.c.language, there.c.id.label("address"), there.c.channel, there.c.peer)
        .select_from(people)
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .outerjoin(there, there.c.id == best_address())
        .where(*wanted)
        .order_by(people.c.id)
        .limit(limit)
    )
    return tuple(_whom(row, row.id) for row in connection.execute(query).all())


def said(connection: Connection, changed: Changed) -> None:
    """Everybody was told; unless it was changed again meanwhile."""
    here = and_(gatherings.c.id == changed.gathering.id, gatherings.c.said_at == changed.said_at)
    connection.execute(update(gatherings).where(here).values(said_at=None))
