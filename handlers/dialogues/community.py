"""The communities and a member's card, as one subject of conversation: what is asked, and what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import drafts, form_moves, form_review, forms
from handlers.card_words import NO
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import community_ask, community_card, community_join, community_leave
from handlers.dialogues.community_ask import ASKS, CONSENT, LEAVE, REPEAT
from handlers.dialogues.community_form import FORM, NAME, takes_text
from handlers.dialogues.community_list import open_list
from handlers.form_moves import Move

_OUT = frozenset({"annuler", "arreter", "retour"})
_AS_IT_WAS = frozenset({"retour", "passer"})
_DECIDED = {CONSENT: community_join.decided, REPEAT: community_join.repeated, LEAVE: community_leave.decided}


asks = asking(NAME)


def free(conversation: Conversation) -> bool:
    """True while a free text is asked."""
    return conversation.dialogue == NAME and takes_text(conversation.step)


def _what(context: Context) -> str:
    return context.conversation.step.partition(".")[0]


def show(context: Context, *first: str) -> Turn:
    """What is asked, again."""
    if _what(context) in ASKS:
        return community_ask.show(context, *first)
    if not community_join.may_fill(context):
        return open_list(drafts.drop(context, NAME))
    if context.conversation.step == form_review.REVIEW:
        return form_review.show(FORM, context, *first)
    return forms.again(FORM, context, *first)


def answer(context: Context) -> Turn | None:
    """A typed answer to what is asked."""
    step = context.conversation.step
    if _what(context) in ASKS:
        value = community_ask.read(context)
        return _choose(context, step, value) if value else None
    if not community_join.may_fill(context):
        return open_list(drafts.drop(context, NAME))
    if step == form_review.REVIEW or step in FORM.names(context):
        return form_review.answer(FORM, context, community_join.confirmed)
    return show(context)


def _choose(context: Context, step: str, value: str) -> Turn | None:
    """A button: a yes or a no that is still asked, a way in, or the form's."""
    what, _, id = step.partition(".")
    if what in ASKS and id:
        asked = context.conversation.asks(NAME, step)
        return _DECIDED[what](context, id, value) if asked else None
    if step == "resume":
        return community_join.resume(context)
    if step in _WAYS:
        return _aside(_WAYS[step])(context, value)
    if not community_join.may_fill(context):
        return None
    here = step == form_review.REVIEW or step in FORM.names(context)
    return form_review.choose(FORM, context, step, value, community_join.confirmed) if here else None


_WAYS: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "open": lambda context, _: open_list(context),
    "join": community_join.join,
    "leave": lambda context, value: community_leave.chosen(context, value) or community_leave.leave(context),
    "card": community_card.choose,
    "edit": community_card.edit,
    "shown": lambda context, name: community_card.turned(context, name, opened=True),
    "hidden": lambda context, name: community_card.turned(context, name, opened=False),
}
"""Buttons that open something, whatever is asked."""


def _aside(way: Callable[[Context, str], Turn | None]) -> Callable[[Context, str], Turn | None]:
    """What is asked here is left, its answers kept: numbers then mean what is shown."""

    def opened(context: Context, value: str = "") -> Turn | None:
        if _what(context) == LEAVE and context.conversation.dialogue == NAME:
            return way(context.returned(), value)
        return way(drafts.leave(context, NAME), value)

    return opened


def _move(name: str, move: Move) -> Move:
    """What a command does to what is asked here: to a field or the review as in any form, to a yes or no less."""

    def moved(context: Context, argument: str) -> Turn | None:
        if not asks(context.conversation):
            return community_join.resume(context)
        what, _, id = context.conversation.step.partition(".")
        if name == "pourquoi" and what in ASKS and not argument:
            return community_ask.show(context, context.say(f"member-why-{what}"))
        if what == LEAVE:
            return community_leave.decided(context, id, NO) if name in _OUT else show(context)
        if what in ASKS:
            return form_review.cancel(FORM, context) if name in _OUT else show(context)
        if name in _AS_IT_WAS and community_card.edits(context):
            return community_card.unchanged(context)
        return move(context, argument) if community_join.may_fill(context) else open_list(drafts.drop(context, NAME))

    return moved


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={
        "communaute": _aside(open_list),
        "profil": _aside(community_card.show),
        "quitter_communaute": _aside(community_leave.leave),
        "fiche_juste": _aside(community_card.still_right),
    },
    asks=asks,
    answer=answer,
    show=show,
    moves={name: _move(name, move) for name, move in form_moves.moves(FORM).items()},
    free=free,
)
