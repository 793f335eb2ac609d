"""What an animator makes of gatherings, as one subject of conversation: what is asked, and what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import drafts, form_moves, form_review, forms
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import gatherings_ask, gatherings_desk, gatherings_review
from handlers.dialogues.gatherings_desk import NO, NONE, PASTE, REASON, SURE, YES
from handlers.dialogues.gatherings_form import NAME
from handlers.dialogues.gatherings_review import FORM, REVIEW, WHICH
from handlers.form_moves import Move
from handlers.gatherings import Gathering
from handlers.messages import number_of
from handlers.understand import Option, match

_OUT = frozenset({"annuler", "arreter", "retour"})
_SHOWN = (REASON, SURE)


asks = asking(NAME)


def _what(context: Context) -> str:
    return context.conversation.step.partition(".")[0]


def _gathering(context: Context) -> Gathering | None:
    """The one that a question is about, if it is still of a network that the person animates."""
    return gatherings_desk.own(context, context.conversation.step.partition(".")[2])


def show(context: Context, *first: str) -> Turn:
    """What is asked, again."""
    what = _what(context)
    if what in _SHOWN:
        gathering = _gathering(context)
        if gathering is None:
            return gatherings_desk.open_list(context.returned())
        ask = gatherings_desk.ask_reason if what == REASON else gatherings_desk.ask_sure
        return ask(context, gathering, *first)
    if what == PASTE:
        return gatherings_desk.ask_paste(context, *first)
    if what == WHICH:
        return gatherings_review.which_again(context, *first)
    if what == REVIEW and form_review.is_whole(FORM, context):
        return gatherings_review.show(FORM, context, *first)
    return forms.again(FORM, context, *first)


def answer(context: Context) -> Turn | None:
    """A typed answer to what is asked."""
    what = _what(context)
    if what in _SHOWN:
        return _answer_about(context, what)
    if what == PASTE:
        pasted = gatherings_ask.is_pasted(context)
        return (
            gatherings_ask.paste(context.returned())
            if pasted
            else gatherings_desk.ask_paste(context, context.say("gathering-paste-unread"))
        )
    if what in (REVIEW, WHICH):
        if gatherings_ask.is_pasted(context) or gatherings_ask.is_walked(context):
            return gatherings_ask.paste(context)
        return gatherings_review.read(context) if what == REVIEW else gatherings_review.read_which(context)
    if what not in FORM.names(context):
        return show(context)
    return gatherings_ask.answer(context)


def _answer_about(context: Context, what: str) -> Turn | None:
    gathering = _gathering(context)
    if gathering is None:
        return show(context)
    values = ((NONE, "gathering-no-reason"), (NO, "gathering-cancel-no"))
    if what == SURE:
        values = ((YES, "gathering-cancel-yes"), (NO, "gathering-cancel-no"))
    wording = context.guide.wording
    says = {YES: "says-oui", NO: "says-non", NONE: "says-form-nothing"}
    options = tuple(Option(value, context.say(label), wording.parts(says[value])) for value, label in values)
    found = match(context.inbound.text, options, context.guide.lexicon)
    if found.found and (found.exact or found.numbered or what == SURE):
        return _about(context, what, gathering, found.values[0])
    return gatherings_desk.reason(context, gathering, context.inbound.text) if what == REASON else None


def _about(context: Context, what: str, gathering: Gathering, value: str) -> Turn | None:
    if what == SURE or value == NO:
        return gatherings_desk.decided(context, gathering, value)
    return gatherings_desk.ask_sure(context, gathering) if value == NONE else None


def _choose(context: Context, step: str, value: str) -> Turn | None:
    """A button: a yes or a no that is still asked, a way in, or the form's."""
    what, _, id = step.partition(".")
    if what in _SHOWN and id:
        here, gathering = context.conversation, gatherings_desk.own(context, id)
        asked = here.asks(NAME, step)
        return _about(context, what, gathering, value) if asked and gathering else None
    if step == PASTE and value == NO:
        away = context.returned() if _what(context) == PASTE else context
        return gatherings_desk.open_list(away)
    if step in _OPENED:
        return _OPENED[step](_aside(context), value)
    if step in _WAYS:
        gathering = gatherings_desk.own(context, value)
        return _WAYS[step](_aside(context), gathering) if gathering else None
    if step == REVIEW:
        return gatherings_review.choose(context, value)
    if what == WHICH:
        return gatherings_review.correct(context, value)
    return gatherings_ask.chose(context, step, value) if step in FORM.names(context) else None


def _aside(context: Context) -> Context:
    """What is asked here is left, its answers kept: numbers then mean what is shown."""
    if _what(context) in (*_SHOWN, PASTE) and context.conversation.dialogue == NAME:
        return context.returned()
    return drafts.leave(context, NAME)


_OPENED: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "open": lambda context, value: gatherings_desk.open_list(context, first=number_of(value) or 0),
    "new": lambda context, _: gatherings_desk.new(context),
    "anew": lambda context, _: gatherings_desk.new(drafts.drop(context, NAME)),
    "resume": lambda context, _: form_moves.resume(FORM, context),
    "quit": lambda context, _: form_review.cancel(FORM, context),
    PASTE: lambda context, _: gatherings_desk.ask_paste(context),
    "again": lambda context, value: gatherings_desk.again(context, number_of(value) or 0),
}
_WAYS: Mapping[str, Callable[[Context, Gathering], Turn | None]] = {
    "show": gatherings_desk.show,
    "edit": gatherings_desk.edit,
    "move": lambda context, gathering: gatherings_desk.edit(context, gathering, moving=True),
    "copy": gatherings_desk.copy,
    "cancel": gatherings_desk.ask_reason,
    "drop": gatherings_desk.drop,
}
"""Buttons that open something, whatever is asked, and those that are about one gathering."""


def _move(name: str, move: Move) -> Move:
    """What a command does to what is asked here."""

    def moved(context: Context, argument: str) -> Turn | None:
        what = _what(context) if asks(context.conversation) else ""
        if what in _SHOWN:
            gathering = _gathering(context)
            out = name in _OUT and gathering is not None
            return gatherings_desk.decided(context, gathering, NO) if out and gathering else show(context)
        if what == PASTE:
            return gatherings_desk.open_list(context.returned()) if name in _OUT else show(context)
        if what == WHICH and name == "retour":
            return gatherings_review.show(FORM, context)
        if what == REVIEW and name == "modifier":
            return gatherings_review.which(context)
        return move(context, argument)

    return moved


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={
        "organiser": lambda context, _: gatherings_desk.open_list(_aside(context)),
        "nouvelle_rencontre": lambda context, _: gatherings_desk.new(_aside(context)),
    },
    asks=asks,
    answer=answer,
    show=show,
    moves={name: _move(name, move) for name, move in form_moves.moves(FORM).items()},
    free=asks,
)
