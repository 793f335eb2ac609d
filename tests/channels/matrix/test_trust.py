"""Who can read the bot, where only devices that their owner has signed may."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.matrix.trust import signed_devices
from storage.database import Database
from tests.channels.matrix.rig import Rig, rig, settings
from tests.synapse.fixtures import PASSWORD, Synapse
from tests.synapse.people import Person
from tests.synapse.signing import sign_own_device


@pytest.fixture
async def wary(synapse: Synapse, tmp_path: Path, either_database: Database) -> AsyncIterator[Rig]:
    """A bot that gives its keys to signed devices only."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys", trust="cross-signed")
    async with rig(synapse, configured, either_database) as running:
        yield running


async def signed(bot: Rig) -> tuple[Person, str]:
    """Somebody with one phone, which they have signed, in a room with the bot."""
    holder = await bot.synapse.person("holder", strict=True)
    await sign_own_device(holder)
    room = await holder.direct_room(bot.user_id)
    await holder.joined_by(room, bot.user_id)
    return holder, room


@pytest.mark.row("F45")
async def test_a_device_that_nobody_signed_cannot_read_what_a_signed_one_can(wary: Rig) -> None:
    """It is told why, in clear; the ledger says sent, and the operator sees how many cannot read (faults F45)."""
    holder, room = await signed(wary)
    phone = await wary.synapse.device(holder.user_id)
    told: list[dict[str, object]] = []
    phone.client.add_to_device_callback(lambda event: told.append(event.source), None)
    await holder.says(room, "bonjour")
    assert len(await holder.hears(room, 2)) == 2
    await phone.until(lambda: told and len(phone.unreadable(room)) >= 2, 60.0, lambda: str(phone.events(room)))
    assert phone.said(room) == []
    (withheld,) = [each["content"] for each in told if each["type"] == "m.room_key.withheld"]
    assert isinstance(withheld, dict)
    assert (withheld["code"], withheld["reason"]) == ("m.unverified", wary.said("matrix-withheld"))
    assert withheld["room_id"] == room
    assert wary.channel.withheld == 1
    assert wary.rows("SELECT DISTINCT state FROM outbox") == [("sent",)]


async def test_a_device_signed_since_reads_what_follows(wary: Rig) -> None:
    """And nothing of what was said before."""
    holder, room = await wary.meets()
    await wary.played(await holder.says(room, "bonjour"))
    await holder.until(lambda: len(holder.unreadable(room)) == 2, 60.0, lambda: str(holder.events(room)))
    assert wary.channel.withheld == 1
    await sign_own_device(holder)
    await wary.until(lambda: holder.user_id not in wary.channel._trust._signed)  # type: ignore[union-attr]
    await holder.says(room, "1")
    assert (await holder.hears(room))[0].body.startswith("Noté")
    assert (len(holder.unreadable(room)), wary.channel.withheld) == (2, 0)


async def test_who_signs_with_other_keys_is_no_longer_trusted_by_the_old_ones(wary: Rig) -> None:
    """The phone that the new keys do not sign gets a new conversation key no more."""
    holder, room = await signed(wary)
    await holder.says(room, "bonjour")
    await holder.hears(room, 2)
    thief = await wary.synapse.device(holder.user_id)
    await sign_own_device(thief, PASSWORD)
    await wary.until(lambda: holder.user_id not in wary.channel._trust._signed)  # type: ignore[union-attr]
    await wary.played(await holder.sends(room, "m.room.message", {"msgtype": "m.text", "body": "1"}))
    await holder.until(lambda: len(holder.unreadable(room)) == 1, 60.0, lambda: str(holder.events(room)[-3:]))


@pytest.mark.row("F45")
async def test_by_default_every_device_reads(bot: Rig) -> None:
    """As those of the public are: signed by nobody."""
    holder, room = await bot.meets()
    await holder.says(room, "bonjour")
    assert len(await holder.hears(room, 2)) == 2
    assert bot.channel.withheld == 0


async def test_a_chain_of_signatures_with_a_false_link_signs_nothing(synapse: Synapse) -> None:
    """Neither a device, nor a key that another person's signature is under."""
    holder = await synapse.person("holder", follows=False)
    await sign_own_device(holder)
    me = holder.user_id
    answer = dict(await holder.ask("POST", "keys/query", {"device_keys": {me: []}}))
    assert list(signed_devices(answer, me)) == [holder.device_id]
    assert signed_devices(answer, "@other:synapse.test") == {}
    for kind in ("master_keys", "self_signing_keys"):
        assert signed_devices({**answer, kind: {}}, me) == {}
        spoiled = {**answer[kind][me], "user_id": "@other:synapse.test"}
        assert signed_devices({**answer, kind: {me: spoiled}}, me) == {}
    device = answer["device_keys"][me][holder.device_id]
    spoiled = {**device, "keys": {**device["keys"], f"curve25519:{holder.device_id}": "another"}}
    assert signed_devices({**answer, "device_keys": {me: {holder.device_id: spoiled}}}, me) == {}
