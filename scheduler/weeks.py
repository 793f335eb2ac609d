"""Weeks of the territory, from Monday at midnight, and the hour of the one digest of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers import calendar

_FRIDAY, _DIGEST_AT = 4, time(17)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """`name`: that of ISO 8601, `2026-W47`. `digest`: the instant of its digest."""

    name: str
    begins: datetime
    digest: datetime


def week_of(moment: datetime, zone: str) -> Week:
    """The week in which an instant falls there."""
    return _week(calendar.wall(moment, zone).date(), zone)


def _week(day: date, zone: str) -> Week:
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    begins = calendar.instant(datetime.combine(monday, time()), zone)
    digest = calendar.instant(datetime.combine(monday + timedelta(days=_FRIDAY), _DIGEST_AT), zone)
    return Week(f"{year}-W{number:02d}", begins, digest)


def digest_before(moment: datetime, zone: str) -> Week:
    """The week of the last digest that was due by then."""
    this = week_of(moment, zone)
    return this if this.digest <= moment else _week(calendar.wall(this.begins, zone).date() - WEEK, zone)


def digest_after(moment: datetime, zone: str) -> Week:
    """The week of the first digest that is due after an instant."""
    this = week_of(moment, zone)
    return this if this.digest > moment else _week(calendar.wall(this.begins, zone).date() + WEEK, zone)
