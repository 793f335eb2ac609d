"""A proxy before the homeserver, through which a test makes it fail, or say what no person can be made to say."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientTimeout, web
from yarl import URL

_KEPT = ("authorization", "content-type")
_MARK = "~"
FAILURES = ("502", "503", "hangs", "hangs up", "no json")


class Proxy:
    """What is asked passes, and is counted. `fails`: one of FAILURES, for everything that is asked. `more`: rooms with
    events that the next answers of a sync bring besides the homeserver's own, one of them for each answer. What the
    bot says in rooms that begin by `invented` is kept in `said`, and the homeserver hears nothing of it."""

    invented = "!invented"

    def __init__(self, far: str) -> None:
        self.fails = ""
        self.asked: list[float] = []
        self.more: deque[dict[str, Any]] = deque()
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.url = ""
        self._far = far
        self._number = 0
        self._waits = asyncio.Event()

    def brings(self, rooms: dict[str, Any]) -> None:
        """The next answer of a sync brings these rooms too."""
        self.more.append(rooms)
        self._waits.set()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """To one question."""
        self.asked.append(time.monotonic())
        if self.fails:
            return await self._failed(request)
        path = request.path
        if self.invented in path:
            return await self._pretended(request)
        if path.endswith("/sync"):
            return await self._synced(request)
        status, body = await self._passed(request, request.rel_url)
        return web.Response(status=status, body=body, content_type="application/json")

    async def _failed(self, request: web.BaseRequest) -> web.StreamResponse:
        if self.fails.isdigit():
            return web.Response(status=int(self.fails), text="<html>Bad gateway</html>", content_type="text/html")
        if self.fails == "hangs":
            await asyncio.sleep(3_600)
        if self.fails == "hangs up" and request.transport is not None:
            request.transport.abort()
        return web.Response(text="{", content_type="application/json")

    async def _pretended(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.method == "PUT" and "/send/" in request.path:
            self._number += 1
            room = request.path.split("/rooms/")[1].split("/")[0]
            self.said.append((room, json.loads(await request.read())))
            return web.json_response({"event_id": f"$said-{self._number}"})
        if request.method == "GET":
            return web.json_response({"errcode": "M_NOT_FOUND", "error": "nothing there"}, status=404)
        return web.json_response({})

    async def _synced(self, request: web.BaseRequest) -> web.StreamResponse:
        """A question waits no longer than for what is brought."""
        url = request.rel_url
        since = url.query.get("since", "").split(_MARK)[0]
        url = url.update_query(since=since) if since else url
        self._waits.clear()
        if self.more:
            url = url.update_query(timeout="0")
        asking = asyncio.create_task(self._passed(request, url))
        waiting = asyncio.create_task(self._waits.wait())
        await asyncio.wait((asking, waiting), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if not asking.done():
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            asking = asyncio.create_task(self._passed(request, url.update_query(timeout="0")))
        status, body = await asking
        if status == 200 and self.more:
            told = json.loads(body)
            self._number += 1
            told["next_batch"] += f"{_MARK}{self._number}"
            told.setdefault("rooms", {}).setdefault("join", {}).update(self.more.popleft())
            body = json.dumps(told).encode()
        return web.Response(status=status, body=body, content_type="application/json")

    async def _passed(self, request: web.BaseRequest, url: URL) -> tuple[int, bytes]:
        headers = {name: value for name, value in request.headers.items() if name.lower() in _KEPT}
        there = URL(self._far + str(url), encoded=True)
        body = await request.read()
        async with self._session.request(request.method, there, headers=headers, data=body or None) as answer:
            return answer.status, await answer.read()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Until the end of the block."""
        async with ClientSession(timeout=ClientTimeout(total=None)) as self._session:
            server = web.Server(self.answer)
            runner = web.ServerRunner(server, shutdown_timeout=0.1)
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            try:
                yield
            finally:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(runner.cleanup(), 5)


@asynccontextmanager
async def proxy(far: str) -> AsyncIterator[Proxy]:
    """One before this homeserver."""
    found = Proxy(far)
    async with found.open():
        yield found
