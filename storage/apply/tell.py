"""A message to another address than the one that wrote becomes a row of the ledger, handed over with the answers."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from handlers.effects import Tell
from handlers.messages import Address
from storage import outbox
from storage.apply.turn import Context
from storage.tables import addresses

_WHO = select(addresses.c.channel, addresses.c.peer, addresses.c.person).where(addresses.c.id == bindparam("id"))


def write(connection: Connection, context: Context, effect: Tell) -> None:
    """Owe this to whoever is at that address now."""
    there = connection.execute(_WHO, {"id": effect.address}).one_or_none()
    if there is None:
        return
    # Named after the message that caused it, so that a repeat is known.
    key = f"tell/{context.address.channel}/{context.address_id}/{context.message_id}/{len(context.rows)}"
    row = outbox.OutboxRow(key, effect.kind, Address(there.channel, there.peer), effect.reply, context.now)
    outbox.insert(connection, [row], person=there.person, address=effect.address)
    context.rows.append(row)
