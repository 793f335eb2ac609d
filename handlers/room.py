"""In a room of several people nothing personal is asked or read but what answers words passed on there; a command is
answered by the way out."""

from __future__ import annotations

from handlers import talk_room
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.effects import Say
from handlers.messages import Reply
from handlers.understand import key


def answer(context: Context, before: Conversation) -> Turn:
    """The way to a private conversation, for a message that is meant for us; the conversation stays as before."""
    if (turn := talk_room.replied(context)) is not None:
        return Turn(before, turn.effects)
    if context.inbound.kind != "text":
        return Turn(before)
    command = context.guide.commands.find(context.inbound.text)
    # People greet each other there: only a mark, or the bare word of the command, is meant for us.
    bare = command is not None and command.name in ("start", "aide") and key(context.inbound.text) == command.name
    if command is None or not (command.marked or bare):
        return Turn(before)
    # A command that we do not know, and that does not name us, is meant for another program.
    if command.name == "" and "@" not in context.inbound.text:
        return Turn(before)
    return Turn(before, (Say(Reply(context.say("room-private"))),))
