"""A bot that had to become a new device says so once to each, whatever stops it on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import App
from bot.channels.matrix.renewal import tell_renewed
from bot.channels.matrix.reset import reset_identity
from bot.channels.matrix.store import Store
from bot.settings import MatrixSettings
from handlers.messages import Address
from storage import schema
from storage.database import open_database
from tests.channels.matrix.rig import Rig, rig, settings
from tests.synapse.fixtures import Synapse
from tests.synapse.people import PATIENCE, Person


@pytest.fixture
async def configured(synapse: Synapse, tmp_path: Path) -> MatrixSettings:
    """The configuration of one bot, for all its starts; people of its server may bring it among several."""
    account = await synapse.account("bot")
    return settings(synapse, account, tmp_path / "keys", allow=[account[0].partition(":")[2]])


@asynccontextmanager
async def running(synapse: Synapse, configured: MatrixSettings, folder: Path) -> AsyncIterator[Rig]:
    """The bot on a file, as after each start, and its ticks."""
    database = open_database(f"sqlite:///{folder / 'b.db'}")
    schema.prepare(database)
    try:
        async with rig(synapse, configured, database) as bot:
            sending = asyncio.create_task(bot.app.delivery.run(0.1))
            try:
                yield bot
            finally:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
    finally:
        database.close()


class Met:
    """A holder in two encrypted rooms, a neighbour in clear, three people in one room."""

    def __init__(self, bot: Rig, holder: Person, neighbour: Person) -> None:
        self.bot, self.holder, self.neighbour = bot, holder, neighbour
        self.rooms: list[str] = []
        self.clear = self.crowd = ""

    def told(self) -> list[str]:
        """Where it was said, as each of them sees it."""
        said = self.bot.said("matrix-renewed")
        seen = [*self.holder.seen, *(each for each in self.neighbour.seen if each.room == self.clear)]
        return [each.room for each in seen if each.body.startswith(said)]


async def met(bot: Rig) -> Met:
    """All of them, each answered once."""
    holder, first = await bot.meets("holder")
    neighbour, clear = await bot.meets("neighbour", encrypted=False)
    found = Met(bot, holder, neighbour)
    found.clear, found.rooms = clear, [first, await holder.direct_room(bot.user_id)]
    await holder.joined_by(found.rooms[1], bot.user_id)
    found.crowd = await holder.opens_room([neighbour.user_id, bot.user_id])
    await neighbour.accepts(found.crowd)
    for person, room in ((holder, first), (holder, found.rooms[1]), (neighbour, clear)):
        await bot.played(await person.says(room, "bonjour"))
    await bot.until(lambda: bot.rows("SELECT 1 FROM rooms"))
    return found


async def lost(configured: MatrixSettings, folder: Path) -> str:
    """The keys are no more, and the operator begins again; the new device."""
    (folder / "keys" / "crypto.db").unlink()
    return (await reset_identity(configured)).device_id


async def settled(bot: Rig) -> None:
    """All is written, and sent."""
    store = Store(bot.channel._settings)
    await bot.until(lambda: store.renewed() is None)
    await bot.until(lambda: not bot.rows("SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')"))


@pytest.mark.row("F43")
async def test_after_a_reset_each_is_told_once_that_older_messages_are_lost(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """A person once, however many rooms they have; a room of several; nobody where nothing was encrypted."""
    async with running(synapse, configured, tmp_path) as bot:
        people = await met(bot)
    await lost(configured, tmp_path)

    def answers() -> int:
        return sum("Question 1" in each.body for each in people.holder.said(people.rooms[0]))

    for _ in range(2):
        async with running(synapse, configured, tmp_path) as bot:
            await settled(bot)
            before = answers()
            await people.holder.says(people.rooms[0], "pourquoi")
            # What is answered comes after what would be told twice.
            await people.holder.until(lambda: answers() > before, 20.0, lambda: str(people.holder.seen[-3:]))  # noqa: B023
    (own,) = [room for room in people.told() if room != people.crowd]
    assert own in people.rooms
    assert people.told().count(people.crowd) == 1
    assert [row[0] for row in bot.rows("SELECT state FROM outbox WHERE key LIKE 'renewed/%'")] == ["sent"] * 2
    assert people.holder.user_id not in str(bot.rows("SELECT key FROM outbox"))


class Killed(App):
    """A process that ends after one row."""

    ended = False

    async def say_once(self, to: Address, key: str, name: str, *, private: bool = True, to_many: bool = False) -> None:
        if self.ended:
            raise asyncio.CancelledError
        self.ended = True
        await super().say_once(to, key, name, private=private, to_many=to_many)


async def test_a_kill_while_they_are_told_costs_nobody_their_word_and_repeats_none(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """The mark of the reset stays until all are written."""
    async with running(synapse, configured, tmp_path) as bot:
        people = await met(bot)
    device = await lost(configured, tmp_path)
    Store(configured).forget_renewed()
    async with running(synapse, configured, tmp_path) as bot:
        store = Store(configured)
        # What this one has to tell by itself is told: the mark set here is then ours alone.
        await asyncio.gather(*bot.channel._aside)
        store.keep_renewed(device)
        assert bot.channel._rooms is not None
        killed = Killed(bot.app.database, bot.app.guide, bot.app.clock, {})
        async with killed.turns:
            with pytest.raises(asyncio.CancelledError):
                await tell_renewed(store, device, bot.channel._rooms, killed, lambda: 0.0)
    assert store.renewed() == device
    async with running(synapse, configured, tmp_path) as bot:
        await settled(bot)
        await people.holder.until(lambda: len(people.told()) == 2, PATIENCE, lambda: str(people.told()))
        assert bot.rows("SELECT count(*), count(DISTINCT key) FROM outbox WHERE key LIKE 'renewed/%'") == [(2, 2)]


async def test_a_mark_of_another_device_tells_nobody(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """A reset that was cut short, and begun again, leaves the mark of the last."""
    async with running(synapse, configured, tmp_path) as bot:
        await met(bot)
    Store(configured).keep_renewed("ANOTHER")
    async with running(synapse, configured, tmp_path) as bot:
        await asyncio.sleep(0.5)
        assert bot.rows("SELECT 1 FROM outbox WHERE key LIKE 'renewed/%'") == []
