"""Who comes to gatherings is counted by series, or by kind where there is none: never by gathering."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from handlers.effects_intake import Count
from storage.apply.turn import Context
from storage.tables import gatherings
from storage.tallies import tally

_OF = select(gatherings.c.series, gatherings.c.kind).where(gatherings.c.id == bindparam("id"))


def count(connection: Connection, context: Context, gathering: int, name: str, by: int = 1) -> None:
    """Count this of a gathering, if there is something to count."""
    row = connection.execute(_OF, {"id": gathering}).one_or_none() if by > 0 else None
    if row is not None:
        tally(connection, context.now, context.zone, (Count(name, row.series or row.kind, by),))
