"""What only one of several processes may do, and whether it is this one: waking what is due, sending to many on a
channel, listening where two would hear the same.

An embedded database has one process, which leads always. On PostgreSQL each thing has a lease (storage/leases.py).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from typing import Protocol

import structlog
from sqlalchemy import Connection

from storage import leases
from storage.database import Database
from storage.errors import DatabaseTrouble
from storage.leases import LEASE_SECONDS, Lease

SCHEDULER = "scheduler"
"""The name of the lease of whoever wakes what is due."""

LOOK_SECONDS = 4.0
AGAIN_SECONDS = 1.0
"""After the database failed."""

LOG_EVERY_SECONDS = 60.0
_MARGIN_SECONDS = 2.0
_DRAWN = 16

_log = structlog.get_logger(__name__)


class Leading(Protocol):
    """What those ask who do such a thing."""

    def leads(self, name: str) -> bool:
        """True while it is ours to do."""
        ...

    def still(self, connection: Connection, name: str) -> bool:
        """True if it is ours until this transaction ends, as the table says."""
        ...


class Alone:
    """The only process there is."""

    def leads(self, name: str) -> bool:
        """Always."""
        return True

    def still(self, connection: Connection, name: str) -> bool:
        """Always."""
        return True


class Together:
    """One of several. `names`: what this process can do; `jealous`: those that are taken over from the dead only,
    since a holder who comes back to life would do harm."""

    def __init__(
        self,
        database: Database,
        names: Collection[str],
        draw: Callable[[int], str],
        *,
        jealous: Collection[str] = (),
        gained: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._names = tuple(names)
        self._jealous = frozenset(jealous)
        self._gained = gained
        self._holder = draw(_DRAWN)
        self._connection: Connection | None = None
        self._told_at = float("-inf")
        self._held: dict[str, tuple[Lease, float]] = {}
        self._said: set[str] = set()

    def leads(self, name: str) -> bool:
        """By our own clock, which also turns while the process is stopped."""
        held = self._held.get(name)
        return held is not None and time.monotonic() < held[1]

    def still(self, connection: Connection, name: str) -> bool:
        """The number of the lease says so, and it stays until the commit."""
        held = self._held.get(name)
        return held is not None and leases.still(connection, held[0])

    @property
    def count(self) -> int:
        """How many things we lead."""
        return sum(map(self.leads, self._names))

    async def run(self) -> None:
        """Keep what we have and take what is free, until cancelled."""
        while True:  # noqa: ASYNC110  # time is what is awaited
            await asyncio.sleep(LOOK_SECONDS if await self.look() else AGAIN_SECONDS)

    async def look(self) -> bool:
        """One look; False if the database does not answer."""
        try:
            await asyncio.to_thread(self._look)
        except DatabaseTrouble as trouble:
            self._tell(trouble)
            return False
        now = {name for name in self._names if self.leads(name)}
        # Against what was said last: a process that slept has lost its time before it looks.
        before, self._said = self._said, now
        for name in now - before:
            _log.info("lead taken", subject=name)
        for name in before - now:
            _log.info("lead lost", subject=name)
        if now - before:
            self._gained()
        return True

    def _tell(self, trouble: DatabaseTrouble) -> None:
        if time.monotonic() - self._told_at >= LOG_EVERY_SECONDS:
            self._told_at = time.monotonic()
            _log.warning("lease not kept", error=type(trouble).__name__)

    async def leave(self) -> None:
        """Let another take over at its next look."""
        held, self._held = list(self._held), {}
        with suppress(DatabaseTrouble):
            await asyncio.to_thread(self._let_go, held)

    def _look(self) -> None:
        try:
            connection = self._connected()
            for name in self._names:
                began = time.monotonic()
                with self._database.transaction(connection):
                    lease = leases.take(connection, name, self._holder, from_the_living=name not in self._jealous)
                if lease is None:
                    self._held.pop(name, None)
                else:
                    self._held[name] = lease, began + LEASE_SECONDS - _MARGIN_SECONDS
        except DatabaseTrouble:
            self._drop()
            raise

    def _let_go(self, names: Collection[str]) -> None:
        try:
            connection = self._connected()
            for name in names:
                with self._database.transaction(connection):
                    leases.let_go(connection, name, self._holder)
        finally:
            self._drop()

    def _connected(self) -> Connection:
        """A session of our own: as long as it lasts, others know that we are there."""
        if self._connection is None:
            connection = self._database.writer()
            with self._database.transaction(connection):
                leases.arrive(connection, self._holder)
            self._connection = connection
        return self._connection

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                # Back in the pool it would keep its locks.
                connection.invalidate()
                connection.close()


async def while_leading(leading: Leading, name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Do this for as long as it is ours to do, and again each time that it is."""
    while True:
        while not leading.leads(name):  # noqa: ASYNC110  # the lease follows the clock
            await asyncio.sleep(AGAIN_SECONDS)
        task = asyncio.ensure_future(work())
        try:
            while leading.leads(name) and not task.done():
                await asyncio.wait({task}, timeout=AGAIN_SECONDS)
            if task.done():
                return task.result()
        finally:
            task.cancel()
            await asyncio.wait({task})
