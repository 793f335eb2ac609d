"""What is answered, instead of the conversation, when messages come faster than they can be read."""

from __future__ import annotations

from handlers.conversation import Conversation, Turn
from handlers.effects import Say
from handlers.messages import Inbound, Reply
from handlers.world import World


def slow_down(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """To someone who writes too fast: what happens, and what to do. Nothing else changes."""
    return _told(conversation, inbound, world, "flood-warning")


def busy(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """To someone among too many: the same for everybody. Nothing else changes."""
    return _told(conversation, inbound, world, "flood-busy")


def _told(conversation: Conversation, inbound: Inbound, world: World, name: str) -> Turn:
    wording = world.guide.wording
    hint = (inbound.hint or "").partition("-")[0].casefold()
    language = conversation.language or (hint if hint in wording.languages else wording.languages[0])
    return Turn(conversation, (Say(Reply(wording.say(language, name))),))
