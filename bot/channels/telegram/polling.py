"""Asks Telegram for updates, and confirms a batch once all of it is committed or set aside.

Confirming is asking for what follows: an update that was never confirmed comes again, and is then known by
its id. Several failures in a row are further and further apart, with chance in between (faults G9).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels import Misconfigured
from bot.channels.telegram.api import Api
from bot.channels.telegram.request import Flooded, Unreadable
from bot.pauses import BREAKDOWN, pause_after
from storage.errors import DatabaseTrouble

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The only types asked for: what is not asked for is never seen."""

POLL_SECONDS = 25
_MARGIN_SECONDS = 10.0
_QUICK_SECONDS = 1.0
_MOST = 100
_CLOSING_SECONDS = 5.0

Take = Callable[[Any], Awaitable[None]]
"""Handles one raw update; raises DatabaseTrouble when it could not be committed."""

_log = structlog.get_logger(__name__)


class Polling:
    """`chance` gives a number between 0 and 1."""

    def __init__(self, api: Api, chance: Callable[[], float], seconds: int = POLL_SECONDS) -> None:
        self._api = api
        self._chance = chance
        self._seconds = seconds
        self._offset = 0
        self._most = _MOST
        self._failures = 0
        self._before: list[int] = []

    @property
    def well(self) -> bool:
        """The server answers; two failures in a row are not yet a breakdown."""
        return self._failures < BREAKDOWN

    async def run(self, take: Take, set_aside: Callable[[str, str], Awaitable[None]]) -> None:
        """Receive until cancelled; raises Misconfigured when the token is refused."""
        while True:
            asked_at = time.monotonic()
            try:
                found = await self._ask()
            except Unreadable as unreadable:
                await self._narrow(unreadable, set_aside)
                continue
            except TelegramError as error:
                await self._failed(error)
                continue
            if not await self._handled(found, take):
                await self._pause()
            elif self._advances(found, time.monotonic() - asked_at):
                self._failures, self._most = 0, _MOST
            else:
                await self._pause()

    async def _ask(self) -> list[Any]:
        asked: dict[str, Any] = {"timeout": self._seconds, "limit": self._most, "allowed_updates": ALLOWED}
        if self._offset:
            asked["offset"] = self._offset
        found = await self._api.call("getUpdates", asked, read_timeout=self._seconds + _MARGIN_SECONDS)
        return found if isinstance(found, list) else []

    async def _handled(self, found: list[Any], take: Take) -> bool:
        """Play the batch, all at once: the lanes keep each person's order. False if something was not
        written: nothing is confirmed then, and what was written is known when it comes again."""
        tasks = [asyncio.ensure_future(take(raw)) for raw in found]
        if not tasks:
            return True
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            # What was begun is finished, so that its answers leave now rather than at the next start.
            await asyncio.wait(tasks, timeout=_CLOSING_SECONDS)
            raise
        errors = [error for task in tasks if (error := task.exception()) is not None]
        for error in errors:
            if not isinstance(error, DatabaseTrouble):
                raise error
        return not errors

    def _advances(self, found: list[Any], seconds: float) -> bool:
        """Move past the batch. False if the server answers at once with nothing, or the same again."""
        numbers = [number for raw in found if (number := id_of(raw)) is not None]
        repeated, self._before = bool(numbers) and numbers == self._before, numbers
        if numbers:
            # Ids may restart lower after a quiet week (faults F12): the last one counts, not the greatest.
            self._offset = numbers[-1] + 1
            return not repeated
        return not found and seconds >= min(_QUICK_SECONDS, self._seconds / 2)

    async def _narrow(self, unreadable: Unreadable, set_aside: Callable[[str, str], Awaitable[None]]) -> None:
        """An answer that is no JSON: ask for one update at a time, and pass the one that cannot be read."""
        if self._most > 1 or unreadable.update_id is None:
            self._most = 1
            await self._pause()
            return
        try:
            await set_aside(str(unreadable.update_id), "unreadable")
        except DatabaseTrouble:
            await self._pause()
            return
        self._offset = unreadable.update_id + 1

    async def _failed(self, error: TelegramError) -> None:
        if isinstance(error, InvalidToken):
            raise Misconfigured from None
        if isinstance(error, Conflict):
            _log.error("another program reads the updates", channel="telegram")
        least = error.seconds if isinstance(error, Flooded) else None
        await self._pause(least or 0.0)

    async def _pause(self, least: float = 0.0) -> None:
        self._failures += 1
        seconds = max(least, pause_after(min(self._failures, 10), self._chance()))
        _log.warning("telegram pause", channel="telegram", attempt=self._failures, retry_after=round(seconds, 1))
        await asyncio.sleep(seconds)


def id_of(raw: Any) -> int | None:
    """The id of a raw update, if it has one."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and number >= 0 else None
