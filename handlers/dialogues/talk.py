"""« Parler à quelqu'un »: to which network, the question, and whether to send it. Where nobody reads, the contacts."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import bare
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import talk_ask, talk_on
from handlers.dialogues.handoff import contacts
from handlers.dialogues.relay import is_sentence
from handlers.dialogues.talk_ask import ANYONE, CONTACTS, EDIT, YES
from handlers.dialogues.talk_on import AT, TEXT, TO, left
from handlers.messages import Choice, Reply
from handlers.requests import Request
from handlers.talk_words import (
    ANSWER,
    ASK,
    CANCEL,
    CONFIRM,
    DONE,
    NAME,
    NETWORK,
    REPLY,
    WRITE,
    short,
    talks_of,
)
from handlers.talks import MOST_OPEN
from handlers.understand import Option, match

_MOST_SHOWN = 2
_FEWEST_LETTERS = 3


def human(context: Context, argument: str = "") -> Turn:
    """« humain », « parler à quelqu'un »: the question that is open, or a new one."""
    held = talks_of(context)
    return _current(context, held) if held else begin(context)


def begin(context: Context) -> Turn:
    """A new question: to whom?"""
    found = talk_ask.offered(context)
    if not found:
        gone = left(context)
        return gone.turn(Reply(contacts(gone)))
    if len(talks_of(context)) >= MOST_OPEN:
        gone = left(context)
        return gone.turn(Reply(gone.say("talk-too-many")))
    if len(found) == 1:
        return _to(context, found[0])
    return show(left(context).leaving_for(NAME, NETWORK))


def _current(context: Context, held: tuple[Request, ...]) -> Turn:
    """What became of the questions that are open, and what can be done with them."""
    lines: list[str] = []
    choices: list[Choice] = []
    for each in held[:_MOST_SHOWN]:
        values = {"network": context.pack.network_name(each.network), "text": short(each.body or "")}
        if each.waiting_at is not None:
            lines.append(context.say("talk-state-waiting", day=context.day(each.waiting_at), **values))
        else:
            lines.append(context.say("talk-state-answered", **values))
        named = "talk-add" if len(held) == 1 else "talk-add-to"
        choices.append(context.choice(f"{NAME}/{REPLY}:{each.id}", named, network=values["network"]))
        named = "talk-settled" if len(held) == 1 else "talk-settled-with"
        choices.append(context.choice(f"{NAME}/{DONE}:{each.id}", named, network=values["network"]))
    if len(held) < MOST_OPEN:
        choices.append(context.choice(f"{NAME}/{ASK}:new", "talk-other"))
    return context.turn(Reply("\n\n".join(lines), tuple(choices)))


def _to(context: Context, network: str) -> Turn:
    """The question to one network; if it has one of this person, something more to it."""
    mine = next((each for each in talks_of(context) if each.network == network), None)
    if mine is not None:
        turn = talk_on.write(context, REPLY, str(mine.id))
        assert turn is not None
        return turn
    begun = left(context).leaving_for(NAME, WRITE)
    return show(begun.remembering(**{TO: network}))


asks = asking(NAME, NETWORK, WRITE, CONFIRM, REPLY, ANSWER)


def free(conversation: Conversation) -> bool:
    """True where nearly any text is for the other side."""
    return asks(conversation) and conversation.step in (WRITE, REPLY, ANSWER)


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    step = context.conversation.step
    if step in (REPLY, ANSWER):
        find = talk_on.asked_by_me if step == REPLY else _theirs
        request = find(context, context.memo(AT))
        return context.turn(talk_on.asks_for(context, request, *first)) if request is not None else _lost(context)
    if step == NETWORK:
        text, choices = context.say("talk-ask-network"), talk_ask.networks(context)
    elif step == WRITE:
        text, choices = talk_ask.asked(context), (talk_ask.no_button(context),)
    else:
        text, choices = talk_ask.to_confirm(context), talk_ask.confirming(context)
    return context.turn(Reply("\n\n".join((*first, text)), choices))


def _theirs(context: Context, value: str) -> Request | None:
    found = talk_on.asked_of_me(context, value)
    return found[0] if found is not None else None


def _lost(context: Context) -> Turn:
    gone = left(context)
    return gone.turn(Reply(gone.say("talk-is-over")))


