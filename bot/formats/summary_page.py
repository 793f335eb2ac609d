"""A summary as plain values for the page that is read in a browser and for the one that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.formats.summary_report import Fact, Report, Row, Section, plain
from bot.sentences import sentence

WIDEST = 1000
"""The width of the longest bar, in the units of its picture."""
_SAID = ("figures", "definitions", "annexes")
_MOST_COLUMNS = 2
_SHORT = 30
"""So many lines are one page: its two columns are then as long as each other."""
_TOGETHER = 3
"""So many lines of a table that are 0, or hidden, are named together."""


def page(report: Report) -> Mapping[str, Any]:
    """What both templates name; all texts cleaned once more."""
    return {
        "language": report.language,
        "territory": plain(report.territory),
        "title": plain(report.title),
        "subtitle": plain(report.subtitle),
        "headline": [plain(each) for each in report.headline],
        "groups": [_group(window, facts) for window, facts in _by_window(report.facts)],
        "sections": [_section(each) for each in report.sections if not each.annex],
        "annexes": [_section(each) for each in report.sections if each.annex],
        "definitions": [[plain(label), plain(text)] for label, text in report.definitions],
        "foot": [plain(each) for each in report.foot],
        "day": [report.day.year, report.day.month, report.day.day],
        "short": sum(len(each.rows) + 2 for each in report.sections) <= _SHORT,
        "widest": WIDEST,
        "say": {name: sentence(f"cli-summary-{name}") for name in _SAID},
        "above": "",
        "note": "",
    }


def _by_window(facts: Sequence[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    """Figures of one period stand together, in the order in which each period comes first."""
    for window in dict.fromkeys(fact.window for fact in facts):
        yield window, [fact for fact in facts if fact.window == window]


def _group(window: str, facts: Sequence[Fact]) -> dict[str, Any]:
    others = [(fact.shown, fact.label) for fact in facts if not fact.card]
    lines = [_together(shown, labels) for shown, labels in _alike(others)]
    return {"window": plain(window), "cards": [_fact(fact) for fact in facts if fact.card], "lines": lines}


def _alike(named: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """What is read of several, once, with their names."""
    for shown in dict.fromkeys(shown for shown, _ in named):
        yield shown, [label for each, label in named if each == shown]


def _together(shown: str, labels: Sequence[str]) -> str:
    return plain(sentence("cli-summary-together", shown=shown, labels=", ".join(labels)))


def _fact(fact: Fact) -> dict[str, Any]:
    said = {name: plain(getattr(fact, name)) for name in ("id", "label", "shown", "detail")}
    former = [sentence("cli-summary-echo-alone", window=each.window, said=each.shown) for each in fact.former]
    return {**said, "echoes": [plain(each) for each in (*former, *fact.echoes)]}


def _section(section: Section) -> dict[str, Any]:
    said = {name: plain(getattr(section, name)) for name in ("id", "title", "alt", "note")}
    window = sentence("cli-summary-window", window=plain(section.window)) if section.window else ""
    columns = [plain(each) for each in section.columns]
    # What does not fit beside a number is said below its name: a page may be as narrow as a phone.
    columns = columns[:_MOST_COLUMNS]
    apart = _apart(section)
    rows = [_row(row, section) for row in section.rows if row not in apart]
    lines = [_together(shown, labels) for shown, labels in _alike([(row.cells[0].shown, row.label) for row in apart])]
    items = [plain(each) for each in section.items]
    said_too = {"window": window, "bars": section.bars, "lines": lines, "items": items}
    return {**said, **said_too, "columns": columns if rows else [], "rows": rows}


def _apart(section: Section) -> list[Row]:
    """Lines that are 0 or hidden, where there are many and the order of the lines says nothing by itself."""
    plain_rows = [row for row in section.rows if not row.total and len(row.cells) == 1 and not row.cells[0].value]
    shown = [row.cells[0].shown for row in plain_rows]
    many = {each for each in shown if shown.count(each) >= _TOGETHER}
    return [row for row in plain_rows if row.cells[0].shown in many]


def _row(row: Row, section: Section) -> dict[str, Any]:
    value = row.cells[0].value if row.cells else None
    drawn = section.bars and not row.total
    bar = round(WIDEST * (value or 0) / section.longest) if drawn and section.longest else 0
    cells = [plain(cell.shown) for cell in row.cells]
    hidden = drawn and value is None
    named = zip(section.columns[_MOST_COLUMNS:], cells[_MOST_COLUMNS - 1 :], strict=False)
    below = [plain(sentence("cli-summary-echo-alone", window=name, said=each)) for name, each in named if each]
    cells = cells[: _MOST_COLUMNS - 1]
    said = {"label": plain(row.label), "cells": cells, "below": below}
    return {**said, "bar": bar, "drawn": drawn, "hidden": hidden, "total": row.total}
