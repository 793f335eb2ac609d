"""Checks what cards, pages, the glossary and the personas name, and that a card ends in something to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.blanks import BLANK
from handlers.defects import Report
from handlers.names import Defined
from handlers.pointing import Place, column, known, once
from handlers.shapes import PERSONAS
from handlers.source import Path, Sheet
from handlers.understand import key

PUBLIC_STEPS = frozenset({"site", "reception", "form"})
"""Next steps that anyone can take; a telephone or opening hours wait for the network's yes."""


def check_cards(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect between values in schemes.yaml, pages.yaml, glossary.yaml and the personas."""
    readable = {file: sheet for file, sheet in sheets.items() if sheet.root is not None}
    if sheet := readable.get("schemes.yaml"):
        _schemes(sheet, names, report)
    if sheet := readable.get("pages.yaml"):
        _pages(sheet, report)
    if sheet := readable.get("glossary.yaml"):
        once(sheet, column(sheet, "id"), report, "check-id-twice")
        once(sheet, _terms(sheet), report, "check-term-twice", key)
    seen: dict[str, str] = {}
    for file, sheet in readable.items():
        if file.startswith(PERSONAS):
            _personas(sheet, names, seen, report)


def _schemes(sheet: Sheet, names: Defined, report: Report) -> None:
    once(sheet, column(sheet, "id"), report, "check-id-twice")
    once(sheet, column(sheet, "name"), report, "check-label-twice", key)
    known(sheet, column(sheet, "network"), names.networks, report, "check-network-unknown")
    known(sheet, column(sheet, "pages"), names.pages, report, "check-page-unknown")
    for path, _ in sheet.rows():
        kinds = {kind for _, kind in column(sheet, "kind", *path, "next_steps")}
        if kinds and not kinds & (PUBLIC_STEPS | {BLANK}):
            report.at(sheet, (*path, "next_steps"), "check-no-public-step", value=sheet.text(*path, "id"))
        for step, _ in sheet.rows(*path, "next_steps"):
            _step(sheet, step, report)


def _step(sheet: Sheet, path: Path, report: Report) -> None:
    kind, address = sheet.text(*path, "kind"), sheet.text(*path, "address")
    if kind in ("phone", "hours") and sheet.text(*path, "confirmed") not in ("yes", "true", BLANK):
        report.at(sheet, (*path, "kind"), "check-step-unconfirmed")
    if kind == "site" and sheet.at((*path, "address")) is None:
        report.at(sheet, path, "check-step-address")
    if kind in ("site", "form") and address and (" " in address or "." not in address):
        report.at(sheet, (*path, "address"), "check-address", value=address)


def _pages(sheet: Sheet, report: Report) -> None:
    once(sheet, column(sheet, "id"), report, "check-id-twice")
    once(sheet, column(sheet, "words"), report, "check-word-twice", key)
    for path, row in sheet.rows():
        for inner, called in (("sections", "id"), ("items", "id"), ("answers", "value")):
            once(sheet, column(sheet, called, *path, inner), report, "check-id-twice")
        if not row.get("sections") and not row.get("items"):
            report.at(sheet, path, "check-page-empty", value=str(row.get("id", "")))
        if row.get("items") and not row.get("answers"):
            report.at(sheet, (*path, "items"), "check-key-missing", key="answers")
        _concern(sheet, (*path, "concern", "answers"), path, report)


def _concern(sheet: Sheet, concern: Path, path: Path, report: Report) -> None:
    items = frozenset(name for _, name in column(sheet, "id", *path, "items"))
    values = frozenset(name for _, name in column(sheet, "value", *path, "answers"))
    asked = [((*concern, item), item) for item in sheet.keys(*concern)]
    known(sheet, asked, items, report, "check-item-unknown", of_key=True)
    known(sheet, [(at, sheet.text(*at)) for at, _ in asked], values, report, "check-value-unknown")


def _terms(sheet: Sheet) -> Iterator[Place]:
    for path, _ in sheet.rows():
        ways = {key(text): (place, text) for place, text in [*sheet.texts(*path, "also"), *sheet.texts(*path, "term")]}
        yield from ways.values()


def _personas(sheet: Sheet, names: Defined, seen: dict[str, str], report: Report) -> None:
    for path, name in column(sheet, "id"):
        if name in seen:
            report.at(sheet, path, "check-id-twice", value=name, first=seen[name])
        seen.setdefault(name, f"{sheet.file}:{sheet.position(path)[0]}")
    known(sheet, column(sheet, "must_not"), names.schemes, report, "check-scheme-unknown")
    known(sheet, column(sheet, "notes"), names.notes, report, "check-note-unknown")
    for path, _ in sheet.rows():
        known(sheet, column(sheet, "scheme", *path, "expected"), names.schemes, report, "check-scheme-unknown")
        known(sheet, column(sheet, "rule", *path, "expected"), names.rules, report, "check-rule-unknown")
        _answers(sheet, (*path, "answers"), names, report)
        wanted = frozenset(scheme for _, scheme in column(sheet, "scheme", *path, "expected"))
        for place, scheme in sheet.texts(*path, "must_not"):
            if scheme in wanted:
                report.at(sheet, place, "check-must-not", value=scheme)


def _answers(sheet: Sheet, path: Path, names: Defined, report: Report) -> None:
    if names.values is None:
        return
    for fact in sheet.keys(*path):
        if names.lacks(fact) or fact in names.given:
            report.at(sheet, (*path, fact), "check-fact-unknown", of_key=True, value=fact)
        elif fact != names.place:
            # The commune is read as people write it: that is `check`'s work.
            known(sheet, sheet.texts(*path, fact), names.values.get(fact), report, "check-value-unknown")
            once(sheet, sheet.texts(*path, fact), report, "check-value-twice")
