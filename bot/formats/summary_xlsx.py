"""A summary as a workbook: a sheet to look at, with native charts, one to sort and filter, one that explains."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

import xlsxwriter

from bot.formats.summary_report import Report, Section, lines, plain
from bot.sentences import sentence

_INK, _SOFT = "#0B5C7D", "#E8EFF3"
_WIDTHS = (60, 14, 24, 56)
_CHART = {"width": 560, "row": 22, "least": 150}
_ROW = 20
"""Points of height of a row, as the charts are placed by rows."""
_DETAIL = ("table", "row", "column", "shown", "value", "window")
_DETAIL_WIDTHS = (46, 60, 26, 18, 12, 56)
_READ_ME_WIDTHS = (52, 100)
_TALL = {"title": 26.0, "section": 22.0}
_A4 = 9
_LINE = 15.0
"""Points of one line: not every program works out the height of a text that is folded."""


def as_xlsx(report: Report) -> bytes:
    """The workbook. Every text is written as a text: none is ever a formula."""
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties(
            {
                "title": plain(report.title),
                "subject": plain(report.subtitle),
                "author": plain(report.territory),
                "created": datetime.combine(report.day, time()),
            }
        )
        looks = _looks(book)
        _Overview(book, looks, report).write()
        _detail(book, looks, report)
        _read_me(book, looks, report)
    return held.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "headline": book.add_format({"font_size": 12, **wrapped}),
        "section": book.add_format({"bold": True, "font_size": 13, "font_color": _INK, "top": 1}),
        "head": book.add_format({"bold": True, "bg_color": _SOFT, "bottom": 1, **wrapped}),
        "text": book.add_format(wrapped),
        "cell": book.add_format({"valign": "top"}),
        "right": book.add_format({"align": "right", "valign": "top"}),
        "number": book.add_format({"align": "right", "valign": "top", "num_format": "#,##0.##"}),
        "sum": book.add_format({"bold": True, "align": "right", "top": 1, "num_format": "#,##0.##"}),
        "sum-text": book.add_format({"bold": True, "top": 1}),
        "quiet-line": book.add_format({"italic": True, "font_color": "#444444"}),
        "quiet": book.add_format({"italic": True, "font_color": "#444444", **wrapped}),
    }


class _Overview:
    """The first sheet, written from top to bottom."""

    def __init__(self, book: Any, looks: dict[str, Any], report: Report) -> None:
        self._book = book
        self._looks = looks
        self._report = report
        self._sheet = book.add_worksheet(sentence("cli-summary-sheet-overview"))
        self._at = 0

    def write(self) -> None:
        """All of it, with what a printer needs."""
        sheet, looks = self._sheet, self._looks
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        _printed(sheet)
        self._line(self._report.title, "title")
        self._line(self._report.subtitle, "quiet-line")
        for said in self._report.headline:
            sheet.merge_range(self._at, 0, self._at, 3, "", looks["headline"])
            sheet.set_row(self._at, _folded(said, sum(_WIDTHS) * 0.9))
            self._line(said, "headline")
        self._at += 1
        self._facts()
        for section in self._report.sections:
            self._section(section)
        for said in self._report.foot:
            self._line(said, "quiet", wide=True)

    def _line(self, text: str, look: str, *, wide: bool = False) -> None:
        if wide:
            self._sheet.merge_range(self._at, 0, self._at, 3, "", self._looks[look])
            self._sheet.set_row(self._at, _folded(text, sum(_WIDTHS)))
        elif look in _TALL:
            self._sheet.set_row(self._at, _TALL[look])
        self._sheet.write_string(self._at, 0, plain(text), self._looks[look])
        self._at += 1

    def _row(self, cells: tuple[str, ...], look: str) -> None:
        for column, text in enumerate(cells):
            self._sheet.write_string(self._at, column, plain(text), self._looks[look])
        self._at += 1

    def _number(self, column: int, shown: str, value: float | None, *, total: bool = False) -> None:
        """A number where it may be seen as it is, else what is said instead."""
        look = self._looks["sum" if total else "number"]
        if value is not None and shown.replace("\u202f", "").replace(" ", "").isdecimal():
            self._sheet.write_number(self._at, column, value, look)
        else:
            self._sheet.write_string(self._at, column, plain(shown), look)

    def _facts(self) -> None:
        if not self._report.facts:
            return
        self._line(sentence("cli-summary-figures"), "section")
        self._row(tuple(sentence(f"cli-summary-{name}") for name in ("figure", "count", "made-of", "when")), "head")
        for fact in self._report.facts:
            self._sheet.write_string(self._at, 0, plain(fact.label), self._looks["cell"])
            self._number(1, fact.shown, fact.value)
            self._sheet.write_string(self._at, 2, plain(fact.detail), self._looks["right"])
            self._sheet.write_string(self._at, 3, plain(fact.window), self._looks["cell"])
            self._at += 1
            for former in fact.former:
                self._number(1, former.shown, former.value)
                self._sheet.write_string(self._at, 3, plain(former.window), self._looks["cell"])
                self._at += 1
            for echo in fact.echoes:
                self._sheet.write_string(self._at, 1, plain(echo), self._looks["quiet-line"])
                self._at += 1
        self._at += 1

    def _section(self, section: Section) -> None:
        top = self._at
        self._line(section.title, "section")
        if section.window:
            self._line(sentence("cli-summary-window", window=section.window), "quiet-line")
        if section.rows:
            self._row(section.columns, "head")
        first = self._at
        for row in section.rows:
            self._sheet.write_string(self._at, 0, plain(row.label), self._looks["sum-text" if row.total else "cell"])
            for column, cell in enumerate(row.cells, 1):
                self._number(column, cell.shown, cell.value, total=row.total)
            self._at += 1
        if section.bars:
            self._chart(section, top, first)
        for item in section.items:
            self._line(item, "cell")
        if section.note:
            self._line(section.note, "quiet", wide=True)
        self._at += 1

    def _chart(self, section: Section, top: int, first: int) -> None:
        """Beside the table, of the same rows; in one dark colour, with the numbers written on it."""
        count = sum(not row.total for row in section.rows)
        last = first + count - 1
        chart = self._book.add_chart({"type": "bar"})
        name = self._sheet.get_name()
        chart.add_series(
            {
                "name": plain(section.columns[1]),
                "categories": [name, first, 0, last, 0],
                "values": [name, first, 1, last, 1],
                "fill": {"color": _INK},
                "data_labels": {"value": True},
                "gap": 40,
            }
        )
        chart.set_title({"name": plain(section.title), "name_font": {"size": 11}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"min": 0, "visible": False, "major_gridlines": {"visible": False}})
        height = max(_CHART["least"], 70 + _CHART["row"] * count)
        chart.set_size({"width": _CHART["width"], "height": height})
        self._sheet.insert_chart(top, 4, chart, {"description": plain(section.alt), "x_offset": 20})
        self._at = max(self._at, top + height // _ROW + 1)


def _detail(book: Any, looks: dict[str, Any], report: Report) -> None:
    """One number a row, to be sorted, filtered, taken elsewhere."""
    sheet = book.add_worksheet(sentence("cli-summary-sheet-detail"))
    for column, (name, width) in enumerate(zip(_DETAIL, _DETAIL_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, sentence(f"cli-summary-column-{name}"), looks["head"])
    at = 0
    for at, (title, label, column_name, shown, value, window) in enumerate(lines(report), 1):
        for column, text in ((0, title), (1, label), (2, column_name), (3, shown), (5, window)):
            sheet.write_string(at, column, plain(text), looks["cell"])
        if value is not None:
            sheet.write_number(at, 4, value, looks["number"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _printed(sheet)
    sheet.autofilter(0, 0, max(at, 1), len(_DETAIL) - 1)


def _read_me(book: Any, looks: dict[str, Any], report: Report) -> None:
    """What each figure means, over what, and what is hidden."""
    sheet = book.add_worksheet(sentence("cli-summary-sheet-read-me"))
    for column, width in enumerate(_READ_ME_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, _TALL["title"])
    _printed(sheet)
    sheet.write_string(0, 0, plain(report.title), looks["title"])
    sheet.write_string(1, 0, plain(report.subtitle), looks["quiet-line"])
    at = 3
    for said in report.foot:
        sheet.merge_range(at, 0, at, 1, "", looks["text"])
        sheet.write_string(at, 0, plain(said), looks["text"])
        sheet.set_row(at, _folded(said, sum(_READ_ME_WIDTHS)))
        at += 1
    at += 1
    sheet.write_string(at, 0, sentence("cli-summary-figure"), looks["head"])
    sheet.write_string(at, 1, sentence("cli-summary-definition"), looks["head"])
    for row, (label, text) in enumerate(report.definitions, at + 1):
        sheet.write_string(row, 0, plain(label), looks["text"])
        sheet.write_string(row, 1, plain(text), looks["text"])
        sheet.set_row(row, max(_folded(label, _READ_ME_WIDTHS[0]), _folded(text, _READ_ME_WIDTHS[1])))


def _printed(sheet: Any) -> None:
    """As wide as a page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _folded(text: str, width: float) -> float:
    """The height of a text in a column so wide, in points."""
    return _LINE * max(1, -(-len(plain(text)) // int(width * 0.9)))
