"""A wire between one client and the homeserver, which a test cuts while everybody else goes on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

_PIECE = 65_536


class Wire:
    """Whole until `cut`; then connections break, and new ones are refused, until `mended`."""

    def __init__(self, far: str) -> None:
        self._far = urlsplit(far)
        self._near: asyncio.Server | None = None
        self._port = 0
        self._calls: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """What the client takes for the homeserver, the same for ever."""
        return f"http://127.0.0.1:{self._port}"

    async def mended(self) -> None:
        """Connections pass."""
        self._near = await asyncio.start_server(self._called, "127.0.0.1", self._port)
        self._port = self._near.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """None passes any more."""
        near, self._near = self._near, None
        if near is not None:
            near.close()
        for call in tuple(self._calls):
            call.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)

    def _called(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = asyncio.create_task(self._carried(reader, writer))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _carried(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection(self._far.hostname, self._far.port)
            try:
                await asyncio.gather(_flow(reader, far_writer), _flow(far_reader, writer))
            finally:
                far_writer.transport.abort()
                writer.transport.abort()


async def _flow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One way, until its end, which is the end of the other way too."""
    while piece := await reader.read(_PIECE):
        writer.write(piece)
        await writer.drain()
    raise ConnectionResetError


@asynccontextmanager
async def wire(far: str) -> AsyncIterator[Wire]:
    """A whole one, taken away afterwards."""
    found = Wire(far)
    await found.mended()
    try:
        yield found
    finally:
        await found.cut()
