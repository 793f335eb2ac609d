"""A summary as plain lines, for a terminal: read aloud in order, each number beside its name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.formats.summary_report import Fact, Report, Section, plain
from bot.sentences import sentence

_GAP = "  "


def plain_lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield plain(f"{report.title}, {report.subtitle}" if report.subtitle else report.title)
    yield from (plain(said) for said in report.headline)
    if report.facts:
        yield ""
        yield from (line for fact in report.facts for line in _fact(fact))
    for section in report.sections:
        yield ""
        yield from _section(section)
    yield ""
    yield from (plain(said) for said in report.foot)


def _fact(fact: Fact) -> Iterator[str]:
    parts = (part for part in (fact.detail, fact.window) if part)
    told = sentence("cli-summary-line-of", label=fact.label, shown=fact.shown)
    yield plain(f"{told} ({', '.join(parts)})" if fact.detail or fact.window else told)
    for former in fact.former:
        yield _GAP + plain(sentence("cli-summary-echo-alone", window=former.window, said=former.shown))
    yield from (_GAP + plain(echo) for echo in fact.echoes)


def _section(section: Section) -> Iterator[str]:
    yield plain(f"{section.title} ({section.window})" if section.window else section.title)
    for row in section.rows:
        shown = ", ".join(cell.shown for cell in row.cells if cell.shown)
        yield _GAP + plain(sentence("cli-summary-line-of", label=row.label, shown=shown))
    yield from (_GAP + plain(item) for item in section.items)
    if section.note:
        yield _GAP + plain(section.note)
