"""Who organises a gathering: who comes, who is there, the door, the walk. Each use is written in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue, asking
from handlers.dialogues import coming_organise, coming_walk, door_count
from handlers.dialogues.coming_words import short
from handlers.dialogues.door_count import ASIDE, PASTE, WALK_INS
from handlers.dialogues.door_words import NAME, button, mine, used
from handlers.gathering_words import line, start, title
from handlers.gatherings import LIST_KEPT, PAGE, Booking, Gathering, Hall
from handlers.messages import Choice, Reply, number_of
from handlers.posters import CSV, LIST
from handlers.understand import key

LINES = 15
"""Of the list in one message: far from the longest one that any channel takes."""
MOST = 10_000
_LATE = (0, 5, 10, 15, 20, 30, 45)


def everything(context: Context, value: str = "0") -> Turn | None:
    """« qui vient »: the gatherings of the person's networks, those of late first."""
    skipped, found = number_of(value or "0"), coming_organise.mine(context)
    if skipped is None:
        return None
    shown = found[skipped : skipped + PAGE]
    if not shown:
        return context.turn(Reply(context.say("door-none")))
    lines = [context.say("door-which"), *(f"{n}. {line(context, each)}" for n, each in enumerate(shown, 1))]
    ways = [button(context, "open", each.id, "door-open", title=short(context, each)) for each in shown]
    if len(found) > skipped + PAGE:
        ways.append(button(context, "all", skipped + PAGE, "coming-more"))
    return context.turn(Reply("\n".join(lines), tuple(ways)))


def opened(context: Context, value: str, *first: str) -> Turn | None:
    """One of them in figures, and what can be done."""
    hall = mine(context, value)
    if hall is None:
        return None
    gathering = hall.gathering
    comers = context.world.gatherings.comers(gathering.id, 0, MOST)
    lines = [*first, f"{title(context, gathering)}, {start(context, gathering)}", *_figures(context, hall, comers)]
    return context.turn(Reply("\n".join(lines), _ways(context, gathering, comers)))


def _figures(context: Context, hall: Hall, comers: tuple[Booking, ...]) -> list[str]:
    gathering, coming = hall.gathering, sum(each.seats for each in comers)
    said = [context.say("door-coming", count=coming)]
    said += [context.say("door-waiting", count=hall.waiting)] if hall.waiting else []
    said += [context.say("door-aside", count=gathering.aside)] if gathering.aside else []
    said += [context.say("door-free", free=hall.free)] if hall.free is not None else []
    there = sum(each.seats for each in comers if each.checked_in_at is not None)
    if coming_organise.is_on(context, gathering) or context.now >= gathering.ends_at:
        said.append(context.say("door-there", count=there + gathering.walk_ins, walk_ins=gathering.walk_ins))
    if not context.now >= gathering.ends_at + LIST_KEPT:
        said.append(context.say("door-code", code=gathering.code))
    return said


def _ways(context: Context, gathering: Gathering, comers: tuple[Booking, ...]) -> tuple[Choice, ...]:
    id = gathering.id
    listed = _keeps(context, gathering) and bool(comers)
    list_ = (
        (button(context, "page", f"{id}.0", "door-list"), button(context, "file", id, "door-file")) if listed else ()
    )
    stops = (button(context, "walk", id, "door-walk"),) if gathering.stops and _is_on(context, gathering) else ()
    there = (button(context, "paste", id, "door-paste"),) if comers and context.now >= gathering.starts_at else ()
    return (
        *stops,
        *list_,
        button(context, "count", id, "door-count"),
        *there,
        button(context, "reserve", id, "door-reserve"),
        button(context, "all", 0, "door-others"),
    )


def _is_on(context: Context, gathering: Gathering) -> bool:
    return coming_organise.is_on(context, gathering) and gathering.takes_place


def _keeps(context: Context, gathering: Gathering) -> bool:
    """True while who comes is known by name."""
    return context.now < gathering.ends_at + LIST_KEPT


