"""The bot's account in a test: its settings, its starts, and what the homeserver says of it, byte for byte."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import nio
import pytest

from bot.channels import Misconfigured
from bot.channels.matrix.client import Session, opened, prepare
from bot.channels.matrix.identity import Identity
from bot.channels.matrix.nio_client import SIGNED, new_client
from bot.channels.matrix.refused import MatrixRefused
from bot.channels.matrix.signing import publish_identity
from bot.doctor_matrix import examine_matrix
from bot.settings import MatrixSettings
from tests.synapse.fixtures import Synapse
from tests.synapse.people import Person

PICKLE_KEY = "the key of the tests"


class BotAccount:
    """An account on the homeserver, and the folder that the bot keeps of it. `since` is the bot's own token."""

    def __init__(self, synapse: Synapse, user: str, password: str, folder: Path) -> None:
        self.synapse = synapse
        self.user = user
        self.password = password
        self.folder = folder
        self.since: str | None = None

    def settings(self, **changes: str) -> MatrixSettings:
        """As an operator writes them; `changes` replaces keys."""
        keys = {
            "homeserver": self.synapse.url,
            "user": self.user,
            "password": self.password,
            "pickle_key": PICKLE_KEY,
            "store_path": str(self.folder),
        }
        return MatrixSettings.model_validate({**keys, **changes})

    @asynccontextmanager
    async def started(self, **changes: str) -> AsyncIterator[Session]:
        """The bot, ready; it goes on from where it stopped."""
        session = await opened(self.settings(**changes))
        try:
            self.since = (await prepare(session, self.since)).next_batch
            yield session
        finally:
            await session.close()

    async def synced(self, session: Session) -> nio.SyncResponse:
        """One more sync, and what is owed after it."""
        response = await session.client.sync(timeout=0, since=self.since)
        assert isinstance(response, nio.SyncResponse), response
        self.since = response.next_batch
        await session.topped_up(response)
        return response

    async def start_and_stop(self, **changes: str) -> str:
        """A whole life; the device."""
        async with self.started(**changes) as session:
            return session.device_id

    def kept(self) -> dict[str, bytes]:
        """Every file of the folder but the lock."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != "lock")
        return {path.name: path.read_bytes() for path in paths}

    def copy(self) -> Path:
        """A copy of the folder, as a backup makes it."""
        target = self.folder.with_name("copy")
        shutil.copytree(self.folder, target)
        return target

    def restore(self, copy: Path) -> None:
        """The copy in the place of the folder."""
        shutil.rmtree(self.folder)
        copy.rename(self.folder)


async def said_of(person: Person, user: str) -> bytes:
    """What the homeserver tells anyone about this account, as it wrote it."""
    headers = {"Authorization": f"Bearer {person.client.access_token}", "Content-Type": "application/json"}
    asked = json.dumps({"device_keys": {user: []}})
    answer = await person.client.send("POST", "/_matrix/client/v3/keys/query", asked, headers)
    return bytes(await answer.read())


async def claimed(person: Person, user: str, device: str, times: int) -> list[dict[str, Any]]:
    """The keys that so many strangers are given, one after the other."""
    asked = {"one_time_keys": {user: {device: SIGNED}}}
    found = []
    for _ in range(times):
        keys = (await person.ask("POST", "keys/claim", asked))["one_time_keys"][user][device]
        found.append(next(iter(keys.values())))
    return found


async def devices_of(person: Person) -> set[str]:
    """All the devices of an account, as one of them sees it."""
    return {device.id for device in (await person.client.devices()).devices}


async def impersonated(account: BotAccount, device: str, token: str) -> None:
    """Another program, with keys of its own, that publishes them for our device."""
    other = nio.AsyncClient(
        account.synapse.url, account.user, config=nio.AsyncClientConfig(store=nio.store.SqliteMemoryStore)
    )
    other.restore_login(account.user, device, token)
    await other.keys_upload()
    await other.close()
    other.store.database.close()


async def signed_by_an_app(account: BotAccount) -> None:
    """Somebody logs in by hand, and the app makes signing keys."""
    app = new_client(account.settings())
    login = nio.AsyncClient(account.synapse.url, account.user)
    made = await login.login(account.password, "an app")
    app.user_id, app.device_id, app.access_token = made.user_id, made.device_id, made.access_token
    await publish_identity(app, Identity.created(account.user), account.password)
    await login.close()
    await app.close()


def examined(account: BotAccount, **changes: str) -> list[tuple[bool, str]]:
    """The lines of doctor, asked as the program does: outside any loop."""
    found: list[tuple[bool, str]] = []
    thread = threading.Thread(target=lambda: found.extend(examine_matrix(account.settings(**changes))))
    thread.start()
    thread.join()
    return found


async def refused_with(account: BotAccount, name: str, watcher: Person, **changes: str) -> None:
    """The bot does not start, says this, and leaves the server's answer and its own files as they were."""
    said, kept = await said_of(watcher, account.user), account.kept()
    with pytest.raises(MatrixRefused) as refusal:
        await opened(account.settings(**changes))
    assert refusal.value.name == name
    assert isinstance(refusal.value, Misconfigured)
    assert str(refusal.value) != name
    assert await said_of(watcher, account.user) == said
    assert account.kept() == kept
