"""How a request ends for who answers it: settled, or not; with a word for the holder, who always hears of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import sensitive
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogues.request_words import Buttons, about, handled, has_date, holder_told, used
from handlers.effects_requests import AnswerRequest, CloseRequest
from handlers.messages import Choice, Reply
from handlers.requests import CLOSED, REFUSED, Request
from handlers.understand import Option, match

NAME = "todo"
CLOSE, DONE, CANNOT, LOOK = "close", "done", "cannot", "look"
_WHY = "todo_why"
_LONGEST = 300
_NEXT: Buttons = (("asked/next", "request-next"),)
_STEPS = ((DONE, "todo-end-done"), (CANNOT, "todo-end-cannot"), (LOOK, "todo-end-no"))
_DATED = ((DONE, "todo-end-visit"), (LOOK, "todo-end-no"))


def asks(conversation: Conversation) -> bool:
    """True while a word for the holder may be typed."""
    return conversation.dialogue == NAME and conversation.step.startswith(f"{CLOSE}.")


def left(context: Context) -> Context:
    """The conversation out of this question, and nothing kept of it."""
    here = context.returned() if asks(context.conversation) else context
    return here.remembering(**{_WHY: ""})


def ask(context: Context, found: Request, *first: str) -> Turn:
    """Settled, or not? What is typed is a word for the holder."""
    if not asks(context.conversation):
        context = context.remembering(**{_WHY: ""}).leaving_for(NAME, f"{CLOSE}.{found.id}")
    context = context.at(NAME, f"{CLOSE}.{found.id}")
    why = context.memo(_WHY)
    said = context.say("todo-end-words", text=why) if why else context.say("todo-end-ask", about=about(context, found))
    return context.turn(Reply("\n\n".join((*first, said)), _choices(context, found)))


def _choices(context: Context, found: Request) -> tuple[Choice, ...]:
    steps = _DATED if has_date(found) else _STEPS
    return tuple(context.choice(f"{NAME}/{step}:{found.id}", label) for step, label in steps)


def _request(context: Context) -> Request | None:
    return handled(context, context.conversation.step.partition(".")[2])


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    found = _request(context)
    if found is None or found.is_over:
        return left(context).turn(Reply("\n\n".join((*first, context.say("todo-gone")))))
    return ask(context, found, *first)


def answer(context: Context) -> Turn | None:
    """A button by its number or its words; any other text is for the holder."""
    found = _request(context)
    if found is None or found.is_over:
        return show(context)
    options = [Option(each.id, each.label) for each in _choices(context, found)]
    read = match(context.inbound.text, options, context.guide.lexicon)
    if read.found and (read.exact or read.numbered):
        step = read.values[0].partition("/")[2].partition(":")[0]
        if step == LOOK:
            return left(context).turn(Reply(context.say("todo-end-kept")))
        return ended(context, found, helped=step == DONE)
    text = " ".join(context.inbound.text.split())
    if len(text) > _LONGEST:
        return ask(context, found, context.say("form-too-long", most=_LONGEST))
    name = sensitive.find(text, context.guide.wording)
    return ask(context, found, context.say(name)) if name else ask(context.remembering(**{_WHY: text}), found)


def ended(context: Context, found: Request, *, helped: bool) -> Turn:
    """It is over: settled, or another door has to be found."""
    why = context.memo(_WHY) if asks(context.conversation) else ""
    gone = left(context)
    dated = has_date(found)
    name = "request-cancelled" if dated else "request-settled" if helped else "request-refused"
    effect = CloseRequest(found.id, CLOSED, why) if helped else AnswerRequest(found.id, REFUSED, why)
    buttons: Buttons = () if helped and not dated else _NEXT
    if dated and found.scheme:
        buttons = (("visit/anew", "visit-ask-again"), *_NEXT)
    reason = context.having(language=found.language or context.language).say("request-reason", text=why)
    told = holder_told(context, found, "ended", name, buttons, reason=f"\n{reason}" if why else "")
    said = gone.say("todo-ended-visit" if dated else "todo-ended" if helped else "todo-ended-cannot")
    reply = Reply(said, (gone.choice(f"{NAME}/open:0", "todo-back"),))
    return gone.turn(effect, told, reply, *used(context, found, "request-close"))


def absent(context: Context, found: Request) -> Turn:
    """Nobody came: the holder may ask again."""
    told = holder_told(context, found, "absent", "visit-missed", (("visit/anew", "visit-ask-again"),))
    reply = Reply(context.say("todo-ended-absent"), (context.choice(f"{NAME}/open:0", "todo-back"),))
    return context.turn(CloseRequest(found.id), told, reply, *used(context, found, "request-close"))


def _out(context: Context, argument: str) -> Turn:
    gone = left(context)
    return gone.turn(Reply(gone.say("todo-end-kept")))


MOVES: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "retour": _out,
    "annuler": _out,
    "arreter": _out,
    "merci": lambda context, _: answer(context),
    "start": lambda context, _: answer(context),
}
