"""The door that Telegram knocks at: who is not Telegram stays outside, and 200 is said after the commit only."""

from __future__ import annotations

import hmac
import json
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels import Inbox, Listener
from storage.errors import DatabaseTrouble

LARGEST_BODY = 1_000_000
_SECRET = b"x-telegram-bot-api-secret-token"
_JSON = (b"content-type", b"application/json")

_log = structlog.get_logger(__name__)


class _TooLargeError(Exception):
    """More than any update of Telegram's."""


class Hook:
    """A plain ASGI application, since each message of each person goes through it."""

    def __init__(self, secret: str, listener: Listener, inbox: Inbox) -> None:
        self._secret = secret.encode()
        self._listener = listener
        self._inbox = inbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        status, body = await self._answer(scope, receive)
        answer: Send = send
        headers = [_JSON, (b"content-length", str(len(body)).encode())]
        if status not in (200, 503):
            # The rest of a body that was not read would be taken for another request.
            headers.append((b"connection", b"close"))
        await answer({"type": "http.response.start", "status": status, "headers": headers})
        await answer({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        if scope["method"] != "POST":
            return 405, b""
        headers = dict(scope["headers"])
        if not hmac.compare_digest(headers.get(_SECRET, b""), self._secret):
            return 403, b""
        try:
            update = json.loads(await _body(headers, receive))
        except _TooLargeError:
            return 413, b""
        except (ValueError, RecursionError):
            return 400, b""
        return await self._handed(update) if isinstance(update, dict) else (400, b"")

    async def _handed(self, update: dict[str, Any]) -> tuple[int, bytes]:
        try:
            method = await self._listener.update(update, self._inbox)
        except DatabaseTrouble:
            # Nothing was committed: Telegram is asked to come back.
            return 503, b""
        except Exception as error:  # noqa: BLE001  # the same: whatever it is, nothing was acknowledged
            _log.error("update failed", exc_info=error)
            return 500, b""
        return 200, json.dumps(method, ensure_ascii=False).encode("utf-8", "replace") if method else b""


def in_front(hook: Hook, path: str, application: ASGIApp) -> ASGIApp:
    """The hook at its path, everything else to the application, whose own layers cost more than the hook does."""

    async def front(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = hook if scope["type"] == "http" and scope["path"] == path else application
        await chosen(scope, receive, send)

    return front


async def _body(headers: dict[bytes, bytes], receive: Receive) -> bytes:
    if int(headers.get(b"content-length", b"0")) > LARGEST_BODY:
        raise _TooLargeError
    parts: list[bytes] = []
    size = 0
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise ValueError
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY:
            raise _TooLargeError
        if not message.get("more_body"):
            return b"".join(parts)
