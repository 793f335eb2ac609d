"""Copies of an embedded database: taken while it is written to, and put back on hold."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from storage import erasure, hold, schema, tombstones
from storage.database import Database, check_file, open_database
from storage.errors import BackupRefused, BackupUnsupported, DatabaseDamaged, DatabaseTrouble, StorageRefused
from storage.trouble import named_trouble


def backup(database: Database, target: Path) -> Path:
    """A consistent copy, private to its owner, on the disk when this returns. Never over another file."""
    source = _file_of(database)
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise BackupRefused(path=str(target)) from error
    try:
        _copy(source, target)
    except BaseException:
        target.unlink()
        raise
    _sync(target)
    return target


def restore(copy: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a database, its ledger on hold, whoever was erased since erased again. The
    caller holds the lock of `path`.

    Returns where the former database was moved. A copy that is damaged or newer is refused before."""
    if not copy.is_file():
        raise BackupRefused(path=str(copy))
    ready = path.with_name(f"{path.name}.restoring")
    shutil.copyfile(copy, ready)
    ready.chmod(0o600)
    try:
        _prepare(ready, now, _erased(path))
    except BaseException:
        _remove(ready)
        raise
    return _replace(ready, path)


def copy_before_upgrade(database: Database, revision: str) -> Path | None:
    """The copy made before the schema changes, beside the database; that of an interrupted upgrade is kept."""
    if database.path is None:
        return None
    target = database.path.with_name(f"{database.path.name}.before-{schema.HEAD}-from-{revision}")
    return target if target.exists() else backup(database, target)


def verify(path: Path) -> None:
    """Refuse a file that is not a whole database."""
    check_file(path)
    with named_trouble():
        connection = sqlite3.connect(path)
        try:
            found = connection.execute("PRAGMA quick_check").fetchone()
        finally:
            connection.close()
    if found != ("ok",):
        raise DatabaseDamaged(path=str(path))


def _file_of(database: Database) -> Path:
    if not database.is_sqlite:
        raise BackupUnsupported
    if database.path is None:
        raise BackupRefused(path=":memory:")
    return database.path


def _copy(source: Path, target: Path) -> None:
    with named_trouble():
        connection = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()


def _erased(path: Path) -> tuple[str, dict[str, datetime]]:
    """Who the database that is being replaced remembers to have erased; nothing if it cannot be read."""
    if not path.is_file():
        return "", {}
    try:
        database = open_database(f"sqlite:///{path}")
        try:
            with database.read() as connection:
                return tombstones.kept(connection)
        finally:
            database.close()
    except (StorageRefused, DatabaseTrouble, SQLAlchemyError):
        return "", {}


def _prepare(ready: Path, now: datetime, erased: tuple[str, dict[str, datetime]]) -> None:
    verify(ready)
    database = open_database(f"sqlite:///{ready}")
    try:
        if schema.current(database) is None:
            raise BackupRefused(path=str(ready))
        schema.prepare(database)
        with database.write() as connection:
            hold.put_on_hold(connection, now)
            tombstones.bring(connection, *erased)
            for person in tombstones.returned(connection):
                erasure.forget(connection, person, now)
        writer = database.writer()
        database.checkpoint(writer)
        writer.close()
    finally:
        database.close()
    _sync(ready)


def _replace(ready: Path, path: Path) -> Path | None:
    former = path.with_name(f"{path.name}.before-restore") if path.exists() else None
    if former is not None:
        _copy_over(path, former)
    # A log of writes left beside would be played onto the copy.
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    ready.replace(path)
    _remove(ready)
    _sync(path.parent)
    return former


def _copy_over(path: Path, former: Path) -> None:
    former.unlink(missing_ok=True)
    try:
        _copy(path, former)
    except (DatabaseTrouble, sqlite3.Error):
        # What cannot be read as a database is kept as it is.
        shutil.copyfile(path, former)
    former.chmod(0o600)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
