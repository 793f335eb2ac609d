"""The menu of commands of each person who holds a role: set when they gain it, taken away with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden

from bot.channels.telegram.api import Api
from bot.channels.telegram.menu import CALM_SECONDS, commands_of
from handlers.guide import Guide
from storage.desk import Desk

LOOK_SECONDS = 1.0
"""Between two looks at who holds a role."""

_NOBODY = Desk("", ())

Look = Callable[[], Awaitable[Mapping[str, Desk]]]

_log = structlog.get_logger(__name__)


class Desks:
    """What each chat shows, as far as this process knows; a chat of somebody erased is in no table any more."""

    def __init__(self, api: Api, guide_of: Callable[[], Guide]) -> None:
        self._api = api
        self._guide_of = guide_of
        self._guide: Guide | None = None
        self._shown: dict[str, Desk] = {}

    async def keep(self, look: Look, seconds: float = LOOK_SECONDS, calm: float = CALM_SECONDS) -> None:
        """Set what differs each time someone gains or loses a role, until cancelled."""
        while True:
            try:
                await self.set(await look())
            except Exception as error:  # noqa: BLE001  # the menu comes after people, whatever answers in Telegram's place
                _log.warning("menu not set", error=type(error).__name__)
                await asyncio.sleep(calm)
            await asyncio.sleep(seconds)

    async def set(self, wanted: Mapping[str, Desk]) -> None:
        """Bring the chats that differ to what is wanted of them, those of nobody known included."""
        guide = self._guide_of()
        if guide is not self._guide:
            # The words of the menu may be others now.
            self._guide, gone = guide, self._shown.keys() - wanted.keys()
            self._shown = {peer: desk for peer, desk in self._shown.items() if peer in gone}
        for peer, desk in wanted.items():
            if self._shown.get(peer) != desk:
                await self._show(peer, desk, guide)
                self._shown[peer] = desk
        for peer in self._shown.keys() - wanted.keys():
            await self._show(peer, _NOBODY, guide)
            del self._shown[peer]

    async def _show(self, peer: str, desk: Desk, guide: Guide) -> None:
        scope = {"scope": {"type": "chat", "chat_id": int(peer)}}
        commands = menu_of(guide, desk)
        try:
            held = await self._api.call("getMyCommands", dict(scope))
            if not commands and held:
                await self._api.call("deleteMyCommands", dict(scope))
            elif commands and _plain(held) != commands:
                await self._api.call("setMyCommands", {**scope, "commands": commands})
        except (BadRequest, Forbidden) as refused:
            _log.warning("menu not set", subject="chat", error=type(refused).__name__)


def _plain(held: Any) -> list[dict[str, str]]:
    return [{"command": each["command"], "description": each["description"]} for each in held]


def menu_of(guide: Guide, desk: Desk) -> list[dict[str, str]]:
    """The usual menu in the language of this person, after the words of their roles; none without a role."""
    if not desk.roles:
        return []
    wording = guide.wording
    language = desk.language if desk.language in wording.languages else wording.languages[0]
    names = (*(f"telegram-menu-{role}" for role in desk.roles), "telegram-menu")
    found = [each for name in names for each in commands_of(wording.say(language, name))]
    return list({each["command"]: each for each in found}.values())
