"""What every channel can do: its limits, how it sends, and the closed list of ways in which sending fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from handlers.messages import Address, Reply


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message for a channel to render. `key` names it for ever (a channel that drops repeats
    builds its own id from it); `edits` is the channel's id of the message that this one replaces."""

    key: str
    kind: str
    address: Address
    reply: Reply
    edits: str | None = None


class Channel(Protocol):
    """A way to reach people. `repeats`: a second copy of a message is dropped, or does no harm."""

    @property
    def name(self) -> str:
        """As it is written in an address."""
        ...

    @property
    def edits(self) -> bool:
        """A message sent can be changed."""
        ...

    @property
    def buttons(self) -> bool:
        """Choices are shown as buttons; else they are numbered in the text."""
        ...

    @property
    def files(self) -> bool:
        """Files can be sent."""
        ...

    @property
    def repeats(self) -> bool:
        """Sending the same key twice does no harm."""
        ...

    @property
    def longest_text(self) -> int:
        """Characters of one message; longer texts are split."""
        ...

    async def send(self, outgoing: Outgoing) -> str:
        """Send, and return the channel's id of the message; or raise a SendError."""
        ...


class SendError(Exception):
    """Why a message did not leave. Each kind has one decision, in bot/delivery.py."""


class Blocked(SendError):
    """The person wants no more, or is gone: final, and no fault."""


class Throttled(SendError):
    """Too fast: try again after this many seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class Unreachable(SendError):
    """The server does not answer. `maybe_sent`: it may have taken the message before it fell silent."""

    def __init__(self, *, maybe_sent: bool = False) -> None:
        super().__init__(maybe_sent)
        self.maybe_sent = maybe_sent


class Rejected(SendError):
    """The server refuses this message for good; `reason` is a word, without any text of the message."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Misconfigured(SendError):
    """The channel itself is refused (a revoked token): it stops, and its rows stay owed."""
