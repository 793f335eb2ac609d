"""The clock of a zone as calendars carry it with them: when it changes, as a rule that goes on.

The library that writes calendars can do it too, but lists the changes of some years, each an hour late in spring:
read back by another program, appointments were an hour off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """`at`: the hour that the clock showed when it was changed."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def timezone_of(zone: str, first_year: int, last_year: int) -> Timezone:
    """A zone, right at least from one year to another."""
    found = Timezone()
    found.add("tzid", zone)
    changes = _changes(zone, first_year - 1, last_year + 1)
    kinds = dict.fromkeys((each.before, each.after, each.name) for each in changes)
    for kind in kinds:
        alike = [each for each in changes if (each.before, each.after, each.name) == kind]
        rule = _rule(alike)
        for each in alike[:1] if rule else alike:
            found.add_component(_part(each, rule))
    if not changes:
        found.add_component(_part(_unchanged(zone, first_year), ""))
    return found


def _part(change: _Change, rule: str) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.at)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        month, day = rule.split()
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": int(month), "BYDAY": day})
    return part


def _rule(changes: Sequence[_Change]) -> str:
    """The month and the day of the week on which they all fall, « 3 -1SU »; nothing if there is no such rule."""
    first = changes[0].at
    same = {(each.at.month, each.at.weekday(), each.at.time()) for each in changes}
    if len(same) > 1 or len({each.at.year for each in changes}) < len(changes) or len(changes) == 1:
        return ""
    if all((each.at + _WEEK * _DAY).month != first.month for each in changes):
        return f"{first.month} -1{_DAYS[first.weekday()]}"
    weeks = {(each.at.day - 1) // _WEEK + 1 for each in changes}
    return f"{first.month} {weeks.pop()}{_DAYS[first.weekday()]}" if len(weeks) == 1 else ""


@cache
def _changes(zone: str, first_year: int, last_year: int) -> tuple[_Change, ...]:
    return tuple(
        _found(ZoneInfo(zone), datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year, 12, 31, tzinfo=UTC))
    )


def _found(zone: ZoneInfo, day: datetime, end: datetime) -> Iterator[_Change]:
    while day < end:
        if _offset(day, zone) != _offset(day + _DAY, zone):
            low, high = day, day + _DAY
            while high - low > _MINUTE:
                middle = low + (high - low) / 2
                low, high = (low, middle) if _offset(middle, zone) != _offset(low, zone) else (middle, high)
            at = (high + _MINUTE / 2).replace(second=0, microsecond=0)
            after = at.astimezone(zone)
            before = _offset(low, zone)
            shown = (at + before).replace(tzinfo=None)
            yield _Change(shown, before, _offset(at, zone), after.tzname() or "", bool(after.dst()))
        day += _DAY


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _unchanged(zone: str, year: int) -> _Change:
    first = datetime(year - 1, 1, 1)  # noqa: DTZ001  # an hour on the wall
    there = first.replace(tzinfo=ZoneInfo(zone))
    offset = there.utcoffset() or timedelta()
    return _Change(first, offset, offset, there.tzname() or "", summer=False)
