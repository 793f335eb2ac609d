"""Rooms: which the bot enters and leaves, what it says there, and where a person is found again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import nio
import pytest

from bot.channels import Blocked, Outgoing
from handlers.messages import Address, Reply
from storage.database import Database
from tests.channels.matrix.rig import NEVER, Rig, rig, settings
from tests.synapse.fixtures import Synapse
from tests.synapse.heard import Heard
from tests.synapse.people import PATIENCE, Person


@pytest.fixture
async def open_bot(synapse: Synapse, tmp_path: Path, either_database: Database) -> AsyncIterator[Rig]:
    """A bot that people of its server may bring among several, and which speaks first after a moment."""
    account = await synapse.account("bot")
    configured = settings(synapse, account, tmp_path / "keys", allow=[account[0].partition(":")[2]])
    async with rig(synapse, configured, either_database, welcome=0.3) as running:
        yield running


async def refusal(person: Person, room: str, bot: str) -> str:
    """Why the bot did not come, or left."""

    def last() -> str:
        seen = [each for each in person.events(room, "m.room.member") if each.state_key == bot]
        return str(seen[-1].content.get("reason", "")) if seen and seen[-1].content["membership"] == "leave" else ""

    await person.until(last, 20.0, lambda: "the bot did not refuse")
    return last()


async def said_by(*, bot: Rig, to: Person, room: str, count: int = 1) -> list[Heard]:
    """All that the bot said in a room, once it said so much."""

    def found() -> list[Heard]:
        return [each for each in to.said(room) if each.sender == bot.user_id]

    await to.until(lambda: len(found()) >= count, 20.0, lambda: str(found()))
    return found()


async def crowd(bot: Rig, *, name: str = "") -> tuple[Person, Person, str]:
    """A room with two people, and the bot invited."""
    holder, neighbour = await bot.synapse.person("holder"), await bot.synapse.person("neighbour")
    room = await holder.opens_room([neighbour.user_id])
    await neighbour.accepts(room)
    await holder.joined_by(room, neighbour.user_id)
    if name:
        await holder.sure(lambda: holder.client.room_put_state(room, "m.room.name", {"name": name}))
    await holder.invites(room, bot.user_id)
    return holder, neighbour, room


async def test_who_opens_a_room_and_says_nothing_is_spoken_to(open_bot: Rig) -> None:
    """What it is, and the first question (MX2)."""
    holder, room = await open_bot.meets()
    heard = await holder.hears(room, 2)
    assert heard[0].body.startswith("Bonjour. Je suis un programme")


@pytest.mark.row("I37")
@pytest.mark.parametrize("name", ["", "Un salon"])
async def test_among_several_people_the_bot_comes_only_if_it_may(bot: Rig, name: str) -> None:
    """It says why, whether the room looked like one of two people or not (MX1)."""
    holder, _, room = await crowd(bot, name=name)
    assert "conversation directe" in await refusal(holder, room, bot.user_id)
    assert holder.said(room) == []
    assert bot.rows("SELECT * FROM addresses") == []


@pytest.mark.row("I25", "D7")
async def test_among_several_people_nothing_personal_is_asked(open_bot: Rig) -> None:
    """One introduction, and the way to a private message for who asks (faults I25, I26)."""
    holder, neighbour, room = await crowd(open_bot)
    (introduction,) = await said_by(bot=open_bot, to=neighbour, room=room)
    assert introduction.body.startswith(open_bot.said("matrix-room-introduction"))
    for words in ("canari", "1", "oui", "lille", "aide moi"):
        await holder.says(room, words)
    await neighbour.says(room, "!aide")
    _, answer = await said_by(bot=open_bot, to=neighbour, room=room, count=2)
    assert answer.body.startswith(open_bot.said("room-private"))
    assert f"https://matrix.to/#/{open_bot.user_id}" in answer.body
    assert open_bot.rows("SELECT count(*) FROM people") == [(0,)]
    assert "canari" not in str([open_bot.rows(f"SELECT * FROM {name}") for name in ("outbox", "addresses", "inbound")])


@pytest.mark.row("I26")
async def test_where_nobody_with_a_role_wants_it_the_bot_does_not_stay(open_bot: Rig) -> None:
    """It says so when it comes, and leaves a day later (faults I26)."""
    holder, _, room = await crowd(open_bot)
    (introduction,) = await said_by(bot=open_bot, to=holder, room=room)
    assert open_bot.app.guide.wording.say("fr", "room-leaves", hours=24) in introduction.body
    await open_bot.channel.leave(Address("matrix", room))
    await holder.until(lambda: holder.membership(room, open_bot.user_id) == "leave", 20.0, lambda: "still there")
    assert open_bot.rows("SELECT * FROM addresses") == open_bot.rows("SELECT * FROM rooms") == []


@pytest.mark.row("I25")
async def test_who_lets_somebody_into_their_own_room_is_told_where_to_go_on(bot: Rig) -> None:
    """From then on nothing personal is read there: without a word they would wait for an answer."""
    holder, room = await bot.meets()
    await bot.played(await holder.says(room, "bonjour"))
    friend = await bot.synapse.person("friend")
    await holder.invites(room, friend.user_id)
    *_, told = await said_by(bot=bot, to=holder, room=room, count=3)
    assert told.body.startswith(bot.said("room-private"))
    assert f"https://matrix.to/#/{bot.user_id}" in told.body
    await friend.accepts(room)
    await holder.says(room, "j'ai une idée")
    await holder.says(room, "!aide")
    await said_by(bot=bot, to=holder, room=room, count=4)
    assert bot.rows("SELECT count(*) FROM inbound") == [(2,)]


@pytest.mark.row("F47")
async def test_left_alone_the_bot_leaves_and_sends_nothing_more(bot: Rig) -> None:
    """Who closes their room wants no reminder; the room is not kept (MX1, faults F47)."""
    holder, room = await bot.meets()
    await bot.played(await holder.says(room, "bonjour"))
    await holder.leaves(room)
    await bot.until(lambda: bot.rows("SELECT blocked_at IS NULL FROM addresses") == [(0,)])
    again = await holder.direct_room(bot.user_id)
    await holder.joined_by(again, bot.user_id)
    assert await bot.rooms() == [again]


@pytest.mark.row("I33")
async def test_a_person_who_opens_another_room_goes_on_where_they_were(bot: Rig) -> None:
    """At the same question, in the new room (faults I33)."""
    holder, room = await bot.meets()
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    await holder.leaves(room)
    again = await holder.direct_room(bot.user_id)
    await holder.joined_by(again, bot.user_id)
    await holder.says(again, "1")
    assert (await holder.hears(again))[0].body.startswith("Noté : J’ai une idée.")
    assert bot.rows("SELECT count(*), count(blocked_at) FROM addresses") == [(1, 0)]


@pytest.mark.row("F46")
async def test_a_room_that_moves_is_followed_without_a_second_introduction(open_bot: Rig) -> None:
    """To where it says that it went, if that place says so too (faults F46, MX18)."""
    holder, neighbour, room = await crowd(open_bot)
    await said_by(bot=open_bot, to=neighbour, room=room)
    moved = await holder.ask("POST", f"rooms/{room}/upgrade", {"new_version": "12"})
    new = str(moved["replacement_room"])
    await holder.sure(lambda: holder.client.room_invite(new, open_bot.user_id))
    await holder.joined_by(new, open_bot.user_id)
    await open_bot.until(lambda: open_bot.rows("SELECT peer FROM addresses") == [(new,)])
    await holder.says(new, "!aide")
    assert (await said_by(bot=open_bot, to=holder, room=new))[0].body.startswith(open_bot.said("room-private"))


@pytest.mark.row("F46")
async def test_a_room_that_moves_without_the_bot_gets_nothing_more_until_it_is_invited(open_bot: Rig) -> None:
    """It may not speak in the room that is closed: an answer is refused; invited later, it goes on (faults F46)."""
    holder, neighbour, room = await crowd(open_bot)
    await said_by(bot=open_bot, to=neighbour, room=room)
    moved = await holder.ask("POST", f"rooms/{room}/upgrade", {"new_version": "12"})
    new = str(moved["replacement_room"])
    await holder.says(room, "!aide")
    await open_bot.until(lambda: open_bot.rows("SELECT 1 FROM outbox WHERE state = 'failed' AND reason = 'blocked'"))
    assert open_bot.rows("SELECT peer, blocked_at IS NULL FROM addresses") == [(room, 0)]
    assert await open_bot.rooms() == [room]
    await holder.sure(lambda: holder.client.room_invite(new, open_bot.user_id))
    await holder.joined_by(new, open_bot.user_id)
    await open_bot.until(lambda: open_bot.rows("SELECT peer FROM addresses") == [(new,)])
    await holder.says(new, "!aide")
    assert (await said_by(bot=open_bot, to=holder, room=new))[0].body.startswith(open_bot.said("room-private"))
    assert open_bot.rows("SELECT blocked_at IS NULL FROM addresses") == [(1,)]


@pytest.mark.row("F46")
async def test_a_room_that_pretends_to_move_is_not_followed(open_bot: Rig) -> None:
    """The bot cannot be sent anywhere by who closes a room."""
    holder, neighbour, room = await crowd(open_bot)
    await said_by(bot=open_bot, to=neighbour, room=room)
    trap = await neighbour.sure(
        lambda: neighbour.client.room_create(nio.RoomVisibility.public, preset=nio.RoomPreset.public_chat)
    )
    await holder.sure(
        lambda: holder.client.room_put_state(room, "m.room.tombstone", {"replacement_room": trap.room_id, "body": ""})
    )
    left = await refusal(neighbour, str(trap.room_id), open_bot.user_id)
    assert "conversation directe" in left
    assert open_bot.rows("SELECT peer FROM addresses WHERE NOT private") == [(room,)]


async def test_the_name_that_people_see_is_set_once(
    synapse: Synapse, tmp_path: Path, either_database: Database
) -> None:
    """Each change is told to every room (MX14)."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys", display_name="Boussole d'essai")
    async with rig(synapse, configured, either_database, welcome=NEVER) as bot:
        holder = await synapse.person("holder")

        async def name() -> str:
            return str((await holder.client.get_displayname(bot.user_id)).displayname)

        async with asyncio.timeout(PATIENCE):
            while await name() != "Boussole d'essai":
                await asyncio.sleep(0.05)


