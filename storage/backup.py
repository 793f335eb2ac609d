"""Copies of a database: consistent while people write, private, seen whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from storage import dumps, schema
from storage.database import Database, check_file
from storage.errors import BackupRefused, DatabaseDamaged
from storage.trouble import named_trouble

OF_A_FILE, OF_A_SERVER = ".db", ".dump"


def backup(database: Database, target: Path) -> Path:
    """A consistent copy, private to its owner, on the disk when this returns. Never over another file."""
    if database.is_sqlite and database.path is None:
        raise BackupRefused(path=":memory:")
    part = target.with_name(f".{target.name}.part")
    try:
        if target.exists():
            raise BackupRefused(path=str(target))
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise BackupRefused(path=str(target)) from error
    try:
        _fill(database, part)
        sync(part)
        part.replace(target)
    except OSError as error:
        raise BackupRefused(path=str(target)) from error
    finally:
        part.unlink(missing_ok=True)
    sync(target.parent)
    return target


def suffix_of(database: Database) -> str:
    """How the name of a copy ends."""
    return OF_A_FILE if database.is_sqlite else OF_A_SERVER


def copy_before_upgrade(database: Database, revision: str, folder: Path | None = None) -> Path | None:
    """The copy made before the schema changes: beside a file, in `folder` for a server. That of an interrupted
    upgrade is kept. None where none can be made: a memory, a server without its tools."""
    name = f"before-{schema.HEAD}-from-{revision}"
    if database.path is not None:
        target = database.path.with_name(f"{database.path.name}.{name}")
    elif folder is not None and dumps.usable(database):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = folder / f"boussole.{name}{OF_A_SERVER}"
    else:
        return None
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


def vacuum_into(source: Path, target: Path) -> None:
    """All that is committed in a file, in another that holds nothing yet."""
    with named_trouble():
        connection = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()


def sync(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(database: Database, part: Path) -> None:
    if database.path is not None:
        vacuum_into(database.path, part)
    else:
        dumps.dump(database, part)
