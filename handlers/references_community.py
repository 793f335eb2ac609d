"""Checks what community.yaml names: networks, facts of the table, and that no two words mean the same."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.blanks import BLANK
from handlers.defects import Report
from handlers.names import Defined, Names
from handlers.pointing import column, known, once
from handlers.source import Sheet
from handlers.understand import key

_RESERVED = frozenset({"done", "skip", "back"})
_PLACE = "commune"


def check_community(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect between values of this file."""
    sheet = sheets.get("community.yaml")
    if sheet is None or sheet.root is None:
        return
    once(sheet, column(sheet, "id", "communities"), report, "check-id-twice")
    once(sheet, column(sheet, "name", "communities"), report, "check-label-twice", key)
    known(sheet, column(sheet, "network", "communities"), names.networks, report, "check-network-unknown")
    for path, row in sheet.rows("communities"):
        if row.get("proof") == "code" and not row.get("calls"):
            report.at(sheet, path, "check-call-missing", value=sheet.text(*path, "id"))
    for tags in ("domains", "exchanges"):
        _tags(sheet, tags, report)
    for field in sheet.keys("facts"):
        known(sheet, sheet.texts("facts", field), _facts(field, names), report, "check-fact-unknown")


def _tags(sheet: Sheet, tags: str, report: Report) -> None:
    once(sheet, column(sheet, "id", tags), report, "check-id-twice")
    once(sheet, column(sheet, "label", tags), report, "check-label-twice", key)
    once(sheet, [*column(sheet, "label", tags), *column(sheet, "says", tags)], report, "check-says-twice", key)
    for path, value in column(sheet, "id", tags):
        if value in _RESERVED:
            report.at(sheet, path, "check-reserved", value=value)


def _facts(field: str, names: Defined) -> Names | None:
    """The facts that a field of the card may repeat: those of a question that takes one answer."""
    if names.values is None or BLANK in names.values:
        return None
    if field == _PLACE:
        return frozenset({names.place})
    return frozenset(names.values) - names.given - {names.place, names.need}
