"""The person of the turn is erased; what the turn still says reaches them and is then erased too."""

from __future__ import annotations

from sqlalchemy import Connection

from storage import erasure, tallies
from storage.apply.turn import Context


def write(connection: Connection, context: Context) -> None:
    """Erase, once."""
    if context.person is not None:
        tallies.leave(connection, (context.person,), context.now, context.zone)
        erasure.forget_after_reply(connection, context.person, context.now)
        context.person = context.owner = None
