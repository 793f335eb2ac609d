"""The real program on Matrix: what it says of itself while its homeserver is away."""

from __future__ import annotations

import asyncio

import pytest

from bot.sentences import sentence
from tests.bot.running import running
from tests.channels.matrix.program import Matrix
from tests.channels.matrix.rig import PICKLE_KEY
from tests.synapse.fixtures import Synapse


async def test_a_password_refused_at_the_start_ends_the_program_with_the_reason(matrix: Matrix) -> None:
    """Which is not a token's; exit 1, for no other channel is left."""
    matrix.settings["MATRIX__PASSWORD"] = "another-password"
    with running(matrix.home, None, **matrix.settings) as bot:
        assert await asyncio.to_thread(bot.ended) == 1
        told = [line for line in bot.said.splitlines() if not line.startswith("{")]
        names = ("cli-matrix-password-refused", "cli-run-refused-matrix", "cli-run-no-channel-left")
        assert told == [sentence(name) for name in names]


@pytest.mark.row("D14", "G20")
async def test_the_program_says_that_its_homeserver_is_away(matrix: Matrix, synapse: Synapse) -> None:
    """Red while it is, green again once it is back, and nothing secret in the logs (faults F36, G20)."""
    with running(matrix.home, None, **matrix.settings) as bot:
        await asyncio.to_thread(bot.until)
        holder = await synapse.person("holder")
        room = await holder.direct_room(matrix.user_id)
        await holder.says(room, "bonjour")
        assert len(await holder.hears(room, 2)) == 2
        await synapse.stop()
        await asyncio.to_thread(bot.until, ready=False)
        assert bot.health()["channels"] == {"matrix": "down"}
        await synapse.start()
        await asyncio.to_thread(bot.until, seconds=75.0)
        await holder.says(room, "1")
        assert len(await holder.hears(room, timeout=60.0)) == 1
        assert (await asyncio.to_thread(bot.stopped))[0] == 0
        for secret in (PICKLE_KEY, matrix.settings["MATRIX__PASSWORD"], "bonjour", holder.user_id, "syt_"):
            assert secret not in bot.said


async def test_devices_that_cannot_read_the_program_are_counted(matrix: Matrix, synapse: Synapse) -> None:
    """Where only signed ones may: an operator sees how many they are, and goes on serving them (faults F45)."""
    matrix.settings["MATRIX__TRUST"] = "cross-signed"
    with running(matrix.home, None, **matrix.settings) as bot:
        await asyncio.to_thread(bot.until)
        holder = await synapse.person("holder")
        room = await holder.direct_room(matrix.user_id)
        await holder.says(room, "bonjour")
        await holder.until(lambda: len(holder.unreadable(room)) == 2, 30.0, lambda: str(holder.events(room)))
        _, figures = await asyncio.to_thread(bot.get, "/metrics")
        assert "boussole_devices_withheld 1.0" in figures
        assert (await asyncio.to_thread(bot.stopped))[0] == 0
        assert "keys withheld" in bot.steps
        assert bot.ledger() == {"sent": 2}
