"""A database for the commands that read or write one."""

import pytest

from tests.databases import Databases


@pytest.fixture
def db(databases: Databases) -> str:
    """The address of a database that no one wrote to yet."""
    return databases.address()
