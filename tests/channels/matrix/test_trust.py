"""Who can read the bot, where only devices that their owner has signed may."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.matrix.trust import signed_devices
from tests.channels.matrix.rig import Rig, memory, rig, settings
from tests.synapse.fixtures import PASSWORD, Synapse
from tests.synapse.people import Person
from tests.synapse.signing import sign_own_device


@pytest.fixture
async def wary(synapse: Synapse, tmp_path: Path) -> AsyncIterator[Rig]:
    """A bot that gives its keys to signed devices only."""
    configured = settings(synapse, await synapse.account("bot"), tmp_path / "keys", trust="cross-signed")
    with memory() as database:
        async with rig(synapse, configured, database) as running:
            yield running


async def signed(bot: Rig) -> tuple[Person, str]:
    """Somebody with one phone, which they have signed, in a room with the bot."""
    anna = await bot.synapse.person("anna", strict=True)
    await sign_own_device(anna)
    room = await anna.direct_room(bot.user_id)
    await anna.joined_by(room, bot.user_id)
    return anna, room


async def test_a_device_that_nobody_signed_cannot_read_what_a_signed_one_can(wary: Rig) -> None:
    """It is told why, in clear; the ledger says sent, and the operator sees how many cannot read (faults F45)."""
    anna, room = await signed(wary)
    phone = await wary.synapse.device(anna.user_id)
    told: list[dict[str, object]] = []
    phone.client.add_to_device_callback(lambda event: told.append(event.source), None)
    await anna.says(room, "bonjour")
    assert len(await anna.hears(room, 2)) == 2
    await phone.until(lambda: len(phone.unreadable(room)) >= 2, 20.0, lambda: str(phone.events(room)))
    assert phone.said(room) == []
    (withheld,) = [each["content"] for each in told if each["type"] == "m.room_key.withheld"]
    assert isinstance(withheld, dict)
    assert (withheld["code"], withheld["reason"]) == ("m.unverified", wary.said("matrix-withheld"))
    assert withheld["room_id"] == room
    assert wary.channel.withheld == 1
    assert wary.rows("SELECT DISTINCT state FROM outbox") == [("sent",)]


async def test_a_device_signed_since_reads_what_follows(wary: Rig) -> None:
    """And nothing of what was said before."""
    anna, room = await wary.meets()
    await wary.played(await anna.says(room, "bonjour"))
    await anna.until(lambda: len(anna.unreadable(room)) == 2, 20.0, lambda: str(anna.events(room)))
    assert wary.channel.withheld == 1
    await sign_own_device(anna)
    await wary.until(lambda: anna.user_id not in wary.channel._trust._signed)  # type: ignore[union-attr]
    await anna.says(room, "1")
    assert (await anna.hears(room))[0].body.startswith("Noté")
    assert (len(anna.unreadable(room)), wary.channel.withheld) == (2, 0)


async def test_who_signs_with_other_keys_is_no_longer_trusted_by_the_old_ones(wary: Rig) -> None:
    """The phone that the new keys do not sign gets a new conversation key no more."""
    anna, room = await signed(wary)
    await anna.says(room, "bonjour")
    await anna.hears(room, 2)
    thief = await wary.synapse.device(anna.user_id)
    await sign_own_device(thief, PASSWORD)
    await wary.until(lambda: anna.user_id not in wary.channel._trust._signed)  # type: ignore[union-attr]
    await wary.played(await anna.sends(room, "m.room.message", {"msgtype": "m.text", "body": "1"}))
    await anna.until(lambda: len(anna.unreadable(room)) == 1, 20.0, lambda: str(anna.events(room)[-3:]))


async def test_by_default_every_device_reads(bot: Rig) -> None:
    """As those of the public are: signed by nobody."""
    anna, room = await bot.meets()
    await anna.says(room, "bonjour")
    assert len(await anna.hears(room, 2)) == 2
    assert bot.channel.withheld == 0


async def test_a_chain_of_signatures_with_a_false_link_signs_nothing(synapse: Synapse) -> None:
    """Neither a device, nor a key that another person's signature is under."""
    anna = await synapse.person("anna", follows=False)
    await sign_own_device(anna)
    me = anna.user_id
    answer = dict(await anna.ask("POST", "keys/query", {"device_keys": {me: []}}))
    assert list(signed_devices(answer, me)) == [anna.device_id]
    assert signed_devices(answer, "@other:synapse.test") == {}
    for kind in ("master_keys", "self_signing_keys"):
        assert signed_devices({**answer, kind: {}}, me) == {}
        spoiled = {**answer[kind][me], "user_id": "@other:synapse.test"}
        assert signed_devices({**answer, kind: {me: spoiled}}, me) == {}
    device = answer["device_keys"][me][anna.device_id]
    spoiled = {**device, "keys": {**device["keys"], f"curve25519:{anna.device_id}": "another"}}
    assert signed_devices({**answer, "device_keys": {me: {anna.device_id: spoiled}}}, me) == {}
