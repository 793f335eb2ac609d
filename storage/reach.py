"""Where a person is best reached: the address used last, or another one when it refuses our messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, null, select

from storage.tables import addresses, people
from storage.tables import outbox as ledger


def best_address(channels: Collection[str] | None = None) -> ColumnElement[int | None]:
    """The address (by number) for what a person did not ask for, in a query over `people`; none if all refuse."""
    other = addresses.alias()
    here = and_(other.c.person == people.c.id, other.c.private, other.c.blocked_at.is_(None))
    if channels is not None:
        here = and_(here, other.c.channel.in_(channels))
    any_ = select(func.min(other.c.id)).where(here).correlate(people)
    return func.coalesce(any_.where(other.c.id == people.c.last_address).scalar_subquery(), any_.scalar_subquery())


_SENT_TO = select(ledger.c.person, ledger.c.kind).where(ledger.c.key == bindparam("key"))
_BEST = (
    select(addresses.c.id, addresses.c.channel)
    .select_from(people)
    .join(addresses, addresses.c.id == best_address())
    .where(people.c.id == bindparam("person"))
)
_REROUTE = (
    ledger.update()
    .where(ledger.c.key == bindparam("b_key"))
    .values(
        state="queued",
        address=bindparam("b_address"),
        via=bindparam("b_via"),
        reason=null(),
        leased_until=null(),
    )
)


def reroute(connection: Connection, keys: Sequence[str]) -> frozenset[str]:
    """Queue these rows, refused where they were to go, for another address of the same person; those for which
    there is one. An answer is never sent elsewhere than where it was asked."""
    return frozenset(key for key in keys if _rerouted(connection, key))


def _rerouted(connection: Connection, key: str) -> bool:
    row = connection.execute(_SENT_TO, {"key": key}).one_or_none()
    if row is None or row.person is None or row.kind == "reply":
        return False
    best = connection.execute(_BEST, {"person": row.person}).one_or_none()
    if best is None:
        return False
    connection.execute(_REROUTE, {"b_key": key, "b_address": best.id, "b_via": best.channel})
    return True
