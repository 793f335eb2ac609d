"""What happened while the bot was away, or its homeserver: nothing is lost, nothing is said twice."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels import Misconfigured
from bot.channels.matrix.sync import Positions
from bot.settings import MatrixSettings
from storage import schema
from storage.database import open_database
from tests.channels.matrix.rig import Rig, rig, settings
from tests.synapse.fixtures import Synapse


@asynccontextmanager
async def running(synapse: Synapse, configured: MatrixSettings, file: Path) -> AsyncIterator[Rig]:
    """The bot on a file, as after each start."""
    database = open_database(f"sqlite:///{file}")
    schema.prepare(database)
    try:
        async with rig(synapse, configured, database) as bot:
            yield bot
    finally:
        database.close()


@pytest.fixture
async def configured(synapse: Synapse, tmp_path: Path) -> MatrixSettings:
    """The configuration of one bot, for all its starts."""
    return settings(synapse, await synapse.account("bot"), tmp_path / "keys")


async def test_what_was_written_while_the_bot_was_down_is_answered_once(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """By somebody it knows, and by somebody it never met, encrypted both."""
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        holder, room = await bot.meets()
        await holder.says(room, "bonjour")
        await holder.hears(room, 2)
    await holder.says(room, "1")
    neighbour = await synapse.person("neighbour")
    other = await neighbour.direct_room(configured.user)
    await neighbour.says(other, "bonjour")
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        assert (await holder.hears(room))[0].body.startswith("Noté : J’ai une idée.")
        assert "Question 1" in (await neighbour.hears(other, 2))[1].body
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        last = await holder.says(room, "lille")
        await bot.played(last)
        assert (await holder.hears(room))[0].body.startswith("Noté : Lille.")
    assert len(neighbour.said(other)) == 2
    assert holder.unreadable(room) == neighbour.unreadable(other) == []


async def test_what_is_written_before_the_bot_came_is_answered_once(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """A person writes as soon as they have invited; nothing that was said before they did is read."""
    async with running(synapse, configured, tmp_path / "b.db"):
        pass
    holder = await synapse.person("holder")
    room = await holder.opens_room([], direct=True, encrypted=False)
    await holder.says(room, "canari, avant de l'inviter")
    await holder.invites(room, configured.user)
    first = await holder.says(room, "bonjour")
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        assert "Question 1" in (await holder.hears(room, 2))[1].body
        await bot.played(first)
        assert len(bot.rows("SELECT * FROM inbound")) == 1


async def test_on_the_very_first_start_nothing_old_is_answered(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """Rooms where the account already was are not read back; what is said from then on is answered (C2)."""
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        holder, room = await bot.meets(encrypted=False)
    await holder.says(room, "canari")
    # For two minutes Synapse gives again what it answered to the same question.
    await synapse.restart()
    async with running(synapse, configured, tmp_path / "another.db") as bot:
        last = await holder.says(room, "bonjour")
        await bot.played(last)
        assert len(bot.rows("SELECT * FROM inbound")) == 1


@pytest.mark.row("F36")
async def test_more_than_a_sync_holds_is_found_again(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """All of it, in its order: the server leaves out what is old (MX20, faults F36)."""
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        holder, room = await bot.meets(encrypted=False)
        await bot.played(await holder.says(room, "bonjour"))
    sent = [await holder.says(room, f"canari {number}") for number in range(70)]
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        await bot.played(sent[-1])
        found = bot.rows("SELECT message_id FROM inbound JOIN outbox ON key LIKE '%' || message_id || '/0' ORDER BY id")
        assert [row[0] for row in found][1:] == sent


async def test_the_homeserver_goes_and_comes_back(synapse: Synapse, configured: MatrixSettings, tmp_path: Path) -> None:
    """The channel says so meanwhile; what was on its way arrives once (faults F36, F37)."""
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        holder, room = await bot.meets()
        await holder.says(room, "bonjour")
        await holder.hears(room, 2)
        await synapse.stop()
        await bot.until(lambda: not bot.channel.well, 60)
        await synapse.start()
        await bot.until(lambda: bot.channel.well, 60)
        await holder.says(room, "1")
        assert (await holder.hears(room, timeout=60))[0].body.startswith("Noté : J’ai une idée.")
        # The mark is written after the person has heard.
        await bot.until(lambda: bot.rows("SELECT DISTINCT state FROM outbox") == [("sent",)])


@pytest.mark.row("F38")
async def test_a_revoked_token_ends_the_channel(synapse: Synapse, configured: MatrixSettings, tmp_path: Path) -> None:
    """It does not ask again (faults F38)."""
    async with running(synapse, configured, tmp_path / "b.db") as bot:
        assert bot.channel._session is not None
        client = bot.channel._session.client
        await client.send("POST", "/_matrix/client/v3/logout", "{}", {"Authorization": f"Bearer {client.access_token}"})
        with pytest.raises(Misconfigured):
            await asyncio.wait_for(asyncio.shield(bot.listening), 60)


async def test_the_position_is_kept_once_all_that_came_before_is_done() -> None:
    """Whatever the order in which things end."""
    kept: list[str] = []

    async def keep(position: str) -> None:
        kept.append(position)

    positions = Positions(keep)
    gates = [asyncio.Event() for _ in range(3)]

    async def until(gate: asyncio.Event) -> None:
        await gate.wait()

    tasks = [asyncio.create_task(until(gate)) for gate in gates]
    following = asyncio.create_task(positions.follow())
    for number, task in enumerate(tasks):
        positions.add(f"s{number}", [task])
    gates[1].set()
    await asyncio.sleep(0.02)
    assert kept == []
    gates[0].set()
    await asyncio.sleep(0.02)
    assert kept == ["s1"]
    gates[2].set()
    await asyncio.sleep(0.02)
    assert kept == ["s1", "s2"]
    following.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await following
