"""A walk: joining and leaving it at a stop, and what its guide says on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers import gathering_words, reminders
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues import coming_organise
from handlers.dialogues.coming_words import booked, button, claimed, second
from handlers.effects import Record, TellPerson
from handlers.effects_gatherings import ReachStop
from handlers.gatherings import LEFT, SEATED, Booking, Gathering, Hall, Stop
from handlers.messages import Reply
from handlers.roles import ANIMATOR
from handlers.understand import key
from handlers.walk_words import on_the_way, stop_of

MOST_TOLD = 90
"""By one turn; more are told by the scheduler."""
MOST_LATE = 240
_PAGE = 500
_STOP = re.compile(r"\b(?:etape|arret|stop|stage)(?: n(?:o|umero)?)? (\d{1,2})\b")
_MINUTES = re.compile(r"\b(\d{1,3}) ?(?:min|mn|minutes?)\b")
_HOUR = re.compile(r"\b(?:(une|one|an|\d) ?(?:h|heures?|hours?))(?: ?(\d{2}))?\b")


# Who comes


def choose(context: Context, value: str) -> Turn | None:
    """Where the person joins and leaves the walk, and the stops where they may."""
    hall = _mine(context, value)
    if hall is None or hall.mine is None:
        return None
    gathering, mine = hall.gathering, hall.mine
    lines = [*(gathering_words.stop(context, gathering, each) for each in gathering.stops), _said(context, hall)]
    id = gathering.id
    start = (button(context, "join", f"{id}.0", "coming-join-start"),) if mine.joins else ()
    end = (button(context, "part", f"{id}.0", "coming-part-end"),) if mine.leaves else ()
    joins = [
        button(context, "join", f"{id}.{each.position}", "coming-join", number=str(each.position), place=each.place)
        for each in gathering.stops[1:]
        if each.reached_at is None and each.position != mine.joins and _before(each.position, mine.leaves)
    ]
    parts = [
        button(context, "part", f"{id}.{each.position}", "coming-part", number=str(each.position), place=each.place)
        for each in gathering.stops[:-1]
        if each.position > max(mine.joins, 1) and each.position != mine.leaves
    ]
    return context.turn(Reply("\n".join(lines), (*start, *end, *joins, *parts)))


def _before(position: int, leaves: int) -> bool:
    return leaves == 0 or position < leaves


def _said(context: Context, hall: Hall) -> str:
    mine = hall.mine
    assert mine is not None
    joins = context.say("coming-joins-at", number=str(mine.joins)) if mine.joins else context.say("coming-joins-start")
    leaves = context.say("coming-parts-at", number=str(mine.leaves)) if mine.leaves else context.say("coming-parts-end")
    return f"{joins} {leaves}"


def _mine(context: Context, value: str) -> Hall | None:
    hall = claimed(context, value)
    if hall is None or not hall.gathering.takes_place or context.now >= hall.gathering.ends_at:
        return None
    return hall if hall.gathering.stops and hall.mine is not None and hall.mine.state != LEFT else None


def join(context: Context, value: str) -> Turn | None:
    """Join at a stop; 0: at the start."""
    hall, position = _mine(context, value), second(value)
    if hall is None or hall.mine is None or position is None:
        return None
    reached = position and stop_of(hall.gathering, position)
    if reached == 0 or (reached and reached.reached_at is None and _before(position, hall.mine.leaves)):
        return _changed(context, hall, joins=position, leaves=hall.mine.leaves)
    return context.turn(Reply(context.say("coming-stop-passed"), (button(context, "walk", value, "coming-walk"),)))


def part(context: Context, value: str) -> Turn | None:
    """Leave at a stop; 0: at the end."""
    hall, position = _mine(context, value), second(value)
    if hall is None or hall.mine is None or position is None:
        return None
    if position and (stop_of(hall.gathering, position) is None or position <= max(hall.mine.joins, 1)):
        return None
    return _changed(context, hall, joins=hall.mine.joins, leaves=position)


def _changed(context: Context, hall: Hall, *, joins: int, leaves: int) -> Turn:
    mine = hall.mine
    assert mine is not None
    book = booked(hall.gathering, mine, mine.state, joins=joins, leaves=leaves)
    name = "coming-joined" if mine.state == SEATED else "coming-joined-waiting"
    lines = [context.say(name), reminders.recap(context, hall.gathering, joins)]
    if leaves:
        lines.append(context.say("coming-parts-at", number=str(leaves)))
    ways = (
        button(context, "walk", hall.gathering.id, "coming-walk"),
        button(context, "no", hall.gathering.id, "coming-no"),
    )
    return context.turn(book, Reply("\n".join(lines), ways))


# Who guides it


def said(context: Context) -> Turn | None:
    """« nous sommes à l'étape 3, 20 minutes de retard », by an animator of a walk that is on."""
    text = key(context.inbound.text)
    found = _STOP.search(text)
    walks = _on(context) if found else ()
    if found is None or not walks:
        return None
    late = _late(text)
    if late is None or len(walks) > 1:
        return _which(context, walks, "walk-which" if late is not None else "walk-late-much")
    return reach(context, walks[0].id, int(found[1]), late)


