"""What the conversations about coming open to who organises: their gatherings, and the ways to them."""

from __future__ import annotations

from datetime import timedelta

from handlers.context import Context
from handlers.gatherings import LIST_KEPT, Gathering
from handlers.messages import Choice
from handlers.readers import animated

BEFORE, AFTER = timedelta(hours=2), timedelta(hours=4)
"""Around a gathering: while it is on, for who guides it or holds the door."""


def is_mine(context: Context, gathering: Gathering) -> bool:
    """True for an animator of its network."""
    return gathering.network in animated(context)


def is_on(context: Context, gathering: Gathering) -> bool:
    """True around its hours."""
    return gathering.starts_at - BEFORE <= context.now < gathering.ends_at + AFTER


def mine(context: Context) -> tuple[Gathering, ...]:
    """Those of the person's networks that are ahead, or were of late, and are no drafts."""
    here = animated(context)
    if not here:
        return ()
    found = context.world.gatherings.of_network(here, context.now - LIST_KEPT)
    return tuple(each for each in found if each.takes_place)


def on_now(context: Context) -> tuple[Gathering, ...]:
    """Those that are on."""
    return tuple(each for each in mine(context) if is_on(context, each))


def ways(context: Context) -> tuple[Choice, ...]:
    """Under the list: what who organises finds there besides."""
    if not animated(context):
        return ()
    return (context.choice("gatherings/open:0", "gatherings-open"), context.choice("door/all:0", "door-all"))


def ways_of(context: Context, gathering: Gathering) -> tuple[Choice, ...]:
    """Under one of them."""
    if not is_mine(context, gathering):
        return ()
    return (context.choice(f"door/open:{gathering.id}", "door-open-here"),)
