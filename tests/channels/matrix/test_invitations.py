"""Invitations: three rooms for each person, a steady pace for all of them together, and nobody forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.matrix import invitations
from bot.settings import MatrixSettings
from storage import schema
from storage.database import open_database
from tests.channels.matrix.rig import Rig, rig, settings
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

Invited = Sequence[tuple[Person, str]]
PATIENCE = 30.0


@asynccontextmanager
async def running(
    synapse: Synapse, configured: MatrixSettings, folder: Path, joins_at_once: int = 1, **changes: object
) -> AsyncIterator[Rig]:
    """The bot on a file, as after each start, for which few invitations are many."""
    database = open_database(f"sqlite:///{folder / 'b.db'}")
    schema.prepare(database)
    changed = configured.model_copy(update=changes)
    try:
        # Who says nothing is spoken to soon: until then the bot would read them again.
        async with rig(synapse, changed, database, joins_at_once=joins_at_once, welcome=0.2) as bot:
            yield bot
    finally:
        database.close()


@pytest.fixture
async def configured(synapse: Synapse, tmp_path: Path) -> MatrixSettings:
    """The configuration of one bot, for all its starts."""
    return settings(synapse, await synapse.account("bot"), tmp_path / "keys")


async def invited(synapse: Synapse, bot: str, count: int) -> Invited:
    """So many people, each with a room where the bot is called."""
    people = [await synapse.person(f"p{number}") for number in range(count)]
    return [(person, await person.direct_room(bot, encrypted=False)) for person in people]


def joined(rooms: Invited, bot: str) -> list[str]:
    """Where the bot came, as people see it."""
    return [room for person, room in rooms if person.membership(room, bot) == "join"]


async def until_joined(bot: Rig, rooms: Invited, count: int) -> None:
    """Wait until the bot came into so many of them."""
    await bot.until(lambda: len(joined(rooms, bot.user_id)) >= count)


def reasons(person: Person, rooms: Sequence[str], bot: str) -> list[str]:
    """Why the bot did not come, where it did not."""
    seen = [[each for each in person.events(room, "m.room.member") if each.state_key == bot][-1] for room in rooms]
    return [str(each.content.get("reason")) for each in seen if each.content["membership"] == "leave"]


@pytest.mark.row("I36")
async def test_of_many_invitations_of_one_person_three_are_accepted(bot: Rig) -> None:
    """The others are declined with the reason; a room that they leave makes place for another (faults I36)."""
    holder = await bot.synapse.person("holder")
    rooms = [await holder.direct_room(bot.user_id, encrypted=False) for _ in range(8)]
    await bot.until(lambda: len(reasons(holder, rooms, bot.user_id)) == 5)
    assert set(reasons(holder, rooms, bot.user_id)) == {bot.said("matrix-too-many")}
    there = joined([(holder, room) for room in rooms], bot.user_id)
    assert sorted(await bot.rooms()) == sorted(there)
    came = [each.room for each in holder.seen if each.state_key == bot.user_id and each.content["membership"] == "join"]
    assert len(there) == len(came) == 3
    await holder.says(there[0], "bonjour")
    assert len(await holder.hears(there[0], 2)) == 2
    await holder.leaves(there[1])
    await bot.until(lambda: bot.channel._rooms is not None and bot.channel._rooms.count(holder.user_id) == 2)
    again = await holder.direct_room(bot.user_id, encrypted=False)
    await holder.joined_by(again, bot.user_id)


@pytest.mark.row("I36")
async def test_beyond_what_is_accepted_at_once_each_waits_for_its_turn(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """At the pace of the configuration; whoever is there already is answered."""
    async with running(synapse, configured, tmp_path, 2, joins_per_minute=40) as bot:
        rooms = await invited(synapse, configured.user, 5)
        await until_joined(bot, rooms, 2)
        (person, room), *_ = [each for each in rooms if each[1] in joined(rooms, bot.user_id)]
        await person.says(room, "bonjour")
        await person.hears(room, 2)
        await until_joined(bot, rooms, 5)
    came = [
        each.sent_at
        for person, room in rooms
        for each in person.events(room, "m.room.member")
        if each.state_key == configured.user and each.content["membership"] == "join"
    ]
    # One each second and a half, as they leave; how long the homeserver takes for each is its own affair.
    assert sorted(came)[4] - sorted(came)[2] >= 2_400
    assert max(came) - min(came) >= 2_800


async def test_who_waits_is_not_forgotten_by_a_restart(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """The bot reads on meanwhile, so that no sync will tell of them again: it asks, as at the start before."""
    async with running(synapse, configured, tmp_path):
        pass
    async with running(synapse, configured, tmp_path, joins_per_minute=1) as bot:
        rooms = await invited(synapse, configured.user, 4)
        await until_joined(bot, rooms, 1)
        person, room = next(each for each in rooms if each[1] in joined(rooms, bot.user_id))
        await bot.played(await person.says(room, "bonjour"))
        await asyncio.sleep(0.5)
        assert len(joined(rooms, bot.user_id)) == 1
    async with running(synapse, configured, tmp_path, 10) as bot:
        await until_joined(bot, rooms, 4)
        for person, room in rooms:
            await person.hears(room, 2)


@pytest.mark.row("I36")
async def test_more_invitations_than_are_held_here_wait_on_the_homeserver(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory does not grow with them; all are accepted in the end."""
    monkeypatch.setattr(invitations, "MOST_WAITING", 2)
    async with running(synapse, configured, tmp_path):
        pass
    rooms = await invited(synapse, configured.user, 7)
    async with running(synapse, configured, tmp_path, joins_per_minute=120) as bot:
        assert bot.channel._session is not None
        await until_joined(bot, rooms, 7)
        assert not bot.channel._session.client.invited_rooms


async def test_an_invitation_that_is_withdrawn_is_not_waited_for(
    synapse: Synapse, configured: MatrixSettings, tmp_path: Path
) -> None:
    """Nor does it hold up those behind it."""
    async with running(synapse, configured, tmp_path, joins_per_minute=20) as bot:
        first = await invited(synapse, configured.user, 1)
        await until_joined(bot, first, 1)
        holder = await synapse.person("holder")
        room = await holder.opens_room([bot.user_id], encrypted=False)
        rooms = [*first, (holder, room), *await invited(synapse, configured.user, 1)]
        await holder.sure(lambda: holder.client.room_kick(room, bot.user_id))
        await until_joined(bot, rooms, 2)
        await asyncio.sleep(3.5)
        assert len(joined(rooms, bot.user_id)) == 2
        assert reasons(holder, [room], bot.user_id) == ["None"]