def page(context: Context, value: str) -> Turn | None:
    """Who comes, some lines of it: names that people chose, seats, stops, needs."""
    first, _, after = value.partition(".")
    hall, skipped = mine(context, first), number_of(after)
    if hall is None or skipped is None or not _keeps(context, hall.gathering):
        return None
    comers = context.world.gatherings.comers(hall.gathering.id, 0, MOST)
    shown = comers[skipped : skipped + LINES]
    id, further = hall.gathering.id, skipped + LINES
    head = context.say("door-page", first=str(skipped + 1), last=str(skipped + len(shown)), count=str(len(comers)))
    lines = [_line(context, number, each) for number, each in enumerate(shown, skipped + 1)]
    more = (button(context, "page", f"{id}.{further}", "coming-more"),) if len(comers) > further else ()
    ways = (*more, button(context, "file", id, "door-file"), button(context, "open", id, "door-back"))
    said = "\n".join([head, *lines]) if shown else context.say("door-nobody")
    return context.turn(used(hall.gathering, "list-read", max(len(shown), 1)), Reply(said, ways))


def _line(context: Context, number: int, booking: Booking) -> str:
    name = booking.name or context.say("door-no-name")
    parts = [context.say("door-line", number=str(number), name=name, seats=booking.seats)]
    parts += [context.say("door-joins", number=str(booking.joins))] if booking.joins else []
    parts += [context.say("door-parts", number=str(booking.leaves))] if booking.leaves else []
    parts += [booking.needs] if booking.needs else []
    parts += [context.say("door-is-there")] if booking.checked_in_at else []
    return ", ".join(parts)


def file(context: Context, value: str) -> Turn | None:
    """The list as a file."""
    hall = mine(context, value)
    if hall is None or not _keeps(context, hall.gathering):
        return None
    recipe = f"{LIST}:{hall.gathering.id}"
    said = Reply(context.say("door-file-said", days=LIST_KEPT.days), attachments=(recipe, f"{recipe}.{CSV}"))
    given = len(context.world.gatherings.comers(hall.gathering.id, 0, MOST))
    return context.turn(used(hall.gathering, "list-download", max(given, 1)), said)


def walk(context: Context, value: str) -> Turn | None:
    """At which stop the walk is."""
    hall = mine(context, value)
    if hall is None or not hall.gathering.stops or not _is_on(context, hall.gathering):
        return None
    return coming_walk.asked(context, hall.gathering)


def stop(context: Context, value: str) -> Turn | None:
    """How late it is there."""
    first, _, position = value.partition(".")
    hall, number = mine(context, first), number_of(position)
    if hall is None or number is None or not any(each.position == number for each in hall.gathering.stops):
        return None
    ways = tuple(
        button(
            context,
            "late",
            f"{first}.{number}.{late}",
            "walk-late-button" if late else "walk-on-time-button",
            minutes=late,
        )
        for late in _LATE
    )
    return context.turn(Reply(context.say("walk-ask-late", number=str(number)), ways))


def late(context: Context, value: str) -> Turn | None:
    """Said to those who need it."""
    parts = [number_of(part) for part in value.split(".")]
    if len(parts) != 3 or parts[0] is None or parts[1] is None or parts[2] not in _LATE:
        return None
    return coming_walk.reach(context, parts[0], parts[1], parts[2] or 0)


_STEPS: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "all": everything,
    "open": opened,
    "page": page,
    "file": file,
    "walk": walk,
    "stop": stop,
    "late": late,
    "count": door_count.begin(WALK_INS),
    "reserve": door_count.begin(ASIDE),
    "paste": door_count.begin(PASTE),
    "plus": door_count.plus,
}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    """A button; any of them leaves the question in course."""
    if step == "asking":
        back = context.memo(door_count.AT)
        return opened(door_count.left(context), back) if asks(context.conversation) else None
    context = door_count.left(context)
    return _STEPS[step](context, value) if step in _STEPS else None


asks = asking(NAME, WALK_INS, ASIDE, PASTE)


_free = asking(NAME, PASTE)


def _out(context: Context, argument: str) -> Turn | None:
    return _choose(context, "asking", "cancel")


def _answer(context: Context) -> Turn | None:
    if key(context.inbound.text) == key(context.say("door-cancel")):
        return _out(context, "")
    return door_count.typed(context)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"qui_vient": lambda context, _: everything(context)},
    asks=asks,
    answer=_answer,
    show=door_count.show,
    free=_free,
    moves={"retour": _out, "annuler": _out, "arreter": _out},
)
