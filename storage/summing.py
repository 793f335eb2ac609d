"""The summary of a week or of a year that is over, from the rows: the one way to it for every place that shows it."""

from __future__ import annotations

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
    return week_after(week_of(now, guide.pack.territory.timezone), -1)


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
    zone = guide.pack.territory.timezone
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
    kept = summaries.published(connection, period)
    if kept is not None:
        with suppress(ValidationError):
            return _SUMMARY.validate_python(kept)
    end = period if weeks.is_week(period) else weeks.year(int(period)).weeks[-1]
    end = min(end, last or end)
    first = min(first_week(connection) or end, end)
    found = [end]
    while found[-1] > first:
        found.append(week_after(found[-1], -1))
    counts = summaries.counts(connection, tuple(reversed(found)), guide)
    return summary.summarise(guide, counts, period, last=last)


def first_week(connection: Connection) -> str | None:
    """The first week in which something was counted."""
    asked = (select(func.min(table.c.week)) for table in (tallies, intake))
    found = [week for week in (connection.execute(each).scalar() for each in asked) if week]
    return min(found, default=None)
