"""A human: whoever reads behind the bot, and when nobody does, the public contact of the entry networks."""

from __future__ import annotations

from handlers import cards
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.messages import Reply


def contacts(context: Context) -> str:
    """Says plainly that nobody reads here, and whom to reach."""
    lines = [context.say("human-nobody")]
    for scheme in context.world.guide.pack.territory.entry_schemes:
        known = cards.scheme_of(context, scheme)
        lines.append(context.say("human-contact", name=context.say(f"scheme-{scheme}")))
        lines += cards.steps(context, known)
    return "\n".join(lines)


def human(context: Context, argument: str = "") -> Turn:
    """« humain », « parler à quelqu'un »."""
    return context.turn(Reply(contacts(context)))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return human(context)


DIALOGUE = Dialogue(name="handoff", choose=_choose, commands={"humain": human})
