"""What is told of gatherings to each person: which gatherings to look at, whom it concerns, and the rows of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, and_, cast, exists, func, insert, literal, or_, select

from handlers.consent import GATHERINGS
from handlers.gatherings import HELD, SEATED, Gathering
from handlers.messages import Address, Reply
from handlers.reminders import SETTLED
from storage.gatherings import found
from storage.outbox import OutboxRow, packed
from storage.purposes import refuses, said_yes
from storage.reach import best_address
from storage.tables import (
    addresses,
    bookings,
    broadcasts,
    conversations,
    follows,
    gatherings,
    leads,
    people,
    tellings,
)
from storage.tables import outbox as ledger

SLICE = 500
KIND = "reminder"
KNOWN = ""
"""The telling that says since when a start is known."""
_UNSENT = ("skipped", "cancelled", "failed")
AHEAD, BACK = timedelta(days=61), timedelta(days=9)
"""The longest telling ahead, and how long after its end a gathering is still looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """A gathering that is told of. `known`: since when people may know of this start, None if nobody looked yet;
    `done`: the tellings that are over; `changing`: until then, a change of it is to be told first."""

    gathering: Gathering
    wall: str
    known: datetime | None
    updated_at: datetime
    done: frozenset[str]
    changing: datetime | None


@dataclass(frozen=True, slots=True)
class Whom:
    """Someone whom a telling is for. `refused`: their last word on messages about gatherings is no."""

    person: int
    language: str
    address_id: int | None
    address: Address | None
    refused: bool = False
    seats: int = 1
    joins: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the ledger to be written: with a `reply` it is queued, else it is skipped, for a `reason`."""

    key: str
    whom: Whom
    reply: Reply | None = None
    reason: str | None = None
    due: datetime | None = None
    late_after: datetime | None = None
    useless_after: datetime | None = None
    subject: str | None = None


def looks(connection: Connection, now: datetime) -> tuple[Look, ...]:
    """The gatherings of which something may be told now or soon, the first one first."""
    wanted = (gatherings.c.state.in_(HELD), gatherings.c.ends_at > now - BACK, gatherings.c.starts_at < now + AHEAD)
    rows = connection.execute(select(gatherings).where(*wanted).order_by(gatherings.c.starts_at)).all()
    over = _over(connection, [row.id for row in rows])
    read = {each.id: each for each in found(connection, rows)}
    return tuple(_look(row, read[row.id], over.get((row.id, row.starts_wall), {})) for row in rows)


def _over(connection: Connection, ids: list[int]) -> dict[tuple[int, str], dict[str, datetime]]:
    known: dict[tuple[int, str], dict[str, datetime]] = {}
    for row in connection.execute(select(tellings).where(tellings.c.gathering.in_(ids))) if ids else ():
        known.setdefault((row.gathering, row.start), {})[row.telling] = row.at
    return known


def _look(row: Any, gathering: Gathering, over: Mapping[str, datetime]) -> Look:
    done = frozenset(over) - {KNOWN}
    changing = row.said_at + SETTLED if row.said_at is not None else None
    return Look(gathering, row.starts_wall, over.get(KNOWN), row.updated_at, done, changing)


def finish(connection: Connection, look: Look, telling: str, at: datetime) -> None:
    """Everybody was told this, or nobody is to be."""
    values = {"gathering": look.gathering.id, "start": look.wall, "telling": telling, "at": at}
    connection.execute(insert(tellings), values)


# Whom.


def person_key(prefix: str, person: Any = people.c.id) -> ColumnElement[str]:
    """The key of a row of the ledger that ends with a person, in a query."""
    return literal(prefix) + cast(person, String)


def coming(connection: Connection, gathering: int, prefix: str, telling: str, before: datetime) -> tuple[Whom, ...]:
    """Who comes, has come to know of it before an hour, wants this telling, and was not told it: a slice of them."""
    mine = and_(bookings.c.gathering == gathering, bookings.c.state == SEATED, bookings.c.updated_at <= before)
    return _booked(connection, _untold(mine, prefix, telling))


def present(connection: Connection, gathering: int, prefix: str, telling: str) -> tuple[Whom, ...]:
    """Who was there, did not say yet whether it was useful, and did not stop our messages: a slice of them."""
    there = and_(bookings.c.gathering == gathering, bookings.c.checked_in_at.is_not(None), bookings.c.useful == "")
    untold = _untold(there, prefix, telling).join(people, people.c.id == bookings.c.person)
    return _booked(connection, untold.where(~refuses()))


def following(connection: Connection, gathering: Gathering, prefix: str, telling: str) -> tuple[Whom, ...]:
    """Who follows it with a yes, does not come, wants this telling and was not told it: a slice of them."""
    subjects = [f"network/{gathering.network}", f"kind/{gathering.kind}"]
    subjects += [f"series/{gathering.series}"] if gathering.series else []
    found: list[int] = []
    for subject in subjects:
        # One subject after the other: each is read in the order of its index, and no further than the slice.
        found += connection.execute(_following(gathering, subject, prefix, telling, found)).scalars().all()
    return people_of(connection, people.c.id.in_(found)) if found else ()


def _following(gathering: Gathering, subject: str, prefix: str, telling: str, found: list[int]) -> Any:
    person = follows.c.person
    joined = exists().where(bookings.c.person == person, bookings.c.gathering == gathering.id)
    query = (
        select(person)
        .join(people, people.c.id == person)
        .outerjoin(leads, leads.c.person == person)
        .where(follows.c.subject == subject, person.not_in(found), _wants(telling), ~_told(prefix, person), ~joined)
    )
    return query.where(said_yes(GATHERINGS)).order_by(person).limit(SLICE - len(found))


def asking(connection: Connection, subject: str, prefix: str, before: datetime) -> tuple[Whom, ...]:
    """Who follows this since before an hour, and was not told: a slice of them."""
    mine = (follows.c.subject == subject, follows.c.since <= before, ~_told(prefix, follows.c.person))
    query = select(follows.c.person).where(*mine).order_by(follows.c.person).limit(SLICE)
    found = connection.execute(query).scalars().all()
    return people_of(connection, people.c.id.in_(found)) if found else ()


def booked(connection: Connection, mine: ColumnElement[bool]) -> tuple[Whom, ...]:
    """Whose bookings these are, whatever they want to be told: a slice of them."""
    query = _people(bookings.c.seats, bookings.c.joins).join(bookings, bookings.c.person == people.c.id)
    return _whom(connection, query.where(mine))


def people_of(connection: Connection, mine: ColumnElement[bool]) -> tuple[Whom, ...]:
    """These people, whatever they want to be told: a slice of them."""
    return _whom(connection, _people(literal(1), literal(0)).where(mine))


# First who, by an index; then where and how, for a slice of them only: that is what costs.


def _booked(connection: Connection, untold: Any) -> tuple[Whom, ...]:
    found = connection.execute(untold.order_by(bookings.c.id).limit(SLICE)).scalars().all()
    return booked(connection, bookings.c.id.in_(found)) if found else ()


def _untold(mine: ColumnElement[bool], prefix: str, telling: str) -> Any:
    query = select(bookings.c.id).outerjoin(leads, leads.c.person == bookings.c.person)
    known = bookings.c.person.is_not(None)
    return query.where(mine, known, _wants(telling), ~_told(prefix, bookings.c.person))


def _wants(telling: str) -> ColumnElement[bool]:
    chosen = literal(" ") + leads.c.wanted + literal(" ")
    return or_(leads.c.wanted.is_(None), chosen.contains(f" {telling} ", autoescape=True))


def _told(prefix: str, person: Any) -> ColumnElement[bool]:
    return exists().where(ledger.c.key == person_key(prefix, person))


def _people(seats: Any, joins: Any) -> Any:
    there = addresses.alias("there")
    columns = (people.c.id, conversations.c.language, there.c.id.label("address"), there.c.channel, there.c.peer)
    return (
        select(*columns, seats.label("seats"), joins.label("joins"), refuses().label("refused"))
        .select_from(people)
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .outerjoin(there, there.c.id == best_address())
    )


def _whom(connection: Connection, query: Any) -> tuple[Whom, ...]:
    rows = connection.execute(query.order_by(people.c.id).limit(SLICE)).all()
    return tuple(
        Whom(
            row.id,
            row.language or "",
            row.address,
            Address(row.channel, row.peer) if row.channel else None,
            bool(row.refused),
            row.seats,
            row.joins,
        )
        for row in rows
    )


def unasked(connection: Connection, persons: Sequence[int], since: datetime) -> Mapping[int, int]:
    """How many messages that they did not ask for (announcements, broadcasts) each of these got since an instant."""
    mine = and_(ledger.c.person.in_(persons), ledger.c.subject.is_not(None), ledger.c.created_at >= since)
    counted = select(ledger.c.person, func.count()).where(mine, ledger.c.state.not_in(_UNSENT))
    return {person: int(n) for person, n in connection.execute(counted.group_by(ledger.c.person))}


def told_before(connection: Connection, gathering: int, persons: Sequence[int]) -> Mapping[int, int]:
    """How many messages about a gathering each of these got, who does not come: announcements, a change of it,
    broadcasts."""
    about = select(broadcasts.c.id).where(broadcasts.c.gathering == gathering)
    sent = [f"broadcast/{id}" for id in connection.execute(about).scalars()]
    mine = and_(ledger.c.person.in_(persons), ledger.c.subject.in_([f"announce/{gathering}", *sent]))
    counted = select(ledger.c.person, func.count()).where(mine, ledger.c.state.not_in(_UNSENT))
    return {person: int(n) for person, n in connection.execute(counted.group_by(ledger.c.person))}


# The rows.


def write(connection: Connection, lines: Sequence[Line], now: datetime) -> tuple[OutboxRow, ...]:
    """Write these lines; returns those that are to be sent."""
    if lines:
        connection.execute(insert(ledger), [_values(line, now) for line in lines])
    return tuple(
        OutboxRow(line.key, KIND, line.whom.address, line.reply, now)
        for line in lines
        if line.reply is not None and line.whom.address is not None
    )


def _values(line: Line, now: datetime) -> dict[str, Any]:
    reason = line.reason or ("no-address" if line.whom.address is None else None)
    return {
        "key": line.key,
        "kind": KIND,
        "person": line.whom.person,
        "address": line.whom.address_id,
        "state": "skipped" if reason else "queued",
        "reason": reason,
        "due_at": line.due or now,
        "body": packed(line.reply) if line.reply is not None and not reason else None,
        "via": line.whom.address.channel if line.whom.address else "",
        "attempts": 0,
        "created_at": now,
        "settled_at": now if reason else None,
        "late_after": line.late_after,
        "useless_after": line.useless_after,
        "subject": line.subject,
    }
