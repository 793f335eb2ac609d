"""Checks when networks answer, and whose desk that of the territory is."""

from __future__ import annotations

import re

from handlers.defects import Report
from handlers.names import Defined
from handlers.pack_hours import WEEKDAYS
from handlers.pointing import known
from handlers.source import Path, Sheet

_SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def check_hours(sheet: Sheet, names: Defined, report: Report) -> None:
    """Every defect of pack.yaml between these values."""
    known(sheet, sheet.texts("desk"), names.networks, report, "check-network-unknown")
    for path, _ in sheet.rows("networks"):
        hours = (*path, "hours")
        known(sheet, sheet.texts(*hours, "source"), names.sources, report, "check-source-unknown")
        for day in WEEKDAYS:
            _spans(sheet, (*hours, "days", day), report)


def _spans(sheet: Sheet, path: Path, report: Report) -> None:
    """Hours that end before they begin, or overlap."""
    latest = ""
    for at, text in sheet.texts(*path):
        found = _SPAN.fullmatch(text)
        if found is None:
            continue
        if found[2] <= found[1] or found[1] < latest:
            report.at(sheet, at, "check-hours", value=text)
        latest = found[2]
