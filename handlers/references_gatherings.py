"""Checks what gatherings.yaml names: kinds, networks, communes, and hours and rules that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from handlers.blanks import BLANK
from handlers.calendar import RuleRefused, Series, instant, occurrences, read_rule
from handlers.defects import Report
from handlers.names import Defined
from handlers.places import slug
from handlers.pointing import column, known, once
from handlers.source import Path, Sheet
from handlers.understand import key

_WALL = "%Y-%m-%d %H:%M"
_LEAP = 2028
_NEIGHBOUR = 1


def check_gatherings(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect between values of this file."""
    sheet = sheets.get("gatherings.yaml")
    if sheet is None or sheet.root is None:
        return
    _kinds(sheet, report)
    _series(sheet, names, report)
    for path, row in sheet.rows("series"):
        _hours(sheet, path, row, report)
    for path, day in _days(sheet):
        if not _is_day(day):
            report.at(sheet, path, "check-day", value=day)


def _kinds(sheet: Sheet, report: Report) -> None:
    once(sheet, column(sheet, "id", "kinds"), report, "check-id-twice")
    once(sheet, column(sheet, "label", "kinds"), report, "check-label-twice", key)
    once(sheet, [*column(sheet, "label", "kinds"), *column(sheet, "says", "kinds")], report, "check-says-twice", key)
    for kind, _ in sheet.rows("kinds"):
        once(sheet, column(sheet, "id", *kind, "tellings"), report, "check-id-twice")
        for path, row in sheet.rows(*kind, "tellings"):
            if ("at" in row) == ("hours" in row):
                report.at(sheet, path, "check-telling-hour", value=sheet.text(*path, "id"))
            if row.get("to") not in ("present", BLANK) and sheet.text(*path, "days").startswith("-"):
                report.at(sheet, (*path, "days"), "check-telling-late")


def _series(sheet: Sheet, names: Defined, report: Report) -> None:
    kinds = frozenset(text for _, text in column(sheet, "id", "kinds"))
    once(sheet, column(sheet, "id", "series"), report, "check-id-twice")
    once(sheet, column(sheet, "title", "series"), report, "check-label-twice", key)
    known(sheet, column(sheet, "network", "series"), names.networks, report, "check-network-unknown")
    known(sheet, column(sheet, "kind", "series"), kinds, report, "check-kind-unknown")
    communes = None if names.communes is None else frozenset(map(slug, names.communes))
    known(sheet, column(sheet, "commune", "series"), communes, report, "check-commune-unknown")


def _hours(sheet: Sheet, path: Path, row: Mapping[str, object], report: Report) -> None:
    """A rule starts somewhere, can be read, and takes place at the hours that it leaves out."""
    rule, first = sheet.text(*path, "rule"), _hour(sheet.text(*path, "first"))
    if "first" in row and sheet.text(*path, "first") and first is None:
        report.at(sheet, (*path, "first"), "check-hour", value=sheet.text(*path, "first"))
    if not rule:
        if "except_on" in row and "rule" not in row:
            report.at(sheet, (*path, "except_on"), "check-rule-missing")
        return
    if "first" not in row:
        report.at(sheet, (*path, "rule"), "check-first-missing")
    try:
        read_rule(rule, first or datetime(_LEAP, 1, 1))  # noqa: DTZ001  # a wall-clock hour has no zone
    except RuleRefused:
        report.at(sheet, (*path, "rule"), "check-rule-unread", value=rule)
        return
    for place, text in sheet.texts(*path, "except_on"):
        hour = _hour(text)
        if text and (hour is None or (first is not None and not _takes_place(Series("UTC", first, rule), hour))):
            report.at(sheet, place, "check-except-never", value=text)


def _takes_place(series: Series, hour: datetime) -> bool:
    start = instant(hour, series.zone)
    return hour in occurrences(series, start, start.replace(microsecond=_NEIGHBOUR))


def _hour(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _WALL)  # noqa: DTZ007  # a wall-clock hour has no zone
    except ValueError:
        return None


def _days(sheet: Sheet) -> Iterator[tuple[Path, str]]:
    yield from ((path, day) for path, day in sheet.texts("holidays") if not day.startswith("easter"))
    yield from column(sheet, "since", "busy")
    yield from column(sheet, "until", "busy")


def _is_day(text: str) -> bool:
    """True for a month and a day that some year has; what has another form is told by its shape."""
    month, _, day = text.partition("-")
    if not (month.isdecimal() and day.isdecimal()):
        return True
    try:
        date(_LEAP, int(month), int(day))
    except ValueError:
        return False
    return True
