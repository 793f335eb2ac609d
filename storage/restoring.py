"""Puts a copy back: on hold, and without whoever was erased since it was taken."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from storage import dumps, erased_list, erasure, hold, notes, schema, tombstones
from storage.backup import OF_A_SERVER, backup, sync, vacuum_into, verify
from storage.database import Database, open_database
from storage.erased_list import Erased
from storage.errors import BackupRefused, DatabaseTrouble, RestoreUnfinished, StorageRefused

SLICE = 50
"""People erased in one transaction."""

_BESIDE = "before-restore"


def restore(copy: Path, path: Path, now: datetime, folders: Sequence[Path] = ()) -> Path | None:
    """Put a copy in the place of a database in a file. The caller holds the lock of `path`.

    `folders`: where lists of erasures may be, besides that of the copy. Returns where the former database was
    moved. A copy that is damaged or newer is refused before."""
    if not copy.is_file() or dumps.is_dump(copy):
        raise BackupRefused(path=str(copy))
    erased = erased_list.together([_remembered(f"sqlite:///{path}", path), *_lists(copy, folders)])
    ready = path.with_name(f"{path.name}.restoring")
    try:
        shutil.copyfile(copy, ready)
        ready.chmod(0o600)
        _prepare(ready, now, erased)
    except StorageRefused as error:
        _remove(ready)
        # It is by its own name that whoever asked knows the copy.
        raise type(error)(**{key: fact.replace(str(ready), str(copy)) for key, fact in error.facts.items()}) from error
    except BaseException:
        _remove(ready)
        raise
    return _replace(ready, path, now)


def restore_server(database: Database, copy: Path, now: datetime, folder: Path) -> Path | None:
    """The same on a server, which nobody else may use meanwhile; `folder` is that of the copies."""
    if not copy.is_file() or not dumps.is_dump(copy) or not dumps.usable(database):
        raise BackupRefused(path=str(copy))
    database.lock(alone=True)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    erased = erased_list.together([_remembered(database.url), *_lists(copy, [folder])])
    # On the disk before anything is replaced: a restore that is cut short is begun again from it.
    erased_list.write(folder / erased_list.NAME, erased)
    former = None if _is_empty(database) else folder / f"boussole.{_BESIDE}-{now:%Y%m%dT%H%M%S}Z{OF_A_SERVER}"
    if former is not None:
        backup(database, former)
    dumps.load(database, copy, now, schema.REVISIONS)
    # A session that was open before knows tables that are gone.
    fresh = open_database(database.url)
    try:
        _finish(fresh, now, erased)
    finally:
        fresh.close()
    return former


def refuse_unfinished(database: Database) -> None:
    """A restore that was cut short is to be begun again: some people erased may be back."""
    with database.read() as connection:
        if notes.noted(connection, dumps.UNFINISHED) is not None:
            raise RestoreUnfinished


def _lists(copy: Path, folders: Iterable[Path]) -> list[Erased]:
    return [erased_list.read(folder / erased_list.NAME) for folder in {copy.absolute().parent, *folders}]


def _remembered(url: str, path: Path | None = None) -> Erased:
    """Who the database that is being replaced remembers to have erased; nothing if it cannot be read."""
    if path is not None and not path.is_file():
        return {}
    try:
        database = open_database(url)
        try:
            with database.read() as connection:
                secret, noted = tombstones.kept(connection)
                return {secret: noted}
        finally:
            database.close()
    except (StorageRefused, DatabaseTrouble, SQLAlchemyError):
        return {}


def _prepare(ready: Path, now: datetime, erased: Erased) -> None:
    verify(ready)
    database = open_database(f"sqlite:///{ready}")
    try:
        if schema.current(database) is None:
            raise BackupRefused(path=str(ready))
        _finish(database, now, erased)
        writer = database.writer()
        database.checkpoint(writer)
        writer.close()
    finally:
        database.close()
    sync(ready)


def _finish(database: Database, now: datetime, erased: Erased) -> None:
    """The schema of today, on hold, and nobody who was erased since."""
    schema.prepare(database)
    with database.write() as connection:
        hold.put_on_hold(connection, now)
        tombstones.bring_all(connection, erased)
        back = tombstones.returned(connection)
    for start in range(0, len(back), SLICE):
        with database.write() as connection:
            _forget(connection, back[start : start + SLICE], now)
    with database.write() as connection:
        notes.note(connection, dumps.UNFINISHED, None)


def _forget(connection: Connection, people: Sequence[int], now: datetime) -> None:
    for person in people:
        erasure.forget(connection, person, now)


def _is_empty(database: Database) -> bool:
    return schema.current(database) is None


def _replace(ready: Path, path: Path, now: datetime) -> Path | None:
    # A second restore must not take the place of what the first one set aside.
    beside = f"{path.name}.{_BESIDE}-{now:%Y%m%dT%H%M%S.%f}Z"
    former = path.with_name(beside) if path.exists() else None
    if former is not None:
        _copy_over(path, former)
    # A log of writes left beside would be played onto the copy.
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    ready.replace(path)
    _remove(ready)
    sync(path.parent)
    return former


def _copy_over(path: Path, former: Path) -> None:
    former.unlink(missing_ok=True)
    try:
        vacuum_into(path, former)
    except (DatabaseTrouble, sqlite3.Error):
        # What cannot be read as a database is kept as it is.
        shutil.copyfile(path, former)
    former.chmod(0o600)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
