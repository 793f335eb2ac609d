"""Erases what has been kept long enough, a slice at a time, so that no transaction is long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    false,
    func,
    null,
    or_,
    select,
    tuple_,
    update,
)

from handlers.consent import KEEP
from storage import (
    broadcasts,
    comers,
    drafts,
    enclosures,
    erasure,
    intake,
    meetings,
    one_time,
    refusals,
    requests,
    tallies,
)
from storage.conversations import rest
from storage.outbox import PERSONAL, WORDS
from storage.retention import Retention
from storage.roles import journal_too_old, sweep_journal
from storage.staying import stays
from storage.tables import (
    addresses,
    audit,
    bookings,
    consents,
    erasures,
    in_states,
    inbound,
    links,
    outbox,
    people,
    quarantined,
    reports,
)
from storage.tables import broadcasts as sent_to_many
from storage.tables import enclosures as joined_files
from storage.tables import intake as records
from storage.tables import requests as asked

SLICE = 50
"""People erased in one transaction; other rows go ten times as many at once."""

_ROWS = SLICE * 10

Swept = Mapping[str, int]
"""How many of each were erased: people, texts, received, addresses, quarantined, erasures, reports, introductions,
requests, intake, audit."""


def due(connection: Connection, now: datetime, retention: Retention) -> Swept:
    """What the next sweeps would erase, erasing nothing."""
    counts = {name: _count(connection, table, old) for name, (table, old) in _old(now, retention).items()}
    counts["texts"] += _count(connection, reports, meetings.worded_too_long(now))
    counts["requests"] = _count(connection, asked, requests.kept_long_enough(now))
    counts["intake"] = _count(connection, records, intake.too_old(now, retention))
    counts["texts"] += _count(connection, bookings, comers.known_too_long(now))
    counts["texts"] += _count(connection, sent_to_many, broadcasts.old_enough(now))
    counts["texts"] += _count(connection, joined_files, enclosures.old_enough(now))
    silent = _count(connection, people, or_(*_silent(now, retention)))
    return {"people": silent, **counts, "audit": _count(connection, audit, journal_too_old(now))}


def sweep(connection: Connection, now: datetime, retention: Retention, zone: str = "UTC") -> Swept:
    """Erase one slice of each; all zero when nothing is left. `zone`: by which the week of what is counted begins."""
    found = (id for silent in _silent(now, retention) for id in connection.execute(_some(silent)).scalars().all())
    gone = list(dict.fromkeys(found))[:SLICE]
    resting = connection.execute(_some(_resting(now, retention))).scalars().all()
    intake.drop(connection, {*gone, *resting}, now, zone)
    tallies.leave(connection, gone, now, zone)
    for person in gone:
        erasure.forget(connection, person, now)
    for person in resting:
        rest(connection, person, now)
    drafts.sweep(connection, now, retention)
    old = _old(now, retention)
    texts = _unword(connection, old.pop("texts")[1], now) + meetings.unword(connection, now, _ROWS)
    texts += comers.expire(connection, now, _ROWS) + broadcasts.expire(connection, now, _ROWS)
    texts += enclosures.expire(connection, now)
    connection.execute(delete(links).where(links.c.expires_at <= now))
    one_time.sweep(connection, now)
    refusals.sweep(connection, now)
    counts = {name: _delete(connection, *which) for name, which in old.items()}
    counts["requests"] = requests.expire(connection, now, _ROWS)
    counts["intake"] = intake.fold(connection, now, retention, _ROWS)
    return {"people": len(gone), "texts": texts, **counts, "audit": sweep_journal(connection, now)}


def together(sweeps: list[Swept]) -> Swept:
    """The sum of several sweeps."""
    return reduce(lambda a, b: {name: a.get(name, 0) + n for name, n in b.items()}, sweeps, {})


def _some(who: ColumnElement[bool]) -> Select[Any]:
    return select(people.c.id).where(who).order_by(people.c.last_seen_at).limit(SLICE)


def _silent(now: datetime, retention: Retention) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """People who have been silent for too long: those without a reason to stay, and those whatever their reason.
    Who rests already is only looked at by the date: a tick costs the same with ten members and a hundred thousand."""
    unknown = and_(~people.c.resting, _quiet(now, retention), ~stays())
    return unknown, and_(people.c.last_seen_at <= now - retention.silence_of_known, _quiet(now, retention))


def _resting(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """Those who stay known, and whose answers are still there."""
    return and_(~people.c.resting, _quiet(now, retention), stays())


def _quiet(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """People whose answers are no longer kept."""
    latest = select(consents.c.granted).where(consents.c.person == people.c.id, consents.c.purpose == KEEP)
    keeps = func.coalesce(latest.order_by(consents.c.id.desc()).limit(1).scalar_subquery(), false())
    short, long = retention.silence(keeps=False), retention.silence(keeps=True)
    # The first term is for the index: the others would be looked for one person after the other.
    return and_(
        people.c.last_seen_at <= now - min(short, long),
        or_(
            and_(people.c.last_seen_at <= now - short, keeps.is_(false())),
            people.c.last_seen_at <= now - long,
        ),
    )


def _old(now: datetime, retention: Retention) -> dict[str, tuple[Table, ColumnElement[bool]]]:
    # What is told of a request may be answered days later.
    later = or_(*(outbox.c.key.startswith(each, autoescape=True) for each in (WORDS, *requests.TOLD)))
    answers = and_(outbox.c.kind.in_(PERSONAL), ~later)
    personal = and_(answers, outbox.c.created_at <= now - retention.replies)
    texts = and_(outbox.c.body.is_not(None), or_(personal, outbox.c.settled_at <= now - retention.others))
    in_room = exists().where(addresses.c.id == inbound.c.address, addresses.c.private.is_(false()))
    received = or_(
        inbound.c.received_at <= now - retention.received,
        and_(in_room, inbound.c.received_at <= now - retention.silence(keeps=False)),
    )
    return {
        "texts": (outbox, texts),
        "received": (inbound, received),
        "addresses": (addresses, _useless()),
        "quarantined": (quarantined, quarantined.c.at <= now - retention.quarantined),
        "erasures": (erasures, erasures.c.at <= now - retention.backups),
        **meetings.kept_long_enough(now),
    }


def _useless() -> ColumnElement[bool]:
    """Addresses of someone erased whose last reply has left; rooms where nothing was said of late."""
    # One list of the few rows still owed, by their index: a look for each address would read the ledger each time.
    nobody = and_(outbox.c.person.is_(None), outbox.c.address.is_not(None))
    owed = addresses.c.id.in_(select(outbox.c.address).where(nobody, in_states("queued", "sending")))
    heard = exists().where(inbound.c.address == addresses.c.id)
    return and_(addresses.c.person.is_(None), ~owed, or_(addresses.c.private, ~heard))


def _count(connection: Connection, table: Table, old: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(old)).scalar_one()


def _delete(connection: Connection, table: Table, old: ColumnElement[bool]) -> int:
    return connection.execute(delete(table).where(_slice(table, old))).rowcount


def _slice(table: Table, old: ColumnElement[bool]) -> ColumnElement[bool]:
    key = tuple(table.primary_key.columns)
    chosen: Any = tuple_(*key) if len(key) > 1 else key[0]
    return chosen.in_(select(*key).where(old).limit(_ROWS))  # type: ignore[no-any-return]  # a column or several


def _unword(connection: Connection, old: ColumnElement[bool], now: datetime) -> int:
    """Texts go; what was still to leave is cancelled with them: a reply a day late answers nobody."""
    late = and_(outbox.c.id.in_(select(outbox.c.id).where(old).limit(_ROWS)), in_states("queued", "sending"))
    cancelled = {"state": "cancelled", "reason": "expired", "settled_at": now, "leased_until": None}
    connection.execute(update(outbox).where(late).values(cancelled))
    return connection.execute(update(outbox).where(_slice(outbox, old)).values(body=null())).rowcount
