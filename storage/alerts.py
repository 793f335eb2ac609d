"""Who asked to be told of failures, what is failing now, and what they were told of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, select, update

from handlers.alerts import PURPOSE
from handlers.messages import Address
from handlers.roles import ADMIN
from storage.notes import noted
from storage.reach import best_address
from storage.tables import addresses, consents, conversations, marks, people, roles
from storage.tables import outbox as ledger

_FAILING = "failing/"
_OVER = "over"


@dataclass(frozen=True, slots=True)
class Watcher:
    """An administrator who asked to be told, and where they can be reached now."""

    person: int
    address_id: int
    address: Address
    language: str


def failing_since(connection: Connection, cause: str) -> datetime | None:
    """Since when this cause lasts, also over restarts; None if nothing of it is known."""
    found = noted(connection, _FAILING + cause)
    return datetime.fromisoformat(found) if found is not None else None


def begin(connection: Connection, cause: str, now: datetime) -> None:
    """Remember that this fails from now on."""
    connection.execute(insert(marks), {"name": _FAILING + cause, "value": now.isoformat()})


def end(connection: Connection, cause: str, prefix: str, now: datetime) -> None:
    """It fails no longer: what was not told yet under this prefix is useless."""
    connection.execute(delete(marks).where(marks.c.name == _FAILING + cause))
    waiting = (ledger.c.state == "queued", ledger.c.key.startswith(prefix, autoescape=True))
    cancelled = {"state": "cancelled", "reason": _OVER, "settled_at": now}
    connection.execute(update(ledger).where(*waiting).values(cancelled))


def watchers(connection: Connection, channels: Collection[str]) -> tuple[Watcher, ...]:
    """Those who asked, with one address each on these channels; who has none there cannot be told."""
    rows = connection.execute(_watchers(channels))
    return tuple(Watcher(r.person, r.id, Address(r.channel, r.peer), r.language or "") for r in rows)


def already(connection: Connection, keys: Collection[str]) -> frozenset[str]:
    """Of these keys, those that the ledger has."""
    return frozenset(connection.execute(select(ledger.c.key).where(ledger.c.key.in_(keys))).scalars())


def _watchers(channels: Collection[str]) -> Select[Any]:
    latest = select(consents.c.granted).where(consents.c.person == people.c.id, consents.c.purpose == PURPOSE)
    asked = latest.order_by(consents.c.id.desc()).limit(1).correlate(people).scalar_subquery()
    admin = exists().where(roles.c.person == people.c.id, roles.c.role == ADMIN, roles.c.revoked_at.is_(None))
    return (
        select(addresses.c.person, addresses.c.id, addresses.c.channel, addresses.c.peer, conversations.c.language)
        .select_from(people)
        .join(addresses, addresses.c.id == best_address(channels))
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .where(admin, asked.is_(True))
        .order_by(people.c.id)
    )