def guided(context: Context, argument: str) -> Turn | None:
    """« étape 3, retard 20 min », « en retard »: the same in a few words; what was left out is asked."""
    text = key(context.inbound.text)
    if (turn := said(context)) is not None:
        return turn
    if walks := _on(context):
        return asked(context, walks[0]) if len(walks) == 1 else _which(context, walks, "walk-which")
    late = _MINUTES.search(text) or _HOUR.search(text)
    if argument and not (late and _STOP.search(text)):
        return None
    return context.turn(Reply(context.say("walk-none"), (context.choice("door/all:0", "door-all"),)))


def asked(context: Context, walk: Gathering) -> Turn:
    """At which stop it is."""
    ways = tuple(
        context.choice(
            f"door/stop:{walk.id}.{each.position}", "walk-button", number=str(each.position), place=each.place
        )
        for each in walk.stops
    )
    return context.turn(Reply(context.say("walk-ask"), ways))


def _on(context: Context) -> tuple[Gathering, ...]:
    return tuple(each for each in coming_organise.on_now(context) if each.stops)


def _which(context: Context, walks: tuple[Gathering, ...], name: str) -> Turn:
    ways = tuple(context.choice(f"door/open:{each.id}", "door-open", title=each.title) for each in walks)
    return context.turn(Reply(context.say(name, most=MOST_LATE), ways))


def _late(text: str) -> int | None:
    hours, minutes = _HOUR.search(text), _MINUTES.search(text)
    total = int(minutes[1]) if minutes else 0
    if hours:
        total += (int(hours[1]) if hours[1].isdecimal() else 1) * 60 + int(hours[2] or 0)
    return total if total <= MOST_LATE else None


def reach(context: Context, id: int, position: int, late: int) -> Turn | None:
    """The guide is at a stop: those who are still to join there or later are told, once."""
    hall = claimed(context, str(id))
    if hall is None or not coming_organise.is_mine(context, hall.gathering):
        return None
    gathering, stop = hall.gathering, stop_of(hall.gathering, position)
    if stop is None:
        return context.turn(Reply(context.say("walk-no-stop", number=str(position), count=len(gathering.stops))))
    if not gathering.takes_place or not coming_organise.is_on(context, gathering):
        return context.turn(Reply(context.say("walk-not-on")))
    ways = (context.choice(f"door/open:{id}", "door-back"),)
    if _is_known(gathering, position, late):
        return context.turn(Reply(context.say("walk-known", number=str(position)), ways))
    whom = [each for each in _comers(context, id) if each.joins >= position and each.person]
    many = len(whom) > MOST_TOLD
    told = () if many else tuple(_telling(context, gathering, stop, late, each) for each in whom)
    reply = Reply(context.say("walk-said", number=str(position), place=stop.place, count=len(whom)), ways)
    used = Record(ANIMATOR, gathering.network, "walk-told", max(len(whom), 1))
    return context.turn(ReachStop(id, position, late, tells=many), *told, used, reply)


def _is_known(gathering: Gathering, position: int, late: int) -> bool:
    furthest = max((each.position for each in gathering.stops if each.reached_at is not None), default=0)
    return furthest >= position and gathering.delay == late


def _comers(context: Context, id: int) -> Iterator[Booking]:
    after = 0
    while page := context.world.gatherings.comers(id, after, _PAGE):
        yield from page
        after = page[-1].id


def _telling(context: Context, gathering: Gathering, stop: Stop, late: int, booking: Booking) -> TellPerson:
    there = context.having(language=booking.language or context.guide.wording.languages[0])
    return TellPerson(booking.person or 0, on_the_way(there, gathering, stop, late, booking.joins))
