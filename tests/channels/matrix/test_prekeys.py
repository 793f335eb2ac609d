"""Those who write for the first time find a key, and the bot killed at a bad moment still reads them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import nio
import pytest

from bot.channels import Unreachable
from bot.channels.matrix import prekeys
from bot.channels.matrix.asking import Answer, ask
from bot.channels.matrix.client import opened, settle
from bot.channels.matrix.identity import Identity
from bot.channels.matrix.store import Store
from tests.channels.matrix.bot_account import (
    BotAccount,
    claimed,
)
from tests.synapse.fixtures import Synapse


async def test_a_hundred_strangers_are_given_a_key_while_the_bot_is_down(synapse: Synapse, account: BotAccount) -> None:
    """Fifty have one of their own, the others the fallback key; all is published anew at the next start."""
    stranger = await synapse.person("stranger", follows=False)
    device = await account.start_and_stop()
    keys = await claimed(stranger, account.user, device, 100)
    fallback = [key["key"] for key in keys if key.get("fallback")]
    assert len(fallback) == 50
    assert len(set(fallback)) == 1
    assert len({key["key"] for key in keys}) == 51
    await account.start_and_stop()
    renewed = await claimed(stranger, account.user, device, 51)
    assert [key.get("fallback", False) for key in renewed] == [False] * 50 + [True]
    assert not {key["key"] for key in renewed} & {key["key"] for key in keys}


async def test_one_time_keys_exhausted_while_the_bot_runs_are_published_again(
    synapse: Synapse, account: BotAccount
) -> None:
    """Also when none at all is left, which nio takes for an unknown number."""
    stranger = await synapse.person("stranger", follows=False)
    async with account.started() as session:
        first = await claimed(stranger, account.user, session.device_id, 51)
        await account.synced(session)
        again = await claimed(stranger, account.user, session.device_id, 51)
    assert [key.get("fallback", False) for key in again] == [False] * 50 + [True]
    assert not {key["key"] for key in first} & {key["key"] for key in again}


async def test_what_strangers_wrote_by_the_fallback_key_is_read(synapse: Synapse, account: BotAccount) -> None:
    """By two of them, who were given the same one."""
    async with account.started() as session:
        device = session.device_id
    stranger = await synapse.person("stranger", follows=False)
    await claimed(stranger, account.user, device, 50)
    rooms = []
    for number in range(2):
        person = await synapse.person(f"new-{number}")
        rooms.append(await person.direct_room(account.user))
        await person.says(rooms[-1], f"bonjour {number}")
    async with account.started() as session:
        for room in rooms:
            await session.client.join(room)
        await account.synced(session)
        read = [
            event.body
            for room in rooms
            for event in (await session.client.room_messages(room, limit=10)).chunk
            if isinstance(event, nio.RoomMessageText)
        ]
    assert read == ["bonjour 0", "bonjour 1"]


@pytest.mark.row("F42")
async def test_a_sync_that_comes_twice_after_a_crash_is_read_twice_and_breaks_nothing(
    synapse: Synapse, account: BotAccount
) -> None:
    """The keys that it brought are in the store; the bot does not take their messages for a broken session."""
    person = await synapse.person("person")
    async with account.started() as session:
        room = await person.direct_room(account.user)
        await session.client.join(room)
        await person.joined_by(room, account.user)
        await account.synced(session)
        await session.client.keys_query()
    before = account.since
    await person.says(room, "avant la panne")
    for _ in range(2):
        account.since = before
        session = await opened(account.settings())
        response = await session.client.sync(timeout=0, since=before, full_state=True)
        heard = response.rooms.join[room].timeline.events
        assert [event.body for event in heard if isinstance(event, nio.RoomMessageText)] == ["avant la panne"]
        assert not session.client.olm.wedged_devices
        await session.close()
        long_ago(account)


@pytest.mark.row("F42")
async def test_what_a_sync_brings_is_in_the_store_whole_or_not_at_all(synapse: Synapse, account: BotAccount) -> None:
    """A disk that fails between two writings leaves the ratchet where it was: the message is read the next time."""
    person = await synapse.person("person")
    async with account.started() as session:
        room = await person.direct_room(account.user)
        await session.client.join(room)
        await person.joined_by(room, account.user)
        await account.synced(session)
    await person.says(room, "pendant la panne")
    session = await opened(account.settings())
    session.client.store.save_inbound_group_session = full
    with pytest.raises(OSError, match="full"):
        await session.client.sync(timeout=0, since=account.since, full_state=True)
    await session.close()
    session = await opened(account.settings())
    response = await session.client.sync(timeout=0, since=account.since, full_state=True)
    heard = response.rooms.join[room].timeline.events
    assert [event.body for event in heard if isinstance(event, nio.RoomMessageText)] == ["pendant la panne"]
    await session.close()


@pytest.mark.row("F41")
async def test_a_start_cut_before_the_device_was_published_is_finished_by_the_next(
    synapse: Synapse, account: BotAccount
) -> None:
    """Logged in, keys made, and nothing sent."""
    watcher = await synapse.person("watcher", follows=False)
    session = await opened(account.settings())
    await session.close()
    assert await account.start_and_stop() == session.device_id
    assert await watcher.sees_signed(account.user, session.device_id)
    devices = await watcher.ask("POST", "keys/query", {"device_keys": {account.user: []}})
    assert list(devices["device_keys"][account.user]) == [session.device_id]


@pytest.mark.row("F41")
async def test_a_fallback_key_that_did_not_reach_the_server_is_the_one_published_next(
    synapse: Synapse, account: BotAccount
) -> None:
    """Another one would make us forget a key that people may have been given."""
    stranger = await synapse.person("stranger", follows=False)
    session = await opened(account.settings())
    session.client.homeserver = "http://127.0.0.1:1"
    with pytest.raises(Unreachable):
        await settle(session)
    (made,) = (key.to_base64() for key in session.client.olm.account._account.fallback_key.values())
    await session.close()
    device = await account.start_and_stop()
    assert (await claimed(stranger, account.user, device, 51))[-1]["key"] == made


class Killed(BaseException):
    """Whoever is told the answer of the server is no more."""


@pytest.mark.row("F41")
async def test_keys_that_reached_the_server_before_a_kill_are_known_to_the_next_start(
    synapse: Synapse, account: BotAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed right after the first publication, then after the second: no key of a name is published twice."""
    stranger, conflicts = await synapse.person("stranger", follows=False), synapse.server.conflicts()
    left: list[int] = []

    async def killed(client: nio.AsyncClient, method: str, path: str, body: object = None) -> Answer:
        answer = await ask(client, method, path, body)
        assert (path, answer.good) == ("/keys/upload", True)
        left.pop()
        if not left:
            raise Killed
        return answer

    for uploads in (1, 2):
        left.extend(range(uploads))
        session = await opened(account.settings())
        with monkeypatch.context() as dying:
            dying.setattr(prekeys, "ask", killed)
            with pytest.raises(Killed):
                await settle(session)
        await session.close()
    device = await account.start_and_stop()
    given = await claimed(stranger, account.user, device, 30)
    # Some are left: whoever forgot these would give others their names.
    await account.start_and_stop()
    given += await claimed(stranger, account.user, device, 51)
    once = [key["key"] for key in given if not key.get("fallback")]
    assert len(set(once)) == len(once) == 30 + 50, "the same key is given to two people"
    assert synapse.server.conflicts() == conflicts


@pytest.mark.row("F41")
async def test_signing_keys_kept_and_not_yet_published_are_used_by_the_next_start(
    synapse: Synapse, account: BotAccount
) -> None:
    """Killed between the file and the server."""
    watcher = await synapse.person("watcher", follows=False)
    identity = Identity.created(account.user)
    account.folder.mkdir()
    Store(account.settings()).keep_identity(identity)
    device = await account.start_and_stop()
    assert await watcher.sees_signed(account.user, device)
    assert Store(account.settings()).identity() == identity


def long_ago(account: BotAccount) -> None:
    """The bot and the person began to talk years ago: what fails between them now is worth a new beginning."""
    with closing(sqlite3.connect(account.folder / "crypto.db")) as connection, connection:
        assert connection.execute("UPDATE olmsessions SET creation_time = '2020-01-01 00:00:00.000000'").rowcount


def full(*_: object) -> None:
    """The disk, when nio writes the key of a room."""
    raise OSError("full")
