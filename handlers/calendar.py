"""The hours of gatherings: when a series takes place, and when each reminder is due. Wall-clock hours in, UTC out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rruleset, rrulestr

MOST_OCCURRENCES = 400
"""Of one series in one look: more than a year of a daily one."""

_EVERY = (DAILY, WEEKLY, MONTHLY, YEARLY)


class RuleRefused(ValueError):
    """A rule of repetition that cannot be read, or that repeats within a day."""


@dataclass(frozen=True, slots=True)
class Series:
    """Hours that come again (RFC 5545). `first`, `except_on` and `also_on` are naive wall-clock hours of `zone`;
    an empty `rule` is a single date."""

    zone: str
    first: datetime
    rule: str = ""
    except_on: frozenset[datetime] = frozenset()
    also_on: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before the start one is told: some `days` before at a wall-clock hour, or some `hours` before."""

    id: str
    days: int = 0
    at: time | None = None
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Night:
    """The hours of the territory in which nobody is woken, and the hour of the evening to which a reminder that
    would fall in them is brought forward (design.md 5)."""

    zone: str
    begins: time = time(20)
    ends: time = time(8)
    evening: time = time(19, 30)


def instant(wall: datetime, zone: str) -> datetime:
    """The instant (UTC) of a naive wall-clock hour. An hour that a clock change skips is as much later as the clock
    was moved; one that comes twice is the first of the two."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def wall(moment: datetime, zone: str) -> datetime:
    """The naive wall-clock hour of an instant."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def read_rule(rule: str, first: datetime) -> rrule:
    """A rule of repetition that starts at a naive hour. Raises RuleRefused."""
    try:
        # The end of a rule may be written in UTC: to the day, it is the same.
        found = rrulestr(rule.replace("Z", ""), dtstart=first)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError) as error:
        raise RuleRefused(rule) from error
    if not isinstance(found, rrule) or found._freq not in _EVERY:  # type: ignore[attr-defined]  # it has no public name
        raise RuleRefused(rule)
    return found


def occurrences(series: Series, after: datetime, before: datetime) -> tuple[datetime, ...]:
    """The naive hours at which a series takes place, from an instant until another, at most MOST_OCCURRENCES."""
    begin, end = wall(after, series.zone), wall(before, series.zone)
    found = (hour for hour in _hours(series, begin, end) if after <= instant(hour, series.zone) < before)
    return tuple(islice(found, MOST_OCCURRENCES))


def _hours(series: Series, begin: datetime, end: datetime) -> Iterator[datetime]:
    # Within a day of a clock change the order of hours and that of instants may differ.
    margin = timedelta(days=1)
    hours = rruleset()
    if series.rule:
        hours.rrule(read_rule(series.rule, series.first))
    else:
        hours.rdate(series.first)
    for each in series.also_on:
        hours.rdate(each)
    for each in series.except_on:
        hours.exdate(each)
    return iter(hours.between(begin - margin, end + margin, inc=True))


def due(start: datetime, zone: str, lead: Lead, night: Night) -> datetime:
    """The instant (UTC) at which one is told of a gathering that starts at `start` (aware), in the hours of `zone`.
    What would fall in the night of the territory is said the evening before: never later, never after the start."""
    return _evening_before(_told(start, zone, lead), night)


def _told(start: datetime, zone: str, lead: Lead) -> datetime:
    if lead.at is None:
        return start.astimezone(UTC) - timedelta(hours=lead.hours)
    day = wall(start, zone).date() - timedelta(days=lead.days)
    return min(instant(datetime.combine(day, lead.at), zone), start.astimezone(UTC))


def _evening_before(moment: datetime, night: Night) -> datetime:
    local = wall(moment, night.zone)
    if night.ends <= local.time() < night.begins:
        return moment
    day = local.date() - timedelta(days=1 if local.time() < night.ends else 0)
    return instant(datetime.combine(day, night.evening), night.zone)
