"""What who organises counts: people at the door, seats promised elsewhere, and who was there by a pasted list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.coming_words import number_of_people
from handlers.dialogues.door_words import NAME, button, mine, used
from handlers.effects_gatherings import CountSeats, MarkPresent
from handlers.gatherings import MOST_CAPACITY, Booking
from handlers.messages import LONGEST_TEXT, Reply, number_of
from handlers.understand import key

WALK_INS, ASIDE, PASTE = "walk_ins", "aside", "paste"
AT = "door_at"
_MOST = 10_000
_SIGNED = re.compile(r"^([+-]?) ?(\d{1,5})$")
_NUMBERED = re.compile(r"^(\d{1,5})(?:\W|$)")
_MORE = (1, 2, 5)
_SHOWN = 8


def begin(what: str) -> Callable[[Context, str], Turn | None]:
    """Ask for one of these, of a gathering."""

    def asked(context: Context, value: str) -> Turn | None:
        hall = mine(context, value)
        if hall is None:
            return None
        return show(context.leaving_for(NAME, what).remembering(**{AT: str(hall.gathering.id)}))

    return asked


def show(context: Context, *first: str) -> Turn:
    """The question in course."""
    hall, what = mine(context, context.memo(AT)), context.conversation.step
    if hall is None:
        return left(context).turn(Reply(context.say("button-closed")))
    more = _MORE if what == WALK_INS else ()
    ways = [button(context, "plus", f"{hall.gathering.id}.{n}", "door-plus", count=n) for n in more]
    ways.append(button(context, "asking", "cancel", "door-cancel"))
    count = {WALK_INS: hall.gathering.walk_ins, ASIDE: hall.gathering.aside}.get(what, 0)
    said = context.say(f"door-ask-{what.replace('_', '-')}", count=count)
    return context.turn(Reply("\n".join((*first, said)), tuple(ways)))


def left(context: Context) -> Context:
    """The question left, if it is in course."""
    return context.out_of(NAME).remembering(**{AT: ""})


def plus(context: Context, value: str) -> Turn | None:
    """Some more at the door."""
    first, _, number = value.partition(".")
    more = number_of(number)
    if more not in _MORE or mine(context, first) is None:
        return None
    return _counted(context, first, WALK_INS, f"+{more}")


def typed(context: Context) -> Turn | None:
    """A number, or the pasted list."""
    what, value = context.conversation.step, context.memo(AT)
    return _pasted(context, value) if what == PASTE else _counted(context, value, what, context.inbound.text.strip())


def _done(context: Context, value: str, *said: str, more: bool = False) -> Turn:
    """What was counted; at the door, the next tap is at hand."""
    again = [button(context, "plus", f"{value}.{n}", "door-plus", count=n) for n in _MORE if more]
    return left(context).turn(Reply("\n".join(said), (*again, button(context, "open", value, "door-back"))))


def _counted(context: Context, value: str, what: str, text: str) -> Turn:
    hall, number = mine(context, value, lock=True), _SIGNED.match(text)
    if hall is None:
        return left(context).turn(Reply(context.say("button-closed")))
    before = hall.gathering.walk_ins if what == WALK_INS else hall.gathering.aside
    total = _total(number, before) if number else number_of_people(context, text)
    most = MOST_CAPACITY if hall.gathering.seats is None or what == WALK_INS else hall.gathering.seats
    if total is None or not 0 <= total <= most:
        return show(context, context.say("door-number", most=most))
    counted = CountSeats(hall.gathering.id, **{what: total})
    said = context.say(f"door-{what.replace('_', '-')}-kept", count=total)
    if what == ASIDE and hall.gathering.seats is not None and hall.held + total > hall.gathering.seats:
        said = f"{said}\n{context.say('door-aside-over', over=hall.held + total - hall.gathering.seats)}"
    turn = _done(context, value, said, more=what == WALK_INS)
    return Turn(turn.conversation, (counted, used(hall.gathering, f"door-{what}"), *turn.effects))


def _total(found: re.Match[str], before: int) -> int:
    number = int(found[2])
    return {"+": before + number, "-": before - number}.get(found[1], number)


def _pasted(context: Context, value: str) -> Turn:
    hall = mine(context, value, lock=True)
    if hall is None:
        return left(context).turn(Reply(context.say("button-closed")))
    comers = context.world.gatherings.comers(hall.gathering.id, 0, _MOST)
    lines = [line.strip() for line in context.inbound.text.split("\n")]
    there: list[int] = []
    wrong: list[str] = []
    for number, text in enumerate(lines, 1):
        found = _meant(text, comers) if text else []
        there += [found[0].id] if len(found) == 1 else []
        if text and len(found) != 1:
            name = "door-twice" if found else "door-unknown"
            wrong.append(context.say(name, line=str(number), said=text[:40]))
    cut = len(context.inbound.text) >= LONGEST_TEXT
    said = [context.say("door-pasted", count=len(set(there))), *wrong[:_SHOWN]]
    said += [context.say("door-more-wrong", count=len(wrong) - _SHOWN)] if len(wrong) > _SHOWN else []
    said += [context.say("door-cut")] if cut else []
    said += [context.say("door-unknown-how")] if wrong else []
    marked = (MarkPresent(hall.gathering.id, tuple(sorted(set(there)))), used(hall.gathering, "door-paste"))
    turn = _done(context, value, *said)
    return Turn(turn.conversation, (*(marked if there else ()), *turn.effects))


def _meant(text: str, comers: Sequence[Booking]) -> list[Booking]:
    """By the number of the list, or by the name that they chose."""
    if found := _NUMBERED.match(text):
        place = int(found[1])
        return [comers[place - 1]] if 1 <= place <= len(comers) else []
    said = key(text)
    return [each for each in comers if each.name and key(each.name) == said]
