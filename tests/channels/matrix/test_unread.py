"""What cannot be read: awaited, then explained once a day in each room, and counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import nio
import pytest
from nio.crypto import OlmDevice

from scheduler.clock import SetClock, SystemClock
from storage.database import Database
from tests.channels.matrix.rig import Rig, rig, settings
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person


async def lost(person: Person, room: str) -> str:
    """A message whose key nobody has."""
    content = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg",
        "device_id": "LOST",
        "sender_key": "curve",
        "session_id": f"session-{uuid4()}",
    }
    return await raw(person, room, content)


@asynccontextmanager
async def patient(synapse: Synapse, folder: Path, either_database: Database) -> AsyncIterator[Rig]:
    """The bot, which leaves a key more time than it needs."""
    configured = settings(synapse, await synapse.account("bot"), folder / "keys")
    async with rig(synapse, configured, either_database, grace=120.0) as running:
        yield running


async def acquainted(bot: Rig) -> tuple[Person, str]:
    """Somebody who was asked the first question."""
    holder, room = await bot.meets()
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    return holder, room


class Kept:
    """A key that stays with who made it, until they give it."""

    def __init__(self, person: Person, room: str, reader: OlmDevice) -> None:
        self._olm, self._client = person.client.olm, person.client
        self._room, self._reader = room, reader
        self._olm.create_outbound_group_session(room)
        self.session = self._olm.outbound_group_sessions[room]
        self.session.shared = True
        self._key = self.session.session_key

    def closes(self, text: str) -> dict[str, Any]:
        """A text, encrypted by it."""
        content: dict[str, Any]
        _, content = self._client.encrypt(self._room, "m.room.message", {"msgtype": "m.text", "body": text})
        return content

    def believes_it_was_given(self) -> None:
        """The server took it, and lost it."""
        self.session.users_shared_with.add((self._reader.user_id, self._reader.id))

    def goes_on_with_another(self) -> None:
        """What is written from now on has another key."""
        del self._olm.outbound_group_sessions[self._room]

    async def gives(self) -> None:
        """To the bot."""
        content = {**self._named, "session_key": self._key}
        known = self._olm.session_store.get(self._reader.curve25519)
        encrypted = self._olm._olm_encrypt(known, self._reader, "m.room_key", content)
        message = nio.ToDeviceMessage("m.room.encrypted", self._reader.user_id, self._reader.id, encrypted)
        await self._client.to_device(message)

    @property
    def maker(self) -> str:
        """The device that made it, as keys name it."""
        return str(self._olm.account.identity_keys["curve25519"])

    def forwarded(self, maker: str) -> dict[str, Any]:
        """As it is passed on by who says that this device made it."""
        held = self._olm.inbound_group_store.get(self._room, self.maker, self.session.id)
        claimed = {"sender_key": maker, "sender_claimed_ed25519_key": "signs"}
        given = {"session_key": held.export_session(held.first_known_index), "forwarding_curve25519_key_chain": []}
        content = {**self._named, **given, **claimed}
        sender = self._client.user_id
        return {"type": "m.forwarded_room_key", "sender": sender, "content": content, "keys": {"ed25519": "signs"}}

    @property
    def _named(self) -> dict[str, str]:
        return {"algorithm": "m.megolm.v1.aes-sha2", "room_id": self._room, "session_id": self.session.id}


def keeps_the_key(person: Person, room: str, bot: Rig) -> Kept:
    """A new key, which the bot has not."""
    (device,) = person.client.device_store.active_user_devices(bot.user_id)
    return Kept(person, room, device)


def awaited(bot: Rig) -> int:
    """How many messages wait for their key."""
    assert bot.channel._events is not None
    return len(bot.channel._events._unread._waiting)


async def raw(person: Person, room: str, content: dict[str, Any]) -> str:
    """An event encrypted by hand."""
    sent = await person.ask("PUT", f"rooms/{room}/send/m.room.encrypted/{uuid4()}", content)
    return str(sent["event_id"])


@pytest.mark.row("F44")
async def test_what_cannot_be_read_is_explained_once_and_counted(
    synapse: Synapse, tmp_path: Path, either_database: Database
) -> None:
    """Once a day in a room, however many there are; the conversation goes on (faults F44, MX16)."""
    clock = SetClock(SystemClock().now())
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys")
    async with rig(synapse, configured, either_database, clock=clock) as bot:
        holder, room = await acquainted(bot)
        assert bot.channel._events is not None
        bot.channel._events._clock = clock
        for _ in range(3):
            await lost(holder, room)
        (explained,) = await holder.hears(room)
        assert explained.body == bot.said("matrix-unreadable")
        await bot.until(lambda: bot.rows("SELECT count(*) FROM quarantined WHERE error = 'undecryptable'") == [(3,)])
        await holder.says(room, "1")
        assert (await holder.hears(room))[0].body.startswith("Noté")
        clock.move(clock.now() + timedelta(days=1))
        await lost(holder, room)
        assert (await holder.hears(room))[0].body == explained.body


async def test_who_cannot_be_read_from_the_first_word_is_told(bot: Rig) -> None:
    """Nothing is known of them yet; what they say next is a first message."""
    holder, room = await bot.meets()
    await lost(holder, room)
    (explained,) = await holder.hears(room)
    assert explained.body == bot.said("matrix-unreadable")
    await holder.says(room, "bonjour")
    assert "Question 1" in (await holder.hears(room, 2))[1].body


@pytest.mark.row("F44")
async def test_a_key_that_comes_late_is_enough(synapse: Synapse, tmp_path: Path, either_database: Database) -> None:
    """Within the time that is left to it: the message is answered, and nothing explained."""
    async with patient(synapse, tmp_path, either_database) as bot:
        holder, room = await acquainted(bot)
        kept = keeps_the_key(holder, room, bot)
        event_id = await raw(holder, room, kept.closes("1"))
        await bot.until(lambda: awaited(bot))
        await kept.gives()
        assert (await holder.hears(room))[0].body.startswith("Noté : J’ai une idée.")
        await bot.played(event_id)
        assert bot.rows("SELECT * FROM quarantined") == []


@pytest.mark.row("F44")
async def test_a_key_that_was_lost_on_its_way_is_asked_for_and_given_again(
    synapse: Synapse, tmp_path: Path, either_database: Database
) -> None:
    """The app that wrote the message holds its key, and gives it to who asks and had a right to it."""
    async with patient(synapse, tmp_path, either_database) as bot:
        holder, room = await acquainted(bot)
        kept = keeps_the_key(holder, room, bot)
        kept.believes_it_was_given()
        event_id = await raw(holder, room, kept.closes("1"))
        assert (await holder.hears(room))[0].body.startswith("Noté : J’ai une idée.")
        await bot.played(event_id)
        assert bot.rows("SELECT * FROM quarantined") == []


async def test_a_key_given_by_another_device_than_made_it_is_not_taken(bot: Rig) -> None:
    """Whoever is in the room could otherwise put words into the mouth of another."""
    holder, room = await acquainted(bot)
    kept = keeps_the_key(holder, room, bot)
    assert bot.channel._session is not None
    olm, device = bot.channel._session.client.olm, "curve of another"
    for maker, taken in ((kept.maker, False), (device, True)):
        olm._handle_forwarded_room_key_event(holder.user_id, device, kept.forwarded(maker))
        found = [olm.inbound_group_store.get(room, each, kept.session.id) for each in (kept.maker, device)]
        assert [each is not None for each in found] == [False, taken]


@pytest.mark.row("F44")
async def test_a_key_that_comes_after_the_explanation_still_has_the_message_answered(bot: Rig) -> None:
    """Nobody has to write again what can be read after all; all of it is answered, in its order."""
    holder, room = await acquainted(bot)
    kept = keeps_the_key(holder, room, bot)
    sent = [await raw(holder, room, kept.closes(text)) for text in ("1", "roubaix")]
    assert (await holder.hears(room))[0].body == bot.said("matrix-unreadable")
    await bot.until(lambda: bot.rows("SELECT count(*) FROM quarantined") == [(2,)])
    await kept.gives()
    first, second = await holder.hears(room, 2)
    assert first.body.startswith("Noté : J’ai une idée.")
    assert second.body.startswith("Noté : Roubaix.")
    for event_id in sent:
        await bot.played(event_id)


@pytest.mark.row("F44")
async def test_what_was_written_again_is_not_answered_twice(bot: Rig) -> None:
    """Who was told that a message could not be read, and wrote it again, had their answer."""
    holder, room = await acquainted(bot)
    kept = keeps_the_key(holder, room, bot)
    await raw(holder, room, kept.closes("1"))
    assert (await holder.hears(room))[0].body == bot.said("matrix-unreadable")
    await bot.until(lambda: bot.rows("SELECT count(*) FROM quarantined") == [(1,)])
    kept.goes_on_with_another()
    await holder.says(room, "1")
    assert (await holder.hears(room))[0].body.startswith("Noté : J’ai une idée.")
    await kept.gives()
    await holder.says(room, "roubaix")
    assert (await holder.hears(room))[0].body.startswith("Noté : Roubaix.")
    assert bot.rows("SELECT count(*) FROM inbound") == [(3,)]


async def test_no_key_can_come_while_the_homeserver_is_away(
    synapse: Synapse, tmp_path: Path, either_database: Database
) -> None:
    """That time is not counted: nobody is told after an outage that what they wrote before it is unreadable."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys")
    async with rig(synapse, configured, either_database, grace=4.0) as bot:
        holder, room = await bot.meets()
        await lost(holder, room)
        await bot.until(lambda: awaited(bot))
        await synapse.kill()
        await asyncio.sleep(6.0)
        assert bot.rows("SELECT count(*) FROM quarantined") == [(0,)]
        await synapse.start()
        (explained,) = await holder.hears(room, timeout=60.0)
        assert explained.body == bot.said("matrix-unreadable")
