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

from storage import erasure
from storage.conversations import rest
from storage.outbox import PERSONAL
from storage.retention import KEEP, Retention
from storage.roles import holds_a_role
from storage.tables import addresses, consents, conversations, in_states, inbound, links, outbox, people, quarantined

SLICE = 50
"""People erased in one transaction; other rows go ten times as many at once."""

_ROWS = SLICE * 10

Swept = Mapping[str, int]
"""How many of each were erased: people, texts, received, addresses, quarantined."""


def due(connection: Connection, now: datetime, retention: Retention) -> Swept:
    """What the next sweeps would erase, erasing nothing."""
    counts = {name: _count(connection, table, old) for name, (table, old) in _old(now, retention).items()}
    return {"people": _count(connection, people, _silent(now, retention)), **counts}


def sweep(connection: Connection, now: datetime, retention: Retention) -> Swept:
    """Erase one slice of each; all zero when nothing is left."""
    gone = connection.execute(select(people.c.id).where(_silent(now, retention)).limit(SLICE)).scalars().all()
    for person in gone:
        erasure.forget(connection, person, now)
    for person in connection.execute(_resting(now, retention)).scalars().all():
        rest(connection, person, now)
    old = _old(now, retention)
    texts = _unword(connection, old["texts"][1], now)
    connection.execute(delete(links).where(links.c.expires_at <= now))
    counts = {name: _delete(connection, *old[name]) for name in ("received", "addresses", "quarantined")}
    return {"people": len(gone), "texts": texts, **counts}


def together(sweeps: list[Swept]) -> Swept:
    """The sum of several sweeps."""
    return reduce(lambda a, b: {name: a.get(name, 0) + n for name, n in b.items()}, sweeps, {})


def _silent(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """People who have been silent for too long, whatever they once allowed."""
    return and_(
        _quiet(now, retention),
        or_(~holds_a_role(), people.c.last_seen_at <= now - retention.silence_with_role),
    )


def _resting(now: datetime, retention: Retention) -> Select[Any]:
    """Of those who stay because of a role, some whose answers are still there."""
    written = and_(conversations.c.person == people.c.id, conversations.c.updated_at <= people.c.last_seen_at)
    return select(people.c.id).where(_quiet(now, retention), exists().where(written)).limit(SLICE)


def _quiet(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """People whose answers are no longer kept."""
    latest = select(consents.c.granted).where(consents.c.person == people.c.id, consents.c.purpose == KEEP)
    keeps = func.coalesce(latest.order_by(consents.c.id.desc()).limit(1).scalar_subquery(), false())
    return or_(
        and_(people.c.last_seen_at <= now - retention.silence(keeps=False), keeps.is_(false())),
        people.c.last_seen_at <= now - retention.silence(keeps=True),
    )


def _old(now: datetime, retention: Retention) -> dict[str, tuple[Table, ColumnElement[bool]]]:
    personal = and_(outbox.c.kind.in_(PERSONAL), outbox.c.created_at <= now - retention.replies)
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
