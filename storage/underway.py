"""Rows on their way, where several processes send: whose they still are, and which have not left yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.outbox import LEASE
from storage.tables import in_states, outbox

_MOMENT = outbox.c.leased_until.type
_RENEW = (
    outbox.update()
    .where(
        outbox.c.key == bindparam("b_key"),
        outbox.c.state == "sending",
        outbox.c.leased_until == bindparam("b_lease", type_=_MOMENT),
    )
    .values(leased_until=bindparam("b_until", type_=_MOMENT))
)


def renew(connection: Connection, leases: Mapping[str, datetime], now: datetime) -> Mapping[str, datetime]:
    """Keep the lease of rows that wait longer than usual: of those, by key, that nobody took since, their new one."""
    kept = {}
    for key, lease in leases.items():
        if connection.execute(_RENEW, {"b_key": key, "b_lease": lease, "b_until": now + LEASE}).rowcount:
            kept[key] = now + LEASE
    return kept


_GIVE = (
    outbox.update()
    .where(outbox.c.key == bindparam("b_key"), outbox.c.state == "sending")
    .values(leased_until=bindparam("b_until", type_=_MOMENT))
)


def give(connection: Connection, keys: Sequence[str], now: datetime) -> None:
    """Let another process send these."""
    if keys:
        connection.execute(_GIVE, [{"b_key": key, "b_until": now} for key in keys])


_NOT_CARRIED = ~outbox.c.via.startswith("webhook/", autoescape=True)
_BEFORE = select(outbox.c.key).where(
    outbox.c.person == bindparam("b_person"),
    outbox.c.state == "sending",
    outbox.c.body.is_not(None),
    outbox.c.address == bindparam("b_address"),
    _NOT_CARRIED,
)


def before(connection: Connection, person: int, address: int) -> tuple[str, ...]:
    """What somebody is being told there at this moment, in its order; nothing where one process tells it all."""
    if connection.dialect.name == "sqlite":
        return ()
    values = {"b_person": person, "b_address": address}
    return tuple(connection.execute(_BEFORE.order_by(outbox.c.id), values).scalars())


def on_their_way(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    """Those of these rows that are still being sent."""
    sending = in_states("queued", "sending") & (outbox.c.state == "sending") & outbox.c.key.in_(keys)
    return tuple(connection.execute(select(outbox.c.key).where(sending)).scalars())
