"""A gathering as people read it: its date in words, one line of it, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from handlers.context import Context
from handlers.dates import at_hour, day_of, local_date
from handlers.gatherings import CANCELLED, MOVED, Gathering, Stop
from handlers.layout import capital, in_lines

_SAID = (
    "audience",
    "topics",
    "languages",
    "distance",
    "pace",
    "end_point",
    "meeting_point",
    "joining_late",
    "toilets",
    "rain_plan",
    "price",
    "access",
    "contact",
)
"""What is read of a gathering when it is known, in this order, each in a line of its own. What decides whether one
can come stands last, where it is read."""


_NIGHT = timedelta(hours=12)


def lasts_days(gathering: Gathering) -> bool:
    """True for a programme: its days are said, not its hours. What ends in the night is of one day."""
    first, last = (local_date(each, gathering.zone) for each in (gathering.starts_at, gathering.ends_at))
    return first != last and gathering.ends_at - gathering.starts_at >= _NIGHT


def start(context: Context, gathering: Gathering) -> str:
    """« jeudi 3 décembre à 8 h 30 », or the first and the last day of what lasts longer."""
    if lasts_days(gathering):
        return when(context, gathering)
    language, zone = context.language, gathering.zone
    day = day_of(gathering.starts_at, zone, language, context.now)
    return context.say("gathering-start", day=day, hour=at_hour(gathering.starts_at, zone, language))


def when(context: Context, gathering: Gathering) -> str:
    """« jeudi 3 décembre, de 8 h 30 à 10 h », or the first and the last day of what lasts longer."""
    language, zone, now = context.language, gathering.zone, context.now
    day = day_of(gathering.starts_at, zone, language, now)
    if lasts_days(gathering):
        return context.say("gathering-days", first=day, last=day_of(gathering.ends_at, zone, language, now))
    hours = (at_hour(each, zone, language) for each in (gathering.starts_at, gathering.ends_at))
    return context.say("gathering-when", day=day, **dict(zip(("from", "to"), hours, strict=True)))


def where(context: Context, gathering: Gathering) -> str:
    """The place, its address and its commune, as far as they are known; each once."""
    name = context.guide.places.name_by_slug.get(gathering.text("commune"), gathering.text("commune"))
    parts: list[str] = []
    for part in (gathering.text("place"), gathering.text("address"), name):
        if part and part.casefold() not in ", ".join(parts).casefold():
            parts.append(part)
    return ", ".join(parts)


def title(context: Context, gathering: Gathering) -> str:
    """Its title, or that of its kind."""
    known = context.pack.gatherings.kind_by_id
    return gathering.title or (context.say(f"kind-{gathering.kind}") if gathering.kind in known else gathering.kind)


def line(context: Context, gathering: Gathering) -> str:
    """One line of a list: the day, the title, the commune, and whether it was moved or cancelled."""
    commune = context.guide.places.name_by_slug.get(gathering.text("commune"), "")
    where_ = context.say("gathering-line-place", place=commune) if commune else ""
    said = context.say("gathering-line", start=start(context, gathering), title=title(context, gathering), place=where_)
    mark = {CANCELLED: "gathering-mark-cancelled", MOVED: "gathering-mark-moved"}.get(gathering.state)
    return f"{said} {context.say(mark)}" if mark else said


def stop(context: Context, gathering: Gathering, each: Stop) -> str:
    """One stop of a walk: « 1. 14 h, Maison Stéphane Hessel, 15 min à pied, marches »."""
    on_foot = context.say("gathering-on-foot", minutes=each.minutes_on_foot) if each.minutes_on_foot else ""
    hour = at_hour(each.at, gathering.zone, context.language)
    parts = [part for part in (hour, each.place, on_foot, each.access) if part]
    return context.say("gathering-stop", number=str(each.position), said=", ".join(parts))


def details(context: Context, gathering: Gathering) -> str:
    """All that is known of it, to decide whether to come."""
    return in_lines(_details(context, gathering))


def _details(context: Context, gathering: Gathering) -> Iterator[str]:
    if gathering.state == CANCELLED:
        yield context.say("gathering-cancelled", reason=gathering.reason).strip()
    yield title(context, gathering)
    whole = when(context, gathering)
    yield capital(whole)
    yield where(context, gathering)
    about = gathering.text("about")
    yield capital(about)
    yield from (stop(context, gathering, each) for each in gathering.stops)
    for name in _SAID:
        yield said(context, name, gathering.text(name))
    if gathering.text("link"):
        yield context.say("gathering-link", link=gathering.text("link"))
    elif gathering.seats is not None:
        yield context.say("gathering-seats", seats=gathering.seats)
    yield context.say("gathering-by", network=context.pack.network_name(gathering.network))


def said(context: Context, name: str, text: str) -> str:
    """« Prix : gratuit »; nothing of what is not known."""
    topic = context.say(f"gathering-topic-{name}")
    return context.say("gathering-said", topic=capital(topic), said=text) if text else ""
