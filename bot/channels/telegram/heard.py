"""What an update of Telegram means to us."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.messages import Address, Inbound


@dataclass(frozen=True, slots=True)
class Me:
    """The bot, as people name it there."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Said:
    """A message for the conversation; `tap` is the id of a tap, which turns until it is answered."""

    inbound: Inbound
    tap: str | None = None


@dataclass(frozen=True, slots=True)
class Replied:
    """An answer to a message of ours in a room: `inbound` is read if that message passed words on, else `otherwise`."""

    inbound: Inbound
    otherwise: Inbound | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap that says nothing to us, and turns all the same."""

    tap: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was brought into a room, by someone who may not be a person."""

    room: Address
    by: str


@dataclass(frozen=True, slots=True)
class Left:
    """The bot is no longer in a room."""

    room: Address


@dataclass(frozen=True, slots=True)
class Renamed:
    """A room goes by another name."""

    old: Address
    new: Address


@dataclass(frozen=True, slots=True)
class Refused:
    """A person blocked the bot, or no longer does."""

    address: Address
    refused: bool


@dataclass(frozen=True, slots=True)
class Nameless:
    """An administrator who hides behind a room answered a message of ours (`reference`): nothing of it is read. If
    that message passed words on, the room is told so under `key`: once a day."""

    room: Address
    reference: str
    key: str


Heard = Said | Replied | Nameless | Tapped | Joined | Left | Renamed | Refused
