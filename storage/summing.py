"""The summary of a week or of a year that is over, from the rows: the one way to it for every place that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, func, select

from handlers import summary, weeks
from handlers.guide import Guide
from handlers.summary import Summary
from handlers.weeks import week_after, week_of
from storage import summaries
from storage.tables import inbound, intake, outbox, tallies

_SUMMARY = TypeAdapter(Summary)


def last_week(guide: Guide, now: datetime) -> str:
    """The last week that is over."""
    return week_after(week_of(now, guide.zone), -1)


def known_weeks(connection: Connection, guide: Guide, now: datetime) -> tuple[str, ...]:
    """Every week that is over, from the first in which something was counted; at least the last one."""
    last, first = last_week(guide, now), first_week(connection)
    found = [last]
    while first is not None and found[-1] > first:
        found.append(week_after(found[-1], -1))
    return tuple(reversed(found))


def known_years(connection: Connection, guide: Guide, now: datetime) -> tuple[str, ...]:
    """Every year that is over, of those in which something was counted."""
    known = dict.fromkeys(week[:4] for week in known_weeks(connection, guide, now))
    zone = guide.zone
    return tuple(each for each in known if weeks.closed(weeks.year(int(each)), now, zone))


def latest(connection: Connection, now: datetime) -> datetime:
    """The hour it is (UTC): that of this machine, or of the last message of the database when that is later, as in
    a copy brought from elsewhere."""
    columns = (inbound.c.received_at, outbox.c.created_at)
    found = [connection.execute(select(func.max(column))).scalar() for column in columns]
    known: list[datetime] = [instant for instant in found if instant is not None]
    return max([now, *known])


def summary_of(connection: Connection, guide: Guide, period: str, last: str = "") -> Summary:
    """The summary of a week, or of a year, as it was published, and never another; else of what was counted.
    `last`: the last week that is over, when the period is not."""
    return summaries_of(connection, guide, (period,), last)[0]


def summaries_of(connection: Connection, guide: Guide, periods: Sequence[str], last: str = "") -> tuple[Summary, ...]:
    """The same of several periods, earliest first, out of one look at what was counted; `last` is for the latest."""
    kept = summaries.all_published(connection, periods)
    counts: summaries.Counts = {}
    families: summary.Kept = {}
    found = []
    for period in periods:
        made = _kept(kept.get(period))
        if made is None:
            counts = counts or _counted(connection, guide, periods[-1], last)
            made = summary.summarise(guide, counts, period, families, last if period == periods[-1] else "")
        found.append(made)
    return tuple(found)


def _counted(connection: Connection, guide: Guide, period: str, last: str) -> summaries.Counts:
    """Of every week until the end of a period, or until `last`."""
    end = period if weeks.is_week(period) else weeks.year(int(period)).weeks[-1]
    end = min(end, last or end)
    first = min(first_week(connection) or end, end)
    found = [end]
    while found[-1] > first:
        found.append(week_after(found[-1], -1))
    return summaries.counts(connection, tuple(reversed(found)), guide)


def first_week(connection: Connection) -> str | None:
    """The first week in which something was counted."""
    asked = (select(func.min(table.c.week)) for table in (tallies, intake))
    found = [week for week in (connection.execute(each).scalar() for each in asked) if week]
    return min(found, default=None)


def closings(connection: Connection, guide: Guide, now: datetime) -> tuple[Summary, ...]:
    """The summaries of the weeks that close a quarter and of the years that are over, oldest first: as they were
    published, else out of one look at what was counted."""
    known = known_weeks(connection, guide, now)
    periods = [week for week in known if weeks.quarter_of(week).weeks[-1] == week]
    periods += [week[:4] for week in known if weeks.year_of(week).weeks[-1] == week]
    in_order = sorted(periods, key=lambda each: f"{each}-X" if len(each) == len("2026") else each)
    return summaries_of(connection, guide, in_order)


def _kept(body: object) -> Summary | None:
    with suppress(ValidationError):
        return _SUMMARY.validate_python(body) if body is not None else None
    return None
