"""The gatherings of an animator's networks: the list, one of them, an earlier one made again, one that is cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers import drafts, gathering_fields, gathering_words, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import gatherings_ask, gatherings_form
from handlers.dialogues.gatherings_form import COPY, EDIT, NAME, NEW, networks
from handlers.effects import Record
from handlers.effects_gatherings import CancelGathering, DropGathering
from handlers.gathering_fields import WHEN
from handlers.gatherings import CANCELLED, DRAFT, PAGE, Gathering
from handlers.layout import capital, in_paragraphs
from handlers.messages import Choice, Reply, number_of
from handlers.roles import ANIMATOR
from handlers.understand import key

REASON, SURE, PASTE = "reason", "sure", "paste"
YES, NO, NONE = "yes", "no", "none"
_WHY = "gathering-why-not"
_LONGEST_REASON = 200
_EARLIER = timedelta(days=400)


def open_list(context: Context, argument: str = "", first: int = 0) -> Turn:
    """What these networks hold from now on, a page of it, and what can be made."""
    held = context.world.gatherings.of_network(networks(context), context.now)
    shown = held[first : first + PAGE]
    lines = [context.say("gatherings-mine" if held else "gatherings-none")]
    lines += [_line(context, each) for each in shown]
    return context.turn(Reply("\n".join(lines), _choices(context, held, first)))


def _line(context: Context, gathering: Gathering) -> str:
    said = gathering_words.line(context, gathering)
    mark = f" {context.say('gathering-mark-draft')}" if gathering.state == DRAFT else ""
    return context.say("gatherings-line", line=said + mark)


def _choices(context: Context, held: tuple[Gathering, ...], first: int) -> tuple[Choice, ...]:
    shown = [Choice(f"{NAME}/show:{each.id}", _button(context, each)) for each in held[first : first + PAGE]]
    if len(held) > first + PAGE:
        shown.append(context.choice(f"{NAME}/open:{first + PAGE}", "gatherings-more"))
    ways = (("new", "gatherings-new"), ("paste", "gatherings-paste"), ("again", "gatherings-again"))
    return (*shown, *(context.choice(f"{NAME}/{way}:0", label) for way, label in ways))


def _button(context: Context, gathering: Gathering) -> str:
    title, start = gathering_words.title(context, gathering), gathering_words.start(context, gathering)
    return context.say("gatherings-button", title=title, start=start)


def own(context: Context, value: str) -> Gathering | None:
    """A gathering of a network that the person animates; None of any other."""
    number = number_of(value)
    found = context.world.gatherings.find(number) if number is not None else None
    return found if found is not None and found.network in networks(context) else None


def show(context: Context, gathering: Gathering, *first: str) -> Turn:
    """One of them as people read it, how many come, and what can be done with it."""
    hall = context.world.gatherings.claim(gathering.id)
    parts = [*first, gathering_words.details(context, gathering)]
    if gathering.state == DRAFT:
        parts.append(context.say("gathering-is-draft"))
    elif hall is not None and gathering.state != CANCELLED:
        parts.append(context.say("gathering-numbers", held=hall.held, waiting=hall.waiting, aside=gathering.aside))
        parts.append(context.say("gathering-code", code=gathering.code))
    return context.turn(Reply(in_paragraphs(parts), _ways(context, gathering)))


def _ways(context: Context, gathering: Gathering) -> tuple[Choice, ...]:
    ways: list[tuple[str, str]] = []
    if gathering.state != CANCELLED and gathering.ends_at > context.now:
        first = "gathering-read-again" if gathering.state == DRAFT else "gathering-edit"
        ways = [("edit", first), ("move", "gathering-move")]
        ways.append(("drop", "gathering-drop") if gathering.state == DRAFT else ("cancel", "gathering-cancel"))
    ways += [("copy", "gathering-copy")]
    shown = [context.choice(f"{NAME}/{way}:{gathering.id}", label) for way, label in ways]
    if gathering.takes_place:
        beside = ((f"door/open:{gathering.id}", "door-open-here"), (f"poster/make:{gathering.id}", "gathering-poster"))
        shown += [context.choice(id, label) for id, label in beside]
    return (*shown, context.choice(f"{NAME}/open:0", "gatherings-open"))


def new(context: Context, argument: str = "") -> Turn:
    """The first question of a new one. What was begun before goes on, unless it is given up."""
    draft = drafts.of(context, NAME)
    if draft is not None and draft.answers and not argument:
        choices = (
            context.choice(f"{NAME}/resume:0", "gathering-resume"),
            context.choice(f"{NAME}/anew:0", "gathering-anew"),
        )
        return context.turn(Reply(context.say("gathering-begun"), choices))
    return gatherings_ask.begin(context, NEW)


def again(context: Context, first: int = 0) -> Turn:
    """Earlier ones, the latest first, of which one is to be made again."""
    since = context.now - _EARLIER
    held = context.world.gatherings.of_network(networks(context), since)
    latest = tuple(reversed([each for each in held if each.state != DRAFT]))
    unique = tuple({(key(each.title), each.kind): each for each in reversed(latest)}.values())[::-1]
    shown = unique[first : first + PAGE]
    choices = [Choice(f"{NAME}/copy:{each.id}", _button(context, each)) for each in shown]
    if len(unique) > first + PAGE:
        choices.append(context.choice(f"{NAME}/again:{first + PAGE}", "gatherings-more"))
    return context.turn(Reply(context.say("gatherings-which" if shown else "gatherings-no-earlier"), tuple(choices)))


def copy(context: Context, gathering: Gathering) -> Turn:
    """The same at another date: only the date is asked."""
    answers = gathering_fields.answers_of(gathering)
    return gatherings_ask.begin(context, COPY, {name: said for name, said in answers.items() if name != WHEN})


def edit(context: Context, gathering: Gathering, *, moving: bool = False) -> Turn | None:
    """The form with all that is written of one; `moving`: its date is asked at once."""
    if gathering.state == CANCELLED or gathering.ends_at <= context.now:
        return show(context, gathering, context.say("gathering-closed"))
    answers = gathering_fields.answers_of(gathering)
    kept = {name: said for name, said in answers.items() if name != WHEN or not moving}
    return gatherings_ask.begin(context, f"{EDIT} {gathering.id} {gathering.version}", kept)


def drop(context: Context, gathering: Gathering) -> Turn:
    """A draft is erased."""
    if gathering.state != DRAFT:
        return show(context, gathering)
    said = Reply(context.say("gathering-dropped"), (context.choice(f"{NAME}/open:0", "gatherings-open"),))
    return context.turn(said, DropGathering(gathering.id), Record(ANIMATOR, gathering.network, "gathering-drop"))


def ask_reason(context: Context, gathering: Gathering, *first: str) -> Turn:
    """Why it does not take place: said to who comes."""
    if gathering.state in (CANCELLED, DRAFT) or gathering.ends_at <= context.now:
        return show(context, gathering, context.say("gathering-closed"))
    step = f"{REASON}.{gathering.id}"
    here = context.conversation
    away = context if here.dialogue == NAME and here.step.startswith(f"{REASON}.") else context.leaving_for(NAME, step)
    away = away.at(NAME, step)
    said = away.say("gathering-cancel-why", line=gathering_words.line(away, gathering))
    choices = (
        away.choice(f"{NAME}/{step}:{NONE}", "gathering-no-reason"),
        away.choice(f"{NAME}/{step}:{NO}", "gathering-cancel-no"),
    )
    return away.turn(Reply("\n\n".join((*first, said)), choices))


def reason(context: Context, gathering: Gathering, text: str) -> Turn:
    """The reason that was typed, then what people will read, to be confirmed."""
    said = " ".join(text.split())
    said = capital(said)
    found = sensitive.find(said, context.guide.wording)
    if len(said) > _LONGEST_REASON:
        return ask_reason(context, gathering, context.say("form-too-long", most=_LONGEST_REASON))
    if found:
        return ask_reason(context, gathering, context.say(found))
    return ask_sure(context.remembering(**{_WHY: said}), gathering)


def ask_sure(context: Context, gathering: Gathering, *first: str) -> Turn:
    """What people will read of it, and how many of them."""
    context = context.at(NAME, f"{SURE}.{gathering.id}")
    hall = context.world.gatherings.claim(gathering.id)
    count = hall.people if hall else 0
    gone = replace(gathering, state=CANCELLED, reason=context.memo(_WHY))
    read = gatherings_form.told(context, gathering, gone)
    said = (*first, context.say("gathering-cancel-sure", count=count), read)
    path = f"{NAME}/{SURE}.{gathering.id}"
    choices = (
        context.choice(f"{path}:{YES}", "gathering-cancel-yes"),
        context.choice(f"{path}:{NO}", "gathering-cancel-no"),
    )
    return context.turn(Reply("\n\n".join(said), choices))


def decided(context: Context, gathering: Gathering, value: str) -> Turn | None:
    """The yes or the no to the cancellation."""
    why = context.memo(_WHY)
    left = context.returned().remembering(**{_WHY: ""})
    if value == NO:
        return show(left, gathering, left.say("gathering-not-cancelled"))
    if value != YES:
        return None
    if gathering.state == CANCELLED:
        return show(left, gathering)
    line = gathering_words.line(left, replace(gathering, state=CANCELLED))
    said = left.say("gathering-is-cancelled", line=line)
    choices = (
        left.choice(f"{NAME}/copy:{gathering.id}", "gathering-copy"),
        left.choice(f"{NAME}/open:0", "gatherings-open"),
    )
    used = Record(ANIMATOR, gathering.network, "gathering-cancel")
    return left.turn(Reply(said, choices), CancelGathering(gathering.id, why), used)


def ask_paste(context: Context, *first: str) -> Turn:
    """How the lines are written; what is pasted next is read so."""
    step = PASTE
    away = context if context.conversation.dialogue == NAME else context.leaving_for(NAME, step)
    away = away.at(NAME, step)
    choices = (away.choice(f"{NAME}/{PASTE}:{NO}", "gathering-paste-no"),)
    return away.turn(Reply("\n\n".join((*first, away.say("gathering-paste"))), choices))
