"""The site of the agenda, asked in memory or over a connection."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web.site import Site, opened


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    async with opened(tmp_path) as found:
        yield found


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Site]:
    async with opened(tmp_path, listening=True) as found:
        yield found
