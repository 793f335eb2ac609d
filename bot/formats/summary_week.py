"""A week's summary in the order in which it is read: what it says in one sentence, its figures, its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.formats.summary_report import Cell, Fact, Report, Row, Section
from bot.sentences import sentence
from handlers import summary_shape as shape
from handlers.layout import capital
from handlers.summary_shape import Summary
from handlers.weeks import days_of, is_week, year

NAME = "bilan"
DOORS = "portes"
"""The breakdown that is read first: which door was shown first."""


def week_report(summary: Summary) -> Report:
    """The report of a week, or the part of a year's that the bot knows by itself."""
    return Report(
        name=f"{NAME}-{summary.period}",
        title=summary.title,
        subtitle=summary.window,
        headline=(capital(summary.headline),),
        facts=tuple(fact(each) for each in summary.figures),
        sections=tuple(_sections(summary)),
        definitions=definitions(summary),
        foot=foot(summary),
        day=last_day(summary.period),
        territory=summary.territory,
    )


def last_day(period: str) -> date:
    """The last day of a week or of a year of weeks."""
    return days_of(period if is_week(period) else year(int(period)).weeks[-1])[1]


def fact(figure: shape.Figure) -> Fact:
    """One figure by itself."""
    echoes = tuple(echo(each) for each in figure.echoes)
    card = bool(figure.value) or (figure.value is None and is_week(figure.period))
    return Fact(figure.id, figure.label, figure.shown, figure.window, of(figure), echoes, figure.value, card=card)


def of(figure: shape.Figure) -> str:
    """« 121 sur 361 », for a share of which both parts may be said."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return sentence("cli-summary-of", part=str(figure.numerator), whole=str(figure.denominator))


def echo(each: shape.Echo) -> str:
    """A figure published elsewhere, with its two parts."""
    parts = sentence("cli-summary-of", part=each.numerator, whole=each.denominator) if each.denominator else ""
    said = f"{each.shown} ({parts})" if parts and parts != each.shown else each.shown
    return sentence("cli-summary-echo", label=each.label, said=said, window=each.window)


def definitions(summary: Summary) -> tuple[tuple[str, str], ...]:
    """What each figure means, as `--explain` says it."""
    return tuple((each.label, explained(each)) for each in summary.definitions)


def explained(each: shape.Definition) -> str:
    """A definition with its period, its filter and its count, each ended as a sentence."""
    parts = (each.definition, each.period, each.filter, each.count)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def foot(summary: Summary) -> tuple[str, ...]:
    """Where the numbers come from, and what is hidden in them."""
    source = sentence("cli-summary-source", territory=summary.territory, revision=summary.revision)
    return (sentence("cli-summary-hidden"), source)


def _sections(summary: Summary) -> Iterator[Section]:
    if summary.funnel is not None:
        yield funnel(summary.funnel)
    first = next((each.id for each in summary.tables if each.id == DOORS), "")
    yield from (table(each) for each in summary.tables if each.id == first)
    yield from (trend(each) for each in summary.trend[:1])
    yield from (table(each) for each in summary.gatherings[:1])
    yield needs(summary.needs_without_answer)
    yield overdue(summary.overdue)
    more = [each for each in summary.tables if each.id != first]
    rest = [*map(table, more), *map(trend, summary.trend[1:]), *map(table, summary.gatherings[1:])]
    yield from (replace(each, annex=True) for each in rest)


def table(each: shape.Table) -> Section:
    """A breakdown, with a bar for each line that may be seen."""
    rows = tuple(Row(row.label, (Cell(row.shown, row.value),)) for row in each.rows)
    if each.total is not None:
        rows += (Row(each.total.label, (Cell(each.total.shown, each.total.value),), total=True),)
    columns = (sentence("cli-summary-line"), sentence("cli-summary-count"))
    return _drawn(Section(each.id, each.title, each.window, columns, rows, note=each.note))


def funnel(each: shape.Table) -> Section:
    """Steps one after the other, each also as a share of the one before, where both may be seen."""
    before = [None, *(row.value for row in each.rows)]
    rows = tuple(
        Row(row.label, (Cell(row.shown, row.value), _share(row.value, former)))
        for row, former in zip(each.rows, before, strict=False)
    )
    columns = tuple(sentence(f"cli-summary-{name}") for name in ("step", "count", "of-former"))
    return _drawn(Section(each.id, each.title, each.window, columns, rows, note=each.note))


def _share(value: int | None, former: int | None) -> Cell:
    if value is None or not former:
        return Cell("")
    percent = round(100 * value / former)
    return Cell(sentence("cli-summary-percent", value=str(percent)), percent)


def trend(each: shape.Trend) -> Section:
    """One figure over closed periods."""
    rows = tuple(Row(row.label, (Cell(row.shown, row.value),)) for row in each.rows)
    columns = (sentence("cli-summary-period"), sentence("cli-summary-count"))
    title = sentence("cli-summary-trend", label=each.label)
    return _drawn(Section(f"trend-{each.id}", title, "", columns, rows))


def needs(found: Sequence[shape.Need]) -> Section:
    """Needs that no door answered."""
    rows = tuple(Row(each.label, (Cell(each.shown, each.value),)) for each in found)
    columns = (sentence("cli-summary-need"), sentence("cli-summary-count"))
    windows = " ; ".join(dict.fromkeys(each.window for each in found))
    none = () if found else (sentence("cli-summary-needs-none"),)
    section = Section("needs", sentence("cli-summary-needs"), windows, columns if found else (), rows, items=none)
    return _drawn(section)


def overdue(found: Sequence[shape.Overdue]) -> Section:
    """Facts that nobody read again in time."""
    items = tuple(sentence("cli-summary-overdue-line", label=each.label, day=day(each.review_by)) for each in found)
    return Section("overdue", sentence("cli-summary-overdue"), items=items or (sentence("cli-summary-overdue-none"),))


def day(iso: str) -> str:
    """« 31/05/2027 »; what is no date is left as it is."""
    try:
        return f"{date.fromisoformat(iso):%d/%m/%Y}"
    except ValueError:
        return iso


def _drawn(section: Section) -> Section:
    """The same with bars, if there is anything to draw; the picture is said in one sentence."""
    if not section.longest:
        return section
    said = [f"{row.label} {row.cells[0].shown}" for row in section.rows if not row.total]
    alt = sentence("cli-summary-alt", title=section.title, said=", ".join(said))
    return replace(section, bars=True, alt=alt)
