"""Brings the schema to what the code expects, and refuses one from the future.

Starting on a schema that is current costs one query: Alembic is imported only when there is work to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    column,
    create_mock_engine,
    inspect,
    select,
    table,
)
from sqlalchemy.schema import ExecutableDDLElement

from storage.database import Database
from storage.errors import DatabaseForeign, DatabaseMoved, DatabaseNewer
from storage.locks import lock_schema
from storage.notes import MOVED, noted
from storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = (
    "0001_first",
    "0002_telegram",
    "0003_rooms",
    "0004_links",
    "0005_people",
    "0006_members",
    "0007_meetings",
    "0008_desk",
    "0009_gatherings",
    "0010_intake",
    "0011_requests",
    "0012_followup",
    "0013_access",
    "0014_relay",
    "0015_leftovers",
    "0016_yearly",
    "0017_refusals",
    "0018_published",
)
"""Every revision, oldest first; a test compares it with the migrations."""

HEAD = REVISIONS[-1]
VERSION_TABLE = "alembic_version"
_version = table(VERSION_TABLE, column("version_num"))


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which revision (None: an empty database) to which, and the copy made before."""

    before: str | None
    after: str
    copy: Path | None = None


def current(database: Database) -> str | None:
    """The revision of the schema; None when the database is empty. Refuses what is not ours, or newer."""
    with database.read() as connection:
        return _current(connection)


def _current(connection: Connection) -> str | None:
    names = set(inspect(connection).get_table_names())
    found = connection.execute(select(_version.c.version_num)).scalars().all() if VERSION_TABLE in names else []
    if not found and names - {VERSION_TABLE}:
        raise DatabaseForeign
    if not found:
        return None
    if found[0] not in REVISIONS:
        raise DatabaseNewer(found=found[0], known=HEAD)
    return str(found[0])


def prepare(database: Database, copy: Callable[[Database, str], Path | None] | None = None) -> Upgraded:
    """The schema at head: created when empty, upgraded when older, in one transaction.

    `copy(database, revision)` is called before an existing schema changes and says where the copy is."""
    before = current(database)
    if before is not None:
        _refuse_moved(database)
    if before == HEAD:
        return Upgraded(before, HEAD)
    if before is None:
        with database.write() as connection:
            lock_schema(connection)
            create(connection)
        return Upgraded(None, HEAD)
    made = copy(database, before) if copy else None
    with database.write() as connection:
        lock_schema(connection)
        if _current(connection) != HEAD:
            migrate(connection)
    return Upgraded(before, HEAD, made)


def _refuse_moved(database: Database) -> None:
    """Two databases with the same people would both write to them."""
    with database.read() as connection:
        if (at := noted(connection, MOVED)) is not None:
            raise DatabaseMoved(url=database.shown, at=f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}")


def create(connection: Connection) -> None:
    """All tables at once; a test shows that the migrations lead to the same."""
    if _current(connection) is None:
        create_tables(connection)
        sign(connection)


def create_tables(connection: Connection) -> None:
    """The tables, which are no database yet: nobody opens them before they are signed."""
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


@cache
def _statements(dialect: str) -> tuple[str, ...]:
    """What makes the tables in this dialect. Writing it is most of the work: once, in a process that makes several."""
    found: list[ExecutableDDLElement] = []
    engine = create_mock_engine(f"{dialect}://", lambda statement, *_: found.append(statement))
    metadata.create_all(engine, checkfirst=False)
    return tuple(str(statement.compile(dialect=engine.dialect)) for statement in found)


def sign(connection: Connection) -> None:
    """Say of which revision they are, in the shape that Alembic gives its own table."""
    key = PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc")
    version = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), nullable=False), key)
    version.create(connection, checkfirst=True)
    connection.execute(version.insert(), {"version_num": HEAD})


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the migrations in the transaction of the caller."""
    from alembic import command

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def configuration() -> Config:
    """Alembic's configuration, which needs no file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
