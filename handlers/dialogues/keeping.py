"""The yes to keep one's answers longer: offered once, as easy to refuse as to give."""

from __future__ import annotations

from hashlib import sha256

from handlers.context import Context
from handlers.conversation import Turn
from handlers.effects import Agree, Say, Withdraw
from handlers.messages import Reply

KEEP = "keep"


def wording_of(context: Context) -> str:
    """The version of the text agreed to: its name, its language and the beginning of its hash."""
    digest = sha256(_text(context).encode()).hexdigest()[:8]
    return f"privacy-keep/{context.conversation.language}/{digest}"


def _text(context: Context) -> str:
    durations = context.world.durations
    return context.say("privacy-keep", hours=durations.hours_without_yes, days=durations.days_with_keep)


def offering(context: Context, turn: Turn) -> Turn:
    """The same turn, with the offer to keep the answers longer if it was never made."""
    if KEEP in context.world.person.consents or context.memo("keep_offered"):
        return turn
    remembering = context.having(memo=turn.conversation.memo).remembering(keep_offered="1")
    return Turn(remembering.conversation, (*turn.effects, Say(_offer(context), kind="notice")))


def _offer(context: Context) -> Reply:
    choices = (
        context.choice("privacy/keep:oui", "privacy-keep-yes", days=context.world.durations.days_with_keep),
        context.choice("privacy/keep:non", "privacy-keep-no", hours=context.world.durations.hours_without_yes),
    )
    return Reply(_text(context), choices)


def keep(context: Context, argument: str = "") -> Turn:
    """« garder mes réponses »: ask for the yes."""
    return context.remembering(keep_offered="1").turn(_offer(context))


def decided(context: Context, value: str) -> Turn:
    """The yes or the no, recorded with its wording."""
    durations = context.world.durations
    wording = wording_of(context)
    if value == "oui":
        return context.turn(Reply(context.say("privacy-kept", days=durations.days_with_keep)), Agree(KEEP, wording))
    return context.turn(
        Reply(context.say("privacy-not-kept", hours=durations.hours_without_yes)), Withdraw(KEEP, wording)
    )
