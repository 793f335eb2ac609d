"""The figures of a year that were entered by hand, each as it was entered last."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from handlers.yearly import Entered
from storage.tables import yearly


def entered(connection: Connection, year: int) -> Mapping[str, Entered]:
    """Those of one year, by their names."""
    rows = connection.execute(select(yearly).where(yearly.c.year == year).order_by(yearly.c.figure))
    return {row.figure: Entered(row.year, row.figure, row.value, row.role, row.network, row.at) for row in rows}


def enter(connection: Connection, figure: Entered) -> None:
    """Keep one, instead of a former one; an empty one takes the former away."""
    same = (yearly.c.year == figure.year, yearly.c.figure == figure.figure)
    connection.execute(delete(yearly).where(*same))
    if figure.value:
        connection.execute(insert(yearly), _row(figure))


def _row(figure: Entered) -> dict[str, object]:
    who = {"role": figure.role, "network": figure.network, "at": figure.at}
    return {"year": figure.year, "figure": figure.figure, "value": figure.value, **who}
