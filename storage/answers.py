"""Replies carried by the answer to a webhook: nobody tells us what became of them.

Telegram executes the answer that it received, and brings the same update again when it received none. So a
row given in an answer is `sending` until ten minutes have passed without a repeat: then it was sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from handlers.messages import Address
from storage import outbox as ledger
from storage.outbox import LEASE, Mark, OutboxRow, unpacked
from storage.tables import addresses, in_states, outbox

QUIET = timedelta(minutes=10)
"""Without a repeat for this long, the answer was executed."""

VIA = "webhook/"
LONGEST_TEXT = 4_000
_SLICE = 500

_carried = outbox.c.via.startswith(VIA, autoescape=True)
_SET = (
    outbox.update()
    .where(outbox.c.key == bindparam("b_key"))
    .values(via=bindparam("b_via"), leased_until=bindparam("b_until", type_=outbox.c.leased_until.type))
)
_FIND = (
    select(*outbox.c, addresses.c.channel, addresses.c.peer)
    .join(addresses, addresses.c.id == outbox.c.address)
    .where(outbox.c.key == bindparam("b_key"), in_states("sending"), _carried)
)
_QUIET = select(outbox.c.key).where(
    in_states("queued", "sending"),
    _carried,
    outbox.c.leased_until <= bindparam("b_now", type_=outbox.c.leased_until.type),
)


def carried(
    connection: Connection, rows: Sequence[OutboxRow], via: str, person: int | None, now: datetime
) -> tuple[OutboxRow, ...]:
    """The rows of a turn, the only one kept for the answer if it is plain: its error will not be known, nor
    its id, and it must do no harm twice."""
    if len(rows) != 1 or person is None or not _is_plain(rows[0]):
        return tuple(rows)
    connection.execute(_SET, {"b_key": rows[0].key, "b_via": via, "b_until": now + QUIET})
    return (replace(rows[0], via=via),)


def _is_plain(row: OutboxRow) -> bool:
    reply = row.reply
    return not (reply.choices or reply.attachments or reply.replaces) and len(reply.text) <= LONGEST_TEXT


def again(connection: Connection, key: str, via: str | None, now: datetime) -> tuple[OutboxRow, ...]:
    """The row of a message that comes again, if its answer carried it: the repeat shows that it was not
    executed. With another `via` the answer carries it once more, else the delivery loop has it."""
    row = connection.execute(_FIND, {"b_key": key}).one_or_none()
    if row is None or row.body is None:
        return ()
    until = now + (LEASE if via is None else QUIET)
    connection.execute(_SET, {"b_key": key, "b_via": via or row.channel, "b_until": until})
    address = Address(row.channel, row.peer)
    reply = unpacked(row.body)
    return (OutboxRow(key, row.kind, address, reply, row.created_at, row.attempts, via=via, until=until),)


def settle(connection: Connection, now: datetime) -> int:
    """Mark as sent what was carried by an answer and not asked again; returns how many."""
    keys = connection.execute(_QUIET.limit(_SLICE), {"b_now": now}).scalars().all()
    ledger.mark(connection, [Mark(key, "sent", now) for key in keys])
    return len(keys)
