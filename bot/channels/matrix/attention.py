"""Shows that a message was read and that its answer is being made, when that takes long enough to be seen."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import nio

from bot.channels import SendError
from bot.channels.matrix.sending import failing

PATIENCE_SECONDS = 0.5
_SHOWN_MILLISECONDS = 20_000


class Attention:
    """What is answered sooner than `patience` shows nothing: the answer says that the message was read."""

    def __init__(self, client: nio.AsyncClient, patience: float = PATIENCE_SECONDS) -> None:
        self._client = client
        self._patience = patience
        self._working: dict[str, asyncio.Task[None]] = {}
        self._shown: set[str] = set()

    def began(self, room_id: str, event_id: str) -> None:
        """A message of this room is being answered."""
        if room_id not in self._working:
            self._working[room_id] = asyncio.create_task(self._show(room_id, event_id))

    def made(self, room_id: str) -> None:
        """The answer is there and only has to leave: saying that it is being made would come in its way."""
        if room_id in self._working and room_id not in self._shown:
            self._working.pop(room_id).cancel()

    async def ended(self, room_id: str) -> None:
        """It is."""
        showing = self._working.pop(room_id, None)
        if showing is not None:
            showing.cancel()
        if room_id not in self._shown:
            return
        self._shown.remove(room_id)
        with suppress(SendError):
            async with failing():
                await self._client.room_typing(room_id, False)

    def stop(self) -> None:
        """Nothing more will be shown."""
        for showing in self._working.values():
            showing.cancel()
        self._working.clear()
        self._shown.clear()

    async def _show(self, room_id: str, event_id: str) -> None:
        await asyncio.sleep(self._patience)
        self._shown.add(room_id)
        with suppress(SendError):
            async with failing():
                await self._client.room_typing(room_id, True, _SHOWN_MILLISECONDS)
                await self._client.room_read_markers(room_id, event_id, event_id)
