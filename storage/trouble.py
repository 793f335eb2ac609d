"""Tells the database's own failures (worth another try) from the fault of what was asked of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseTrouble,
    DatabaseUnreachable,
    DiskFull,
)

_SQLITE: dict[int, type[DatabaseTrouble]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachable,
    sqlite3.SQLITE_PERM: DatabaseUnreachable,
    sqlite3.SQLITE_IOERR: DatabaseUnreachable,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}

_POSTGRES: dict[str, type[DatabaseTrouble]] = {
    "40P01": DatabaseBusy,
    "40001": DatabaseBusy,
    "55P03": DatabaseBusy,
    "53100": DiskFull,
    "25006": DatabaseReadOnly,
    "42501": DatabaseUnreachable,  # the account may not: its rights are to be looked at, no message is at fault
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
}
# Classes of conditions in which the server, not the statement, is at fault.
_SERVER_CLASSES = ("08", "53", "57", "58")


def trouble_of(error: BaseException) -> DatabaseTrouble | None:
    """The trouble behind a driver's error, or None when the statement or its values are at fault."""
    driver = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(driver, sqlite3.Error):
        kind = _SQLITE.get((getattr(driver, "sqlite_errorcode", None) or 0) & 0xFF)
        return kind() if kind else None
    if isinstance(error, exc.DBAPIError):
        return _of_server(error)
    return DatabaseBusy() if isinstance(error, exc.TimeoutError) else None


def _of_server(error: exc.DBAPIError) -> DatabaseTrouble | None:
    state = getattr(error.orig, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state]()
    if state is not None:
        return DatabaseUnreachable() if state.startswith(_SERVER_CLASSES) else None
    lost = error.connection_invalidated or isinstance(error, exc.OperationalError | exc.InterfaceError)
    return DatabaseUnreachable() if lost else None


@contextmanager
def named_trouble() -> Iterator[None]:
    """Inside, a failure of the database is raised as the DatabaseTrouble that names it."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
