"""Coming to gatherings, as one subject of conversation. The parts are beside this file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import coming_list, coming_more, coming_seat, coming_there, coming_walk
from handlers.dialogues.coming_words import NAME
from handlers.understand import key

_HEARD = "heard-"
_CANCEL = "cancel"

_STEPS: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "page": coming_list.page,
    "show": coming_list.show,
    "mine": lambda context, _: coming_list.mine(context),
    "ics": coming_list.calendar,
    "yes": coming_seat.yes,
    "no": coming_seat.no,
    "many": coming_seat.many,
    "seats": coming_seat.seats,
    "take": coming_seat.take,
    "list": coming_more.for_list,
    "name": coming_more.ask_name,
    "unname": coming_more.unname,
    "need": coming_more.need,
    "follow": coming_more.follow,
    "unfollow": coming_more.unfollow,
    "walk": coming_walk.choose,
    "join": coming_walk.join,
    "part": coming_walk.part,
}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    """A button, checked again as if it had been typed. Any of them leaves the question of the name."""
    if step == "naming":
        return coming_more.cancelled(context) if asks(context.conversation) else None
    context = coming_more.left(context) if asks(context.conversation) else context
    if step.startswith(_HEARD):
        return coming_more.decided(context, step.removeprefix(_HEARD), value)
    return _STEPS[step](context, value) if step in _STEPS else None


asks = asking(NAME, coming_more.ASK_NAME)


def _answer(context: Context) -> Turn | None:
    if key(context.inbound.text) in ("1", key(context.say("coming-name-cancel"))):
        return coming_more.cancelled(context)
    return coming_more.typed_name(context)


def _many(context: Context, argument: str) -> Turn | None:
    return coming_walk.said(context) or coming_seat.said_many(context, argument)


def _out(context: Context, argument: str) -> Turn | None:
    return coming_more.cancelled(context)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={
        "rencontres": coming_list.listed,
        "mes_rencontres": lambda context, _: coming_list.mine(context),
        "viens": coming_seat.said_yes,
        "viens_plus": coming_seat.said_no,
        "nous_sommes": _many,
        "etape": coming_walk.guided,
        "present": coming_there.said,
    },
    asks=asks,
    answer=_answer,
    show=coming_more.show_name,
    free=asks,
    moves={"retour": _out, "annuler": _out, "arreter": _out, "passer": _out},
)
