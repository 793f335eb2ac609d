"""Talking to a network through the bot: the rooms where its people read, and what was passed on there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from handlers.messages import Address
from handlers.requests import Request

LONGEST_ANSWER = 900
"""Characters of an answer of a network; one more than what a message keeps would be cut without being seen."""
MOST_OPEN = 3
"""Questions of one person that may be open at once, one for a network."""
STILL_THERE = timedelta(hours=1)
"""Who asked sooner than this is answered at any hour: they are awake."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room where a network wanted the bot; without a network, that of the desk of the territory."""

    address: Address
    network: str


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours in a room that passed words on. `request`: None once it was erased, with its person or for its
    age; `number` is what the room knows it by."""

    number: int
    request: Request | None


class TalkQuestions(Protocol):
    """Where words are passed on, and what a message of ours was about."""

    def rooms(self) -> tuple[Room, ...]:
        """The rooms where someone with a role wanted the bot."""
        ...

    def posted(self, room: Address, reference: str) -> Posted | None:
        """What a quoted message passed on in this room, locked until the commit; None if it passed nothing on."""
        ...

    def answers_for(self, author: str, room: Address, network: str) -> bool:
        """True if who writes there under this name holds a role that answers for the network."""
        ...

    def quoted(self, reference: str) -> Request | None:
        """The question that a message told to the person of the turn was about, locked; None if it was none."""
        ...

    def heard(self, since: datetime) -> Request | None:
        """The question that the last thing told to the person since then was about; None if that was another thing."""
        ...


@dataclass(frozen=True, slots=True)
class NoTalks:
    """What is answered where nobody talks to a network."""

    nothing: tuple[()] = field(default=())

    def rooms(self) -> tuple[Room, ...]:
        """None."""
        return ()

    def posted(self, room: Address, reference: str) -> Posted | None:
        """Nothing."""
        return None

    def answers_for(self, author: str, room: Address, network: str) -> bool:
        """Nobody does."""
        return False

    def quoted(self, reference: str) -> Request | None:
        """Nothing."""
        return None

    def heard(self, since: datetime) -> Request | None:
        """Nothing."""
        return None
