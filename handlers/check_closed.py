"""Checks the calls that have a last day: the days in order, and a door for everybody once they are closed."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.check_table import written
from handlers.defects import Report
from handlers.guide import Guide
from handlers.prove import prove
from handlers.source import Sheet


def check_closed(guide: Guide, sheets: Mapping[str, Sheet], report: Report) -> None:
    """Every defect of the dates of schemes.yaml, and of the table without the calls that they close."""
    sheet = sheets["schemes.yaml"]
    dated = set()
    for scheme, (path, _) in zip(guide.pack.schemes, sheet.rows(), strict=True):
        if scheme.deadline is None:
            continue
        dated.add(scheme.id)
        opens, closes = scheme.deadline.opens, scheme.deadline.closes
        if opens is not None and opens > closes:
            report.at(sheet, (*path, "deadline", "opens"), "check-deadline-order")
    if not dated:
        return
    proof = prove(guide.table_without(frozenset(dated)))
    if proof.empty is not None:
        report.at(sheet, (), "check-closed-empty", answers=written(proof.empty))
