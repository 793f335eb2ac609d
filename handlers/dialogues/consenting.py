"""« mes accords »: each yes and each no with its date, and a no to each yes, as easy as the yes was."""

from __future__ import annotations

from handlers import consent, offering
from handlers.context import Context, and_then
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import handover
from handlers.messages import Choice, Reply
from handlers.rights import Said

NAME = "consent"
_LIST = "list"


def agreements(context: Context, argument: str = "") -> Turn:
    """What was said to each purpose, with a button for each yes that holds."""
    lines = listed(context)
    if not lines:
        return context.turn(Reply(context.say("accords-none"), _to_give(context)))
    choices = (*_withdrawals(context), *_to_give(context))
    return context.turn(Reply("\n".join((context.say("accords-title"), *lines)), choices))


def listed(context: Context) -> tuple[str, ...]:
    """A line for each purpose that was answered."""
    return tuple(_line(context, said) for said in context.world.rights.said())


def _line(context: Context, said: Said) -> str:
    day = context.day(said.at)
    values = {"purpose": _label(context, said.purpose), "day": day}
    return context.say("accords-yes" if said.granted else "accords-no", **values)


def _withdrawals(context: Context) -> tuple[Choice, ...]:
    return tuple(
        context.choice(f"{NAME}/{purpose}:{consent.NO}", "accords-withdraw", purpose=_label(context, purpose))
        for purpose in consent.given(context)
    )


def _to_give(context: Context) -> tuple[Choice, ...]:
    """What is asked once only can be given later here, whatever was answered, or nothing."""
    if consent.has_yes(context, consent.STATISTICS) or not offering.was_asked(context, consent.STATISTICS):
        return ()
    label = _label(context, consent.STATISTICS)
    return (context.choice(f"{NAME}/{consent.STATISTICS}:{consent.YES}", "accords-give", purpose=label),)


def _label(context: Context, purpose: str) -> str:
    return context.say(f"purpose-{purpose}")


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == _LIST:
        return agreements(context)
    if step not in consent.PURPOSES and not (step == consent.ALERTS and value == consent.NO):
        return None
    if value not in (consent.YES, consent.NO):
        return None
    yes = value == consent.YES
    said = context.say("accords-agreed" if yes else "accords-refused", purpose=_label(context, step))
    turn = context.turn(Reply(said), consent.decided(context, step, yes=yes))
    if step == consent.HANDOVER and not yes:
        return and_then(turn, *handover.ended(context))
    return turn


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"accords": agreements})
