"""Makes the database itself refuse to change a row of a table, or to delete one that is not a year old."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import DDL, Table, event

KEPT_DAYS = 365
"""Counted back from the last row of the table, whose hour is that of our own clock."""


def only_added_to(table: Table) -> None:
    """From its creation on, rows of this table (with `id` and `at`) are only added, and go after a year."""
    for dialect in ("sqlite", "postgresql"):
        for statement in guards(table.name, dialect):
            event.listen(table, "after_create", DDL(statement.replace("%", "%%")).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]  # of the library


def guards(table: str, dialect: str) -> Iterator[str]:
    """The statements that set the guard, the same when a table is created and when one is migrated."""
    last = f"(SELECT at FROM {table} ORDER BY id DESC LIMIT 1)"  # noqa: S608  # a name of ours
    if dialect == "sqlite":
        refused = f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
        recent = f"julianday(OLD.at) > julianday({last}) - {KEPT_DAYS}"
        yield f"CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table} {refused}"
        yield f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} WHEN {recent} {refused}"
        return
    yield (
        f"CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' AND OLD.at <= {last} - INTERVAL '{KEPT_DAYS} days' THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{table} is only added to'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_kept()"
    )
