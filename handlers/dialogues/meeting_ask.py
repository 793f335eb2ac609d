"""Asking to meet a member: a short note, what will be sent, and the answer of who was asked."""

from __future__ import annotations

from handlers import sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.meeting_words import NAME, button, card, claimed, labels, myself, tonight, who
from handlers.effects_meetings import AskIntroduction, SettleIntroduction, Words
from handlers.layout import in_paragraphs
from handlers.meetings import AGAIN, ASKING, CLOSED, LONGEST_NOTE, MOST_ASKED, OPEN, REFUSED, Introduction, Member
from handlers.messages import Choice, Reply, number_of

NOTE, CONFIRM = "note", "confirm"
NONE, CANCEL, AGAIN_NOTE = "none", "cancel", "again"
_TO, _NOTE = "meeting_to", "meeting_note"
_REQUEST = ("yes", "no", "signal", "stop")
_DAYS = {"days": ASKING.days}


def ask(context: Context, value: str) -> Turn | None:
    """Begin to ask someone."""
    member, refusal = _allowed(context, number_of(value))
    if refusal is not None or member is None:
        return refusal
    context = context.leaving_for(NAME, NOTE).remembering(**{_TO: str(member.person), _NOTE: ""})
    return show_note(context)


def _allowed(context: Context, person: int | None) -> tuple[Member | None, Turn | None]:
    """Who may be asked now, or what is said instead. It is looked at when one begins and again as it leaves."""
    member = context.world.meetings.member(person) if person is not None else None
    if member is None:
        return None, _instead(context, "meeting-nobody")
    if not myself(context).shown:
        return None, _instead(context, "meeting-hidden", context.choice("community/card:show", "meeting-complete"))
    known = context.world.meetings.claim_with(member.person)
    if known is not None and (turn := _known(context, known)) is not None:
        return None, turn
    asked = [each.asked_at for each in _asked_of_late(context)]
    if len(asked) >= MOST_ASKED:
        after = context.day(min(asked) + ASKING)
        return None, _instead(context, "meeting-enough", most=MOST_ASKED, day=after, **_DAYS)
    return member, None


def _asked_of_late(context: Context) -> list[Introduction]:
    since = context.now - ASKING
    return [each for each in context.world.meetings.mine(since) if each.mine and each.asked_at > since]


def _known(context: Context, known: Introduction) -> Turn | None:
    """What stands in the way of asking anew: nothing, if what was between the two is old enough."""
    if known.seems_open():
        write = button(context, "write", known.id, "meeting-write", who=who(context, known.who))
        return _instead(context, "meeting-already-open", write)
    if known.seems_to_wait(context.now) and not known.mine and known.stands:
        # The other one asked first: to ask is to say yes, even after a no.
        return _opened(_left(context), known)
    if known.mine and known.seems_to_wait(context.now):
        back = button(context, "back", known.id, "meeting-take-back")
        return _instead(context, "meeting-already-asked", back, **_DAYS)
    if known.mine and context.now < known.asked_at + AGAIN:
        return _instead(context, "meeting-too-soon", day=context.day(known.asked_at + AGAIN))
    return None


def _instead(context: Context, name: str, *choices: Choice, **values: object) -> Turn:
    otherwise = button(context, "open", "menu", "meeting-otherwise")
    return _left(context).turn(Reply(context.say(name, **values), (*choices, otherwise)))


def _left(context: Context) -> Context:
    """The conversation where it was before one began to ask."""
    return context.out_of(NAME, NOTE, CONFIRM).remembering(**{_TO: "", _NOTE: ""})


def show_note(context: Context, *first: str) -> Turn:
    """The question what to tell them."""
    choices = (button(context, NOTE, NONE, "meeting-no-note"), button(context, NOTE, CANCEL, "meeting-cancel"))
    name = who(context, _to(context))
    asked = context.say("meeting-note", who=name, most=LONGEST_NOTE)
    return context.turn(Reply("\n\n".join((*first, asked)), choices))


def _to(context: Context) -> Member | None:
    number = number_of(context.memo(_TO))
    return context.world.meetings.member(number) if number is not None else None


def typed_note(context: Context) -> Turn:
    """The note that was typed."""
    text = context.inbound.text
    if len(text) > LONGEST_NOTE:
        return show_note(context, context.say("meeting-note-long", count=len(text), most=LONGEST_NOTE))
    if (name := sensitive.find(text, context.guide.wording)) is not None:
        return show_note(context, context.say(name))
    return show_confirm(context.at(NAME, CONFIRM).remembering(**{_NOTE: text}))


