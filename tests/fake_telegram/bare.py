"""A bare client of the Bot API, without any library's opinion."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from tests.fake_telegram.server import FakeTelegram


class Client:
    """A bare client of the Bot API."""

    def __init__(self, server: FakeTelegram, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def __call__(self, method: str, **params: object) -> tuple[int, Any]:
        """The status and the body of one call."""
        async with self.session.post(f"{self.server.base_url}{self.server.token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **params: object) -> Any:
        """The result of a call that must succeed."""
        status, told = await self(method, **params)
        assert (status, told["ok"]) == (200, True), told
        return told["result"]

    async def refused(self, method: str, **params: object) -> str:
        """The words of a call that must be refused."""
        status, told = await self(method, **params)
        assert (told["ok"], told["error_code"]) == (False, status)
        return str(told["description"])


def keys(*labels: str, data: str = "x") -> str:
    """A keyboard of one button a row, all with the same data."""
    return json.dumps({"inline_keyboard": [[{"text": label, "callback_data": data}] for label in labels]})
