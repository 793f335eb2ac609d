"""A request given to a network: its holder reads the exact text, sends it, follows it, takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import cards, counted, form_moves, form_review, forms, hours
from handlers.consent import HANDOVER as PURPOSE
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import handover_desk, handover_form
from handlers.dialogues.handoff import contacts
from handlers.dialogues.handover_form import FORM, chosen, possible, ranked
from handlers.dialogues.handover_words import NAME, called, is_read, short_name
from handlers.dialogues.request_words import Buttons, day, own, readers_told
from handlers.effects import Agree, Effect
from handlers.effects_intake import Count
from handlers.effects_requests import CloseRequest, OpenRequest, RequestWords
from handlers.form_moves import Move
from handlers.handovers import CLOSED_AFTER, MOST_TOGETHER
from handlers.messages import Choice, Reply
from handlers.pack import Scheme
from handlers.readers import readers
from handlers.requests import ACCEPTED, HANDOVER, WITHDRAWN, Request

_MOST_TOLD = 5
_DRAWN = 12
_FOR_READER = ((f"{NAME}/accept", "handover-accept-button"), (f"{NAME}/refuse", "handover-refuse-button"))


# To whom.


def said(context: Context, argument: str = "") -> Turn:
    """« transmettre »: what was handed over, and to whom else it may be."""
    held, doors = context.world.requests.mine(HANDOVER), possible(context)
    if len(held) >= MOST_TOGETHER:
        doors = ()
    lines = [_line(context, each) for each in held]
    if doors:
        lines.append(context.say("handover-which"))
    elif not held:
        name = "handover-none" if ranked(context) else "handover-first"
        return context.turn(Reply("\n\n".join((context.say(name), *([contacts(context)] if ranked(context) else [])))))
    shown = [
        Choice(f"{NAME}/show:{each.id}", context.say("handover-see", network=short_name(context, each.network)))
        for each in held
    ]
    shown += [
        context.choice(f"{NAME}/begin:{each.id}", "handover-button", network=short_name(context, each.network))
        for each in doors
    ]
    return context.turn(Reply("\n".join(lines), tuple(shown)))


def _line(context: Context, found: Request) -> str:
    network = called(context, found.network)
    if found.state == ACCEPTED:
        return context.say("handover-is-accepted", network=network)
    return context.say("handover-waits", network=network, day=day(context, found.asked_at))


def _begin(context: Context, id: str) -> Turn | None:
    """The first question, unless this network has a request already, or nobody answers for it."""
    scheme = context.pack.scheme_by_id.get(id)
    if scheme is None:
        return None
    held = context.world.requests.mine(HANDOVER)
    same = next((each for each in held if each.network == scheme.network), None)
    if same is not None:
        return _show(context, same)
    if not is_read(context, scheme.network):
        return context.turn(Reply(_nobody(context, scheme)))
    if len(held) >= MOST_TOGETHER:
        return context.turn(Reply(context.say("handover-too-many", most=MOST_TOGETHER)))
    return forms.following(FORM, handover_form.begin(context, id), context.say("handover-begin"))


def _nobody(context: Context, scheme: Scheme) -> str:
    """Nobody animates this network: its public contact instead, and no hand-over."""
    first = context.say("handover-nobody", network=called(context, scheme.network))
    return "\n".join((first, *cards.steps(context, cards.scheme_of(context, scheme.id))))


# What becomes of it.


def _show(context: Context, found: Request) -> Turn:
    lines = [_line(context, found)]
    if found.body:
        lines.append(context.say("form-quoted", text=found.body))
    steps: Buttons = ((f"{NAME}/withdraw", "handover-withdraw"),)
    if found.state == ACCEPTED:
        steps = ((f"{NAME}/write", "handover-write"), *steps)
    return context.turn(
        Reply("\n\n".join(lines), tuple(context.choice(f"{s}:{found.id}", label) for s, label in steps))
    )


def _withdraw(context: Context, found: Request) -> Turn:
    """Taken back at any time; the network knows, so that nobody works for nothing."""
    reply = Reply(context.say("handover-withdrawn", network=called(context, found.network)))
    return context.turn(*_taken_back(context, found), reply)


def _taken_back(context: Context, found: Request) -> tuple[Effect, ...]:
    return CloseRequest(found.id, WITHDRAWN), *readers_told(
        context, found, "gone", "handover-withdrawn-told", network=called(context, found.network)
    )


def ended(context: Context) -> tuple[Effect, ...]:
    """What a no to hand-overs causes: those that are open are taken back."""
    found = context.world.requests.mine(HANDOVER)
    return tuple(effect for each in found for effect in _taken_back(context, each))


# It leaves.


def _sent(context: Context) -> Turn:
    """Only what was read leaves, to whoever still answers, and with its own yes."""
    if not handover_form.body(context) or not handover_form.was_read(context):
        return handover_form.review(FORM, context, context.say("handover-changed"))
    held = context.world.requests.mine(HANDOVER)
    taken = {each.network for each in held}
    wanted = [each for each in chosen(context) if each.network not in taken]
    doors = [each for each in wanted if is_read(context, each.network)][: MOST_TOGETHER - len(held)]
    left = handover_form.dropped(context)
    if not wanted:  # from another messenger, linked while this draft was read
        return said(left)
    missing = [_nobody(left, each) for each in wanted if not is_read(left, each.network)]
    if not doors:
        return left.turn(Reply("\n\n".join(missing) or left.say("handover-too-many", most=MOST_TOGETHER)))
    text = handover_form.body(context)
    group = next((each.group for each in held if each.group), "") or left.world.draw(_DRAWN)
    after = _after(left, {each.network for each in doors} | taken)
    sent: list[Effect] = [Agree(PURPOSE, handover_form.wording(context))]
    for each in doors:
        words = _words(left, each, text)
        sent.append(OpenRequest(HANDOVER, each.network, text, each.id, group, after(each.id), words))
    sent += _counts(left, [each.network for each in doors], {each.network for each in held})
    return left.turn(*sent, Reply("\n\n".join((*missing, _gone(left, doors))), _to_follow(left)))


def _after(context: Context, given: set[str]) -> Callable[[str], str]:
    """The doors to name if this one stays closed: those after it, then those before, of networks not asked."""
    known = context.pack.scheme_by_id
    rank = ranked(context)

    def doors(scheme: str) -> str:
        at = rank.index(scheme) + 1 if scheme in rank else 0
        others = (each for each in (*rank[at:], *rank[:at]) if each in known and known[each].network not in given)
        return " ".join(others)

    return doors


def _words(context: Context, scheme: Scheme, text: str) -> tuple[RequestWords, ...]:
    found = []
    whom = [each for each in readers(context.world, scheme.network) if not each.own][:_MOST_TOLD]
    for each in whom:
        there = context.speaking(each.language)
        network, named = called(there, scheme.network), there.say(f"scheme-{scheme.id}")
        read = there.say("handover-opened-told", network=network, about=named, text=text)
        labels = tuple((where, there.say(label)) for where, label in _FOR_READER)
        found.append(RequestWords(each.person, read, labels, context.world.morning))
    return tuple(found)


def _counts(context: Context, networks: list[str], before: set[str]) -> list[Effect]:
    """One for each network; one for the sending, and once whether it went to several, or to a partner of the pack."""
    found: list[Effect] = [Count(counted.HANDED_OVER, network) for network in networks]
    found += [] if before else [Count(counted.HANDOVER_PEOPLE)]
    found += [Count(counted.HANDOVER_SEVERAL)] if len(before) <= 1 < len(before) + len(networks) else []
    for partner in context.pack.summary.partners:
        if partner.network in networks and partner.network not in before:
            found.append(Count(f"{counted.HANDOVER_WITH}{partner.role}"))
    return found


def _gone(context: Context, doors: list[Scheme]) -> str:
    """That it left, where it is closed now, and until when an answer is awaited."""
    named = ", ".join(called(context, each.network) for each in doors)
    lines = [context.say("handover-sent", network=named, days=CLOSED_AFTER)]
    for each in doors:
        closed = hours.closed_now(context, each.network)
        if closed and len(doors) > 1:
            closed = context.say("handover-closed-now", network=called(context, each.network), said=closed)
        lines += [closed] if closed else []
    return "\n".join(lines)


def _to_follow(context: Context) -> tuple[Choice, ...]:
    return (context.choice(f"{NAME}/open:list", "handover-follow"),)


# The conversation.


def asks(conversation: Conversation) -> bool:
    """True while a question of the form, its review, or a word for the other side is in course."""
    step = conversation.step
    return conversation.dialogue == NAME and (step in _FORM or handover_desk.asks(step))


_FORM = frozenset(
    {handover_form.TO, handover_form.WORDS, handover_form.CONTACT, handover_form.FACTS, form_review.REVIEW}
)
_FREE = frozenset({handover_form.WORDS, handover_form.CONTACT})


def _free(conversation: Conversation) -> bool:
    return asks(conversation) and (conversation.step in _FREE or handover_desk.asks(conversation.step))


def _show_again(context: Context, *first: str) -> Turn:
    if handover_desk.asks(context.conversation.step):
        return handover_desk.show(context, *first)
    if context.conversation.step == form_review.REVIEW and form_review.is_whole(FORM, context):
        return handover_form.review(FORM, context, "\n\n".join(first))
    return form_moves.resume(FORM, context, *first)


def _answer(context: Context) -> Turn | None:
    if handover_desk.asks(context.conversation.step):
        return handover_desk.answer(context)
    return form_review.answer(FORM, context, _sent)


_MINE = {"show": _show, "withdraw": _withdraw}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return said(context)
    if step == "begin":
        return _begin(context, value)
    if step in _MINE:
        found = own(context, value)
        if found is None or found.kind != HANDOVER or found.is_over:
            return context.turn(Reply(context.say("request-gone")))
        return _MINE[step](context, found)
    if step in handover_desk.STEPS or handover_desk.asks(step):
        return handover_desk.choose(context, step, value)
    return form_review.choose(FORM, context, step, value, _sent)


def _move(name: str, move: Move) -> Move:
    """In words for the other side, a way out leaves them unsent; elsewhere a command means the form."""

    def moved(context: Context, argument: str) -> Turn | None:
        if handover_desk.asks(context.conversation.step) and context.conversation.dialogue == NAME:
            return handover_desk.move(context, name)
        return move(context, argument)

    return moved


_MOVES: Mapping[str, Move] = {
    name: _move(name, move) for name, move in {"merci": lambda context, _: None, **form_moves.moves(FORM)}.items()
}

DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"transmettre": said},
    asks=asks,
    answer=_answer,
    show=_show_again,
    moves=_MOVES,
    free=_free,
)
