"""What is played on each kind of database."""

import pytest

from storage.database import Database
from tests.desks import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    """A desk on each kind of database."""
    return Desk(database)
