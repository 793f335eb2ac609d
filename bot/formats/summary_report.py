"""What every format of a summary shows, in the same order: a sentence, a few figures, tables, some with bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]+")
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is read; `value` is the number that it is, None for what is hidden or is no number."""

    shown: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; a bar is as long as its first cell says, what is hidden and what is a sum has none."""

    label: str
    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One table, or a list of sentences. `bars`: its first cells are drawn too, and `alt` says in one sentence what
    that picture shows. `annex`: for who wants to know more; the rest reads in a minute."""

    id: str
    title: str
    window: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    bars: bool = False
    alt: str = ""
    items: tuple[str, ...] = ()
    note: str = ""
    annex: bool = False

    @property
    def longest(self) -> float:
        """The number of which the bar takes all the width."""
        return max((row.cells[0].value or 0 for row in self.rows if row.cells and not row.total), default=0)


@dataclass(frozen=True, slots=True)
class Former:
    """The same figure of another year."""

    window: str
    shown: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure by itself, with the period that it is about, and what it is made of. `card`: it says enough to be
    seen at once; the others are named together."""

    id: str
    label: str
    shown: str
    window: str = ""
    detail: str = ""
    echoes: tuple[str, ...] = ()
    value: float | None = None
    former: tuple[Former, ...] = ()
    card: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """A summary ready to be set out. `name` is that of its file, `day` the last one that it is about: files made
    twice of the same numbers are the same to the byte."""

    name: str
    title: str
    subtitle: str
    headline: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    definitions: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    day: date
    territory: str = ""
    language: str = "fr"


def lines(report: Report) -> Iterator[tuple[str, str, str, str, float | None, str]]:
    """Every number in a line of its own, for spreadsheets: table, line, column, what is read, number, period."""
    for fact in report.facts:
        yield "", fact.label, fact.detail, fact.shown, fact.value, fact.window
        yield from (("", fact.label, "", each.shown, each.value, each.window) for each in fact.former)
        yield from (("", fact.label, "", echo, None, "") for echo in fact.echoes)
    for section in report.sections:
        for row in section.rows:
            for column, cell in zip(section.columns[1:], row.cells, strict=False):
                yield section.title, row.label, column, cell.shown, cell.value, section.window
        for item in section.items:
            yield section.title, item, "", "", None, section.window


def plain(text: str) -> str:
    """A text without what no file may hold: marks of control, of direction, and what is no character."""
    return _SPACES.sub(" ", _CONTROL.sub(" ", text)).strip()
