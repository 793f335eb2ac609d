"""The bot on the homeserver of the session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.channels.matrix.bot_account import BotAccount
from tests.channels.matrix.program import Matrix
from tests.channels.matrix.rig import Rig, rig, settings
from tests.databases import Home
from tests.synapse.fixtures import Synapse


@pytest.fixture
async def bot(synapse: Synapse, tmp_path: Path, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, listening."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys")
    async with rig(synapse, configured, either_database) as running:
        yield running


@pytest.fixture
async def account(synapse: Synapse, tmp_path: Path) -> BotAccount:
    """The account of a bot that was never started."""
    user, password = await synapse.account("bot")
    return BotAccount(synapse, user, password, tmp_path / "matrix")


@pytest.fixture
async def matrix(synapse: Synapse, file_home: Home) -> AsyncIterator[Matrix]:
    """The program, never started; on a file, as a bot alone is."""
    found = Matrix(synapse, await synapse.account("bot"), file_home)
    yield found
    found.end()
