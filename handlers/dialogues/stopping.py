"""« stop »: every yes is taken back at once, and nothing unasked leaves any more."""

from __future__ import annotations

from handlers import calls, consent
from handlers.context import Context, and_then
from handlers.conversation import Turn
from handlers.dialogues import handover, orientation, questionnaire
from handlers.effects import Effect, Say
from handlers.effects_access import ReadMondays
from handlers.effects_gatherings import ChooseLeads, Follow, Unbook
from handlers.gatherings import OFFERED, SEATED, WAITING
from handlers.messages import Reply
from handlers.requests import HANDOVER
from handlers.understand import key

_HOUR = 3600


def stop(context: Context, argument: str = "") -> Turn:
    """All that was agreed to ends, and it is said once what that was."""
    context = questionnaire.left(context)
    given = consent.given(context)
    ended = tuple(consent.decided(context, purpose, yes=False) for purpose in given)
    return context.turn(Reply(_said(context, given)), *ended, *_unasked(context))


def _unasked(context: Context) -> tuple[Effect, ...]:
    """What leaves without a yes to a purpose ends too: reminders of what one comes to, dates that one asked for."""
    dates = tuple(Follow(each, follows=False) for each in _calls(context))
    lists: tuple[Effect, ...] = (*(Unbook(each) for each in _waits(context)), *_mondays(context))
    lists = (*lists, *handover.ended(context))
    return (*dates, *lists, ChooseLeads(())) if _comes(context) else (*dates, *lists)


def _mondays(context: Context) -> tuple[ReadMondays, ...]:
    """The summary of each Monday is asked for, and ended by a stop."""
    return (ReadMondays(wants=False),) if context.world.access.each_monday() else ()


def _waits(context: Context) -> list[int]:
    """The gatherings for which a seat may still be offered to them: a stop leaves these lists."""
    held = context.world.gatherings.mine(context.now)
    return [gathering.id for gathering, booking in held if booking.state in (WAITING, OFFERED)]


def _comes(context: Context) -> bool:
    return any(booking.state == SEATED for _, booking in context.world.gatherings.mine(context.now))


def _calls(context: Context) -> list[str]:
    return sorted(each for each in context.world.gatherings.follows() if each.startswith(f"{calls.SUBJECT}/"))


def _said(context: Context, given: tuple[str, ...]) -> str:
    durations = context.world.durations
    listed = [context.say(f"stop-{purpose}") for purpose in given if purpose != consent.KEEP]
    listed += [context.say("stop-bookings")] if _comes(context) else []
    listed += [context.say("stop-lines")] if _waits(context) else []
    listed += [context.say("stop-mondays")] if context.world.access.each_monday() else []
    listed += [context.say("stop-handovers")] if context.world.requests.mine(HANDOVER) else []
    listed += [context.say("stop-calls")] if _calls(context) else []
    parts = [context.say("privacy-stopped", hours=durations.hours_without_yes)]
    if listed:
        parts.append("\n".join((context.say("stop-list"), *listed)))
    if is_known(context):
        parts.append(context.say("stop-known", months=durations.months_of_silence))
    if len(parts) > 1:
        parts.append(context.say("stop-answers"))
    return "\n\n".join(parts)


def is_known(context: Context) -> bool:
    """True for someone of whom more is kept than a conversation: a role, a place in a community."""
    return bool(context.world.roles.mine()) or bool(context.world.rights.counts().get("memberships"))


def pause(context: Context, argument: str = "") -> Turn | None:
    """« arrêter » leaves the question in course. With no question to leave, or after a silence that a message
    of ours broke, it means our messages: it is then a stop."""
    if _means_messages(context):
        return stop(context)
    turn = orientation.pause(context)
    others = [purpose for purpose in consent.given(context) if purpose != consent.KEEP]
    return and_then(turn, Say(Reply(context.say("stop-hint")), kind="notice")) if others else turn


def _means_messages(context: Context) -> bool:
    words = {key(word) for word in context.guide.wording.parts("says-arreter")}
    if key(context.inbound.text) not in words or not consent.given(context):
        return False
    seen, durations = context.world.person.last_seen, context.world.durations
    silent = seen is not None and (context.now - seen).total_seconds() > durations.pause_hours * _HOUR
    here = context.conversation
    elsewhere = here.dialogue not in ("", questionnaire.NAME) and here.step
    return silent or not (elsewhere or questionnaire.asks(here))
