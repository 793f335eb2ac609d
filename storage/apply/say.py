"""A reply becomes a row of the ledger, already being sent: it is handed over right after the commit."""

from __future__ import annotations

from sqlalchemy import Connection

from handlers.effects import Say
from handlers.messages import Address
from storage import outbox
from storage.apply.turn import Context


def reply_key(address: Address, address_id: int, message_id: str, number: int) -> str:
    """What names for ever the answer `number` to a message."""
    return f"reply/{address.channel}/{address_id}/{message_id}/{number}"


def write(connection: Connection, context: Context, effect: Say) -> None:
    """Owe this reply to the person of the turn."""
    key = reply_key(context.address, context.address_id, context.message_id, len(context.rows))
    row = outbox.OutboxRow(key, effect.kind, context.address, effect.reply, context.now)
    outbox.insert(connection, [row], person=context.person, address=context.address_id)
    context.rows.append(row)
