"""The bot's device: signed by its owner, the same for ever, and for the bot only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import nio
import pytest

from bot.channels.matrix.client import opened
from bot.channels.matrix.prekeys import publish_device
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.signing import sign_device
from tests.channels.matrix.bot_account import (
    BotAccount,
    devices_of,
    examined,
    impersonated,
    refused_with,
)
from tests.synapse.fixtures import Synapse


async def test_a_strict_person_sees_the_device_as_signed_by_its_owner(synapse: Synapse, account: BotAccount) -> None:
    """And stays so after a restart."""
    strict = await synapse.person("strict", strict=True)
    first = await account.start_and_stop()
    assert await strict.sees_signed(account.user, first)
    assert await account.start_and_stop() == first
    assert await strict.sees_signed(account.user, first)


async def test_a_strict_person_and_the_bot_read_each_other(synapse: Synapse, account: BotAccount) -> None:
    """In an encrypted room, each way."""
    strict = await synapse.person("strict", strict=True)
    async with account.started() as session:
        room = await strict.direct_room(account.user)
        await session.client.join(room)
        await strict.joined_by(room, account.user)
        await strict.says(room, "une question")
        heard = (await account.synced(session)).rooms.join[room].timeline.events
        assert [event.body for event in heard if isinstance(event, nio.RoomMessageText)] == ["une question"]
        content = {"msgtype": "m.notice", "body": "une réponse"}
        await session.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        (answer,) = await strict.hears(room)
    assert (answer.body, answer.encrypted) == ("une réponse", True)


async def test_the_signature_vouches_for_our_keys_only(synapse: Synapse, account: BotAccount) -> None:
    """A device that took the place of ours between the start and the signature is not signed."""
    watcher = await synapse.person("watcher", follows=False)
    session = await opened(account.settings())
    try:
        await publish_device(session.client)
        await impersonated(account, session.device_id, session.client.access_token)
        with pytest.raises(MatrixRefused) as refusal:
            await sign_device(session.client, session.store, account.password)
    finally:
        await session.close()
    assert refusal.value.name == "cli-matrix-device-foreign"
    assert not await watcher.signed_devices_of(account.user)


@pytest.mark.row("F39")
async def test_a_restart_keeps_the_device_and_logs_in_no_more(synapse: Synapse, account: BotAccount) -> None:
    """Even with a password that is wrong by now, for it is not used."""
    first = await account.start_and_stop()
    login = (account.folder / "session.json").read_bytes()
    assert await account.start_and_stop(password="wrong") == first
    assert (account.folder / "session.json").read_bytes() == login


async def test_a_lost_login_is_made_again_for_the_same_device(account: BotAccount) -> None:
    """The store knows which device it is."""
    first = await account.start_and_stop()
    (account.folder / "session.json").unlink()
    assert await account.start_and_stop() == first


async def test_a_token_of_the_operator_is_enough(synapse: Synapse, account: BotAccount) -> None:
    """With the device that it belongs to; no other is made."""
    phone = nio.AsyncClient(synapse.url, account.user)
    login = await phone.login(account.password, "made by hand")
    await phone.close()
    changes = {"password": "", "access_token": login.access_token, "device_id": login.device_id}
    assert await account.start_and_stop(**changes) == login.device_id
    assert await account.start_and_stop(**changes) == login.device_id
    watcher = await synapse.person("watcher", follows=False)
    assert await watcher.sees_signed(account.user, login.device_id)
    await refused_with(account, "cli-matrix-device-other", watcher, **{**changes, "device_id": "ANOTHER"})


@pytest.fixture
def lax() -> Iterator[None]:
    """Files are made readable by all, unless their maker says otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.row("D24")
@pytest.mark.usefixtures("lax")
async def test_files_are_for_the_bot_only(account: BotAccount) -> None:
    """Also those that someone had opened to others since."""
    await account.start_and_stop()
    private = {".": 0o700, **dict.fromkeys(("crypto.db", "session.json", "crosssigning.json", "lock"), 0o600)}
    assert modes(account.folder) == private
    account.folder.chmod(0o755)
    (account.folder / "crypto.db").chmod(0o644)
    assert [good for good, _ in examined(account)] == [False, False, True]
    await account.start_and_stop()
    assert modes(account.folder) == private


async def test_old_devices_of_the_bot_are_logged_out_and_no_other(synapse: Synapse, account: BotAccount) -> None:
    """A person who looks after the account keeps their own."""
    theirs = await synapse.device(account.user, follows=False)
    before = await devices_of(theirs)
    old = nio.AsyncClient(synapse.url, account.user)
    await old.login(account.password, "Boussole")
    await old.close()
    device = await account.start_and_stop()
    assert await devices_of(theirs) == before | {device}
    assert old.device_id not in before


@pytest.mark.row("F25")
async def test_two_programs_cannot_hold_the_same_store(account: BotAccount) -> None:
    """The second one says so, at once."""
    async with account.started():
        with pytest.raises(MatrixRefused) as refusal:
            await opened(account.settings())
    assert refusal.value.name == "cli-matrix-store-busy"
    await account.start_and_stop()


def modes(folder: Path) -> dict[str, int]:
    """Who may read the folder and each of its files."""
    return {str(path.relative_to(folder)): path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
