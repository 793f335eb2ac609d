"""A few words that the program keeps between two starts, by name: none is about a person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import marks

MOVED = "moved"
"""When all of a database was copied to another one, which is used since."""

_READ = select(marks.c.value).where(marks.c.name == bindparam("b_name"))
_WRITE = marks.update().where(marks.c.name == bindparam("b_name")).values(value=bindparam("b_value"))
_FORGET = marks.delete().where(marks.c.name == bindparam("b_name"))


def _new(made: Any) -> Any:
    # Two processes may note the same for the first time at once.
    return made.on_conflict_do_update(index_elements=["name"], set_={"value": made.excluded.value})


_NEW = {"sqlite": _new(sqlite.insert(marks)), "postgresql": _new(postgresql.insert(marks))}


def noted(connection: Connection, name: str) -> str | None:
    """What was last kept under this name."""
    found: str | None = connection.execute(_READ, {"b_name": name}).scalar()
    return found


def note(connection: Connection, name: str, value: str | None) -> None:
    """Keep this from now on; None forgets."""
    if value is None:
        connection.execute(_FORGET, {"b_name": name})
    elif not connection.execute(_WRITE, {"b_name": name, "b_value": value}).rowcount:
        connection.execute(_NEW[connection.dialect.name], {"name": name, "value": value})
