"""Words passed on between two members who both said yes, until one of them has enough."""

from __future__ import annotations

from handlers import sensitive
from handlers.closings import OVER, closing
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.meeting_words import NAME, button, claimed, labels, myself, tonight, who
from handlers.effects_meetings import Block, PassOn, SettleIntroduction, Unblock, Words
from handlers.meetings import CLOSED, LONGEST_WORDS, Introduction, without_contacts
from handlers.messages import Choice, Reply
from handlers.roles import code_in

WRITE, CANCEL = "write", "cancel"
_AT = "meeting_at"
_RELAYED = ("write", "signal", "stop")


def write(context: Context, value: str) -> Turn | None:
    """Begin to write to someone."""
    if value == CANCEL:
        return _left(context).turn(Reply(context.say("meeting-cancelled")))
    found = claimed(context, value)
    if found is None:
        return None
    if not found.is_open():
        return _closed(context, found)
    context = context.leaving_for(NAME, WRITE).remembering(**{_AT: str(found.id)})
    return _asked(context, found)


def _closed(context: Context, found: Introduction) -> Turn:
    """The same, whether the other one left, was erased, or has enough."""
    left = _left(context)
    if found.waits(context.now) and not found.mine:
        return left.turn(Reply(context.say("meeting-first-answer")))
    if any(each.person == found.other for each in context.world.meetings.blocked()):
        return left.turn(Reply(context.say("meeting-you-refuse"), (_blocks(context),)))
    said = Reply(context.say("meeting-not-passed"), (button(context, "open", "menu", "meeting-otherwise"),))
    return left.turn(SettleIntroduction(found.id, CLOSED), said) if found.seems_open() else left.turn(said)


def _left(context: Context) -> Context:
    return context.out_of(NAME, WRITE).remembering(**{_AT: ""})


def show(context: Context, *first: str) -> Turn:
    """The question what to write."""
    found = claimed(context, context.memo(_AT))
    if found is None or not found.is_open():
        left = _left(context)
        return left.turn(Reply("\n\n".join((*first, left.say("meeting-ended")))))
    return _asked(context, found, *first)


def _asked(context: Context, found: Introduction, *first: str) -> Turn:
    asked = context.say("meeting-words-ask", who=who(context, found.who))
    cancel = button(context, WRITE, CANCEL, "meeting-cancel")
    return context.turn(Reply("\n\n".join((*first, asked)), (cancel,)))


def typed(context: Context) -> Turn:
    """What was typed leaves as it is."""
    found = claimed(context, context.memo(_AT))
    if found is None or not found.is_open():
        return _closed(context, found) if found is not None else show(context)
    if (why := _unfit(context)) is not None:
        return _asked(context, found, why)
    return _passed_on(_left(context), found)


def _unfit(context: Context) -> str | None:
    """Why a text is not passed on. A telephone number may be: it is theirs to give."""
    text = context.inbound.text
    if len(text) > LONGEST_WORDS:
        return context.say("meeting-words-long", most=LONGEST_WORDS)
    name = sensitive.find(without_contacts(text), context.guide.wording)
    return context.say(name) if name is not None else None


def _passed_on(context: Context, found: Introduction) -> Turn:
    there = context.speaking(found.language)
    told = there.say("meeting-words", who=who(there, myself(context)), text=context.inbound.text)
    words = Words(told, labels(there, *_RELAYED), context.world.morning)
    name = "meeting-passed-morning" if tonight(context) else "meeting-passed"
    again = button(context, WRITE, found.id, "meeting-write-again")
    return context.turn(PassOn(found.id, words), Reply(context.say(name, who=who(context, found.who)), (again,)))


def quoted(context: Context) -> Turn | None:
    """A typed answer to a message that quotes words passed on; None if it is for someone else, or a command."""
    text, wording = context.inbound.text, context.guide.wording
    command = context.guide.commands.find(text)
    bare = command is not None and (command.marked or not command.argument) and command.name not in ("merci", "start")
    if not text or bare or code_in(text) is not None or sensitive.is_distress(text, wording):
        return None
    said = context.world.meetings.said(context.inbound.replies_to or "")
    found = claimed(context, str(said.introduction)) if said is not None else None
    if found is None:
        return None
    if not found.is_open():
        return _closed(context, found)
    if (why := _unfit(context)) is not None:
        return context.turn(Reply(why))
    return _passed_on(context, found)


def close(context: Context, value: str) -> Turn | None:
    """Enough, kindly: the other one is told that it is over, and nothing else."""
    found = claimed(context, value)
    if found is None:
        return None
    said = Reply(context.say("meeting-closed-mine"), (button(context, "open", "menu", "meeting-otherwise"),))
    if not found.seems_open():
        return context.turn(Reply(context.say("meeting-ended")))
    if not found.is_open():
        return _left(context).turn(SettleIntroduction(found.id, CLOSED), said)
    there = context.speaking(found.language)
    told = closing(context.guide, there.conversation.language, OVER, found.asked_at)
    words = Words(told, labels(there, "again"), context.world.morning)
    return _left(context).turn(SettleIntroduction(found.id, CLOSED, words), said)


def stop(context: Context, value: str) -> Turn | None:
    """« ne plus recevoir de cette personne »: at once, and they are told nothing."""
    found = claimed(context, value)
    if found is None:
        return None
    if found.other is None:
        return context.turn(Reply(context.say("meeting-ended")))
    said = Reply(context.say("meeting-stopped-other"), (_blocks(context),))
    return _left(context).turn(Block(found.other), said)


def _blocks(context: Context) -> Choice:
    return button(context, "blocks", "list", "meeting-blocks-button")


def blocks(context: Context) -> Turn:
    """Those from whom nothing comes, and how to receive from them again."""
    found = context.world.meetings.blocked()
    if not found:
        return context.turn(Reply(context.say("meeting-blocks-none")))
    choices = [
        button(context, "unblock", each.person, "meeting-unblock", who=who(context, each.who), day=context.day(each.at))
        for each in found
    ]
    return context.turn(Reply(context.say("meeting-blocks", count=len(found)), tuple(choices)))


def unblock(context: Context, value: str) -> Turn | None:
    """Receive from them again; what was between the two does not come back."""
    found = next((each for each in context.world.meetings.blocked() if str(each.person) == value), None)
    if found is None:
        return None
    return context.turn(Unblock(found.person), Reply(context.say("meeting-unblocked")))
