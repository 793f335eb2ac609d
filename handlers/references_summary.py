"""Checks what summary.yaml names: facts, answers, networks, sources; and that nothing is counted under two names."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.defects import Report
from handlers.names import Defined
from handlers.pack_summary import FIGURES
from handlers.pointing import column, known, once
from handlers.source import Path, Sheet


def check_summary(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect between values of this file."""
    sheet = sheets.get("summary.yaml")
    if sheet is None or sheet.root is None:
        return
    shares = [place for path, _ in sheet.rows("splits") for place in column(sheet, "id", *path, "shares")]
    for path, text in (*column(sheet, "id", "splits"), *shares):
        if text in FIGURES:
            report.at(sheet, path, "check-split-reserved", value=text)
    figures = FIGURES | {text for _, text in shares}
    known(sheet, column(sheet, "figure", "echoes"), figures, report, "check-figure-unknown")
    once(sheet, [*column(sheet, "id", "splits"), *shares, *column(sheet, "id", "by_hand")], report, "check-id-twice")
    once(sheet, column(sheet, "role", "partners"), report, "check-id-twice")
    known(sheet, column(sheet, "network", "partners"), names.networks, report, "check-network-unknown")
    known(sheet, column(sheet, "source", "echoes"), names.sources, report, "check-source-unknown")
    facts = None if names.values is None else frozenset(names.values)
    known(sheet, column(sheet, "fact", "splits"), facts, report, "check-fact-unknown")
    once(
        sheet,
        [(path, _same(text, names)) for path, text in column(sheet, "fact", "splits")],
        report,
        "check-split-twice",
    )
    for path, _ in sheet.rows("splits"):
        _answers(sheet, path, names, report)


def _same(fact: str, names: Defined) -> str:
    """What a place gives is the place: two tables of it would tell what one of them hides."""
    return names.place if fact in names.given else fact


def _answers(sheet: Sheet, path: Path, names: Defined, report: Report) -> None:
    """The answers that shares are made of."""
    values = (names.values or {}).get(sheet.text(*path, "fact"))
    if values is None:
        return
    joined = frozenset[str]()
    for line in sheet.keys(*path, "together"):
        known(sheet, [((*path, "together", line), line)], values, report, "check-value-unknown", of_key=True)
        known(sheet, sheet.texts(*path, "together", line), values, report, "check-value-unknown")
        joined |= {text for _, text in sheet.texts(*path, "together", line)}
    labels = [((*path, "labels", value), value) for value in sheet.keys(*path, "labels")]
    known(sheet, labels, values, report, "check-value-unknown", of_key=True)
    values -= joined
    for share, _ in sheet.rows(*path, "shares"):
        for key in ("part", "whole"):
            known(sheet, sheet.texts(*share, key), values, report, "check-value-unknown")
