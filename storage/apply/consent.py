"""A yes or a no is added to the ledger of consents; nothing there is ever changed."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from handlers.consent import FOLLOWUP, GATHERINGS, STATISTICS
from storage import intake, outcomes, purposes
from storage.apply.turn import Context
from storage.tables import consents, leads

_INSERT = consents.insert()


def write(connection: Connection, context: Context, purpose: str, wording: str, *, granted: bool) -> None:
    """Record what was said, to which wording, on which channel, and when."""
    if context.person is None:
        return
    connection.execute(
        _INSERT,
        {
            "person": context.person,
            "purpose": purpose,
            "granted": granted,
            "wording": wording,
            "channel": context.address.channel,
            "at": context.now,
        },
    )
    if granted and purpose == GATHERINGS:
        # Whoever had stopped everything about gatherings hears of them again.
        connection.execute(delete(leads).where(leads.c.person == context.person, leads.c.wanted == ""))
    if not granted and purpose == FOLLOWUP:
        outcomes.drop(connection, context.person)
    if not granted and purpose == STATISTICS:
        intake.withdraw(connection, context.person)
    if not granted:
        purposes.cancel_useless(connection, context.person, context.now)
