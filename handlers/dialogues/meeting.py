"""Members meet: they look for each other, ask, answer, and write through the bot. The parts are beside this file."""

from __future__ import annotations

from handlers import consent, offers
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import meeting_ask, meeting_report, meeting_search, meeting_talk
from handlers.dialogues.meeting_words import NAME, button, who
from handlers.meetings import OFFERS, SEARCHES, SEEKS, Introduction, choice_meant
from handlers.messages import Choice, Reply
from handlers.understand import Option, match

_SHOWN = {
    meeting_ask.NOTE: meeting_ask.show_note,
    meeting_ask.CONFIRM: meeting_ask.show_confirm,
    meeting_talk.WRITE: meeting_talk.show,
    meeting_search.WHERE: meeting_search.where,
    meeting_report.REPORT: meeting_report.show,
    **{f"{meeting_search.WHICH}{searched}": meeting_search.which for searched in SEARCHES},
}
_TYPED = {
    meeting_ask.NOTE: meeting_ask.typed_note,
    meeting_talk.WRITE: meeting_talk.typed,
    meeting_search.WHERE: meeting_search.place,
}
_YES = (f"{NAME}/send:", f"{NAME}/report:")
_FREE = (meeting_ask.NOTE, meeting_talk.WRITE)
_CANCEL = {
    meeting_ask.NOTE: "note:cancel",
    meeting_ask.CONFIRM: "note:cancel",
    meeting_talk.WRITE: "write:cancel",
    meeting_search.WHERE: "where:cancel",
    meeting_report.REPORT: "report:cancel",
}
_OF_QUESTION = {
    meeting_ask.NOTE: ("note",),
    meeting_ask.CONFIRM: ("note", "send"),
    meeting_talk.WRITE: ("write",),
    meeting_search.WHERE: ("where",),
    meeting_report.REPORT: ("report",),
}
"""The buttons that answer a question; any other one leaves it, so that a number means what is shown."""
# To these a person answers even when they may meet nobody any more.
_OF_MEMBERS = frozenset({"open", "by", "see", "ask", "send", "yes", *SEARCHES})
_STEPS = {
    "by": meeting_search.by,
    "see": meeting_search.see,
    "ask": meeting_ask.ask,
    "note": meeting_ask.note,
    "send": meeting_ask.send,
    "yes": meeting_ask.yes,
    "no": meeting_ask.no,
    "back": meeting_ask.take_back,
    "write": meeting_talk.write,
    "close": meeting_talk.close,
    "stop": meeting_talk.stop,
    "unblock": meeting_talk.unblock,
    "signal": meeting_report.signal,
    "report": meeting_report.report,
}


def _left(context: Context) -> Context:
    """The conversation where it was before one of these questions."""
    return context.returned() if asks(context.conversation) else context


def meet(context: Context, argument: str = "") -> Turn:
    """« rencontrer »."""
    context = _left(context)
    return meeting_search.refused(context) or meeting_search.menu(context)


def looking(context: Context, argument: str = "") -> Turn:
    """« je cherche »: members who offer."""
    context = _left(context)
    return meeting_search.refused(context) or meeting_search.by(context, OFFERS) or meeting_search.menu(context)


def offering(context: Context, argument: str = "") -> Turn:
    """« je propose »: members who seek."""
    context = _left(context)
    return meeting_search.refused(context) or meeting_search.by(context, SEEKS) or meeting_search.menu(context)


def mine(context: Context, argument: str = "") -> Turn:
    """« mes demandes »: what waits, and with whom one may write."""
    context = _left(context)
    found = context.world.meetings.mine(context.now)
    shown = [each for each in found if each.seems_open() or _waits(context, each)]
    blocks = (button(context, "blocks", "list", "meeting-blocks-button"),) if context.world.meetings.blocked() else ()
    ways = (*blocks, button(context, "open", "menu", "meeting-otherwise"))
    if not shown:
        return context.turn(Reply(context.say("meeting-mine-none"), ways))
    lines = [_line(context, each) for each in shown]
    choices = [choice for each in shown for choice in _choices(context, each, shown)]
    return context.turn(Reply("\n".join((context.say("meeting-mine"), *lines)), (*choices, *ways)))


