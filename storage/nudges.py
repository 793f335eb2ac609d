"""Who is waiting for the one message that leaves unasked: people who chose to have their answers kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, cast, exists, literal, literal_column, select

from handlers.consent import KEEP
from handlers.conversation import Conversation
from handlers.messages import Address
from storage import outbox
from storage.conversations import consents_of, conversation_of
from storage.outbox import OutboxRow
from storage.reach import best_address
from storage.tables import addresses, consents, conversations, people
from storage.tables import outbox as ledger

KIND = "reminder"
SLICE = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone silent who said yes to being reminded. `key` names this silence in the ledger."""

    key: str
    person: int
    address_id: int
    address: Address
    last_seen: datetime
    consents: Mapping[str, str]
    conversation: Conversation


def waiting(connection: Connection, limit: int = SLICE, channels: Collection[str] | None = None) -> tuple[Waiting, ...]:
    """Those who were not yet reminded in this silence, the longest silent first; on these channels, or any."""
    known = None if channels is None else tuple(channels)
    return tuple(_waiting(connection, row) for row in connection.execute(_query(known, limit)).all())


def record(connection: Connection, who: Waiting, rows: Sequence[OutboxRow], *, said: bool) -> None:
    """Write what is said to them, to be sent at its pace. Nothing to say is recorded too, as skipped, so that
    the question is not asked again at every tick."""
    state = "queued" if said else "skipped"
    outbox.insert(connection, rows, person=who.person, address=who.address_id, state=state)


def _waiting(connection: Connection, row: Any) -> Waiting:
    address = Address(row.channel, row.peer)
    said = consents_of(connection, row.person)
    return Waiting(row.key, row.person, row.address, address, row.last_seen_at, said, conversation_of(row))


_EVER = select(consents.c.person).where(consents.c.purpose == literal_column("'keep'"), consents.c.granted)
"""Who ever said yes: the words of the index, by which nobody else is looked at."""


@lru_cache(maxsize=32)
def _query(channels: tuple[str, ...] | None, limit: int) -> Select[Any]:
    """Asked at each look at the clock: built once."""
    latest = select(consents.c.granted).where(consents.c.person == people.c.id, consents.c.purpose == KEEP)
    keeps = latest.order_by(consents.c.id.desc()).limit(1).correlate(people).scalar_subquery()
    return (
        select(*conversations.c, people.c.last_seen_at, addresses.c.channel, addresses.c.peer)
        .add_columns(addresses.c.id.label("address"), _key().label("key"))
        .select_from(people)
        .join(conversations, conversations.c.person == people.c.id)
        .join(addresses, addresses.c.id == best_address(channels))
        .where(people.c.id.in_(_EVER), keeps.is_(True), ~exists().where(ledger.c.key == _key()))
        .order_by(people.c.last_seen_at)
        .limit(limit)
    )


def _key() -> ColumnElement[str]:
    """One nudge for a person and a state of their conversation: any message of theirs makes another."""
    person, version = cast(people.c.id, String), cast(conversations.c.version, String)
    return literal("nudge/") + person + literal("/") + version
