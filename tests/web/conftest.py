"""The site of the agenda, asked in memory or over a connection."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.web.site import Site, opened


@pytest.fixture
async def site(lasting_database: Database) -> AsyncIterator[Site]:
    async with opened(lasting_database) as found:
        yield found


@pytest.fixture
async def served(lasting_database: Database) -> AsyncIterator[Site]:
    async with opened(lasting_database, listening=True) as found:
        yield found
