"""Asks Telegram to bring its updates to our web address, and looks now and then that it still does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.channels import Misconfigured
from bot.channels.telegram.api import Api
from bot.channels.telegram.polling import ALLOWED
from bot.pauses import BREAKDOWN, pause_after

MOST_CONNECTIONS = 100
"""Answers wait for the commit: many may be on their way at once."""

LOOK_SECONDS = 20.0
"""A revoked token is seen within half a minute."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Hook:
    """Where updates are brought, and the secret that comes with them."""

    url: str
    secret: str

    def __repr__(self) -> str:
        return "Hook()"


class Hooked:
    """Keeps the webhook set."""

    def __init__(self, api: Api, hook: Hook, chance: Callable[[], float]) -> None:
        self._api = api
        self._hook = hook
        self._chance = chance
        self._failures = 0

    @property
    def well(self) -> bool:
        """Telegram answers when it is looked at."""
        return self._failures < BREAKDOWN

    async def run(self) -> None:
        """Until cancelled; raises Misconfigured when the token is refused."""
        is_set = False
        while True:
            try:
                is_set = await self._keep(is_set=is_set)
                self._failures = 0
                await asyncio.sleep(LOOK_SECONDS)
            except InvalidToken:
                raise Misconfigured from None
            except TelegramError as error:
                self._failures += 1
                _log.warning("webhook not looked at", channel="telegram", error=type(error).__name__)
                await asyncio.sleep(pause_after(min(self._failures, 10), self._chance()))

    async def _keep(self, *, is_set: bool) -> bool:
        """Set it at the start, for the secret cannot be read back, and again if somebody changed it."""
        if is_set:
            told = await self._api.call("getWebhookInfo", {})
            if isinstance(told, dict) and told.get("url") == self._hook.url:
                return True
            _log.error("webhook was changed", channel="telegram")
        await self._api.call("setWebhook", self._wanted())
        return True

    def _wanted(self) -> dict[str, Any]:
        return {
            "url": self._hook.url,
            "secret_token": self._hook.secret,
            "max_connections": MOST_CONNECTIONS,
            "allowed_updates": ALLOWED,
        }
