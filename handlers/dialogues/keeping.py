"""The yes to keep one's answers longer: offered once, as easy to refuse as to give."""

from __future__ import annotations

from handlers import consent, offering
from handlers.consent import KEEP
from handlers.context import Context
from handlers.conversation import Turn
from handlers.messages import Reply


def keep(context: Context, argument: str = "") -> Turn:
    """« garder mes réponses »: ask for the yes."""
    return offering.ask(context, KEEP)


def decided(context: Context, value: str) -> Turn:
    """The yes or the no, recorded with its wording."""
    durations = context.world.durations
    yes = value == consent.YES
    name = "privacy-kept" if yes else "privacy-not-kept"
    said = context.say(name, hours=durations.hours_without_yes, days=durations.days_with_keep)
    return context.turn(Reply(said), consent.decided(context, KEEP, yes=yes))
