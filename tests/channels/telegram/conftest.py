"""A fake server and the whole bot on it, by polling and by webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.channels.telegram.rig import Rig, rig
from tests.fake_telegram import FakeTelegram


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """A Bot API server, twenty times as fast where it counts seconds."""
    async with FakeTelegram(speed=20) as running:
        yield running


@pytest.fixture(params=["polling", "webhook"])
async def bot(server: FakeTelegram, request: pytest.FixtureRequest, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, listening each way."""
    async with rig(server, either_database, webhook=request.param == "webhook") as running:
        yield running


@pytest.fixture
async def polled(server: FakeTelegram, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, asking for updates."""
    async with rig(server, either_database) as running:
        yield running


@pytest.fixture
async def hooked(server: FakeTelegram, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, to which updates are brought."""
    async with rig(server, either_database, webhook=True) as running:
        yield running
