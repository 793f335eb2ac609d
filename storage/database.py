"""Opens the database and gives the only transactions there are."""

from __future__ import annotations

import fcntl
import itertools
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from storage.engines import server_engine, sqlite_engines
from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DatabaseUrlUnknown,
    DriverMissing,
)
from storage.trouble import named_trouble

BUSY_SECONDS = 5.0
LOCK_SECONDS = 0.5
SQLITE_LANES = 1
POSTGRES_LANES = 4

_IN_USE = {False: text("SELECT pg_try_advisory_lock_shared(:key)"), True: text("SELECT pg_try_advisory_lock(:key)")}
_IN_USE_KEY = 0x626F7573736F6C65

_MAGIC = b"SQLite format 3\x00"
_memories = itertools.count(1)


class Database:
    """One database: where it is, its single way to write, its read-only way to look."""

    def __init__(self, url: str, path: Path | None, writing: Engine, reading: Engine) -> None:
        self.url = url
        self.path = path
        self.is_sqlite = writing.dialect.name == "sqlite"
        self.lanes = SQLITE_LANES if self.is_sqlite else POSTGRES_LANES
        self._writing = writing
        self._reading = reading
        self._lock_file: int | None = None
        self._lock_session: Connection | None = None
        # Two connections on one memory see each other's locks without waiting: they take turns here.
        in_memory = self.is_sqlite and path is None
        self._turns: threading.Lock | None = threading.Lock() if in_memory else None
        self._anchor: Connection | None = None

    def writer(self) -> Connection:
        """A connection that writes. Opened, used and closed by one thread: that of a lane."""
        with named_trouble():
            return self._writing.connect()

    @contextmanager
    def transaction(self, connection: Connection) -> Iterator[Connection]:
        """Everything inside is committed at the end, or nothing of it."""
        with self._turns or nullcontext(), named_trouble(), connection.begin():
            if self.is_sqlite:
                # The driver would begin late and deferred: a read, then a write, would lose updates or fail.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction on a connection of its own, for commands that run without lanes."""
        connection = self.writer()
        try:
            with self.transaction(connection):
                yield connection
        finally:
            connection.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A look at the committed rows, by a connection that cannot write; keep it short."""
        with self._turns or nullcontext(), named_trouble(), self._reading.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            yield connection

    def lock(self, seconds: float = LOCK_SECONDS, *, alone: bool = False) -> None:
        """Hold the file for this process; a second process is refused within two seconds. On a server several may
        hold it, unless one is to be `alone`."""
        if not self.is_sqlite:
            self._lock_server(seconds, alone=alone)
        if self.path is None or self._lock_file is not None:
            return
        handle = os.open(f"{self.path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + seconds
        while not _locked(handle):
            if time.monotonic() > deadline:
                os.close(handle)
                raise DatabaseBusy(path=str(self.path))
            time.sleep(0.05)
        self._lock_file = handle

    def _lock_server(self, seconds: float, *, alone: bool) -> None:
        if self._lock_session is not None:
            return
        session = self.writer()
        try:
            deadline = time.monotonic() + seconds
            while not self._locked_server(session, alone=alone):
                if time.monotonic() > deadline:
                    raise DatabaseBusy(path=self.shown)
                time.sleep(0.05)
        except BaseException:
            session.close()
            raise
        self._lock_session = session

    def _locked_server(self, session: Connection, *, alone: bool) -> bool:
        with self.transaction(session):
            return bool(session.execute(_IN_USE[alone], {"key": _IN_USE_KEY}).scalar_one())

    @property
    def shown(self) -> str:
        """Where it is, without the name, the password and the options that open it."""
        return self.url if self.is_sqlite else without_secrets(self.url)

    def checkpoint(self, connection: Connection, tries: int = 10) -> bool:
        """Empty the write-ahead log, so that what was erased is nowhere. False if readers stayed: ask again
        later, the lane has people to serve."""
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection) or self.path is None:
            return True
        (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
        driver.execute("PRAGMA busy_timeout=0")
        try:
            return any(_emptied(driver) for _ in range(tries))
        finally:
            driver.execute(f"PRAGMA busy_timeout={patience}")

    def close(self) -> None:
        """Release everything held; the lanes must have ended."""
        if self._anchor is not None:
            self._anchor.close()
        if self._lock_session is not None:
            with suppress(Exception):
                # The server lets go of what a session held when it ends, and not before.
                self._lock_session.invalidate()
                self._lock_session.close()
            self._lock_session = None
        self._writing.dispose()
        self._reading.dispose()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    def keep_alive(self) -> None:
        """A database in memory lives as long as one connection to it."""
        self._anchor = self._writing.connect()


def _emptied(driver: sqlite3.Connection) -> bool:
    busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        time.sleep(0.02)
    return not busy


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def without_secrets(url: str) -> str:
    """An address of a server as it may be shown: a password may be before the last `@`, or among the options."""
    return url.rpartition("@")[2].partition("?")[0]


def open_database(url: str, *, busy_seconds: float = BUSY_SECONDS, create: bool = True) -> Database:
    """`sqlite:///file`, `:memory:` (or `sqlite://`), or `postgresql://…`. Nothing is made but the file, if `create`:
    a path that was mistyped leaves nothing behind."""
    if url in (":memory:", "sqlite://", "sqlite:///:memory:"):
        return _in_memory(busy_seconds)
    try:
        kind, path = make_url(url).get_backend_name(), make_url(url).database
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlUnknown(url=without_secrets(url)) from error
    if kind == "sqlite" and path:
        return _in_file(url, Path(path), busy_seconds, create=create)
    if kind == "postgresql":
        return _on_server(url)
    raise DatabaseUrlUnknown(url=without_secrets(url))


def _in_memory(busy_seconds: float) -> Database:
    name = f"file:boussole-{next(_memories)}?mode=memory&cache=shared"
    database = Database(":memory:", None, *sqlite_engines(name, name, busy_seconds, wal=False))
    database.keep_alive()
    return database


def _in_file(url: str, path: Path, busy_seconds: float, *, create: bool) -> Database:
    check_file(path, create=create)
    quoted = f"file:{quote(str(path.absolute()))}"
    engines = sqlite_engines(f"{quoted}?mode=rw", f"{quoted}?mode=ro", busy_seconds, wal=True)
    return Database(url, path, *engines)


def _on_server(url: str) -> Database:
    if find_spec("psycopg") is None:
        raise DriverMissing
    engine = server_engine(url, POSTGRES_LANES)
    return Database(url, None, engine, engine.execution_options(postgresql_readonly=True))


def check_file(path: Path, *, create: bool = False) -> None:
    """Refuse what is plainly no database of ours; `create` the file, private, when there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | (os.O_CREAT if create else 0), 0o600)
        with os.fdopen(handle, "rb") as file:
            start = file.read(len(_MAGIC))
            # Root may write anything: the mode says what the owner meant.
            writable = os.fstat(file.fileno()).st_mode & 0o222 and os.access(path, os.W_OK)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError) and not create
        raise (DatabaseMissing if missing else DatabaseUnreachable)(path=str(path)) from error
    if start and start != _MAGIC:
        raise DatabaseDamaged(path=str(path))
    if not writable:
        raise DatabaseReadOnly(path=str(path))
