"""The transport of Telegram calls: python-telegram-bot's request class over one aiohttp session.

What fails becomes an exception of the library, or one of the three below, which hold words of ours: the
server's sentences may quote a message, and an address of the Bot API holds the token. The library itself
is given a placeholder; the token is known here only, and no exception is raised while one of aiohttp's
is being handled.

    TelegramError
    ├── Flooded            429, with the seconds to wait if they were said
    ├── Forbidden, InvalidToken, Conflict, ChatMigrated
    └── NetworkError       it may have been taken
        ├── BadRequest     refused for good
        ├── TimedOut, Unreadable
        └── NotTaken       surely not taken: no connection, or the server said that it failed
"""

from __future__ import annotations

import json
import re
from typing import Any

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECTIONS = 128
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
# Shorter than what servers and the boxes on the way keep, so that a call rarely meets a dead connection.
KEEP_ALIVE_SECONDS = 30.0
_OK, _FAILING, _GATEWAY_TIMEOUT = 200, 500, 504
_UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,18})')
_JSON = {"Content-Type": "application/json"}
_UNSENT = ("User-Agent", "Accept", "Accept-Encoding")


class NotTaken(NetworkError):
    """The server surely did not do what was asked."""


class Flooded(TelegramError):
    """Too fast. `seconds` is None when the server does not say how long to wait."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__("flooded")
        self.seconds = seconds


class Unreadable(NetworkError):
    """A success that is no JSON. `update_id` is the first one seen in it."""

    def __init__(self, update_id: int | None) -> None:
        super().__init__("unreadable")
        self.update_id = update_id


class Transport(BaseRequest):
    """Calls for one token. The session opens at the first call, in the loop that makes it."""

    __slots__ = ("_files", "_read_seconds", "_root", "_session", "_timeouts", "_urls")

    def __init__(self, base_url: str, token: str, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._root = f"{base_url.rstrip('/')}/bot{token}"
        self._files = f"{base_url.rstrip('/')}/file/bot{token}"
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self._timeouts: dict[float, aiohttp.ClientTimeout] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte before an answer is given up."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Nothing: the session opens when needed."""

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Post a call; return what came back if the server did it, raise otherwise."""
        seconds = self._read_seconds if read_timeout is BaseRequest.DEFAULT_NONE else float(read_timeout)
        failure: TelegramError | None = None
        status, payload = 0, b""
        try:
            status, payload = await self._post(url.rpartition("/")[2], request_data, self._timeout(seconds))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            failure = NotTaken(type(error).__name__)
        except TimeoutError:
            failure = TimedOut("no answer")
        except Exception as error:  # noqa: BLE001  # the library would wrap it, with all that it knows
            failure = NetworkError(type(error).__name__)
        # Raised here, with no exception of aiohttp's behind it: those know the address.
        if failure is None and status // 100 != 2:
            failure = refusal(status, payload)
        if failure is not None:
            raise failure
        return status, payload

    async def fetch(self, path: str, most: int) -> bytes:
        """A file by the path that the server gave, or its first bytes beyond `most`."""
        failure: TelegramError | None = None
        held = bytearray()
        try:
            if self._session is None:
                self._session = _session()
            url = URL(f"{self._files}/{path}", encoded=True)
            patience = self._timeout(self._read_seconds)
            async with self._session.get(url, timeout=patience, allow_redirects=False) as answer:
                if answer.status != _OK:
                    failure = BadRequest("not-found") if answer.status < _FAILING else NotTaken("file")
                while failure is None and len(held) <= most and (piece := await answer.content.readany()):
                    held += piece
        except Exception as error:  # noqa: BLE001  # those of aiohttp know the address
            failure = NetworkError(type(error).__name__)
        if failure is not None:
            raise failure
        return bytes(held)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; the library would log what cannot be read, which may be somebody's message."""
        answer = _loaded(payload)
        if not isinstance(answer, dict) or "result" not in answer:
            seen = _UPDATE_ID.search(payload)
            raise Unreadable(int(seen[1]) if seen else None)
        return answer

    async def _post(self, method: str, data: RequestData | None, patience: aiohttp.ClientTimeout) -> tuple[int, bytes]:
        if self._session is None:
            self._session = _session()
        url = self._urls.get(method)
        if url is None:
            url = self._urls[method] = URL(f"{self._root}/{method}", encoded=True)
        body, headers = _body(data)
        async with self._session.post(
            url, data=body, headers=headers, timeout=patience, allow_redirects=False
        ) as answer:
            return answer.status, await answer.read()

    def _timeout(self, read: float) -> aiohttp.ClientTimeout:
        found = self._timeouts.get(read)
        if found is None:
            # No total: each bound costs a timer for each call, and a stream that never ends is not a danger here.
            found = aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS, sock_read=read)
            self._timeouts[read] = found
        return found


def _session() -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS, ttl_dns_cache=300)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), skip_auto_headers=_UNSENT)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData, dict[str, str]]:
    if data is None:
        return b"{}", _JSON
    if not data.contains_files:
        return json.dumps(data.parameters).encode("utf-8", "replace"), _JSON
    # The name of a file as it is: the server would show one that is percent-encoded so.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form, {}


def _loaded(payload: bytes) -> Any:
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


NO_FILE = "no-file"
"""The name of a file that the server kept is worth nothing any more."""

# What the server says of a refusal, in a word of ours. The first that is found in its sentence counts.
_REASONS = {
    "not modified": "not-modified",
    "query is too old": "late",
    "chat not found": "chat-not-found",
    "not found": "not-found",
    "can't be edited": "not-editable",
    "too long": "too-long",
    "too big": "too-large",
    "parse": "unreadable",
    "rights": "no-rights",
    "button": "button",
    "file identifier": NO_FILE,
    "file_id": NO_FILE,
}
BAD_REQUEST = "bad-request"


def reason_of(description: str) -> str:
    """One word for a refusal, that quotes nothing."""
    plain = description.lower()
    return next((word for said, word in _REASONS.items() if said in plain), BAD_REQUEST)


def refusal(status: int, payload: bytes) -> TelegramError:
    """What an answer that is no success means. What does not have the form of the Bot API is the word of a
    box on the way: nothing was done, whatever its number."""
    answer = _loaded(payload)
    if status >= 500 or not isinstance(answer, dict) or answer.get("ok") is not False:
        return NetworkError("gateway") if status == _GATEWAY_TIMEOUT else NotTaken(f"status {status}")
    said = answer.get("parameters")
    parameters: dict[str, Any] = said if isinstance(said, dict) else {}
    if isinstance(moved := parameters.get("migrate_to_chat_id"), int):
        return ChatMigrated(moved)
    return _named(status, str(answer.get("description", "")), parameters.get("retry_after"))


def _named(status: int, description: str, retry_after: object) -> TelegramError:
    match status:
        case 429:
            return Flooded(float(retry_after) if isinstance(retry_after, int | float) else None)
        case 401 | 404:
            return InvalidToken("refused")
        case 403:
            return Forbidden("forbidden")
        case 409:
            return Conflict("conflict")
        case _:
            return BadRequest(reason_of(description))
