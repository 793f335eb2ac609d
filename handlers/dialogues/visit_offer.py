"""The button that asks for a rendez-vous, where somebody answers holders."""

from __future__ import annotations

from handlers.context import Context
from handlers.messages import Choice
from handlers.pack import Scheme
from handlers.readers import readers


def offered(context: Context, scheme: Scheme) -> tuple[Choice, ...]:
    """Under the card of a scheme whose network answers here; nothing where nobody would read it."""
    if not any(not each.own for each in readers(context.world, scheme.network)):
        return ()
    return (context.choice(f"visit/ask:{scheme.id}", "visit-ask"),)
