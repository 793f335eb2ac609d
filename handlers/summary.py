"""Makes the summary of a week or of a year that is over, out of weekly counts; what must be hidden is hidden here."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.check_facts import todo
from handlers.guide import Guide
from handlers.layout import capital
from handlers.summary_family import Counts, Family
from handlers.summary_figures import CLOSED, Book, closed_figures, definition, shortest, week_figures
from handlers.summary_kinds import ROOTS, Root
from handlers.summary_shape import (
    Definition,
    Echo,
    Figure,
    Need,
    Overdue,
    Row,
    Summary,
    Table,
    Trend,
    as_json,
)
from handlers.summary_tables import funnel, needs, tables, trends, versions
from handlers.summary_words import Words
from handlers.weeks import Period, days_of, is_week, quarter_of, week, year

__all__ = [
    "Counts",
    "Definition",
    "Echo",
    "Figure",
    "Need",
    "Overdue",
    "Row",
    "Summary",
    "Table",
    "Trend",
    "as_json",
    "explain",
    "summarise",
]

_LINES = 10


class TwoFigures(Exception):
    """Two figures of one summary have the same name."""


Kept = dict[tuple[str, int], Family]


def summarise(guide: Guide, counts: Counts, period: str, kept: Kept | None = None, last: str = "") -> Summary:
    """The summary of `period`: a week (`2026-W47`) or a year (`2026`). `counts` holds every week up to its end, from
    the first that was ever counted; later ones are not looked at. `kept`: for who makes many summaries of the same
    counts, what they share. `last`: the last week that is over, when the period is not: then nothing is said of
    the period itself, since two looks at it would tell who came between them, but of the closed ones before."""
    asked = week(period) if is_week(period) else year(int(period))
    running = bool(last) and last < asked.weeks[-1]
    end = last if running else asked.weeks[-1]
    known = {name: of for name, of in counts.items() if name <= end}
    book = Book(guide, known, end, Words(guide), {} if kept is None else kept)
    weekly = len(asked.weeks) == 1
    closed = book.closed() if weekly or running else (asked,)
    if weekly and not running:
        figures = tuple(week_figures(book, asked))
    else:
        figures = tuple(closed_figures(book, closed, after=CLOSED if weekly else ""))
    made = tuple(tables(book, closed))
    gatherings = tuple(tables(book, closed, gatherings=True))
    way, lines = funnel(book, closed), tuple(trends(book))
    overdue = tuple(_overdue(guide, asked))
    headline = capital(_headline(book, asked, closed, running=running))
    return Summary(
        period=period,
        title=book.words.say("title" if weekly else "title-year", period=book.words.short(asked)),
        window=book.words.window(asked),
        territory=guide.pack.territory.name,
        revision=guide.pack.revision[:8],
        headline=headline,
        message=_message(book, headline, asked, figures, overdue),
        figures=figures,
        tables=made,
        funnel=way,
        trend=lines,
        gatherings=gatherings,
        needs_without_answer=tuple(needs(book, closed)),
        overdue=overdue,
        definitions=_definitions(book, figures, (*made, *gatherings, *((way,) if way else ())), lines),
        closed=tuple(each.name for each in closed),
        versions=tuple(one for each in closed for one in versions(book, each)),
    )


def explain(summary: Summary, figure: str) -> Definition | None:
    """What a figure, a table or a trend of this summary means; None if it has none of this name."""
    return next((each for each in summary.definitions if each.id == figure), None)


def _overdue(guide: Guide, asked: Period) -> Iterator[Overdue]:
    """Facts of the pack whose date of review was over at the end of the period, once for each subject."""
    seen: set[tuple[str, str]] = set()
    for fact in todo(guide.pack, days_of(asked.weeks[-1])[1]):
        if fact.overdue and (fact.network, fact.subject) not in seen:
            seen.add((fact.network, fact.subject))
            yield Overdue("fact", fact.network, fact.subject, fact.review_by.isoformat())


def _headline(book: Book, asked: Period, closed: tuple[Period, ...], *, running: bool) -> str:
    """One or two sentences, which never say « 1 à 4 » alone."""
    words, root = book.words, _main()
    if running:
        return words.say("headline-running", period=words.short(asked))
    if len(asked.weeks) > 1:
        return _said(book, asked, book.of(asked).total(root, asked))
    value, shown = words.of_week(root.count(book.counts.get(asked.weeks[0], {})))
    if value is not None:
        return _said(book, asked, value)
    after = shortest(book, root, closed) if closed else (None, asked)
    if after[0] is not None:
        then = words.say("headline-then", value=str(after[0]), period=words.short(after[1]))
        return words.say("headline-few", period=words.short(asked), few=shown, then=then)
    end = quarter_of(asked.weeks[0])
    then = words.say("headline-soon", period=words.short(end))
    return words.say("headline-few", period=words.short(asked), few=shown, then=then)


def _said(book: Book, period: Period, value: int | None) -> str:
    short = book.words.short(period)
    if value is None:
        return book.words.say("headline-hidden", period=short)
    return book.words.say("headline" if value else "headline-none", period=short, value=str(value))


def _main() -> Root:
    return ROOTS[0]


def _message(
    book: Book, headline: str, asked: Period, figures: tuple[Figure, ...], overdue: tuple[Overdue, ...]
) -> tuple[str, ...]:
    """What is sent on Monday: a title, the headline, what else was counted, and where the rest is."""
    words = book.words
    lines = [words.say("title" if len(asked.weeks) == 1 else "title-year", period=words.short(asked)), headline]
    roots = {root.id for root in ROOTS if root.weekly} - {_main().id}
    said = [each for each in figures if each.id in roots and each.value != 0 and each.period == asked.name]
    lines += [words.say("message-line", label=each.label, shown=each.shown) for each in said]
    over = asked.weeks[-1] <= book.last
    if len(lines) == 2 and over and not any(each.value != 0 for each in figures if each.period == asked.name):
        lines.append(words.say("message-nothing"))
    lines = lines[: _LINES - 2]
    if overdue:
        lines.append(words.say("message-overdue", n=len(overdue)))
    return (*lines, words.say("message-files"))


def _definitions(
    book: Book, figures: tuple[Figure, ...], made: tuple[Table, ...], lines: tuple[Trend, ...]
) -> tuple[Definition, ...]:
    """One for each figure and table; two of the same name are refused."""
    words = book.words
    found = [definition(words, each.id, each.label, each.definition, each.window, each.id) for each in figures]
    found += [
        definition(words, f"tableau_{each.id}", each.title, each.definition, each.window, each.id) for each in made
    ]
    spans = {each.id: words.say("explain-quarters", n=len(each.rows)) for each in lines}
    found += [
        definition(words, f"evolution_{each.id}", each.label, each.definition, spans[each.id], each.id)
        for each in lines
    ]
    names = [each.id for each in found]
    if len(set(names)) < len(names):
        raise TwoFigures(min(name for name in names if names.count(name) > 1))
    return tuple(found)
