"""HTTP/1.1 on one connection, cheaply: requests one after the other, and a server that may cut, stall or delay."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

BODY_MAX = 64 << 20
AT_ONCE = struct.pack("ii", 1, 0)
REASONS = {
    200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
    413: "Request Entity Too Large", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip


@dataclass(slots=True)
class Request:
    """One request, and the connection that waits for its answer."""

    wire: Wire
    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    open: bool = True

    @property
    def media_type(self) -> str:
        """What the body says it is."""
        return self.headers.get("content-type", "")

    def answer(self, status: int, body: bytes, media_type: str = "application/json", extra: str = "") -> None:
        """Say it once; whoever has hung up hears nothing."""
        if self.open:
            self.open = False
            self.wire.write(self, status, body, media_type, extra)

    def cut(self, *, reset: bool = True) -> None:
        """Hang up without a word."""
        self.open = False
        self.wire.cut(reset=reset)


class Wire(asyncio.Protocol):
    """A connection: bytes in, requests to `handle`, one at a time and in order."""

    def __init__(self, handle: Callable[[Request], None], wires: set[Wire]) -> None:
        self.handle = handle
        self.wires = wires
        self.transport: asyncio.Transport | None = None
        self.buffer = b""
        self.current: Request | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.wires.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.wires.discard(self)
        self.transport = None
        if self.current is not None:
            self.current.open = False

    def data_received(self, data: bytes) -> None:
        self.buffer = self.buffer + data if self.buffer else data
        self.advance()

    def advance(self) -> None:
        """The next request, once it is whole and the one before has its answer."""
        while self.current is None and self.buffer and self.transport is not None:
            try:
                request = self.take()
            except (ValueError, IndexError):
                return self.cut()
            if request is None:
                return None
            self.current = request
            self.handle(request)
        return None

    def take(self) -> Request | None:
        """A whole request out of the buffer, or nothing yet."""
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        lines = self.buffer[:end].decode("latin-1").split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        if "chunked" in headers.get("transfer-encoding", ""):
            whole = unchunked(self.buffer, end + 4)
        else:
            stop = end + 4 + int(headers.get("content-length", 0))
            whole = (self.buffer[end + 4 : stop], stop) if len(self.buffer) >= stop else None
        if whole is None:
            self.more(headers)
            return None
        body, stop = whole
        self.buffer = self.buffer[stop:]
        verb, target, _ = lines[0].split(" ")
        path, _, query = target.partition("?")
        return Request(self, verb, unquote(path), query, headers, body)

    def more(self, headers: dict[str, str]) -> None:
        """The body has not arrived; a client may be waiting for leave to send it."""
        if int(headers.get("content-length", 0)) > BODY_MAX or len(self.buffer) > 2 * BODY_MAX:
            raise ValueError("body")
        if headers.get("expect", "").lower() == "100-continue" and self.buffer.endswith(b"\r\n\r\n") and self.transport:
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def write(self, request: Request, status: int, body: bytes, media_type: str, extra: str) -> None:
        """One answer; the connection stays unless the client asked otherwise."""
        if self.transport is None or self.transport.is_closing():
            return
        reason = REASONS.get(status, "Unknown")
        length = len(body)
        head = f"HTTP/1.1 {status} {reason}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{extra}\r\n"
        self.transport.write(head.encode("latin-1") + body)
        if request.headers.get("connection", "").lower() == "close":
            self.transport.close()
        self.current = None
        if self.buffer:
            self.advance()

    def cut(self, *, reset: bool = True) -> None:
        """Reset the connection, as a failing proxy does, or only end it."""
        if self.transport is None:
            return
        if reset:
            with contextlib.suppress(OSError):
                self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        self.transport.abort()


def unchunked(data: bytes, at: int) -> tuple[bytes, int] | None:
    """A body sent in chunks and where it ends, or nothing while some is missing."""
    parts: list[bytes] = []
    while (line := data.find(b"\r\n", at)) >= 0:
        size = int(data[at:line].split(b";")[0], 16)
        stop = line + 2 + size
        if len(data) < stop + 2:
            return None
        if size == 0:
            return b"".join(parts), stop + 2
        parts.append(data[line + 2 : stop])
        at = stop + 2
    return None
