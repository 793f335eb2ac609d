"""A fake server and the whole bot on it, by polling and by webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.channels.telegram.rig import Rig, memory, rig
from tests.fake_telegram import FakeTelegram


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """A Bot API server, twenty times as fast where it counts seconds."""
    async with FakeTelegram(speed=20) as running:
        yield running


@pytest.fixture(params=["polling", "webhook"])
async def bot(server: FakeTelegram, request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """The bot, listening each way."""
    with memory() as database:
        async with rig(server, database, webhook=request.param == "webhook") as running:
            yield running


@pytest.fixture
async def polled(server: FakeTelegram) -> AsyncIterator[Rig]:
    """The bot, asking for updates."""
    with memory() as database:
        async with rig(server, database) as running:
            yield running


@pytest.fixture
async def hooked(server: FakeTelegram) -> AsyncIterator[Rig]:
    """The bot, to which updates are brought."""
    with memory() as database:
        async with rig(server, database, webhook=True) as running:
            yield running
