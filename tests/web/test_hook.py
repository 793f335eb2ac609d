"""The webhook's door: who is not Telegram stays outside, and 200 means committed (lab.md 5, TG17)."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import aiohttp
import pytest
from fastapi import FastAPI

from bot.web.hook import LARGEST_BODY, Hook, in_front
from bot.web.server import WebServer, listening_on
from storage.errors import DiskFull
from tests.bot.listeners import Line, NoInbox

SECRET = "un-secret_de-test"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 1, "message": {"text": "é🎉"}}


class Door:
    """The route, served, and a client that knocks."""

    def __init__(self, line: Line, port: int, session: aiohttp.ClientSession) -> None:
        self.line = line
        self.port = port
        self._session = session
        self._root = f"http://127.0.0.1:{port}"
        self._url = f"{self._root}/telegram"

    async def knock(
        self, body: bytes | io.BytesIO | Any = UPDATE, secret: str | None = SECRET, method: str = "POST"
    ) -> tuple[int, bytes]:
        data = body if isinstance(body, bytes | io.BytesIO) else json.dumps(body).encode()
        headers = {HEADER: secret} if secret is not None else {}
        async with self._session.request(method, self._url, data=data, headers=headers) as answer:
            return answer.status, await answer.read()

    async def at(self, path: str) -> tuple[int, bytes]:
        """The same update, brought elsewhere."""
        headers = {HEADER: SECRET}
        async with self._session.post(self._root + path, json=UPDATE, headers=headers) as answer:
            return answer.status, await answer.read()


async def served(application: object) -> AsyncIterator[int]:
    """The port of an application, while it is served."""
    server = WebServer(application, "127.0.0.1", 0)
    task = asyncio.create_task(server.run())
    async with asyncio.timeout(30):
        while not server.port:
            await asyncio.sleep(0.005)
    yield server.port
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    line = Line("telegram")
    web = in_front(Hook(SECRET, line, NoInbox()), "/telegram", FastAPI(openapi_url=None))
    async with aiohttp.ClientSession() as session:
        async for port in served(web):
            yield Door(line, port, session)


async def test_every_other_path_goes_to_the_pages(door: Door) -> None:
    """Neither a longer path nor a shorter one is the hook's."""
    for path in ("/", "/telegram/", "/telegram/x", "/Telegram"):
        assert (await door.at(path))[0] == 404


async def test_an_answer_leaves_at_once() -> None:
    """Without this, each of its two halves waits for the other to be acknowledged: 40 ms (measured)."""
    with (
        listening_on("127.0.0.1", 0) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as taken,
    ):
        assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def test_an_update_is_handed_over_and_its_answer_given_back(door: Door) -> None:
    """The method that the channel chose is the body; without one the body is empty."""
    assert await door.knock() == (200, b"")
    door.line.answer = {"method": "sendMessage", "chat_id": 812, "text": "« Où ? »"}
    status, body = await door.knock()
    assert (status, json.loads(body)) == (200, door.line.answer)
    assert door.line.updates == [UPDATE, UPDATE]


@pytest.mark.parametrize("secret", [None, "", "un-secret_de-tes", "un-secret_de-test2", "é"])
async def test_a_forged_or_missing_secret_is_forbidden(door: Door, secret: str | None) -> None:
    """Nothing of the body is looked at."""
    assert await door.knock(secret=secret) == (403, b"")
    assert await door.knock(b"not json", secret=secret) == (403, b"")
    assert door.line.updates == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff\xfe", b"[" * 20_000, b"{}{}"])
async def test_what_is_no_object_is_a_bad_request(door: Door, body: bytes) -> None:
    """A depth bomb too."""
    assert await door.knock(body) == (400, b"")
    assert door.line.updates == []


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_of_ten_megabytes_is_refused_without_being_read(door: Door, announced: bool) -> None:
    """Announced, or sent in pieces without saying how long it is."""
    length = "Content-Length: 10000000" if announced else "Transfer-Encoding: chunked"
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(f"POST /telegram HTTP/1.1\r\nHost: a\r\n{HEADER}: {SECRET}\r\n{length}\r\n\r\n".encode())
    for _ in range(0 if announced else LARGEST_BODY // 0x8000 + 1):
        writer.write(b"8000\r\n" + b" " * 0x8000 + b"\r\n")
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 30)
    writer.close()
    assert await door.knock(io.BytesIO(b" " * (LARGEST_BODY - 2) + b"{}")) == (200, b"")
    assert door.line.updates == [{}]


async def test_only_post_is_understood(door: Door) -> None:
    """A browser that finds the address learns nothing."""
    for method in ("GET", "PUT", "DELETE"):
        assert (await door.knock(b"", method=method))[0] == 405


async def test_what_is_not_committed_is_not_acknowledged(door: Door) -> None:
    """Telegram comes again: the disk is full, or our own code failed."""
    door.line.answer = DiskFull()
    assert await door.knock() == (503, b"")
    door.line.answer = ZeroDivisionError()
    assert await door.knock() == (500, b"")
    door.line.answer = None
    assert await door.knock() == (200, b"")


async def test_a_request_in_hand_is_answered_when_the_server_stops() -> None:
    """The turn is committed: saying so spares a repeat."""

    class Slow(Line):
        async def update(self, raw: bytes | dict[str, Any], inbox: object) -> dict[str, Any] | None:
            self.listening.set()
            await asyncio.sleep(0.3)
            return {"method": "done"}

    line = Slow("telegram")
    server = WebServer(in_front(Hook(SECRET, line, NoInbox()), "/telegram", FastAPI()), "127.0.0.1", 0)
    task = asyncio.create_task(server.run())
    await asyncio.sleep(0.3)
    async with aiohttp.ClientSession() as session:
        knock = asyncio.create_task(Door(line, server.port, session).knock())
        await asyncio.wait_for(line.listening.wait(), 30)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait_for(task, 5)
        # The server did not leave before the answer did.
        assert await asyncio.wait_for(knock, 0.1) == (200, b'{"method": "done"}')


async def test_a_port_that_is_taken_is_said_to_the_supervisor(door: Door) -> None:
    """Not an exit of the process: uvicorn alone would end it."""
    with pytest.raises(OSError, match="in use"):
        await WebServer(FastAPI(), "127.0.0.1", door.port).run()
