"""Where a person is best reached: the address used last, or another one when it refuses our messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, null, select

from storage.hold import held_since, may_leave
from storage.tables import addresses, in_states, people
from storage.tables import outbox as ledger

ADOPTED_AT_ONCE = 500
_ANSWER = "reply"


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
    if row is None or row.person is None or row.kind == _ANSWER:
        return False
    best = connection.execute(_BEST, {"person": row.person}).one_or_none()
    if best is None:
        return False
    connection.execute(_REROUTE, {"b_key": key, "b_address": best.id, "b_via": best.channel})
    return True


def adopt(connection: Connection, channels: Collection[str], due: datetime) -> int:
    """Queue what has waited since then for a channel that is none of these, for an address of the same person on one
    of these; how many. Who has no other goes on waiting there."""
    wanted = and_(in_states("queued", "sending"), ledger.c.state == "queued", ledger.c.via.not_in(channels))
    wanted = and_(wanted, ledger.c.due_at <= due, ledger.c.kind != _ANSWER, ledger.c.body.is_not(None))
    since = held_since(connection)
    if since is not None:
        wanted = and_(wanted, may_leave(since))
    found = (
        select(ledger.c.key, addresses.c.id, addresses.c.channel)
        .select_from(ledger)
        .join(people, people.c.id == ledger.c.person)
        .join(addresses, addresses.c.id == best_address(channels))
        .where(wanted)
        .order_by(ledger.c.due_at, ledger.c.id)
        .limit(ADOPTED_AT_ONCE)
        .with_for_update(skip_locked=True, of=ledger)
    )
    rows = [{"b_key": key, "b_address": id, "b_via": channel} for key, id, channel in connection.execute(found)]
    if rows:
        connection.execute(_REROUTE, rows)
    return len(rows)
