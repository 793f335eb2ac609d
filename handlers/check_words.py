"""Checks that sentences are plain: short, without an acronym that the glossary lacks, without a personal contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handlers.defects import Report, Severity
from handlers.pack import Pack
from handlers.shapes import PERSONAS
from handlers.source import Path, Sheet
from handlers.texts import entries

LONG, TOO_LONG = 15, 20
LONGEST_TEXT = 500
_SHOWN = frozenset(
    {"ask", "ask_other", "why", "help", "label", "topic", "reason", "text", "gives", "for_whom", "conditions", "say"}
    | {"other", "with_others", "intro", "closing", "title", "term", "name", "access", "operator", "about"}
)
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s»”\")]|$)|\n")
_WORD = re.compile(r"\S*\w\S*")
_ACRONYM = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{2,}\b")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\d.])(?:\+33 ?|0)[1-9](?:[ .]?\d{2}){4}(?!\d)")
_PLACEABLE = re.compile(r"\{[^{}]*\}")
_FOR_TOOLS = ("check-", "cli-", "settings-")
_CONTACT = frozenset({"phone", "hours"})

Add = Callable[..., None]


def check_words(
    pack: Pack, sheets: Mapping[str, Sheet], files: Mapping[str, str], common: Mapping[str, str], report: Report
) -> None:
    """Every sentence in the first language of the pack."""
    known = frozenset(_acronyms(pack))
    for sheet in sheets.values():
        if not sheet.file.startswith(PERSONAS):
            for path, text in _shown(sheet.value, ()):
                _sentence(text, known, _at_sheet(report, sheet, path))
        for path, text in _all(sheet.value, ()):
            _contact(sheet, path, text, report)
    for entry in entries(files, common, pack.reference_language):
        if not entry.name.startswith(_FOR_TOOLS) and "|" not in entry.written:
            written = _PLACEABLE.sub("x", entry.written)
            _sentence(written, known, _at_line(report, entry.file, entry.line))


def _at_sheet(report: Report, sheet: Sheet, path: Path) -> Add:
    def add(name: str, severity: Severity, **values: object) -> None:
        line, column = sheet.position(path)
        report.add(sheet.file, line, column, name, severity, **values)

    return add


def _at_line(report: Report, file: str, line: int) -> Add:
    def add(name: str, severity: Severity, **values: object) -> None:
        report.add(file, line, 1, name, severity, **values)

    return add


def _acronyms(pack: Pack) -> Iterator[str]:
    for term in pack.glossary:
        for name in (term.term, *term.also):
            yield from _ACRONYM.findall(name)


def _all(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield from _all(child, (*path, step))


def _shown(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The sentences that people read; what closes a self-check (`concern: says`) is one of them. The
    titles of sources are shown as they were published."""
    for place, text in _all(value, path):
        if place and place[0] != "sources" and (place[-1] in _SHOWN or place[-2:] == ("concern", "says")):
            yield place, text


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence; a sign alone is not a word."""
    for sentence in _SENTENCE_END.split(text):
        if words := _WORD.findall(sentence):
            yield words


def _sentence(text: str, known: frozenset[str], add: Add) -> None:
    for words in sentences(text):
        if len(words) > LONG:
            severity: Severity = "error" if len(words) > TOO_LONG else "warning"
            add("check-long-sentence", severity, value=len(words), start=" ".join(words[:4]))
    if len(text) > LONGEST_TEXT:
        add("check-long-text", "error", value=len(text), limit=LONGEST_TEXT)
    for acronym in dict.fromkeys(_ACRONYM.findall(text)):
        if acronym not in known:
            add("check-acronym", "error", value=acronym)


def advice(pack: Pack, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What would make a sentence plainer, or `check` refuse it: names of sentences, each with its values."""
    known = frozenset(_acronyms(pack))
    for words in sentences(text):
        if len(words) > LONG:
            name = "advice-too-long" if len(words) > TOO_LONG else "advice-long"
            yield name, {"count": len(words), "start": " ".join(words[:4])}
    for acronym in dict.fromkeys(_ACRONYM.findall(text)):
        if acronym not in known:
            yield "advice-acronym", {"acronym": acronym}
    if _MAILBOX.search(text) or _PHONE.search(text):
        yield "advice-contact", {}


def _contact(sheet: Sheet, path: Path, text: str, report: Report) -> None:
    """No mailbox, and no telephone but one that its network confirmed."""
    if _MAILBOX.search(text):
        report.at(sheet, path, "check-mailbox")
    step = path[:-1]
    confirmed = sheet.text(*step, "kind") in _CONTACT and sheet.text(*step, "confirmed") in ("yes", "true")
    if _PHONE.search(text) and not confirmed:
        report.at(sheet, path, "check-phone")
