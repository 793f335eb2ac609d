"""From the rows to the file of a summary, for all who pull it: what is read, then what is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.formats import File
from bot.formats.summary_files import FORMATS, made
from bot.formats.summary_report import Report
from bot.formats.summary_week import week_report
from bot.formats.summary_year import year_data, year_report
from bot.request_refused import RequestRefused
from handlers import weeks
from handlers.dates import in_full, local_date
from handlers.guide import Guide
from handlers.summary import as_json
from handlers.summary_shape import Summary
from storage.summing import closings, first_week, last_week, latest, summaries_of, summary_of
from storage.yearly import entered

__all__ = ["FORMATS", "Ready", "begun", "known", "opened", "ready", "until_now"]

_YEAR = re.compile(r"[1-9][0-9]{3}")
_LONGEST = 20
_FRENCH = "fr"
FORMER_YEARS = 4
"""How many years before are shown beside one."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One summary: its numbers as plain values (`data`), and the same as it is set out (`report`)."""

    summary: Summary
    report: Report
    data: Mapping[str, Any]


def begun(connection: Connection, guide: Guide, period: str, form: str, now: datetime) -> Callable[[], File]:
    """The file of a week or of a year that is over, all of it read: what is returned makes it, and takes long."""
    read = ready(connection, guide, period)
    return lambda: made(read.report, read.data, form)


def opened(connection: Connection, guide: Guide, now: datetime) -> tuple[File, ...]:
    """The figures of all closed periods as open data; nothing as long as none is closed."""
    from bot.formats.open_data import open_data

    found = closings(connection, guide, latest(connection, now))
    hidden = guide.wording.say(guide.pack.reference_language, "summary-hidden")
    return open_data(found, hidden) if found else ()


def until_now(connection: Connection, guide: Guide, period: str, now: datetime) -> Ready:
    """The same for a period that may not be over, once it has begun; a database without any count has a summary too.
    Raises RequestRefused as `known` does."""
    here = latest(connection, now)
    last = last_week(guide, here)
    asked = _named(period)
    if asked.weeks[0] > weeks.week_after(last):
        raise RequestRefused("cli-summary-not-over", period=period, day=_end_of(asked, guide))
    if (first := first_week(connection)) is not None and asked.weeks[-1] < min(first, last):
        raise RequestRefused("cli-summary-before", period=period, first=first)
    return ready(connection, guide, period, "" if asked.weeks[-1] <= last else last)


def ready(connection: Connection, guide: Guide, period: str, last: str = "") -> Ready:
    """The summary of a week (`2026-W47`) or of a year (`2026`) that is over: `known` sees to that. `last`: the last
    week that is over, when it is not."""
    if weeks.is_week(period):
        summary = summary_of(connection, guide, period, last)
        return Ready(summary, week_report(summary), as_json(summary))
    first = int((first_week(connection) or period)[:4])
    years = range(max(first, int(period) - FORMER_YEARS), int(period) + 1)
    *former, summary = summaries_of(connection, guide, [str(year) for year in years] or [period], last)
    by_hand = entered(connection, int(period))
    return Ready(summary, year_report(guide, summary, tuple(former), by_hand), year_data(guide, summary, by_hand))


def known(connection: Connection, guide: Guide, period: str, now: datetime) -> str:
    """The name of a period of which there is a summary. Raises RequestRefused with the reason if it is none, if it is
    not over, or if nothing was counted so far back."""
    name = period.strip().upper()
    asked = _named(name)
    if not weeks.closed(asked, now, guide.zone):
        raise RequestRefused("cli-summary-not-over", period=name, day=_end_of(asked, guide))
    first = first_week(connection)
    if first is None:
        raise RequestRefused("cli-summary-nothing")
    if asked.weeks[-1] < first:
        raise RequestRefused("cli-summary-before", period=name, first=first)
    return name


def _named(period: str) -> weeks.Period:
    if weeks.is_week(period):
        return weeks.week(period)
    if _YEAR.fullmatch(period):
        return weeks.year(int(period))
    raise RequestRefused("cli-summary-no-such", period=period[:_LONGEST])


def _end_of(asked: weeks.Period, guide: Guide) -> str:
    """The first day after it, in words."""
    zone = guide.zone
    after = weeks.monday_of(weeks.week_after(asked.weeks[-1]), zone)
    return in_full(local_date(after, zone), _FRENCH)
