"""Sends files, and fetches those of people; one that many receive is given to the server once, and named afterwards."""

from __future__ import annotations

import asyncio
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.channels.telegram import render
from bot.channels.telegram.api import Api, send_error
from bot.channels.telegram.request import NO_FILE
from bot.formats import File

_MOST_KNOWN = 100


class Files:
    """The files that the server keeps, by what names them here."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: dict[str, str] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def send(self, file: File, params: render.Params) -> Any:
        """The message as the server made it."""
        if not file.same:
            return await self._give(file, params)
        async with self._locks.setdefault(file.same, asyncio.Lock()):
            # Nobody else gives it meanwhile: those who wait here are told its name.
            if file.same not in self._known:
                return await self._give(file, params)
        method, field = render.way_of(file)
        try:
            return await self._api.call(method, {**params, field: self._known[file.same]})
        except BadRequest as refused:
            if refused.message != NO_FILE:
                raise
            self._known.pop(file.same, None)
            return await self._give(file, params)

    async def _give(self, file: File, params: render.Params) -> Any:
        method, field = render.way_of(file)
        sent = await self._api.call(method, {**params, field: render.upload(file)})
        if file.same and (name := render.name_of(sent, field)):
            self._known[file.same] = name
            if len(self._known) > _MOST_KNOWN:
                oldest = next(iter(self._known))
                del self._known[oldest]
                self._locks.pop(oldest, None)
        return sent

    async def fetch(self, file_id: str, most: int) -> bytes:
        """What somebody sent, or its first bytes beyond `most`; raises a SendError."""
        try:
            return await self._api.fetch(file_id, most)
        except TelegramError as error:
            raise send_error(error, repeatable=True) from None
