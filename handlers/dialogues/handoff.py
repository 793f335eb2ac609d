"""Where nobody reads behind the bot: the public contacts of the entry networks."""

from __future__ import annotations

from handlers import cards
from handlers.context import Context


def contacts(context: Context) -> str:
    """Says plainly that nobody reads here, and whom to reach."""
    lines = [context.say("human-nobody")]
    for scheme in context.pack.territory.entry_schemes:
        known = cards.scheme_of(context, scheme)
        lines.append(context.say("human-contact", name=context.say(f"scheme-{scheme}")))
        lines += cards.steps(context, known)
    return "\n".join(lines)
