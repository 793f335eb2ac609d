"""A rendez-vous seen by who asks for it: asked for, moved, cancelled."""

from __future__ import annotations

from handlers import calls, cards, drafts, form_moves, form_review, forms, hours
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import asked, coming_seat, visit_form
from handlers.dialogues.handoff import contacts
from handlers.dialogues.request_words import about, day, has_date, meeting, own, readers_told
from handlers.dialogues.visit_form import AGAIN, FORM, NAME, NEW, WHEN, WHY
from handlers.dialogues.visit_offer import offered
from handlers.effects_requests import AskRequestAgain, CloseRequest, OpenRequest, RequestWords
from handlers.layout import in_lines
from handlers.messages import Choice, Reply, number_of
from handlers.next_doors import after
from handlers.pack import Scheme
from handlers.readers import desk_of, readers
from handlers.requests import VISIT, VISITS_REMINDED, WITHDRAWN, Request

_MOST_TOLD = 5
_MEETS = "accompagnement"
_FOR_READER = (("setting/begin", "todo-propose"), ("todo/look", "todo-see"))


def said(context: Context, argument: str = "") -> Turn:
    """« rendez-vous »: those of the person, or with whom one can be asked."""
    held = context.world.requests.mine(VISIT)
    if held:
        return _shown(context, held[0]) if len(held) == 1 else asked.listed(context, held)
    found = [each for each in _doors(context) if offered(context, each)]
    if not found:
        return context.turn(Reply(contacts(context)))
    choices = (Choice(f"{NAME}/ask:{each.id}", cards.short(cards.name_of(context, each.id))) for each in found)
    return context.turn(Reply(context.say("visit-which"), tuple(choices)))


def _doors(context: Context) -> tuple[Scheme, ...]:
    """Those of the result, else those of the entry; then the desk of the territory: one for each network."""
    table, answers, pack = calls.table(context), context.conversation.answers, context.pack
    names = pack.territory.entry_schemes
    if answers and table.next_question(answers) is None:
        names = tuple(found.scheme for found in table.decide(answers).recommendations)
    desk = [each for each in pack.schemes if each.network in desk_of(pack)]
    desk.sort(key=lambda each: each.kind != _MEETS)
    doors = (*(pack.scheme_by_id[name] for name in names), *desk)
    return tuple({each.network: each for each in reversed(doors)}.values())[::-1]


def cannot_come(context: Context, argument: str = "") -> Turn | None:
    """« je ne peux pas venir »: to a rendez-vous, else to a gathering."""
    held = [each for each in context.world.requests.mine(VISIT) if has_date(each)]
    return _sure(context, held[0]) if held else coming_seat.said_no(context, argument)


def _ask(context: Context, id: str) -> Turn | None:
    """The first question, unless this network has a request already, or nobody answers for it."""
    scheme = context.pack.scheme_by_id.get(id)
    if scheme is None:
        return None
    same = [each for each in context.world.requests.mine(VISIT) if each.network == scheme.network]
    if same:
        return _shown(context, same[0], context.say("visit-already"))
    if not offered(context, scheme):
        nobody = context.say("visit-nobody", network=context.pack.network_name(scheme.network))
        return context.turn(Reply("\n".join((nobody, *cards.steps(context, scheme)))))
    return forms.following(FORM, drafts.begin(context, NAME, f"{NEW} {id}"), context.say("visit-begin"))


def _shown(context: Context, found: Request, *first: str) -> Turn:
    """Where a request stands, and what can be done with it."""
    if has_date(found):
        lines = [
            context.say("visit-is", about=about(context, found)),
            context.say("visit-on", visit=meeting(context, found)),
        ]
        steps: tuple[tuple[str, str], ...] = (("other", "visit-other"), ("cancel", "visit-cannot"))
    else:
        waits = found.waiting_at or found.asked_at
        network = context.pack.network_name(found.network)
        lines = [context.say("visit-waits", about=about(context, found), network=network, day=day(context, waits))]
        steps = (("gone", "visit-withdraw"),)
    choices = tuple(context.choice(f"{NAME}/{step}:{found.id}", label) for step, label in steps)
    return context.turn(Reply("\n\n".join((*first, "\n".join(lines))), choices))


def _sure(context: Context, found: Request) -> Turn:
    """Cancelled, moved, or kept?"""
    steps = (("gone", "visit-cancel-yes"), ("other", "visit-other"), ("show", "visit-cancel-no"))
    choices = tuple(context.choice(f"{NAME}/{step}:{found.id}", label) for step, label in steps)
    return context.turn(Reply(context.say("visit-cancel-sure", visit=meeting(context, found)), choices))


