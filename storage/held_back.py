"""What was not said to people who had been written to enough that week, until the digest says it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, select

from handlers.digest_words import Message
from handlers.gatherings import HELD, Gathering
from storage.gatherings import found
from storage.tables import bookings, broadcasts, gatherings, people
from storage.tables import outbox as ledger
from storage.tellings import Whom, people_of, person_key

REASON = "digest"
"""Why such a row of the ledger is skipped. Its `subject` says what it was about."""


def _between(since: datetime, until: datetime | None) -> ColumnElement[bool]:
    ends = ledger.c.created_at <= until if until is not None else None
    here = and_(ledger.c.reason == REASON, ledger.c.created_at > since)
    return and_(here, ends) if ends is not None else here


def any_since(connection: Connection, since: datetime, until: datetime | None = None) -> bool:
    """True if anything was held back between two instants."""
    return connection.execute(select(ledger.c.id).where(_between(since, until)).limit(1)).scalar() is not None


def persons(
    connection: Connection, since: datetime, until: datetime, prefix: str, limit: int
) -> Mapping[int, Sequence[str]]:
    """Some of those who have no row with such a key, and the subjects of which they were not told."""
    held = ledger.alias("held")
    here = and_(held.c.reason == REASON, held.c.created_at > since, held.c.created_at <= until)
    read = exists().where(ledger.c.key == person_key(prefix, held.c.person))
    some = select(held.c.person).where(here, held.c.person.is_not(None), ~read).distinct().order_by(held.c.person)
    chosen = list(connection.execute(some.limit(limit)).scalars())
    rows = connection.execute(select(ledger.c.person, ledger.c.subject).where(_between(since, until))).all()
    told: dict[int, list[str]] = {person: [] for person in chosen}
    for row in rows:
        if row.person in told and row.subject and row.subject not in told[row.person]:
            told[row.person].append(row.subject)
    return told


def about(connection: Connection, subjects: Collection[str]) -> Mapping[str, int | Message]:
    """What each subject is about: a gathering, by number (an announcement, a broadcast with its button), or what a
    network wrote."""
    named = {each: each.partition("/") for each in subjects}
    found: dict[str, int | Message] = {
        each: int(id) for each, (kind, _, id) in named.items() if kind == "announce" and id.isdigit()
    }
    sent = {int(id): each for each, (kind, _, id) in named.items() if kind == "broadcast" and id.isdigit()}
    columns = (broadcasts.c.id, broadcasts.c.gathering, broadcasts.c.network, broadcasts.c.texts, broadcasts.c.link)
    for row in connection.execute(select(*columns).where(broadcasts.c.id.in_(sent))) if sent else ():
        words = Message(row.network, json.loads(row.texts), row.link)
        found[sent[row.id]] = row.gathering if row.gathering is not None else words
    return found


def gatherings_ahead(connection: Connection, ids: Collection[int], now: datetime) -> Mapping[int, Gathering]:
    """Those of them that take place and have not begun."""
    here = (gatherings.c.id.in_(ids), gatherings.c.state.in_(HELD), gatherings.c.starts_at > now)
    rows = connection.execute(select(gatherings).where(*here)).all()
    return {each.id: each for each in found(connection, rows)}


def joined(connection: Connection, persons: Sequence[int], ids: Sequence[int]) -> frozenset[tuple[int, int]]:
    """Who comes to which of these by now, or did and left: person and gathering."""
    wanted = select(bookings.c.person, bookings.c.gathering).where(bookings.c.person.in_(persons))
    return frozenset(
        (row.person, row.gathering) for row in connection.execute(wanted.where(bookings.c.gathering.in_(ids)))
    )


def whom(connection: Connection, persons: Sequence[int]) -> tuple[Whom, ...]:
    """Where each of these is reached, and in which language."""
    return people_of(connection, people.c.id.in_(persons))
