"""Telegram for the tests of the process."""

from collections.abc import Iterator

import pytest

from tests.fake_telegram.remote import Remote


@pytest.fixture
def api() -> Iterator[Remote]:
    """Telegram, in a process of its own."""
    with Remote.start("--speed", "20") as server:
        yield server
