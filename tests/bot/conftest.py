"""Databases for the tests of the lanes and of delivery, and Telegram for those of the process."""

from collections.abc import Iterator

import pytest

from tests.databases import database, file_database, server, url
from tests.fake_telegram.remote import Remote

__all__ = ["api", "database", "file_database", "server", "url"]


@pytest.fixture
def api() -> Iterator[Remote]:
    """Telegram, in a process of its own."""
    with Remote.start("--speed", "20") as server:
        yield server
