"""What cannot be read: awaited, then explained once a day in each room, and counted."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import nio

from tests.channels.matrix.rig import Rig, memory, rig, settings
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


async def raw(person: Person, room: str, content: dict[str, Any]) -> str:
    """An event encrypted by hand."""
    sent = await person.ask("PUT", f"rooms/{room}/send/m.room.encrypted/{uuid4()}", content)
    return str(sent["event_id"])


async def test_what_cannot_be_read_is_explained_once_and_counted(bot: Rig) -> None:
    """Once a day in a room, however many there are; the conversation goes on (faults F44, MX16)."""
    holder, room = await bot.meets()
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    for _ in range(3):
        await lost(holder, room)
    (explained,) = await holder.hears(room)
    assert explained.body == bot.said("matrix-unreadable")
    await bot.until(lambda: bot.rows("SELECT count(*) FROM quarantined WHERE error = 'undecryptable'") == [(3,)])
    await holder.says(room, "1")
    assert (await holder.hears(room))[0].body.startswith("Noté")


async def test_who_cannot_be_read_from_the_first_word_is_told(bot: Rig) -> None:
    """Nothing is known of them yet; what they say next is a first message."""
    holder, room = await bot.meets()
    await lost(holder, room)
    (explained,) = await holder.hears(room)
    assert explained.body == bot.said("matrix-unreadable")
    await holder.says(room, "bonjour")
    assert "Question 1" in (await holder.hears(room, 2))[1].body


async def test_a_key_that_comes_late_is_enough(bot: Rig) -> None:
    """Within the time that is left to it: the message is answered, and nothing explained."""
    holder, room = await bot.meets()
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    client = holder.client
    client.olm.create_outbound_group_session(room)
    session = client.olm.outbound_group_sessions[room]
    session.shared = True
    key = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": room,
        "session_id": session.id,
        "session_key": session.session_key,
    }
    _, content = client.encrypt(room, "m.room.message", {"msgtype": "m.text", "body": "1"})
    event_id = await raw(holder, room, content)
    await asyncio.sleep(0.3)
    (device,) = client.device_store.active_user_devices(bot.user_id)
    encrypted = client.olm._olm_encrypt(client.olm.session_store.get(device.curve25519), device, "m.room_key", key)
    message = nio.ToDeviceMessage("m.room.encrypted", bot.user_id, device.id, encrypted)
    await client.to_device(message)
    assert (await holder.hears(room))[0].body.startswith("Noté : J’ai une idée.")
    await bot.played(event_id)
    assert bot.rows("SELECT * FROM quarantined") == []


async def test_no_key_can_come_while_the_homeserver_is_away(synapse: Synapse, tmp_path: Path) -> None:
    """That time is not counted: nobody is told after an outage that what they wrote before it is unreadable."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys")
    with memory() as database:
        async with rig(synapse, configured, database, grace=2.0) as bot:
            holder, room = await bot.meets()
            await lost(holder, room)
            await asyncio.sleep(0.5)
            await synapse.kill()
            await asyncio.sleep(4.0)
            assert bot.rows("SELECT count(*) FROM quarantined") == [(0,)]
            await synapse.start()
            (explained,) = await holder.hears(room, timeout=60.0)
            assert explained.body == bot.said("matrix-unreadable")
