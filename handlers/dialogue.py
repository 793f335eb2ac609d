"""What a dialogue is to the engine: a name, the command words it answers, its buttons, its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handlers.context import Context
from handlers.conversation import Conversation, Turn


def _never(conversation: Conversation) -> bool:
    return False


def asking(name: str, *steps: str) -> Callable[[Conversation], bool]:
    """For `asks` and `free` of a dialogue: true at these steps; without any named, at each of its steps."""
    return lambda conversation: conversation.asks(name, *steps)


def _not_understood(context: Context) -> Turn | None:
    return None


def _nothing_to_show(context: Context, *first: str) -> Turn:
    return context.turn()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One subject of conversation.

    `commands` maps a command to what answers it (context, argument). `choose` answers a button of this
    dialogue (context, step, value) or returns None when it is no longer known. `asks` tells whether a
    question of this dialogue is in course; then `answer` reads a typed text (None: not understood) and
    `show` asks the question again. `moves` maps the commands that mean this question while it is in course
    (retour, annuler) to what answers them, or None for the usual way. `free` tells that it takes free text: then
    a command is only a whole text, and the rest is the answer, read with what is personal in it.
    """

    name: str
    choose: Callable[[Context, str, str], Turn | None]
    commands: Mapping[str, Callable[[Context, str], Turn | None]] = field(default_factory=dict)
    asks: Callable[[Conversation], bool] = _never
    answer: Callable[[Context], Turn | None] = _not_understood
    show: Callable[..., Turn] = _nothing_to_show
    moves: Mapping[str, Callable[[Context, str], Turn | None]] = field(default_factory=dict)
    free: Callable[[Conversation], bool] = _never
