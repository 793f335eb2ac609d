"""What every channel can do: its limits, how it sends, and the closed list of ways in which sending fails.

May be touched here: what all channels share; each channel is a file or a folder of its own beside it.
Never here: a channel that knows another one: what two need goes here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from bot.formats import File
from handlers.guide import Guide
from handlers.messages import Address, Inbound, Reply
from storage.desk import Desk
from storage.offered import Offered
from storage.outbox import OutboxRow

RECEIPT = "receipt:"
"""Opens a name that is the channel's own id of a message, not a key of the ledger: `receipt:<id>`."""
EDIT_LASTS = timedelta(minutes=10)
"""A correction of an older message answers nothing any more (faults I29)."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message for a channel to render. `key` names it for ever (a channel that drops repeats
    builds its own id from it); `edits` is the channel's id of the message that this one replaces; `files` go
    after the text, whose id stays that of the message."""

    key: str
    kind: str
    address: Address
    reply: Reply
    edits: str | None = None
    files: tuple[File, ...] = ()


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


class Inbox(Protocol):
    """Where a channel brings what it received. Each call returns after its commit, or raises DatabaseTrouble:
    then nothing was written, and the update must not be acknowledged."""

    @property
    def guide(self) -> Guide:
        """The pack as it is spoken now."""
        ...

    async def receive(self, inbound: Inbound, *, via: str | None = None) -> OutboxRow | None:
        """Play a message and send its answers; with `via`, one plain answer may be given back instead, to
        be carried by the acknowledgement itself. It is given again each time the same message comes."""
        ...

    async def set_aside(self, channel: str, id: str, error: str) -> None:
        """Record an update that cannot be read, so that the next one is."""
        ...

    async def introduce(self, room: Address, by: str = "") -> None:
        """Say once, for ever, what the bot is to a room that it was brought into; `by`: the channel's name
        of who did, as in `Inbound.author`."""
        ...

    async def say_once(self, to: Address, key: str, name: str, *, private: bool = True, to_many: bool = False) -> None:
        """Say the sentence `name` once for ever under this key; `to_many`: at the pace of messages to many."""
        ...

    async def offered(self, address: Address, receipt: str) -> Offered | None:
        """What a message of ours to this person offered, by the channel's own id of it; None if not ours."""
        ...

    async def relayed(self, room: Address, reference: str) -> bool:
        """True if this message of ours (`receipt:<id>`) passed on somebody's words in this room: only what answers
        such a message is read there."""
        ...

    async def position(self, channel: str) -> str | None:
        """Where a channel stopped reading, as it told; None if it never did."""
        ...

    async def reached(self, channel: str, position: str) -> None:
        """All that came before this position is committed or set aside."""
        ...

    async def noted(self, name: str) -> str | None:
        """The word that was last kept under this name."""
        ...

    async def note(self, name: str, value: str) -> None:
        """Keep a word for the next start: nothing about a person."""
        ...

    async def moved(self, old: Address, new: Address) -> None:
        """The room goes by another name from now on."""
        ...

    async def left(self, room: Address) -> None:
        """The bot is no longer in this room."""
        ...

    async def refused(self, address: Address, *, refused: bool) -> None:
        """The person wants no message any more, or wants them again."""
        ...

    async def desks(self, channel: str) -> Mapping[str, Desk]:
        """Who holds, or held, a role on a channel, by the channel's name of them: what to show each."""
        ...


class Listener(Protocol):
    """The receiving half of a channel."""

    @property
    def name(self) -> str:
        """As it is written in an address."""
        ...

    async def open(self) -> None:
        """Learn who we are there; raises Misconfigured or Unreachable."""
        ...

    async def listen(self, inbox: Inbox) -> None:
        """Set our menu, then receive until cancelled; raises Misconfigured once refused for good, or
        Unreachable."""
        ...

    @property
    def well(self) -> bool:
        """False while the server that it listens to fails, however patiently it is asked again."""
        ...

    async def update(self, raw: bytes | dict[str, Any], inbox: Inbox) -> dict[str, Any] | None:
        """One update brought by a webhook; returns the method to put in the HTTP answer."""
        ...

    async def close(self) -> None:
        """Let go of the connections."""
        ...


class SendError(Exception):
    """Why a message did not leave. Each kind has one decision, in bot/delivery.py."""


class Blocked(SendError):
    """The person wants no more, or is gone: final, and no fault."""


class Throttled(SendError):
    """Too fast: try again after this many seconds; None if the server did not say how many."""

    def __init__(self, retry_after: float | None = None) -> None:
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


class Moved(SendError):
    """The room goes by another name: send there, and remember it."""

    def __init__(self, peer: str) -> None:
        super().__init__()
        self.peer = peer
