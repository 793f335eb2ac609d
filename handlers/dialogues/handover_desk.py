"""A hand-over seen by the network that it was given to: a yes with a word, a no with its reason, words afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import cards, counted, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.handover_words import NAME, called, reason_of, with_next_door
from handlers.dialogues.request_words import about, handled, holder_told, own, readers_told, used
from handlers.effects import Effect
from handlers.effects_intake import Count
from handlers.effects_requests import AnswerRequest
from handlers.handovers import IN_TIME, LONGEST_REASON, LONGEST_WORDS, REASONS
from handlers.messages import Choice, Reply
from handlers.requests import ACCEPTED, HANDOVER, OPEN, REFUSED, Request
from handlers.understand import Option, match

ACCEPT, REFUSE, WRITE = "accept", "refuse", "write"
STEPS = frozenset({ACCEPT, REFUSE, WRITE})
_ASK: Mapping[str, str] = {ACCEPT: "yes-", REFUSE: "no-", WRITE: "to-"}
"""A button, and how the step begins that asks what goes with it."""
_SEND, _CANCEL = "send", "cancel"
_WAITING = "todo/open:0"
_BACK: tuple[tuple[str, str], ...] = ((f"{NAME}/{WRITE}", "handover-write"), (f"{NAME}/withdraw", "handover-withdraw"))


def asks(step: str) -> bool:
    """True of a step that asks what to tell the other side."""
    return step.startswith(tuple(_ASK.values()))


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button under what was told, or under a question of this module."""
    if step in STEPS:
        return _open(context, step, value)
    here = context.conversation
    if here.dialogue != NAME or here.step != step:
        return None
    if value == _CANCEL:
        left = context.returned()
        return left.turn(Reply(left.say("handover-kept")))
    return _settle(context, value)


def _open(context: Context, step: str, value: str) -> Turn:
    """What goes with a yes, a no, or a word: asked if it may still be said."""
    found = _may(context, step, value)
    if found is None:
        return _gone(context)
    if step != WRITE and found.state != OPEN:
        return context.turn(Reply(context.say("handover-answered-already"), _todo(context)))
    begun = context.returned() if context.conversation.dialogue == NAME and asks(context.conversation.step) else context
    return show(begun.leaving_for(NAME, f"{_ASK[step]}{found.id}"))


def _may(context: Context, step: str, value: str) -> Request | None:
    """The request, if the person of the turn answers for its network now; for a word, also if it is theirs."""
    found = handled(context, value) or (own(context, value) if step == WRITE else None)
    if found is None or found.kind != HANDOVER or found.is_over:
        return None
    return None if step == WRITE and found.state != ACCEPTED else found


def _gone(context: Context) -> Turn:
    here = context.conversation
    left = context.returned() if here.dialogue == NAME and asks(here.step) else context
    return left.turn(Reply(left.say("request-gone")))


def _todo(context: Context) -> tuple[Choice, ...]:
    return (context.choice(_WAITING, "handover-todo"),)


# The question in course.


def _current(context: Context) -> tuple[str, Request | None]:
    step, _, id = context.conversation.step.partition("-")
    what = next(what for what, prefix in _ASK.items() if prefix == f"{step}-")
    return what, _may(context, what, id)


def show(context: Context, *first: str) -> Turn:
    """What to tell the other side?"""
    what, found = _current(context)
    if found is None:
        return _gone(context)
    asked = context.say(f"handover-ask-{'own' if what == WRITE and found.own else what}", about=about(context, found))
    return context.turn(Reply("\n\n".join((*first, asked)), _choices(context, what)))


def _choices(context: Context, what: str) -> tuple[Choice, ...]:
    path = f"{NAME}/{context.conversation.step}"
    shown = [context.choice(f"{path}:{_SEND}", "handover-accept-bare")] if what == ACCEPT else []
    if what == REFUSE:
        shown = [context.choice(f"{path}:{reason}", f"handover-why-{reason}") for reason in REASONS]
    return (*shown, context.choice(f"{path}:{_CANCEL}", "handover-cancel"))


