"""The two checks that references need: something is named once, and what is named exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from handlers.blanks import BLANK
from handlers.defects import Report
from handlers.names import Names
from handlers.source import Path, Sheet

Place = tuple[Path, str]


def once(sheet: Sheet, places: Iterable[Place], report: Report, name: str, same: Callable[[str], str] = str) -> None:
    """Reports each text that was already written higher up, in this file."""
    first: dict[str, Path] = {}
    for path, text in places:
        if not same(text):
            continue
        if same(text) in first:
            line, _ = sheet.position(first[same(text)])
            report.at(sheet, path, name, value=text, first=line)
        first.setdefault(same(text), path)


def known(
    sheet: Sheet, places: Iterable[Place], names: Names | None, report: Report, name: str, *, of_key: bool = False
) -> None:
    """Reports each text that is not among the names; says nothing when these could not be read, or while
    one of them is still to be written: it may be the one that is meant."""
    if names is None or BLANK in names:
        return
    for path, text in places:
        if text and text not in names:
            report.at(sheet, path, name, of_key=of_key, value=text)


def column(sheet: Sheet, key: str, *path: str | int) -> Iterator[Place]:
    """The texts under `key` in each row of a list; a list of texts gives each of them."""
    for row, _ in sheet.rows(*path):
        yield from sheet.texts(*row, key)
