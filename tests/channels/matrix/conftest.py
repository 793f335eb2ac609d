"""The bot on the homeserver of the session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.matrix.bot_account import BotAccount
from tests.channels.matrix.program import Matrix
from tests.channels.matrix.rig import Rig, memory, rig, settings
from tests.synapse.fixtures import Synapse


@pytest.fixture
async def bot(synapse: Synapse, tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot, listening."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys")
    with memory() as database:
        async with rig(synapse, configured, database) as running:
            yield running


@pytest.fixture
async def account(synapse: Synapse, tmp_path: Path) -> BotAccount:
    """The account of a bot that was never started."""
    user, password = await synapse.account("bot")
    return BotAccount(synapse, user, password, tmp_path / "matrix")


@pytest.fixture
async def matrix(synapse: Synapse, tmp_path: Path) -> AsyncIterator[Matrix]:
    """The program, never started."""
    found = Matrix(synapse, await synapse.account("bot"), tmp_path)
    yield found
    found.end()
