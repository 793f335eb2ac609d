"""One bot on Telegram: `telegram.Bot`, called without the cost of building and reading its typed arguments."""

from __future__ import annotations

from typing import Any

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.channels import Blocked, Misconfigured, Moved, Rejected, SendError, Throttled, Unreachable
from bot.channels.telegram.request import READ_SECONDS, Flooded, NotTaken, Transport

# The library puts it in what it raises and shows; the real one is known to the transport only.
_PLACEHOLDER = "0:hidden"


class Api:
    """Calls of the Bot API for one token."""

    def __init__(self, base_url: str, token: str, read_seconds: float = READ_SECONDS) -> None:
        self._transport = Transport(base_url, token, read_seconds)
        self.bot = Bot(
            _PLACEHOLDER,
            base_url=f"{base_url.rstrip('/')}/bot",
            request=self._transport,
            get_updates_request=self._transport,
        )

    async def call(self, method: str, data: dict[str, Any], *, read_timeout: float | None = None) -> Any:
        """The plain result of a method. Typed calls cost twice as much CPU (measured), and a channel needs
        two fields of what comes back."""
        timeout = self._transport.read_timeout if read_timeout is None else read_timeout
        return await self.bot._post(method, data, read_timeout=timeout)

    async def fetch(self, file_id: str, most: int) -> bytes:
        """The bytes of what somebody sent, or the first ones beyond `most`."""
        found = await self.call("getFile", {"file_id": file_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str) or not path or path.startswith("/") or ".." in path:
            raise BadRequest("not-found")
        return await self._transport.fetch(path, most)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._transport.shutdown()


def send_error(error: TelegramError, *, repeatable: bool = False) -> SendError:
    """What a failure means for the message. `repeatable`: a second copy does no harm. The order counts:
    in the library a refusal for good is a kind of network error."""
    match error:
        case Forbidden():
            return Blocked()
        case Flooded(seconds=seconds):
            return Throttled(seconds)
        case ChatMigrated(new_chat_id=chat):
            return Moved(str(chat))
        case InvalidToken():
            return Misconfigured()
        case BadRequest(message=word):
            return Rejected(word)
        case NotTaken():
            return Unreachable()
        case NetworkError():
            return Unreachable(maybe_sent=not repeatable)
        case _:
            return Rejected(type(error).__name__)
