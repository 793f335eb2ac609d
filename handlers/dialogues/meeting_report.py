"""« signaler »: what will be shown and to whom is said first; then at once nothing more comes from that person."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.meeting_words import NAME, button, claimed
from handlers.effects import TellPerson
from handlers.effects_meetings import Block, ReportMember
from handlers.meetings import Introduction
from handlers.messages import Reply
from handlers.roles import ADMIN, ANIMATOR

REPORT, CANCEL = "report", "cancel"
_MEMO = "meeting_report"
_MOST_TOLD = 20


def signal(context: Context, value: str) -> Turn | None:
    """Before it leaves: the text that the animators will read."""
    found = claimed(context, value)
    if found is None:
        return None
    if found.other is None:
        return context.turn(Reply(context.say("meeting-ended")))
    return show(context.leaving_for(NAME, REPORT).remembering(**{_MEMO: value}))


def show(context: Context, *first: str) -> Turn:
    """The question whether to report."""
    value = context.memo(_MEMO)
    found = claimed(context, value)
    if found is None or found.other is None:
        return _left(context).turn(Reply("\n\n".join((*first, context.say("meeting-ended")))))
    text = _text(context, value)
    said, quoted = context.say("meeting-report"), text or context.say("meeting-report-no-text")
    choices = (
        button(context, REPORT, value, "meeting-report-yes"),
        button(context, REPORT, CANCEL, "meeting-cancel"),
    )
    return context.turn(Reply("\n\n".join((*first, said, quoted, context.say("meeting-report-end"))), choices))


def _text(context: Context, value: str) -> str:
    said = context.world.meetings.said(value)
    if said is None:
        return ""
    # How to answer is the last paragraph of a request: nobody else wrote that.
    return said.text.rpartition("\n\n")[0] if said.number == 1 else said.text


def _left(context: Context) -> Context:
    return context.out_of(NAME, REPORT).remembering(**{_MEMO: ""})


def report(context: Context, value: str) -> Turn | None:
    """It leaves for the animators; the person is silent from now on, and is told nothing."""
    if context.conversation.step != REPORT or value not in (CANCEL, context.memo(_MEMO)):
        return None
    if value == CANCEL:
        return _left(context).turn(Reply(context.say("meeting-report-cancelled")))
    found = claimed(context, value)
    if found is None or found.other is None:
        return _left(context).turn(Reply(context.say("meeting-ended")))
    reported = ReportMember(found.community, found.other, _text(context, value))
    said = Reply(context.say("meeting-reported"), (button(context, "blocks", "list", "meeting-blocks-button"),))
    return _left(context).turn(Block(found.other), reported, said, *_told(context, found))


def _told(context: Context, found: Introduction) -> tuple[TellPerson, ...]:
    """The animators of the network, or who administers the bot where there is none: that one waits, nothing of it."""
    known = context.pack.community.by_id.get(found.community)
    roles = context.world.roles
    readers = (roles.holders(ANIMATOR, known.network) if known is not None else ()) or roles.holders(ADMIN)
    spoken = [(each.person, context.speaking(each.language)) for each in readers[:_MOST_TOLD]]
    name = "report-waits" if readers and readers[0].role.name == ANIMATOR else "report-waits-alone"
    return tuple(TellPerson(person, Reply(there.say(name)), due=context.world.morning) for person, there in spoken)
