"""A code that was typed: of a role, a messenger or a laureate project; wrong ones are counted, whatever for."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_there, laureates, linking, roles
from handlers.effects import Guess
from handlers.messages import Reply
from handlers.roles import GUESSING, MOST_GUESSES, code_in, code_within


def read(context: Context, *, free: bool = False) -> Turn | None:
    """What a code gives; None when the message is no code. `free`: nearly any text is an answer here, but a code
    alone."""
    if context.inbound.kind != "text":
        return None
    code = (code_in if free else code_within)(context.inbound.text)
    if code is None:
        return coming_there.read(context)
    if context.world.roles.guesses(context.now - GUESSING) >= MOST_GUESSES:
        return context.turn(Reply(context.say("role-too-many-codes")))
    refused = context.turn(Reply(context.say("role-code-refused")), Guess())
    return roles.redeem(context, code) or linking.typed(context, code) or laureates.typed(context, code) or refused
