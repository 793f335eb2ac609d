"""A database in memory and a Bot API server with people who know the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from storage.database import Database
from tests.databases import opened
from tests.fake_telegram import FakeTelegram


@pytest.fixture
def database() -> Iterator[Database]:
    """In memory: the hours of messages are compared. What is written is tested on each of the two by
    test_delivery.py."""
    yield from opened(":memory:")


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """A Bot API server where people 1 to 200 have started the bot."""
    async with FakeTelegram() as server:
        for number in range(1, 201):
            server.user(number).chat.standing = "member"
        yield server