def answer(context: Context) -> Turn | None:
    """What was typed: a network, the question, yes or no, or words for the other side."""
    step = context.conversation.step
    found = match(context.inbound.text, _options(context), context.guide.lexicon)
    words = free(context.conversation)
    if found.found and (found.exact or not words):
        return choose(context, step, found.values[0])
    # A number answers nothing here: it must not give up what was to be written.
    if words and (found.numbered or (step == WRITE and bare.is_no_question(context, context.inbound.text))):
        return show(context, context.say("form-words-only"))
    if step in (REPLY, ANSWER):
        return talk_on.written(context)
    return _written(context, context.inbound.text) if step == WRITE else None


def _options(context: Context) -> list[Option]:
    parts = context.guide.wording.parts
    says: Mapping[str, str] = {YES: "says-oui", CANCEL: "says-non"} if context.conversation.step == CONFIRM else {}
    shown = (getattr(effect, "reply", None) for effect in show(context).effects)
    choices = (choice for reply in shown if isinstance(reply, Reply) for choice in reply.choices)
    values = ((each.id.rpartition(":")[2], each.label) for each in choices)
    return [Option(value, label, parts(says[value]) if value in says else ()) for value, label in values]


def _written(context: Context, text: str) -> Turn:
    why = talk_on.unfit(context, text)
    if why is not None:
        return show(context, why)
    return show(context.at(NAME, CONFIRM).remembering(**{TEXT: text}))


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button, checked again as if it had been typed."""
    if step == ASK:
        return begin(context)
    if step in (NETWORK, WRITE, CONFIRM, REPLY, ANSWER) and value == CANCEL:
        gone = left(context)
        return gone.turn(Reply(gone.say("talk-kept")))
    match step:
        case "reply" | "answer":
            return talk_on.write(context, step, value)
        case "done":
            return talk_on.done(context, value)
        case "over":
            return talk_on.over(context, value)
        case "network":
            return _network(context, value)
        case "confirm" if context.conversation.asks(NAME, CONFIRM):
            return _confirmed(context, value)
        case _:
            return None


def _network(context: Context, value: str) -> Turn | None:
    if value == CONTACTS:
        gone = left(context)
        return gone.turn(Reply(contacts(gone)))
    found = talk_ask.offered(context)
    if value == ANYONE and found:
        return _to(context, found[0])
    return _to(context, value) if value in found else None


def _confirmed(context: Context, value: str) -> Turn | None:
    mine = talk_on.asked_by_me(context, context.memo(AT)) if context.memo(AT) else None
    if value == EDIT:
        return show(context.at(NAME, REPLY if mine is not None else WRITE))
    if value != YES or not context.memo(TEXT):
        return None
    return talk_on.add(context, mine, context.memo(TEXT)) if mine is not None else talk_ask.sent(context)


def heard(context: Context) -> Turn | None:
    """The next sentence after an answer of the network, with no question open: perhaps for it."""
    text = context.inbound.text
    if not is_sentence(context, fewest=_FEWEST_LETTERS) or bare.is_yes_or_no(context, text):
        return None
    request = context.world.talks.heard(context.world.person.last_seen or context.now)
    if request is None or not request.own or request.is_over or talk_on.unfit(context, text) is not None:
        return None
    kept = context.leaving_for(NAME, CONFIRM).remembering(**{AT: str(request.id), TEXT: text})
    return show(kept)


def _cancel(context: Context, argument: str) -> Turn | None:
    return choose(context, context.conversation.step, CANCEL)


def _back(context: Context, argument: str) -> Turn | None:
    """One step back."""
    if context.conversation.step == CONFIRM:
        return _confirmed(context, EDIT)
    if context.conversation.step == WRITE and len(talk_ask.offered(context)) > 1:
        return show(context.at(NAME, NETWORK))
    return _cancel(context, argument)


def _polite(context: Context, argument: str) -> Turn | None:
    """« merci » or « bonjour » alone is for the other side too."""
    return answer(context) if free(context.conversation) else None


def _choose_human(context: Context, step: str, value: str) -> Turn:
    """The same by a button of elsewhere: the question that it opens is shown after it."""
    turn = human(context)
    return Turn(turn.conversation) if asks(turn.conversation) else turn


DIALOGUE = Dialogue(
    name=NAME,
    choose=choose,
    commands={"humain": human},
    asks=asks,
    answer=answer,
    show=show,
    free=free,
    moves={"retour": _back, "arreter": _cancel, "annuler": _cancel, "merci": _polite, "start": _polite},
)
HUMAN = Dialogue(name="handoff", choose=_choose_human)
