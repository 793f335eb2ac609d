"""When somebody answers: the opening hours of a network, and working days, in the zone of the territory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from babel.dates import get_day_names

from handlers.calendar import instant, wall
from handlers.clashes import is_holiday
from handlers.context import Context
from handlers.dates import at_hour, day_of
from handlers.guide import Guide
from handlers.pack import Pack
from handlers.pack_hours import WEEKDAYS, Opening

ANSWERED_IN = 2
"""Working days in which a word of the network is awaited."""
_MORNING, _SATURDAY, _AHEAD = time(9), 5, 60


def is_working(pack: Pack, day: date) -> bool:
    """True from Monday to Friday, but on a public holiday of the territory."""
    return day.weekday() < _SATURDAY and not is_holiday(pack.gatherings, day)


def working_days_after(pack: Pack, moment: datetime, count: int = ANSWERED_IN) -> datetime:
    """The same hour so many working days later; what comes on a day off counts as the next working morning."""
    zone = pack.territory.timezone
    here = wall(moment, zone)
    if not is_working(pack, here.date()):
        here = datetime.combine(_working_after(pack, here.date()), _MORNING)
    for _ in range(count):
        here = datetime.combine(_working_after(pack, here.date()), here.time())
    return instant(here, zone)


def _working_after(pack: Pack, day: date) -> date:
    found = (later for n in range(1, _AHEAD) if is_working(pack, later := day + timedelta(days=n)))
    return next(found, day + timedelta(days=1))


def opening_of(pack: Pack, network: str) -> Opening | None:
    """The hours of a network, if the pack knows them."""
    found = pack.network_by_id.get(network)
    return found.hours if found is not None else None


def is_open(pack: Pack, network: str, now: datetime) -> bool | None:
    """True at its hours; None if they are not known."""
    opening = opening_of(pack, network)
    if opening is None:
        return None
    here = wall(now, pack.territory.timezone)
    return any(start <= here < end for start, end in _spans(pack, opening, here.date()))


def opens_at(pack: Pack, network: str, now: datetime) -> datetime | None:
    """The next hour at which it opens (UTC); None if its hours are not known, or it opens no more."""
    opening = opening_of(pack, network)
    if opening is None:
        return None
    zone = pack.territory.timezone
    here = wall(now, zone)
    days = (here.date() + timedelta(days=n) for n in range(_AHEAD))
    starts = (start for day in days for start, _ in _spans(pack, opening, day) if start > here)
    found = next(starts, None)
    return instant(found, zone) if found is not None else None


def _spans(pack: Pack, opening: Opening, day: date) -> Iterator[tuple[datetime, datetime]]:
    if is_holiday(pack.gatherings, day):
        return
    for span in sorted(opening.days.get(WEEKDAYS[day.weekday()], ())):
        start, end = (datetime.combine(day, time.fromisoformat(each)) for each in span.split("-"))
        yield start, end


def closed_now(context: Context, network: str) -> str:
    """That nobody answers now, and when somebody will; nothing at opening hours, or if they are not known."""
    guide, now = context.guide, context.now
    return closed_at(guide, context.language, network, now)


def closed_at(guide: Guide, language: str, network: str, now: datetime) -> str:
    """The same, in a language."""
    if is_open(guide.pack, network, now) is not False:
        return ""
    again = opens_at(guide.pack, network, now)
    if again is None:
        return guide.wording.say(language, "hours-closed")
    zone, say = guide.zone, guide.wording.say
    day, hour = day_of(again, zone, language, now), at_hour(again, zone, language)
    said = say(language, "hours-closed-until", day=day, hour=hour)
    return f"{said} {say(language, 'mark-to-check')}" if _unsure(guide.pack, network, now) else said


def _unsure(pack: Pack, network: str, now: datetime) -> bool:
    """True while the network has not confirmed its hours, or once it should have read them again."""
    opening = opening_of(pack, network)
    day = wall(now, pack.territory.timezone).date()
    return opening is not None and (not opening.confirmed or opening.review_by < day)


def in_words(context: Context, network: str) -> str:
    """« du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h »; nothing if it is not known."""
    pack = context.pack
    opening = opening_of(pack, network)
    if opening is None:
        return ""
    rows = [(number, opening.days.get(name, ())) for number, name in enumerate(WEEKDAYS)]
    groups = [(tuple(number for number, _ in same), spans) for spans, same in groupby(rows, lambda row: row[1])]
    said = context.say("hours-and-days").join(_line(context, days, spans) for days, spans in groups if spans)
    return f"{said} {context.say('mark-to-check')}" if _unsure(pack, network, context.now) else said


def _line(context: Context, days: tuple[int, ...], spans: tuple[str, ...]) -> str:
    names = get_day_names("wide", locale=context.language)
    when = context.say("hours-one-day", day=names[days[0]])
    if len(days) > 1:
        when = context.say("hours-days", first=names[days[0]], last=names[days[-1]])
    said = context.say("hours-and").join(_span(context, span) for span in sorted(spans))
    return context.say("hours-line", days=when, hours=said)


def _span(context: Context, span: str) -> str:
    zone, language = context.zone, context.language
    day = wall(context.now, zone).date()
    first, last = (datetime.combine(day, time.fromisoformat(each)) for each in span.split("-"))
    values = {"from": at_hour(instant(first, zone), zone, language), "to": at_hour(instant(last, zone), zone, language)}
    return context.say("hours-span", **values)
