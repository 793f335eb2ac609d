"""A code typed alone: of a role, a messenger or a laureate project; wrong ones are counted, whatever they were for."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_there, laureates, linking, roles
from handlers.effects import Guess
from handlers.messages import Reply
from handlers.roles import GUESSING, MOST_GUESSES, code_in


def read(context: Context) -> Turn | None:
    """What a code gives; None when the message is no code."""
    code = code_in(context.inbound.text) if context.inbound.kind == "text" else None
    if code is None:
        return coming_there.read(context) if context.inbound.kind == "text" else None
    if context.world.roles.guesses(context.now - GUESSING) >= MOST_GUESSES:
        return context.turn(Reply(context.say("role-too-many-codes")))
    refused = context.turn(Reply(context.say("role-code-refused")), Guess())
    return roles.redeem(context, code) or linking.typed(context, code) or laureates.typed(context, code) or refused
