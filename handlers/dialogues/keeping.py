"""The yes to keep one's answers longer: offered once, as easy to refuse as to give."""

from __future__ import annotations

from dataclasses import replace

from handlers import consent
from handlers.consent import KEEP
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import outcome
from handlers.effects import Say
from handlers.messages import Reply

_AT = "privacy/keep"


def offering(context: Context, turn: Turn) -> Turn:
    """The same turn, with the offer to keep the answers longer if it was never made."""
    if KEEP in context.world.person.consents or context.memo("keep_offered"):
        return turn
    remembering = context.having(memo=turn.conversation.memo).remembering(keep_offered="1")
    offered = Say(consent.offer(context, KEEP, _AT), kind="notice")
    return replace(turn, conversation=remembering.conversation, effects=(*turn.effects, offered))


def keep(context: Context, argument: str = "") -> Turn:
    """« garder mes réponses »: ask for the yes."""
    return context.remembering(keep_offered="1").turn(consent.offer(context, KEEP, _AT))


def decided(context: Context, value: str) -> Turn:
    """The yes or the no, recorded with its wording."""
    durations = context.world.durations
    yes = value == consent.YES
    name = "privacy-kept" if yes else "privacy-not-kept"
    said = context.say(name, hours=durations.hours_without_yes, days=durations.days_with_keep)
    turn = context.turn(Reply(said), consent.decided(context, KEEP, yes=yes))
    return outcome.offering(context, turn)
