"""Takes all that one database holds to another, empty one, of either kind; then shows that nothing is missing.

The version of the schema is written last, when everything was compared: what is left of a copy that was cut short is
no database. The one that was copied is marked as moved just before, so that two can never be alive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Integer, Row, Table, func, inspect, select, text, tuple_
from sqlalchemy.exc import DataError, IntegrityError

from storage import schema
from storage.database import Database
from storage.errors import CopyDiffers, CopyRefused
from storage.leases import LEASES
from storage.notes import MOVED, note
from storage.tables import marks, metadata

SLICE = 500


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows a table has, and the sum of their fingerprints, in no order."""

    rows: int = 0
    sum: int = 0


def copy(source: Database, target: Database, now: datetime) -> Mapping[str, Counted]:
    """Copy everything; returns what each table holds. Both are held by the caller, alone.

    Raises CopyRefused if there is nothing to copy, or something where it goes; CopyDiffers if what arrived is not
    what left."""
    refuse_unready(source)
    with target.write() as connection:
        if inspect(connection).get_table_names():
            raise CopyRefused(url=target.shown, why="target")
        schema.create_tables(connection)
    left = {table.name: _carried(source, target, table) for table in metadata.sorted_tables}
    arrived = {table.name: _counted(target, table) for table in metadata.sorted_tables}
    for name, counted in left.items():
        if arrived[name] != counted:
            raise CopyDiffers(table=name)
    _number_on(source, target)
    with source.write() as connection:
        note(connection, MOVED, now.isoformat())
    with target.write() as connection:
        schema.sign(connection)
    return arrived


def refuse_unready(source: Database) -> None:
    """There is something to copy: known before anything is made where it would go."""
    if schema.current(source) != schema.HEAD:
        raise CopyRefused(url=source.shown, why="source")


def _carried(source: Database, target: Database, table: Table) -> Counted:
    counted = Counted()
    for rows in _slices(source, table):
        try:
            with target.write() as connection:
                connection.execute(table.insert(), [row._asdict() for row in rows])
        except (DataError, IntegrityError) as error:
            # A file holds texts of any length; a server holds what the schema says.
            raise CopyDiffers(table=table.name) from error
        counted = _added(counted, rows)
    return counted


def _counted(database: Database, table: Table) -> Counted:
    counted = Counted()
    for rows in _slices(database, table):
        counted = _added(counted, rows)
    return counted


def _slices(database: Database, table: Table) -> Iterator[list[Row[Any]]]:
    """All rows in the order of their key; no look lasts."""
    key: list[Column[Any]] = list(table.primary_key)
    wanted = select(table).order_by(*key).limit(SLICE)
    if table is marks:
        wanted = wanted.where(marks.c.name != MOVED, ~marks.c.name.startswith(LEASES, autoescape=True))
    last: Row[Any] | None = None
    while True:
        after = wanted if last is None else wanted.where(tuple_(*key) > tuple(last._mapping[column] for column in key))
        with database.read() as connection:
            rows = list(connection.execute(after))
        if not rows:
            return
        yield rows
        last = rows[-1]


def _added(counted: Counted, rows: list[Row[Any]]) -> Counted:
    total = sum(int.from_bytes(hashlib.sha256(repr(tuple(map(_plain, row))).encode()).digest()[:8]) for row in rows)
    return Counted(counted.rows + len(rows), (counted.sum + total) % 2**64)


def _plain(value: Any) -> Any:
    """The same of each kind of database."""
    if isinstance(value, datetime):
        return value.timestamp()
    return bytes(value) if isinstance(value, memoryview) else value


def _number_on(source: Database, target: Database) -> None:
    """The next row of each table gets a number that no row ever had, erased ones included."""
    with source.read() as connection:
        last = {table.name: _last_number(connection, table) for table in metadata.sorted_tables if _numbered(table)}
    with target.write() as connection:
        for name, number in last.items():
            if number:
                _set_last(connection, name, number)


def _numbered(table: Table) -> bool:
    column = table.autoincrement_column
    return column is not None and isinstance(column.type, Integer)


def _last_number(connection: Connection, table: Table) -> int:
    greatest = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    if connection.dialect.name == "sqlite":
        known = connection.execute(_SQLITE_LAST, {"name": table.name}).scalar()
    else:
        known = connection.execute(_POSTGRES_LAST, {"name": table.name}).scalar()
    return max(int(greatest), int(known or 0))


_SQLITE_LAST = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_POSTGRES_LAST = text("SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(:name, 'id') AS regclass))")


def _set_last(connection: Connection, name: str, number: int) -> None:
    values = {"name": name, "number": number}
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :number)"), values)
    elif not connection.execute(text("UPDATE sqlite_sequence SET seq = :number WHERE name = :name"), values).rowcount:
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)"), values)
