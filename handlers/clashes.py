"""What a date meets: a public holiday or its bridge, weeks that are full already, another network's gathering."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dateutil.easter import easter

from handlers import gathering_words
from handlers.calendar import instant, wall
from handlers.context import Context
from handlers.dates import in_full
from handlers.gatherings import Gathering
from handlers.layout import capital
from handlers.pack import Gatherings

_NOON = time(13)
_SATURDAY = 5
_DAY = timedelta(days=1)
_LOOKED_AT, _SAID = 200, 3
_PROGRAMME = "programme"


def warnings(context: Context, gathering: Gathering) -> tuple[str, ...]:
    """What to know before it is published, a sentence each: never a reason to refuse it."""
    known = context.pack.gatherings
    day = wall(gathering.starts_at, gathering.zone).date()
    found = (*_of_day(context, known, gathering, day), *_of_weeks(context, known, day), *_others(context, gathering))
    return tuple(capital(each) for each in found)


def _of_day(context: Context, known: Gatherings, gathering: Gathering, day: date) -> Iterator[str]:
    if _lasts(known, gathering):
        return
    said = in_full(day, context.language)
    if is_holiday(known, day):
        yield context.say("clash-holiday", day=said)
    elif is_bridge(known, day):
        yield context.say("clash-bridge", day=said)


def _of_weeks(context: Context, known: Gatherings, day: date) -> Iterator[str]:
    for number, busy in enumerate(known.busy, 1):
        if _between(day, busy.since, busy.until):
            yield context.say(f"busy-{number}")


def _between(day: date, since: str, until: str) -> bool:
    said = day.strftime("%m-%d")
    return since <= said <= until if since <= until else said >= since or said <= until


def _others(context: Context, gathering: Gathering) -> Iterator[str]:
    """What other networks hold the same half-day, unless it lasts for days."""
    known, zone = context.pack.gatherings, gathering.zone
    begins, ends = half_day(wall(gathering.starts_at, zone))
    if _lasts(known, gathering):
        return
    found = context.world.gatherings.coming(instant(begins, zone), _LOOKED_AT)
    here = (each for each in found if instant(begins, zone) <= each.starts_at < instant(ends, zone))
    others = [each for each in here if each.network != gathering.network and not _lasts(known, each)]
    for each in others[:_SAID]:
        network = context.pack.network_name(each.network)
        yield context.say("clash-other", network=network, line=gathering_words.line(context, each))


def half_day(hour: datetime) -> tuple[datetime, datetime]:
    """The morning or the rest of the day that a wall-clock hour is in."""
    noon = datetime.combine(hour, _NOON)
    morning = datetime.combine(hour, time(0))
    return (morning, noon) if hour < noon else (noon, morning + _DAY)


def _lasts(known: Gatherings, gathering: Gathering) -> bool:
    kind = known.kind_by_id.get(gathering.kind)
    return kind is not None and kind.form == _PROGRAMME


def is_holiday(known: Gatherings, day: date) -> bool:
    """True for a public holiday of the pack."""
    return any(_falls(said, day.year) == day for said in known.holidays)


def is_bridge(known: Gatherings, day: date) -> bool:
    """True for a working day between two days without work, one of which is a public holiday."""
    beside = (day - _DAY, day + _DAY)
    works = day.weekday() < _SATURDAY and not is_holiday(known, day)
    free = all(each.weekday() >= _SATURDAY or is_holiday(known, each) for each in beside)
    return works and free and any(is_holiday(known, each) for each in beside)


def _falls(said: str, year: int) -> date | None:
    if said.startswith("easter"):
        return easter(year) + timedelta(days=int(said.removeprefix("easter")))
    month, _, day = said.partition("-")
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
