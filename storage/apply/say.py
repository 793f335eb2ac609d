"""A reply becomes a row of the ledger, already being sent: it is handed over right after the commit."""

from __future__ import annotations

from sqlalchemy import Connection

from handlers.effects import Say
from storage import outbox
from storage.apply.turn import Context


def write(connection: Connection, context: Context, effect: Say) -> None:
    """Owe this reply to the person of the turn."""
    key = f"reply/{context.address.channel}/{context.address_id}/{context.message_id}/{len(context.rows)}"
    row = outbox.OutboxRow(key, effect.kind, context.address, effect.reply, context.now)
    outbox.insert(connection, [row], person=context.person, address=context.address_id)
    context.rows.append(row)
