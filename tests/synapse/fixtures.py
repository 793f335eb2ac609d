"""The homeserver of a test session and the people of each test, for every test that names `synapse`."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.synapse.homeserver import Homeserver

if TYPE_CHECKING:
    from tests.synapse.people import Person

PASSWORD = "a-password_of-the-tests"
_NUMBERS = itertools.count(1)


class Synapse:
    """The homeserver as a test sees it. Nobody is left from another test: each asks for people of its own."""

    def __init__(self, server: Homeserver) -> None:
        self.server = server
        self.people: list[Person] = []

    @property
    def url(self) -> str:
        """Where the bot and the people connect."""
        return self.server.url

    async def account(self, name: str) -> tuple[str, str]:
        """A new account for the bot or another client: its identifier and its password."""
        local = f"{name}-{next(_NUMBERS)}"
        await asyncio.to_thread(self.server.register, local, PASSWORD)
        return f"@{local}:{self.server.name}", PASSWORD

    async def person(self, name: str, *, strict: bool = False, follows: bool = True) -> Person:
        """A new person with a phone, who follows their rooms unless the app is closed."""
        user_id, password = await self.account(name)
        return await self.device(user_id, password, strict=strict, follows=follows)

    async def device(
        self, user_id: str, password: str = PASSWORD, *, strict: bool = False, follows: bool = True
    ) -> Person:
        """One more phone of somebody who has an account."""
        from tests.synapse.people import Person

        person = Person(self.url, user_id, strict=strict)
        self.people.append(person)
        await person.log_in(password, "phone")
        if follows:
            person.opens_app()
        return person

    async def limit(self, user_id: str, per_second: int, burst: int) -> None:
        """From now on this account sends no more than this; nought lifts the limit."""
        await asyncio.to_thread(self.server.limit, user_id, per_second, burst)

    async def stop(self) -> None:
        """The homeserver is down: connections are refused."""
        await asyncio.to_thread(self.server.stop)

    async def kill(self) -> None:
        """The same, without a last word."""
        await asyncio.to_thread(self.server.kill)

    async def start(self) -> None:
        """Back, on the same data and port."""
        await asyncio.to_thread(self.server.start)

    async def restart(self, **changes: object) -> None:
        """Down and back, with settings of Synapse changed until the end of the test."""
        await asyncio.to_thread(self.server.restart, **changes)


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """One Synapse for all the tests of this process, stopped whatever happens."""
    server = Homeserver(tmp_path_factory.mktemp("synapse"))
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture
async def synapse(homeserver: Homeserver) -> AsyncIterator[Synapse]:
    """The homeserver, up and as configured; the people of the test leave at its end."""
    found = Synapse(homeserver)
    before = dict(homeserver.changes)
    try:
        yield found
    finally:
        await asyncio.gather(*(person.close() for person in found.people))
        if homeserver.changes != before:
            await asyncio.to_thread(homeserver.stop)
            homeserver.changes = before
        if not homeserver.running:
            await asyncio.to_thread(homeserver.start)
        homeserver.thaw()
