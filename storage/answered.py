"""Which message of ours a person answers: the one they quote, or the last that came unasked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, or_, select

from storage.tables import outbox as ledger

UNASKED = ("broadcast", "reminder", "notice")
RECEIPT = "receipt:"
_LOOKED_AT = 20


def named(reference: str) -> ColumnElement[bool]:
    """The row that has this key, or, as `receipt:…`, this id given by the channel."""
    if reference.startswith(RECEIPT):
        return ledger.c.receipt == reference.removeprefix(RECEIPT)
    return ledger.c.key == reference


def quoted(connection: Connection, person: int, reference: str, *beginnings: str) -> str | None:
    """The key of the message quoted; None if the person never had it, or none of `beginnings` begins its key."""
    mine = [ledger.c.person == person, named(reference)]
    if beginnings:
        mine.append(or_(*(ledger.c.key.startswith(each) for each in beginnings)))
    found = select(ledger.c.key).where(*mine).order_by(ledger.c.id.desc()).limit(1)
    return connection.execute(found).scalar()


def heard(connection: Connection, person: int, since: datetime) -> str | None:
    """The key of the last message told unasked since then (UTC); None if anything else came after it.

    At the very instant `since`, the person's last message, only what came after its answer counts.
    """
    columns = (ledger.c.key, ledger.c.kind, ledger.c.state, ledger.c.settled_at)
    mine = select(*columns).where(ledger.c.person == person).order_by(ledger.c.id.desc()).limit(_LOOKED_AT)
    for number, row in enumerate(connection.execute(mine)):
        arrived = row.state in ("sent", "late") and (row.settled_at > since or (not number and row.settled_at == since))
        if (row.state == "sending" or arrived) and row.kind in UNASKED:
            return str(row.key)
    return None