def _gone(context: Context, found: Request) -> Turn:
    """The holder takes it back; who answers for the network knows."""
    dated = has_date(found)
    what = "visit-gone" if dated else "visit-withdrawn"
    told = readers_told(context, found, "gone", f"{what}-told", (("todo/list", "todo-open"),))
    again = (context.choice(f"{NAME}/ask:{found.scheme}", "visit-ask-again"),) if found.scheme else ()
    reply = Reply(context.say(what, network=context.pack.network_name(found.network)), again)
    return context.turn(CloseRequest(found.id, WITHDRAWN), reply, *told)


def _other(context: Context, found: Request) -> Turn:
    """Another date: when?"""
    return forms.following(FORM, drafts.begin(context, NAME, f"{AGAIN} {found.id}"), context.say("visit-again"))


def _noted(context: Context, found: Request) -> Turn:
    if not has_date(found) or found.visit_at is None:
        return _shown(context, found)
    reminded = found.visit_at - context.now > VISITS_REMINDED
    return context.turn(Reply(context.say("visit-noted" if reminded else "visit-noted-soon")))


def _sent(context: Context) -> Turn:
    """The request leaves; its holder knows until when an answer is awaited."""
    what, of = visit_form.purpose(context)
    text, network = visit_form.body(context), visit_form.network_of(context)
    found = own(context, of) if what == AGAIN else None
    left = drafts.drop(context, NAME)
    if what == AGAIN:
        if found is None or found.is_over:
            return left.turn(Reply(left.say("request-gone")))
        told = readers_told(left, found, "again", "visit-again-told", _FOR_READER, text=text)
        name = "visit-again-dated" if has_date(found) else "visit-again-sent"
        first = left.say(name, network=left.pack.network_name(network))
        return left.turn(AskRequestAgain(found.id, text, keeps_visit=False), *told, _awaited(left, network, first))
    if not any(not each.own for each in readers(left.world, network)):
        return left.turn(Reply(left.say("visit-nobody", network=left.pack.network_name(network))))
    words = _words(left, network, of, text)
    doors = " ".join(after(left.guide, left.conversation.answers, of, left.today))
    first = left.say("visit-sent", network=left.pack.network_name(network))
    opened = OpenRequest(VISIT, network, text, of, said=words, doors=doors)
    return left.turn(opened, _awaited(left, network, first))


def _words(context: Context, network: str, scheme: str, text: str) -> tuple[RequestWords, ...]:
    whom = [each for each in readers(context.world, network) if not each.own][:_MOST_TOLD]
    found = []
    for each in whom:
        there = context.speaking(each.language)
        named = there.say(f"scheme-{scheme}")
        read = there.say("visit-opened-told", network=there.pack.network_name(network), about=named, text=text)
        labels = tuple((where, there.say(label)) for where, label in _FOR_READER)
        found.append(RequestWords(each.person, read, labels, context.world.morning))
    return tuple(found)


def _awaited(context: Context, network: str, first: str) -> Reply:
    """That it left, that it is closed now if it is, and when the bot comes back about it."""
    until = hours.working_days_after(context.pack, context.now)
    lines = (first, hours.closed_now(context, network), context.say("request-until", day=day(context, until)))
    return Reply(in_lines(lines))


asks = asking(NAME, WHEN, WHY, form_review.REVIEW)


def _free(conversation: Conversation) -> bool:
    return asks(conversation) and conversation.step != form_review.REVIEW


def _anew(context: Context, value: str) -> Turn | None:
    """Another request for the same scheme, whose former one is over."""
    number = number_of(value)
    found = context.world.requests.claim(number) if number is not None else None
    if found is None or not found.own:
        return said(context)
    return _ask(context, found.scheme) if found.scheme else said(context)


_STEPS = {"show": _shown, "other": _other, "cancel": _sure, "gone": _gone, "ok": _noted}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "ask":
        return _ask(context, value)
    if step == "anew":
        return _anew(context, value)
    if step in _STEPS:
        found = own(context, value)
        if found is None or found.is_over:
            return context.turn(Reply(context.say("request-gone")))
        return _STEPS[step](context, found)
    return form_review.choose(FORM, context, step, value, _sent)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"rendez_vous": said, "ne_peux_pas": cannot_come},
    asks=asks,
    answer=lambda context: form_review.answer(FORM, context, _sent),
    show=lambda context, *first: form_moves.resume(FORM, context, *first),
    moves=form_moves.moves(FORM),
    free=_free,
)
