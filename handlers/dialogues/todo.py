"""« À traiter »: what holders ask of the networks that the person answers for, the oldest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import cards, hours
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import todo_end
from handlers.dialogues.request_words import (
    about,
    age,
    handled,
    has_date,
    holder_told,
    kind_of,
    meeting,
    used,
)
from handlers.dialogues.todo_end import NAME
from handlers.effects_requests import AnswerRequest
from handlers.messages import Choice, Reply, number_of
from handlers.readers import networks_of
from handlers.requests import ACCEPTED, ANSWERED, HANDOVER, PAGE, TALK, VISIT, Request

_MOST_ROLES = 1000
_FIRST = "0"
WAYS: Mapping[str, tuple[tuple[str, str], ...]] = {
    VISIT: (("setting/begin", "todo-propose"), ("todo/pass", "todo-pass"), ("todo/close", "todo-close")),
    TALK: (("talk/answer", "todo-answer"), ("todo/pass", "todo-pass"), ("talk/over", "todo-close")),
    HANDOVER: (("handover/accept", "todo-accept"), ("handover/refuse", "todo-refuse")),
}
"""What can be done with a request of each kind: a button, and the name of its label."""
_DATED = (("setting/begin", "todo-move"), ("todo/close", "todo-cancel-visit"))
_HANDED_OVER = (("handover/write", "todo-answer"), ("todo/close", "todo-close"))
_PAST = (("noting/came", "todo-came"), ("todo/absent", "todo-absent"))


def held(context: Context) -> tuple[str, ...]:
    """The networks that the person answers for now."""
    return networks_of(context.world.roles.mine(), context.pack)


def listed(context: Context, page: int = 0, *first: str) -> Turn:
    """A page of them, each as a button that says what it is, since when, and where it stands."""
    found = context.world.requests.of_network(held(context), page)
    if not found.requests and page:
        return listed(context, 0, *first)
    if not found.count:
        return context.turn(Reply("\n\n".join((*first, context.say("todo-none")))))
    choices = [Choice(f"{NAME}/look:{each.id}", _label(context, each)) for each in found.requests]
    if found.count > (page + 1) * PAGE:
        choices.append(context.choice(f"{NAME}/open:{page + 1}", "todo-more"))
    said = context.say("todo-list", count=found.count)
    return context.turn(Reply("\n\n".join((*first, said)), tuple(choices)))


def _label(context: Context, found: Request) -> str:
    values = {"kind": kind_of(context, found), "age": age(context, found), "state": _short(context, found)}
    return context.say("todo-line", **values)


def _short(context: Context, found: Request) -> str:
    if _is_past(context, found):
        return context.say("todo-short-past")
    if has_date(found):
        return context.say("todo-short-dated")
    return context.say("todo-short-waits" if found.waiting_at is not None else "todo-short-answered")


def _is_past(context: Context, found: Request) -> bool:
    return has_date(found) and found.visit_at is not None and found.visit_at <= context.now


def look(context: Context, found: Request, *first: str) -> Turn:
    """One of them in full, and what can be done with it."""
    late = found.waiting_at is not None and hours.working_days_after(context.pack, found.waiting_at)
    parts = [context.say("todo-one", about=about(context, found))]
    network = context.pack.network_name(found.network)
    parts.append(context.say("todo-since", kind=kind_of(context, found), network=network, age=age(context, found)))
    if has_date(found):
        parts.append(context.say("visit-on", visit=meeting(context, found)))
    else:
        parts.append(context.say("todo-waits" if found.waiting_at is not None else "todo-answered"))
    if late and late <= context.now:
        parts.append(context.say("todo-late"))
    said = "\n".join(parts)
    quoted = context.say("form-quoted", text=found.body) if found.body else context.say("todo-no-text")
    choices = tuple(context.choice(f"{where}:{found.id}", label) for where, label in _ways(context, found))
    back = context.choice(f"{NAME}/open:{_FIRST}", "todo-back")
    reply = Reply("\n\n".join((*first, said, quoted)), (*choices, back))
    return context.turn(reply, *used(context, found, "request-read"))


def _ways(context: Context, found: Request) -> tuple[tuple[str, str], ...]:
    if _is_past(context, found):
        return _PAST
    if found.kind == HANDOVER and found.state == ACCEPTED:
        return _HANDED_OVER
    return _DATED if has_date(found) else WAYS[found.kind]


def _pass(context: Context, found: Request) -> Turn:
    """To which network? Only where somebody answers."""
    others = [each for each in _answered_for(context) if each != found.network]
    if not others or has_date(found):
        return look(context, found, context.say("todo-pass-nobody"))
    choices = [Choice(f"{NAME}/to:{found.id}.{each}", cards.short(context.pack.network_name(each))) for each in others]
    choices.append(context.choice(f"{NAME}/look:{found.id}", "todo-pass-no"))
    return context.turn(Reply(context.say("todo-pass-which"), tuple(choices)))


def _answered_for(context: Context) -> tuple[str, ...]:
    pack = context.pack
    read = set(networks_of((each.role for each in context.world.roles.given(0, _MOST_ROLES)), pack))
    return tuple(each.id for each in pack.territory.networks if each.id in read)


def _to(context: Context, value: str) -> Turn | None:
    """Nothing of a holder goes to another network without their word: they are asked."""
    network = value.partition(".")[2]
    found = handled(context, value)
    if found is None:
        return _gone(context)
    if network == found.network or network not in _answered_for(context) or has_date(found):
        return None
    there, spoken = context.pack.network_name(network), context.speaking(found.language)
    asking = holder_told(context, found, f"pass-{network}", "request-pass-ask", other=there, text=found.body or "")
    where = f"asked/pass-{found.id}.{network}"
    choices = tuple(Choice(f"{where}:{said}", spoken.say(f"request-pass-{said}")) for said in ("oui", "non"))
    told = replace(asking, reply=replace(asking.reply, choices=choices))
    said = Reply(context.say("todo-passing", other=there), (context.choice(f"{NAME}/open:{_FIRST}", "todo-back"),))
    passing = AnswerRequest(found.id, ANSWERED)
    return context.turn(said, passing, told, *used(context, found, "request-pass"))


def _absent(context: Context, found: Request) -> Turn | None:
    return todo_end.absent(context, found) if _is_past(context, found) else None


def _gone(context: Context) -> Turn:
    """It was taken back, erased, passed on, or closed by a colleague."""
    return listed(context, 0, context.say("todo-gone"))


_STEPS: Mapping[str, Callable[[Context, Request], Turn | None]] = {
    "look": look,
    "pass": _pass,
    "close": todo_end.ask,
    "done": lambda context, found: todo_end.ended(context, found, helped=True),
    "cannot": lambda context, found: todo_end.ended(context, found, helped=False),
    "absent": _absent,
}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "list":
        return listed(todo_end.left(context))
    if step == "open":
        return listed(todo_end.left(context), number_of(value) or 0)
    if step == "to":
        return _to(context, value)
    if step not in _STEPS:
        return None
    found = handled(context, value)
    if found is None or found.is_over:
        return _gone(todo_end.left(context))
    return _STEPS[step](context if step in ("done", "cannot", "close") else todo_end.left(context), found)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"a_traiter": lambda context, _: listed(context)},
    asks=todo_end.asks,
    answer=todo_end.answer,
    show=todo_end.show,
    free=todo_end.asks,
    moves=todo_end.MOVES,
)
