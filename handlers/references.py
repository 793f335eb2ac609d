"""Checks that everything a pack's files name exists, once, and in time: the part of its structure that
goes from one value to another. Works on plain values, so that one bad file hides nothing in the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from handlers.defects import Report
from handlers.names import Names, defined
from handlers.pointing import column, known, once
from handlers.references_cards import check_cards
from handlers.references_community import check_community
from handlers.references_gatherings import check_gatherings
from handlers.references_hours import check_hours
from handlers.references_places import check_places
from handlers.references_summary import check_summary
from handlers.references_table import check_table
from handlers.source import Path, Sheet

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DATES = ("verified_on", "review_by")


def cross_references(sheets: Mapping[str, Sheet], report: Report) -> None:
    """Every defect between values."""
    names = defined(sheets)
    for sheet in sheets.values():
        _facts(sheet, sheet.value, (), names.sources, report)
    if territory := sheets.get("pack.yaml"):
        _territory(territory, names.schemes, report)
        check_hours(territory, names, report)
    check_table(sheets, names, report)
    check_cards(sheets, names, report)
    check_places(sheets, names, report)
    check_community(sheets, names, report)
    check_gatherings(sheets, names, report)
    check_summary(sheets, names, report)


def _facts(sheet: Sheet, value: Any, path: Path, sources: Names | None, report: Report) -> None:
    """Dates and sources of every fact, wherever it is."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        _facts(sheet, child, (*path, step), sources, report)
    if isinstance(value, dict) and sheet.file != "pack.yaml":
        known(sheet, sheet.texts(*path, "source"), sources, report, "check-source-unknown")
        _dates(sheet, path, report)


def _dates(sheet: Sheet, path: Path, report: Report) -> None:
    verified, review = (sheet.text(*path, key) for key in _DATES)
    for key in _DATES:
        if (text := sheet.text(*path, key)) and not _ISO_DATE.fullmatch(text):
            report.at(sheet, (*path, key), "check-date", key=key)
    # Written year first, dates sort as text.
    if verified and review and review < verified:
        report.at(sheet, (*path, "review_by"), "check-dates-order")


def _territory(sheet: Sheet, schemes: Names | None, report: Report) -> None:
    known(sheet, sheet.texts("entry_schemes"), schemes, report, "check-scheme-unknown")
    once(sheet, column(sheet, "id", "networks"), report, "check-id-twice")
    once(sheet, sheet.texts("languages"), report, "check-id-twice")
    for path, language in sheet.texts("languages"):
        if language and not _LANGUAGE.fullmatch(language):
            report.at(sheet, path, "check-language", value=language)
    if (zone := sheet.text("timezone")) and not is_zone(zone):
        report.at(sheet, ("timezone",), "check-zone", value=zone)
    for code in sheet.keys("sources"):
        address = sheet.text("sources", code, "address")
        if address and not is_address(address):
            report.at(sheet, ("sources", code, "address"), "check-address", value=address)


def is_address(text: str) -> bool:
    """True for the address of a page, or several separated by `;`."""
    return all("." in one and " " not in one.strip() for one in text.split(";"))


def is_zone(name: str) -> bool:
    """True for a time zone that exists."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return "/" in name or name == "UTC"