def answer(context: Context) -> Turn | None:
    """A button by its number or its words; any other text is for the other side."""
    what, found = _current(context)
    if found is None:
        return _gone(context)
    options = [Option(each.id.rpartition(":")[2], each.label) for each in _choices(context, what)]
    read = match(context.inbound.text, options, context.guide.lexicon)
    if read.numbered and len(options) == 1:
        return show(context, context.say("form-words-only"))
    if read.found and (read.exact or read.numbered):
        return choose(context, context.conversation.step, read.values[0])
    text = " ".join(context.inbound.text.split())
    longest = LONGEST_REASON if what == REFUSE else LONGEST_WORDS
    if len(text) > longest:
        return show(context, context.say("form-too-long", most=longest))
    if (name := sensitive.find(text, context.guide.wording)) and not _is_contact(what, name):
        return show(context, context.say(name))
    return _said(context, what, found, text) if text else show(context)


def _is_contact(what: str, name: str) -> bool:
    """A network that gives its own telephone or address tells nothing personal; nor does a holder who chooses to."""
    return what != REFUSE and name == "personal-answer"


def _settle(context: Context, value: str) -> Turn | None:
    what, found = _current(context)
    if found is None:
        return _gone(context)
    if what == ACCEPT and value == _SEND:
        return _said(context, what, found, "")
    return _said(context, what, found, value) if what == REFUSE and value in REASONS else None


def move(context: Context, name: str) -> Turn | None:
    """A way out leaves all as it was; a polite word is for the other side."""
    if name in ("retour", "annuler", "arreter"):
        return choose(context, context.conversation.step, _CANCEL)
    return answer(context) if name in ("start", "merci") else show(context)


# What it causes.


def _said(context: Context, what: str, found: Request, text: str) -> Turn:
    left = context.returned()
    return _SAYS[what](left, found, text)


def _accepted(context: Context, found: Request, text: str) -> Turn:
    if found.state != OPEN:
        return context.turn(Reply(context.say("handover-answered-already"), _todo(context)))
    there = context.speaking(found.language)
    known = found.scheme in context.pack.scheme_by_id
    steps = cards.steps(there, cards.scheme_of(there, found.scheme)) if known and not text else []
    words = there.say("handover-their-words", text=text) if text else "\n".join(steps)
    values = {"network": called(there, found.network), "words": words}
    told = holder_told(context, found, ACCEPT, "handover-accepted-told", _BACK, **values)
    said = Reply(context.say("handover-accepted"), _todo(context))
    return context.turn(AnswerRequest(found.id, ACCEPTED), told, said, *_answered(context, found, "handover-accept"))


def _refused(context: Context, found: Request, text: str) -> Turn:
    if found.state != OPEN:
        return context.turn(Reply(context.say("handover-answered-already"), _todo(context)))
    reason = reason_of(context, found, text)
    told = with_next_door(context, found, REFUSE, "handover-refused-told", reason=reason)
    said = Reply(context.say("handover-refused"), _todo(context))
    done = _answered(context, found, "handover-refuse")
    return context.turn(AnswerRequest(found.id, REFUSED, text), told, said, *done)


def _answered(context: Context, found: Request, action: str) -> tuple[Effect, ...]:
    """That a role was used, and the first answer counted."""
    in_time = found.waiting_at is not None and context.now - found.asked_at <= IN_TIME
    counts = [Count(counted.HANDOVER_ANSWERED, found.network)]
    counts += [Count(counted.HANDOVER_IN_TIME, found.network)] if in_time else []
    return (*used(context, found, action), *counts)


def _written(context: Context, found: Request, text: str) -> Turn:
    """A word more, either way, without a name."""
    what, network = f"word{context.conversation.version}", called(context, found.network)
    if found.own:
        buttons = ((f"{NAME}/{WRITE}", "handover-write"),)
        told = readers_told(context, found, what, "handover-word-told", buttons, network=network, text=text)
        said = Reply(context.say("handover-word-sent" if told else "handover-nobody-now", network=network))
        return context.turn(*told, said)
    word = holder_told(context, found, what, "handover-word-holder", _BACK, network=network, text=text)
    said = Reply(context.say("handover-word-sent-holder"), _todo(context))
    return context.turn(word, said, *used(context, found, "handover-write"))


_SAYS: Mapping[str, Callable[[Context, Request, str], Turn]] = {
    ACCEPT: _accepted,
    REFUSE: _refused,
    WRITE: _written,
}
