"""What one who comes may add: a name for the list, a need of access; and what one follows."""

from __future__ import annotations

from handlers import consent, sensitive
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import following
from handlers.dialogues.coming_list import show, subject_of
from handlers.dialogues.coming_words import NAME, booked, button, claimed, found
from handlers.gatherings import LEFT, Booking, Gathering, Hall
from handlers.messages import Choice, Reply
from handlers.understand import key

ASK_NAME = "name"
NAMING = "coming_naming"
LONGEST_NAME = 40
NEEDS = ("steps", "seat", "loop", "sign", "pram")
"""Needs of access that one may say: their sentences are `coming-need-<id>`."""


def for_list(context: Context, value: str, *first: str) -> Turn | None:
    """What stands on the list of who organises, and how to change it."""
    hall = _mine(context, value)
    if hall is None or hall.mine is None:
        return None
    mine, id = hall.mine, hall.gathering.id
    lines = [*first, context.say("coming-list-about", days=7)]
    lines.append(context.say("coming-list-name", name=mine.name) if mine.name else context.say("coming-list-no-name"))
    lines += [context.say("coming-list-needs", needs=_said(context, mine))] if mine.needs else []
    name = (button(context, "name", id, "coming-name-change" if mine.name else "coming-name-add"),)
    none = (button(context, "unname", id, "coming-name-remove"),) if mine.name else ()
    return context.turn(Reply("\n".join(lines), (*name, *none, *_needs(context, mine, id))))


def _needs(context: Context, mine: Booking, id: int) -> tuple[Choice, ...]:
    said = _held(context, mine)
    return tuple(
        button(context, "need", f"{id}.{number}", "coming-need-no" if each in said else "coming-need-yes", need=label)
        for number, each in enumerate(NEEDS, 1)
        for label in (context.say(f"coming-need-{each}"),)
    )


def _held(context: Context, mine: Booking) -> tuple[str, ...]:
    """Kept in the first language of the pack: that of who reads the list."""
    said = {key(part) for part in mine.needs.split(",")}
    return tuple(each for each in NEEDS if key(_label(context, each)) in said)


def _label(context: Context, need: str) -> str:
    wording = context.guide.wording
    return wording.say(wording.languages[0], f"coming-need-{need}")


def _said(context: Context, mine: Booking) -> str:
    return ", ".join(context.say(f"coming-need-{each}") for each in _held(context, mine))


def _mine(context: Context, value: str) -> Hall | None:
    hall = claimed(context, value)
    if hall is None or hall.mine is None or hall.mine.state == LEFT or context.now >= hall.gathering.ends_at:
        return None
    return hall


def need(context: Context, value: str) -> Turn | None:
    """One need more, or less."""
    hall, number = _mine(context, value), value.partition(".")[2]
    if hall is None or hall.mine is None or number not in {str(each) for each in range(1, len(NEEDS) + 1)}:
        return None
    chosen = NEEDS[int(number) - 1]
    held = [each for each in NEEDS if (each in _held(context, hall.mine)) != (each == chosen)]
    kept = ", ".join(_label(context, each) for each in held)
    book = booked(hall.gathering, hall.mine, hall.mine.state, needs=kept)
    said = context.say("coming-need-kept" if chosen in held else "coming-need-gone")
    ways = (button(context, "list", hall.gathering.id, "coming-for-list"),)
    return context.turn(book, Reply(said, ways))


def ask_name(context: Context, value: str) -> Turn | None:
    """Begin to write a name."""
    hall = _mine(context, value)
    if hall is None:
        return None
    return show_name(context.leaving_for(NAME, ASK_NAME).remembering(**{NAMING: str(hall.gathering.id)}))


def show_name(context: Context, *first: str) -> Turn:
    """The question."""
    cancel = button(context, "naming", "cancel", "coming-name-cancel")
    return context.turn(Reply("\n".join((*first, context.say("coming-name-ask", most=LONGEST_NAME))), (cancel,)))


def typed_name(context: Context) -> Turn:
    """The name that was typed, if it is one."""
    name = " ".join(context.inbound.text.split())
    refused = sensitive.find(name, context.guide.wording)
    if refused or not name or len(name) > LONGEST_NAME:
        return show_name(context, context.say(refused or "coming-name-long", most=LONGEST_NAME))
    return _named(context, name)


def _named(context: Context, name: str) -> Turn:
    value, context = context.memo(NAMING), left(context)
    hall = _mine(context, value)
    if hall is None or hall.mine is None:
        return context.turn(Reply(context.say("button-closed")))
    book = booked(hall.gathering, hall.mine, hall.mine.state, name=name)
    said = context.say("coming-name-kept", name=name) if name else context.say("coming-name-gone")
    ways = (button(context, "list", hall.gathering.id, "coming-for-list"),)
    return context.turn(book, Reply(said, ways))


def unname(context: Context, value: str) -> Turn | None:
    """No name on the list any more."""
    return _named(context.remembering(**{NAMING: value}), "") if _mine(context, value) is not None else None


def cancelled(context: Context) -> Turn:
    """No name is written."""
    return left(context).turn(Reply(context.say("coming-name-cancelled")))


def left(context: Context) -> Context:
    """The question left, if it is in course."""
    return context.out_of(NAME, ASK_NAME).remembering(**{NAMING: ""})


# What one follows


def followed(context: Context, gathering: Gathering) -> str:
    """What one follows with a gathering, in words."""
    if gathering.series in context.pack.gatherings.series_by_id:
        return context.say(f"series-{gathering.series}")
    return context.pack.network_name(gathering.network)


def follow(context: Context, value: str) -> Turn | None:
    """Hear of what comes next."""
    gathering = found(context, value)
    if gathering is None:
        return None
    return following.begin(context, subject_of(gathering), followed(context, gathering), f"{NAME}/heard-{gathering.id}")


def unfollow(context: Context, value: str) -> Turn | None:
    """Hear of it no more."""
    gathering = found(context, value)
    if gathering is None:
        return None
    return following.end(context, subject_of(gathering), followed(context, gathering))


def decided(context: Context, value: str, answer: str) -> Turn | None:
    """The yes or the no to hear of gatherings, given under one of them."""
    gathering = found(context, value)
    if gathering is None or answer not in (consent.YES, consent.NO):
        return None
    return following.settled(context, subject_of(gathering), followed(context, gathering), yes=answer == consent.YES)


def shown(context: Context, value: str) -> Turn | None:
    """The details of one, wherever one is."""
    return show(left(context), value)
