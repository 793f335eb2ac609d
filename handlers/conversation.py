"""What is remembered of a conversation between two messages, and what one message causes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from handlers.effects import Effect
from handlers.messages import NO_ANSWERS


@dataclass(frozen=True, slots=True)
class Conversation:
    """Plain strings only, so that it survives JSON between any two messages.

    `dialogue` and `step` name the question in course (both empty: none). `answers` are the facts given
    by the person; several values of one fact are joined by a space. `memo` is what the dialogues must
    remember besides (what was misunderstood, what was offered). `version` counts the turns.
    """

    dialogue: str = ""
    step: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    memo: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    language: str = ""
    pack_revision: str = ""
    version: int = 0

    def asks(self, dialogue: str, *steps: str) -> bool:
        """True while one of these questions of a dialogue is in course; without any named, one of all of them."""
        return self.dialogue == dialogue and (self.step in steps if steps else bool(self.step))


def rested(conversation: Conversation) -> Conversation:
    """What stays of it once answers were kept long enough, for someone whom we still know."""
    memo = {name: value for name, value in conversation.memo.items() if name == "welcomed"}
    return replace(conversation, dialogue="", step="", answers=NO_ANSWERS, memo=memo)


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one message: the conversation as it is afterwards, and the effects in order."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()
