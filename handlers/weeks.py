"""Weeks of ISO 8601 by the wall clock of the territory, and the closed periods that are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from handlers import calendar

QUARTER, HALF = 13, 26
"""Weeks of a quarter and of a half; the last one of a long year has one more."""

_NAMED = re.compile(r"([0-9]{4})-W([0-9]{2})")
_MONDAY, _THURSDAY = 1, 4


@dataclass(frozen=True, slots=True)
class Period:
    """Weeks that follow each other, in order."""

    weeks: tuple[str, ...]

    @property
    def name(self) -> str:
        """`2026-W47`, or `2026-W40--2026-W53`."""
        first, last = self.weeks[0], self.weeks[-1]
        return first if first == last else f"{first}--{last}"


def week_of(instant: datetime, zone: str) -> str:
    """The week in which an instant falls there, from Monday at midnight to Sunday at 23:59: `2026-W47`."""
    return _named(calendar.wall(instant, zone).date())


def is_week(name: str) -> bool:
    """True if there is a week of this name: a year has 52 or 53."""
    found = _NAMED.fullmatch(name)
    if found is None or not 1 <= int(found[1]) <= 9998:
        return False
    return 1 <= int(found[2]) <= weeks_in(int(found[1]))


@lru_cache(maxsize=64)
def weeks_in(year: int) -> int:
    """How many weeks this ISO year has."""
    return date(year, 12, 28).isocalendar().week


def week_after(week: str, by: int = 1) -> str:
    """The week so many weeks later, or earlier."""
    return _named(_monday(week) + timedelta(weeks=by))


def monday_of(week: str, zone: str) -> datetime:
    """The instant at which a week begins there."""
    return calendar.instant(datetime.combine(_monday(week), time()), zone)


def days_of(week: str) -> tuple[date, date]:
    """The first and the last day of a week."""
    return _monday(week), _monday(week) + timedelta(days=6)


def month_of(week: str) -> str:
    """The month that a week belongs to, `2026-11`: that of its Thursday, as ISO 8601 has it of the year. So a month
    is made of whole weeks, and a year of whole months."""
    return (_monday(week) + timedelta(days=_THURSDAY - _MONDAY)).isoformat()[:7]


def week(name: str) -> Period:
    """A week alone."""
    return Period((name,))


@lru_cache(maxsize=64)
def quarter_of(week: str) -> Period:
    """The thirteen weeks of which this is one; fourteen at the end of a long year."""
    return quarters_of(week)[min((_number(week) - 1) // QUARTER, 3)]


@lru_cache(maxsize=64)
def half_of(week: str) -> Period:
    """The two quarters of which this is a week."""
    first, second, third, fourth = quarters_of(week)
    two = (first, second) if _number(week) <= HALF else (third, fourth)
    return Period(two[0].weeks + two[1].weeks)


@lru_cache(maxsize=64)
def year_of(week: str) -> Period:
    """The ISO year of which this is a week."""
    return year(int(week[:4]))


@lru_cache(maxsize=64)
def year(number: int) -> Period:
    """An ISO year."""
    return Period(tuple(f"{number:04d}-W{each:02d}" for each in range(1, weeks_in(number) + 1)))


@lru_cache(maxsize=64)
def quarters_of(week: str) -> tuple[Period, Period, Period, Period]:
    """The four quarters of the year of a week."""
    weeks = year_of(week).weeks
    first, second, third = (Period(weeks[at : at + QUARTER]) for at in (0, QUARTER, HALF))
    return first, second, third, Period(weeks[HALF + QUARTER :])


def closed(period: Period, now: datetime, zone: str) -> bool:
    """True once the last week of a period is over."""
    return now >= monday_of(week_after(period.weeks[-1]), zone)


def _number(week: str) -> int:
    return int(week[6:])


@lru_cache(maxsize=512)
def _monday(week: str) -> date:
    return date.fromisocalendar(int(week[:4]), _number(week), _MONDAY)


@lru_cache(maxsize=512)
def _named(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"
