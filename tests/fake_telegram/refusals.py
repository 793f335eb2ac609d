"""The refusals of the real server, word for word where they are known."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"  # second poller
)
POLL_ENDED = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
UPGRADED = "group chat was upgraded to a supergroup chat"


class Refusal(Exception):
    """An answer `{"ok": false}`: its code, which is also the HTTP status, its words and its parameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(words: str, parameters: Json | None = None) -> Refusal:
    """The request is wrong; asking again changes nothing."""
    return Refusal(400, f"Bad Request: {words}", parameters)


def forbidden(words: str) -> Refusal:
    """The bot may not write there."""
    return Refusal(403, f"Forbidden: {words}")


def throttled(seconds: int) -> Refusal:
    """Later."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
