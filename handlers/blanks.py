"""Finds the texts that a pack's author has still to write: those left empty where emptiness means nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handlers.source import Path, Sheet

BLANK = ""
_PERSONAS = "personas/"
_ANSWER_DEPTH = 3


def blanks(sheet: Sheet) -> Iterator[Path]:
    """The place of each text to write. A key with nothing after it counts as one."""
    yield from (path for path in _empty(sheet.value, ()) if not _is_meant(sheet, path))


def _empty(value: Any, path: Path) -> Iterator[Path]:
    if value == BLANK:
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield from _empty(child, (*path, step))


def _is_meant(sheet: Sheet, path: Path) -> bool:
    """A persona may skip a question; a commune that is a part of another has no code of its own."""
    if sheet.file.startswith(_PERSONAS):
        return path[1:2] == ("answers",) and len(path) == _ANSWER_DEPTH
    in_commune = sheet.file == "places.yaml" and path[:1] == ("communes",)
    return in_commune and path[2:] == ("code",) and sheet.at((*path[:2], "part_of")) is not None
