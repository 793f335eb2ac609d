"""Which rows are whose, read from the schema: a new table belongs to people as soon as it refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Column, Connection, Table, func, select

from storage.tables import metadata, outbox, people

# Rows that speak of a person without being theirs: of what someone else decided.
OF_OTHERS = frozenset({("blocks", "other"), ("reports", "about"), ("outbox", "about"), ("people", "last_address")})

# What one side of a row may not read of the other: who asks never learns of a refusal, and a note is its author's.
HIDDEN: Mapping[tuple[str, str], frozenset[str]] = {
    ("introductions", "asker"): frozenset({"state", "settled_at", "last_at", "words"}),
    ("introductions", "asked"): frozenset({"note"}),
}


def owners() -> Iterator[tuple[Table, Column[int]]]:
    """Every column by which a row is somebody's. The ledger outlives people, and so has no key on them."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            refers = any(key.column.table is people for key in column.foreign_keys)
            theirs = refers or column is people.c.id or column is outbox.c.person
            if theirs and (table.name, column.name) not in OF_OTHERS:
                yield table, column


def counts(connection: Connection, person: int) -> Mapping[str, int]:
    """How many rows each table holds of a person, those without any left out."""
    found: dict[str, int] = {}
    for table, column in owners():
        wanted = select(func.count()).select_from(table).where(column == person)
        number = int(connection.execute(wanted).scalar_one())
        if number:
            found[table.name] = found.get(table.name, 0) + number
    return found
