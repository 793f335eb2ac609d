"""Who is about to be forgotten after a long silence and was not told so yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, bindparam, cast, exists, literal, or_, select

from handlers.consent import LASTING
from handlers.messages import Address
from storage.purposes import said_yes
from storage.reach import best_address
from storage.roles import holds_a_role
from storage.tables import addresses, conversations, people
from storage.tables import outbox as ledger

KIND = "reminder"
SLICE = 50


@dataclass(frozen=True, slots=True)
class Silent:
    """Someone silent for long. `key` names this notice of this silence in the ledger."""

    key: str
    person: int
    address_id: int
    address: Address
    last_seen: datetime
    language: str


def silent(
    connection: Connection,
    days: int,
    after: datetime,
    until: datetime | None = None,
    *,
    limit: int = SLICE,
    channels: Collection[str] | None = None,
) -> tuple[Silent, ...]:
    """Those last seen after `after`, and not after `until`, who were not told that `days` are left, the longest
    silent first. Whoever stopped our messages is not told: they were, when they stopped them."""
    wanted = _wanted(days, None if channels is None else tuple(channels), bounded=until is not None, limit=limit)
    rows = connection.execute(wanted, {"b_after": after, **({} if until is None else {"b_until": until})})
    return tuple(
        Silent(row.key, row.id, row.address, Address(row.channel, row.peer), row.last_seen_at, row.language)
        for row in rows
    )


@lru_cache(maxsize=32)
def _wanted(days: int, channels: tuple[str, ...] | None, *, bounded: bool, limit: int) -> Select[Any]:
    """Asked at each look at the clock: built once."""
    key, seen = _key(days), people.c.last_seen_at
    wanted = (
        select(people.c.id, seen, addresses.c.channel, addresses.c.peer, conversations.c.language)
        .add_columns(addresses.c.id.label("address"), key.label("key"))
        .select_from(people)
        .join(conversations, conversations.c.person == people.c.id)
        .join(addresses, addresses.c.id == best_address(channels))
        .where(seen > bindparam("b_after", type_=seen.type), or_(holds_a_role(), said_yes(*LASTING)))
        .where(~exists().where(ledger.c.key == key))
    )
    if bounded:
        wanted = wanted.where(seen <= bindparam("b_until", type_=seen.type))
    return wanted.order_by(seen).limit(limit)


def _key(days: int) -> ColumnElement[str]:
    """One notice for a person and a state of their conversation: any message of theirs makes another."""
    person, version = cast(people.c.id, String), cast(conversations.c.version, String)
    return literal(f"ending/{days}/") + person + literal("/") + version