def show_confirm(context: Context, *first: str) -> Turn:
    """Exactly what will be sent, and whether to send it."""
    member = _to(context)
    if member is None:
        return _instead(context, "meeting-nobody")
    choices = (
        button(context, "send", member.person, "meeting-send"),
        button(context, NOTE, AGAIN_NOTE, "meeting-rewrite"),
        button(context, NOTE, CANCEL, "meeting-cancel"),
    )
    said = context.say("meeting-confirm", who=who(context, member))
    return context.turn(Reply("\n\n".join((*first, said, _request(context, member))), choices))


def _request(context: Context, member: Member) -> str:
    """What they will read, in their language."""
    there, me = context.speaking(member.language), myself(context)
    note = context.memo(_NOTE)
    said = there.say("meeting-asked-note", note=note) if note else ""
    asked = there.say("meeting-asked", who=who(there, me))
    return in_paragraphs((asked, card(there, me), said, there.say("meeting-asked-end", **_DAYS)))


def note(context: Context, value: str) -> Turn | None:
    """A button under the note or under what will be sent."""
    if not context.memo(_TO) or context.conversation.step not in (NOTE, CONFIRM):
        return None
    if value == CANCEL:
        return _instead(context, "meeting-cancelled")
    if value == NONE:
        return show_confirm(context.at(NAME, CONFIRM).remembering(**{_NOTE: ""}))
    return show_note(context.at(NAME, NOTE)) if value == AGAIN_NOTE else None


def send(context: Context, value: str) -> Turn | None:
    """It leaves, if it still may."""
    if context.conversation.step != CONFIRM or value != context.memo(_TO):
        return None
    member, refusal = _allowed(context, number_of(value))
    if refusal is not None or member is None:
        return refusal
    there = context.speaking(member.language)
    words = Words(_request(context, member), labels(there, *_REQUEST), context.world.morning)
    asked = AskIntroduction(member.community, member.person, context.memo(_NOTE), words)
    name = "meeting-sent-morning" if tonight(context) else "meeting-sent"
    left = MOST_ASKED - len(_asked_of_late(context)) - 1
    said = context.say(name, who=who(context, member), left=left, **_DAYS)
    choices = (button(context, "mine", "list", "meeting-mine-button"),)
    return _left(context).turn(Reply(said, choices), asked)


def _opened(context: Context, known: Introduction) -> Turn:
    """Both said yes."""
    there = context.speaking(known.language)
    me = who(there, myself(context))
    write = ("write", there.say("meeting-write", who=me))
    words = Words(there.say("meeting-accepted", who=me), (write, *labels(there, "close")), context.world.morning)
    said = context.say("meeting-open", who=who(context, known.who))
    choices = (
        button(context, "write", known.id, "meeting-write", who=who(context, known.who)),
        button(context, "close", known.id, "meeting-button-close"),
    )
    return context.turn(SettleIntroduction(known.id, OPEN, words), Reply(said, choices))


def yes(context: Context, value: str) -> Turn | None:
    """Who was asked says yes; also after a no, while the other one still waits."""
    found = claimed(context, value)
    if found is None or found.mine:
        return None
    if found.seems_open():
        write = button(context, "write", found.id, "meeting-write", who=who(context, found.who))
        return context.turn(Reply(context.say("meeting-already-open"), (write,)))
    if not (found.seems_to_wait(context.now) and found.stands):
        return context.turn(Reply(context.say("meeting-ended")))
    return _opened(context, found)


def no(context: Context, value: str) -> Turn | None:
    """Who was asked says no: nobody is told."""
    found = claimed(context, value)
    if found is None or found.mine:
        return None
    if not found.waits(context.now):
        return context.turn(Reply(context.say("meeting-ended")))
    return context.turn(SettleIntroduction(found.id, REFUSED), Reply(context.say("meeting-declined")))


def take_back(context: Context, value: str) -> Turn | None:
    """Who asked does not ask any more; they learn nothing of an answer that came meanwhile."""
    found = claimed(context, value)
    if found is None or not found.mine:
        return None
    if not found.seems_to_wait(context.now):
        return context.turn(Reply(context.say("meeting-ended")))
    otherwise = button(context, "open", "menu", "meeting-otherwise")
    said = Reply(context.say("meeting-taken-back"), (otherwise,))
    return context.turn(SettleIntroduction(found.id, CLOSED), said)
