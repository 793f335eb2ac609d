"""The yes to be counted in the statistics: asked once, with the first result, as easy to refuse as to give."""

from __future__ import annotations

from dataclasses import replace

from handlers import consent
from handlers.consent import STATISTICS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import keeping
from handlers.effects import Say

_OFFERED = "counting_offered"


def offering(context: Context, turn: Turn) -> Turn:
    """The same turn, with one question at most: whether to count these answers if that was never asked, else whether
    to keep them."""
    if was_asked(context):
        return keeping.offering(context, turn)
    remembering = context.having(memo=turn.conversation.memo).remembering(**{_OFFERED: "1"})
    offered = Say(consent.offer(context, STATISTICS), kind="notice")
    return replace(turn, conversation=remembering.conversation, effects=(*turn.effects, offered))


def was_asked(context: Context) -> bool:
    """True once the question was asked, or answered."""
    return STATISTICS in context.world.person.consents or bool(context.memo(_OFFERED))


def answered(context: Context, turn: Turn) -> Turn:
    """The same turn, followed by the next question if there is one: a yes or a no was just said."""
    return keeping.offering(context, turn) if context.conversation.answers else turn
