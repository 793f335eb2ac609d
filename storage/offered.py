"""Finds what a message of ours offered, by the channel's own id of it, while its words are kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from handlers.messages import Address, Choice
from storage.outbox import unpacked
from storage.tables import addresses, outbox

_WHOSE = (
    select(addresses.c.person)
    .where(addresses.c.channel == bindparam("b_channel"), addresses.c.peer == bindparam("b_peer"))
    .scalar_subquery()
)
_FIND = (
    select(outbox.c.kind, outbox.c.body)
    .where(outbox.c.person == _WHOSE, outbox.c.receipt == bindparam("b_receipt"))
    .order_by(outbox.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A message of ours. `choices` is None once its words are forgotten: it was answered since."""

    kind: str
    choices: tuple[Choice, ...] | None


def offered(connection: Connection, address: Address, receipt: str) -> Offered | None:
    """What this message offered to who is reached there; None if it is not one of ours to them."""
    where = {"b_channel": address.channel, "b_peer": address.peer, "b_receipt": receipt}
    row = connection.execute(_FIND, where).first()
    if row is None:
        return None
    return Offered(row.kind, unpacked(row.body).choices if row.body else None)
