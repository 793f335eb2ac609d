"""Databases for the tests of storage, and what is played on each."""

import pytest

from storage.database import Database
from tests.databases import database, file_database, memory_database, server, url
from tests.desks import Desk

__all__ = ["database", "desk", "file_database", "memory_database", "server", "url"]


@pytest.fixture
def desk(database: Database) -> Desk:
    """A desk on each kind of database."""
    return Desk(database)