def blocked(context: Context, argument: str = "") -> Turn:
    """« mes blocages »."""
    return meeting_talk.blocks(_left(context))


def _waits(context: Context, each: Introduction) -> bool:
    return each.seems_to_wait(context.now) if each.mine else each.waits(context.now)


def _line(context: Context, each: Introduction) -> str:
    name = "open" if each.seems_open() else "asked" if each.mine else "waits"
    return context.say(f"meeting-mine-{name}", who=who(context, each.who), day=context.day(each.asked_at))


def _choices(context: Context, each: Introduction, shown: list[Introduction]) -> list[Choice]:
    """Two people of one name are told apart by the day."""
    named = who(context, each.who)
    if sum(who(context, other.who) == named for other in shown) > 1:
        named = context.say("meeting-mine-named", who=named, day=context.day(each.asked_at))
    steps = ("write", "close") if each.seems_open() else ("back",) if each.mine else ("yes", "no")
    return [button(context, step, each.id, f"meeting-mine-do-{step}", who=named) for step in steps]


def awaiting(context: Context) -> Context:
    """What others had passed on last can be answered by a letter, as if it had been said here."""
    if not consent.has_yes(context, consent.COMMUNITY):
        return context
    choices = context.world.meetings.awaited(context.world.person.last_seen or context.now)
    return offers.lettering(context, choices) if choices else context


asks = asking(NAME, *_SHOWN)


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    return _SHOWN[context.conversation.step](context, *first)


def answer(context: Context) -> Turn | None:
    """A typed answer: a button by its number or its label, or free text."""
    step = context.conversation.step
    choices = [choice for effect in show(context).effects for choice in _buttons(effect)]
    listed = step.startswith(meeting_search.WHICH)
    options = meeting_search.values(context) if listed else [_option(context, choice) for choice in choices]
    found = match(context.inbound.text, options, context.guide.lexicon)
    if found.numbered and free(context.conversation):
        return show(context, context.say("form-words-only"))
    if found.found and (found.exact or found.numbered or step not in _TYPED):
        _, at, value = found.values[0].replace("/", ":").split(":", 2)
        return choose(context, at, value)
    return _TYPED[step](context) if step in _TYPED else None


def _option(context: Context, choice: Choice) -> Option:
    """A button, which « oui » or « non » means too, where these are not for the other one."""
    says = "says-non" if choice.id.endswith(":cancel") else "says-oui" if choice.id.startswith(_YES) else ""
    ways = context.guide.wording.parts(says) if says and not free(context.conversation) else ()
    return Option(choice.id, choice.label, ways)


def _buttons(effect: object) -> tuple[Choice, ...]:
    reply = getattr(effect, "reply", None)
    return reply.choices if isinstance(reply, Reply) else ()


def free(conversation: Conversation) -> bool:
    """True where what is typed is for the other one."""
    return asks(conversation) and conversation.step in _FREE


def _cancel(context: Context, argument: str) -> Turn | None:
    step, _, value = _CANCEL.get(context.conversation.step, "open:menu").partition(":")
    return choose(context, step, value)


def _words(context: Context, argument: str) -> Turn | None:
    """« bonjour » or « merci » alone is for the other one too."""
    return _TYPED[context.conversation.step](context) if free(context.conversation) else None


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button, checked again as if it had been typed."""
    step, value = choice_meant(step, value)
    if step not in _OF_QUESTION.get(context.conversation.step, ()):
        context = _left(context)
    if step in _OF_MEMBERS and (turn := meeting_search.refused(context)) is not None:
        return turn
    if step in SEARCHES:
        wanted = meeting_search.read(step, value)
        return meeting_search.results(context, *wanted) if wanted is not None else None
    if step == meeting_search.WHERE:
        return meeting_search.menu(_left(context))
    if step in ("open", "again"):
        return meet(context)
    if step in ("mine", "blocks"):
        return mine(context) if step == "mine" else blocked(context)
    found = _STEPS.get(step)
    return found(context, value) if found is not None else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=choose,
    asks=asks,
    answer=answer,
    show=show,
    free=free,
    moves={"retour": _cancel, "arreter": _cancel, "merci": _words, "start": _words},
    commands={
        "rencontrer": meet,
        "cherche": looking,
        "propose": offering,
        "demandes": mine,
        "blocages": blocked,
    },
)
