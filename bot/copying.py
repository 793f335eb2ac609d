"""Makes the copies of the database while the bot runs, and hands each to the program that takes it elsewhere.

Nothing here is waited for by anybody: a copy is made in a thread beside the lanes, and what fails is told.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

import structlog

from bot.app import App
from bot.settings import Backup
from bot.watch import NOT_MADE, NOT_TAKEN, went
from handlers.alerts import Cause
from storage import copies, erased_list
from storage.database import Database
from storage.errors import DatabaseTrouble, StorageRefused

FIRST_SECONDS = 10.0
LOOK_SECONDS = 30.0
COMMAND_SECONDS = 600.0
AGAIN = timedelta(minutes=5)
FOLDER = "boussole-copies"

_log = structlog.get_logger(__name__)


def folder_of_copies(settings: Backup, database: Database) -> Path:
    """Where the copies of this database are."""
    if settings.folder:
        return Path(settings.folder)
    return (database.path.absolute().parent if database.path is not None else Path.cwd()) / FOLDER


class Copying:
    """The copies of one running bot."""

    def __init__(self, app: App, settings: Backup, command_seconds: float = COMMAND_SECONDS) -> None:
        self._app = app
        self._every = timedelta(minutes=settings.every)
        self._command = settings.command
        self._command_seconds = command_seconds
        self._folder = folder_of_copies(settings, app.database)
        self._waiting: dict[str, Path] = {}
        """What is still to be taken elsewhere: the last copy, the list of erasures."""
        self._hand_at = 0.0

    async def run(self) -> None:
        """Look now and then until cancelled."""
        await asyncio.sleep(FIRST_SECONDS)
        while True:
            await self.look()
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Keep the list of erasures up to date; make a copy if it is time; hand over what is to be handed over."""
        now, every = self._app.clock.now(), self._every
        await self._keep_erasures()
        is_time = await self._app.turns.run(partial(copies.claim, now=now, every=every)) if every else False
        if is_time:
            await self._copy()
            self._hand_at = 0.0
        if self._waiting and time.monotonic() >= self._hand_at:
            await self._hand_over()

    async def _keep_erasures(self) -> None:
        database, keep, now = self._app.database, self._app.retention.backups, self._app.clock.now()
        try:
            if await asyncio.to_thread(copies.keep_erasures, database, self._folder, now, keep):
                self._waiting["erasures"] = self._folder / erased_list.NAME
        except (StorageRefused, OSError) as error:
            _log.warning("erasures not listed", error=type(error).__name__)

    async def _copy(self) -> None:
        now, keep, database = self._app.clock.now(), self._app.retention.backups, self._app.database
        try:
            # What is too old goes first: a full disk may be full of copies.
            await asyncio.to_thread(self._thin)
            made = await asyncio.to_thread(copies.make, database, self._folder, now)
            self._waiting["copy"] = made
            await asyncio.to_thread(copies.thin, self._folder, now, keep)
        except (StorageRefused, OSError) as error:
            _log.error("backup failed", error=type(error).__name__)
            await self._tell(NOT_MADE, well=False)
            await self._put_off()
        else:
            _log.info("backup made")
            await self._tell(NOT_MADE, well=True)

    async def _put_off(self) -> None:
        now, every = self._app.clock.now(), self._every
        with suppress(DatabaseTrouble):
            await self._app.turns.run(lambda connection: copies.put_off(connection, now, every, AGAIN))

    def _thin(self) -> None:
        now, keep = self._app.clock.now(), self._app.retention.backups
        copies.thin(self._folder, now, keep - self._every)
        if self._app.database.path is not None:
            copies.thin_beside(self._app.database.path, now, keep - self._every)

    async def _hand_over(self) -> None:
        if not self._command:
            self._waiting.clear()
            return
        well = True
        for name, file in tuple(self._waiting.items()):
            reason = await handed(self._command, file, self._command_seconds) if file.is_file() else None
            if reason is None:
                del self._waiting[name]
            else:
                well = False
                self._hand_at = time.monotonic() + AGAIN.total_seconds()
                _log.error("backup not taken elsewhere", reason=reason)
        await self._tell(NOT_TAKEN, well=well)

    async def _tell(self, cause: Cause, *, well: bool) -> None:
        """Leave word; a database that cannot be written to is told of by others."""
        now = self._app.clock.now()
        with suppress(DatabaseTrouble):
            await self._app.turns.run(lambda connection: went(connection, cause, now, well=well))


async def handed(command: Sequence[str], file: Path, seconds: float) -> str | None:
    """Give a file to a program, by its path, without a shell; why it failed, None if it did not."""
    # Our settings are not its business, and some are secret.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOUSSOLE_")}
    nothing = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            str(file),
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            env=environment,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        return type(error).__name__
    try:
        code = await asyncio.wait_for(process.wait(), seconds)
    except TimeoutError:
        return "too long"
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    return None if code == 0 else f"exit {code}"
