"""A summary as files: for programs (JSON), for spreadsheets (CSV, XLSX), to be read and printed (HTML, PDF)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from bot.cells import no_formula
from bot.formats import File
from bot.formats.lists import CSV_TYPE
from bot.formats.printed import can_print, html, pdf
from bot.formats.summary_report import Report, lines, plain
from bot.sentences import sentence

JSON, CSV, XLSX, PDF, HTML = "json", "csv", "xlsx", "pdf", "html"
FORMATS = (JSON, CSV, XLSX, PDF, HTML)
JSON_TYPE = "application/json; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = ("table", "row", "column", "shown", "value", "window")
_TEMPLATE = "summary"


class NoPrinter(Exception):
    """A PDF was asked for where nothing makes one."""


def made(report: Report, data: Mapping[str, Any], form: str) -> File:
    """The file in one of FORMATS; `data`: what the JSON holds, the same numbers. Raises NoPrinter."""
    if form == JSON:
        return File(f"{report.name}.json", JSON_TYPE, as_json(data))
    if form == CSV:
        return File(f"{report.name}.csv", CSV_TYPE, as_csv(report))
    if form == XLSX:
        # The library is read with the first file: a bot at rest does without.
        from bot.formats.summary_xlsx import as_xlsx

        return File(f"{report.name}.xlsx", XLSX_TYPE, as_xlsx(report))
    if form == PDF and not can_print():
        raise NoPrinter
    from bot.formats.summary_page import page

    return (pdf if form == PDF else html)(report.name, _TEMPLATE, page(report))


def as_json(data: Mapping[str, Any]) -> bytes:
    """The same values give the same bytes."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(report: Report) -> bytes:
    """One number a line, as a spreadsheet set to French opens it: semicolons, decimal commas, a mark of UTF-8."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow([sentence(f"cli-summary-column-{name}") for name in COLUMNS])
    for title, label, column, shown, value, window in lines(report):
        writer.writerow([safe(each) for each in (title, label, column, shown)] + [decimal(value), safe(window)])
    return held.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return no_formula(plain(text))


def decimal(value: float | None) -> str:
    """A number as it is written here; nothing for what is hidden."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else f"{value}".replace(".", ",")
