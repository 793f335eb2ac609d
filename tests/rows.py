"""What a database holds, read behind the back of whoever wrote it."""

from __future__ import annotations

from sqlalchemy import func, select

from storage.database import Database
from storage.tables import audit, metadata
from storage.tables import outbox as ledger


def count(database: Database, table: str) -> int:
    """How many rows a table has."""
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()


def journal(database: Database) -> list[tuple[str, str, str]]:
    """What the journal of roles says."""
    with database.read() as connection:
        rows = connection.execute(select(audit.c.role, audit.c.network, audit.c.action).order_by(audit.c.id))
        return [(row.role, row.network, row.action) for row in rows]


def states(database: Database) -> dict[str, tuple[str, str | None, int]]:
    """State, reason and attempts of each row of the ledger."""
    columns = (ledger.c.key, ledger.c.state, ledger.c.reason, ledger.c.attempts)
    with database.read() as connection:
        return {key: (state, reason, attempts) for key, state, reason, attempts in connection.execute(select(*columns))}
