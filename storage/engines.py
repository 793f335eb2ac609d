"""How a connection of each kind is opened, and how safely it writes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from storage.errors import DatabaseEncoding

POOL_SECONDS = 5
_LONGEST_NAME = 63  # of the sessions of one process

SESSION = {
    # A process that was stopped in the middle of a turn must not keep its locks for ever.
    "idle_in_transaction_session_timeout": "30s",
    "lock_timeout": "10s",
    "statement_timeout": "60s",
}
"""Set in every session of a server; what takes longer by nature (a change of the schema) lifts it for itself."""

KEEP_ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}
"""A server whose machine is gone is given up in half a minute, and so is a client by the server."""

PRAGMAS = (
    "foreign_keys=ON",
    "secure_delete=ON",
    "synchronous=FULL",
    "temp_store=MEMORY",
    "journal_size_limit=16777216",
)
"""Set on every writing connection; `journal_mode=WAL` besides, where there is a file."""


def sqlite_engines(write_uri: str, read_uri: str, busy_seconds: float, *, wal: bool) -> tuple[Engine, Engine]:
    """What writes to a file or a memory, and what only reads it."""

    def opener(uri: str) -> Callable[[], sqlite3.Connection]:
        return lambda: sqlite3.connect(
            uri, uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False, cached_statements=256
        )

    writing = create_engine("sqlite://", creator=opener(write_uri), poolclass=NullPool)
    reading = create_engine("sqlite://", creator=opener(read_uri), poolclass=NullPool)
    pragmas = (*PRAGMAS, "journal_mode=WAL") if wal else PRAGMAS
    event.listen(writing, "connect", lambda driver, _: _set(driver, pragmas))
    event.listen(reading, "connect", lambda driver, _: _set(driver, ("query_only=ON",)))
    return writing, reading


def server_engine(url: str, lanes: int) -> Engine:
    """What reads and writes on a server, with a connection for each lane and some for those who look."""
    address = make_url(url).set(drivername="postgresql+psycopg")
    name = f"boussole {os.getpid()} {os.uname().nodename}"[:_LONGEST_NAME]
    given = {**KEEP_ALIVE, "connect_timeout": POOL_SECONDS, "application_name": name}
    known = {name: value for name, value in given.items() if name not in address.query}
    engine = create_engine(
        address, pool_pre_ping=True, pool_size=lanes + 4, max_overflow=10, pool_timeout=POOL_SECONDS, connect_args=known
    )
    # First of all: SQLAlchemy's own look at the server stops where the texts of the server are in no known letters.
    event.listen(engine, "connect", lambda driver, _: _set_session(driver), insert=True)
    return engine


def _set(driver: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        driver.execute(f"PRAGMA {pragma}").fetchall()


def _set_session(driver: Any) -> None:
    """Committed at once: what is set in a transaction goes with it when it is undone."""
    if (encoding := driver.info.parameter_status("server_encoding")) != "UTF8":
        raise DatabaseEncoding(encoding=str(encoding))
    driver.autocommit = True
    driver.execute("; ".join(f"SET {name} = '{value}'" for name, value in SESSION.items()))
    driver.autocommit = False
