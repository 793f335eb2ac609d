"""What a turn may cause in the rooms of a network, for someone who talks to it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.messages import Address


@dataclass(frozen=True, slots=True)
class PostWords:
    """Pass words on in these rooms, once for each state of the question. `pieces`: the text, to be joined by the
    number of the question. `request` None: the one that the person of the turn has just opened."""

    rooms: tuple[Address, ...]
    pieces: tuple[str, ...]
    request: int | None = None


@dataclass(frozen=True, slots=True)
class SpareRoom:
    """No question of people comes to this room any more: they go to who answers for the network."""

    room: Address


TalkEffect = PostWords | SpareRoom