@pytest.mark.row("F47")
async def test_muted_or_put_out_it_sends_nothing_more_there(bot: Rig) -> None:
    """Refused once, for good: what waits is not tried again, until its person writes where the bot may speak."""
    # Whoever is called when a room is made has all powers there.
    holder = await bot.synapse.person("holder")
    room = await holder.opens_room([], direct=True, encrypted=False)
    await holder.invites(room, bot.user_id)
    await holder.joined_by(room, bot.user_id)
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    path = f"rooms/{room}/state/m.room.power_levels"
    powers = await holder.ask("GET", path, None)
    await holder.ask("PUT", path, {**powers, "users": {}, "users_default": 0, "events": {}, "events_default": 50})
    await holder.says(room, "1")
    await bot.until(lambda: bot.rows("SELECT 1 FROM outbox WHERE state = 'failed' AND reason = 'blocked'"))
    assert bot.rows("SELECT blocked_at IS NULL FROM addresses") == [(0,)]
    await holder.sure(lambda: holder.client.room_kick(room, bot.user_id))
    await bot.until(lambda: not bot.channel._rooms or not bot.channel._rooms.is_in(room))
    with pytest.raises(Blocked):
        await bot.channel.send(Outgoing("k/1", "reminder", Address("matrix", holder.user_id), Reply("à demain")))
    assert len(holder.said(room)) == 2
