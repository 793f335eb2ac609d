"""What a holder asked of people: where each request stands, taken back, passed on with their yes, the door after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import cards, hours
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import result
from handlers.dialogues.handoff import contacts
from handlers.dialogues.request_words import about, age, day, has_date, kind_of, meeting, own, readers_told
from handlers.effects_requests import AskRequestAgain, CloseRequest, PassRequestOn
from handlers.layout import in_lines
from handlers.messages import Choice, Reply, number_of
from handlers.next_doors import next_door
from handlers.readers import readers
from handlers.requests import HANDOVER, VISIT, WITHDRAWN, Request

NAME = "asked"
PASS, YES, NO = "pass-", "oui", "non"
_SEEN_AT: Mapping[str, str] = {VISIT: "visit/show", HANDOVER: "handover/show"}
"""Where a request of a kind is shown and changed, when that is elsewhere."""
_FOR_READER = (("todo/look", "todo-see"),)


def listed(context: Context, held: tuple[Request, ...] | None = None) -> Turn:
    """Each request in a line, and a button for it."""
    held = context.world.requests.mine() if held is None else held
    if not held:
        return context.turn(Reply(context.say("asked-none")))
    lines = [context.say("asked-line", kind=kind_of(context, each), state=_state(context, each)) for each in held]
    choices = tuple(_button(context, each) for each in held)
    return context.turn(Reply("\n".join((context.say("asked-list"), *lines)), choices))


def _button(context: Context, found: Request) -> Choice:
    label = cards.short(about(context, found))
    return Choice(f"{_SEEN_AT.get(found.kind, f'{NAME}/show')}:{found.id}", label)


def _state(context: Context, found: Request) -> str:
    if has_date(found):
        return meeting(context, found)
    network = context.pack.network_name(found.network)
    if found.waiting_at is not None:
        return context.say("asked-waits", network=network, day=day(context, found.waiting_at))
    return context.say("asked-answered", network=network)


def _show(context: Context, found: Request) -> Turn:
    lines = [context.say("asked-one", kind=kind_of(context, found), about=about(context, found))]
    lines += [context.say("asked-sent", age=age(context, found)), _state(context, found)]
    if found.body:
        lines.append(context.say("form-quoted", text=found.body))
    choices = (context.choice(f"{NAME}/drop:{found.id}", "asked-drop"),)
    return context.turn(Reply("\n".join(lines), choices))


def _drop(context: Context, found: Request) -> Turn:
    """Taken back: nobody works for nothing, so the network knows."""
    told = readers_told(context, found, "gone", "request-withdrawn-told")
    said = Reply(context.say("asked-dropped", network=context.pack.network_name(found.network)))
    return context.turn(CloseRequest(found.id, WITHDRAWN), said, *told)


def _decide(context: Context, where: str, value: str) -> Turn | None:
    """Yes or no to another network reading it: nothing of a holder goes further without their word."""
    id, _, network = where.partition(".")
    found = own(context, id)
    if found is None or found.is_over:
        return context.turn(Reply(context.say("request-gone")))
    if value == NO:
        told = readers_told(context, found, "kept", "request-kept-told", _FOR_READER)
        said = Reply(context.say("asked-kept", network=context.pack.network_name(found.network)))
        return context.turn(AskRequestAgain(found.id), said, *told)
    if value != YES or network == found.network:
        return None
    to = [each for each in readers(context.world, network) if not each.own]
    if not to:
        told = readers_told(context, found, "kept", "request-nobody-told", _FOR_READER)
        said = Reply(context.say("asked-nobody", network=context.pack.network_name(network)))
        return context.turn(AskRequestAgain(found.id), said, *told)
    return _passed_on(context, found, network)


def _passed_on(context: Context, found: Request, network: str) -> Turn:
    there = replace(found, network=network, scheme="", visit_at=None)
    told = readers_told(context, there, "passed", "request-passed-told", _FOR_READER, text=found.body or "")
    until = hours.working_days_after(context.pack, context.now)
    lines = (
        context.say("asked-passed", network=context.pack.network_name(network)),
        hours.closed_now(context, network),
        context.say("request-until", day=day(context, until)),
    )
    said = Reply(in_lines(lines))
    return context.turn(PassRequestOn(found.id, network), said, *told)


def _next(context: Context, value: str) -> Turn | None:
    """The door after that of a request, which may be over by now."""
    number = number_of(value)
    found = context.world.requests.claim(number) if number is not None else None
    mine = found if found is not None and found.own else None
    refusing = context.world.requests.refusing()
    answers = context.conversation.answers
    door = next_door(context.guide, answers, mine, context.today, refusing) if mine else None
    reply = result.door(context, door.id) if door is not None else None
    return context.turn(reply or Reply(_everyone(context)))


def _everyone(context: Context) -> str:
    """The networks that listen to everybody."""
    lines = contacts(context).split("\n")[1:]
    return "\n".join((context.say("asked-next-none"), *lines))


_STEPS: Mapping[str, Callable[[Context, Request], Turn]] = {"show": _show, "drop": _drop}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return listed(context)
    if step == "next":
        return _next(context, value)
    if step.startswith(PASS):
        return _decide(context, step.removeprefix(PASS), value)
    if step not in _STEPS:
        return None
    found = own(context, value)
    if found is None or found.is_over:
        return context.turn(Reply(context.say("request-gone")))
    return _STEPS[step](context, found)


DIALOGUE = Dialogue(name=NAME, choose=_choose, commands={"envois": lambda context, _: listed(context)})
