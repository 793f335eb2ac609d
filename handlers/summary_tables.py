"""The tables of a summary: lines in an order that tells nothing of what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from handlers.counted import REVISION
from handlers.masking import LEAST
from handlers.summary_cells import REST
from handlers.summary_family import Shown
from handlers.summary_figures import Book
from handlers.summary_kinds import ROOTS, kinds
from handlers.summary_ratios import is_two
from handlers.summary_shape import Need, Row, Table, Trend, Version
from handlers.weeks import Period

GATHERINGS = ("rencontres_series", "rencontres_venues")
_NOT_SHOWN = ("retard",)
"""A table that a figure says all of."""
_RANKED = ("portes", "portes_tous_rangs")
_LONG = 12
"""Lines from which on those without anybody are left out, and the others ranked."""


def tables(book: Book, periods: Sequence[Period], *, gatherings: bool = False) -> Iterator[Table]:
    """Each breakdown for the last of these periods on which it may be seen; of several that end together, the
    longest."""
    for kind in kinds(book.guide):
        wanted = kind.id in GATHERINGS if gatherings else kind.id not in (*GATHERINGS, *_NOT_SHOWN)
        wanted = wanted and not is_two(kind.id)
        shown = latest(book, kind.id, periods) if wanted else None
        if shown is not None:
            yield table(book, shown)


def latest(book: Book, kind: str, periods: Sequence[Period]) -> Shown | None:
    """The table of the period that ended last, the longest first."""
    for period in sorted(periods, key=lambda each: (each.weeks[-1], len(each.weeks)), reverse=True):
        shown = book.of(period).table(kind, period)
        if shown is not None:
            return shown
    return None


def table(book: Book, shown: Shown) -> Table:
    """One breakdown as it is seen."""
    words, kind = book.words, shown.kind
    names = [name for name in shown.cells if name != REST] + [REST] * (REST in shown.cells)
    long = len(names) > _LONG
    if long:
        names = [name for name in names if shown.value(name) != 0]
    if kind.id != "questions" and (long or kind.id in _RANKED):
        # What is hidden comes after all that is seen, in the order of the pack: its rank would tell its size.
        names.sort(key=lambda name: (name == REST, shown.value(name) is None, -(shown.value(name) or 0)))
    rows = tuple(_row(book, shown, name) for name in names if name != REST or shown.value(REST) != 0)
    total = _total(book, shown) if kind.beside is None else None
    notes = [words.say("note-hidden")] if any(row.value is None for row in rows) else []
    notes += [words.say("note-zero")] if long else []
    notes += [words.say("note-many")] if kind.many > 1 else []
    notes += note_of_versions(book, shown.period) if kind.id in _STEPS else []
    split = kind.split
    title = words.label(kind.id) if split is None else split.title
    definition = words.definition(kind.id) if split is None else words.say("split-is", title=split.title)
    window = words.window(shown.period)
    return Table(kind.id, title, window, rows, total, " ".join(notes), definition, shown.period.name)


_STEPS = ("questions", "issues")
"""Tables of questions, that another revision of the guide may ask otherwise."""


def note_of_versions(book: Book, period: Period) -> list[str]:
    """Which revisions of the guide are counted together, if there are several."""
    found = list(versions(book, period))
    if len({each.revision for each in found}) < 2:
        return []
    said = [book.words.say("version", revision=each.revision, first=each.first, last=each.last) for each in found]
    return [book.words.say("note-versions", versions=", ".join(said))]


def versions(book: Book, period: Period) -> Iterator[Version]:
    """The revisions of the guide in a period, week after week; a week of which none is known is left out."""
    now = {book.guide.pack.revision[:8]: 1}
    known = [(week, book.counts.get(week, {}).get(REVISION, now if week == book.last else {})) for week in period.weeks]
    named = [(week, min(of)) for week, of in known if of]
    for revision, run in groupby(named, key=lambda each: each[1]):
        weeks = [week for week, _ in run]
        yield Version(period.name, revision, weeks[0], weeks[-1])


def _row(book: Book, shown: Shown, name: str) -> Row:
    value = shown.value(name)
    return Row(name, book.words.line(shown.kind, name), value, book.words.number(value))


def _total(book: Book, shown: Shown) -> Row | None:
    root = next(root for root in ROOTS if root.id == shown.kind.root)
    value = book.of(shown.period).total(root, shown.period)
    return None if value is None else Row("total", book.words.say("total"), value, str(value))


def funnel(book: Book, periods: Sequence[Period]) -> Table | None:
    """Those whose way ended in the period, whoever they are: how many came as far as each question, and to the end.
    A step is seen when all lines that it is the sum of are, from its own to the end."""
    for period in sorted(periods, key=lambda each: (each.weeks[-1], len(each.weeks)), reverse=True):
        family = book.of(period)
        issues, late = family.table("issues", period), family.table("retard", period)
        if issues is None or late is None or late.value(REST) is None:
            continue
        root = next(root for root in ROOTS if root.id == "parcours")
        on_time, without = late.value(REST), family.total(root, period)
        if on_time is None or without is None:
            continue
        return _steps(book, issues, on_time, without)
    return None


def _steps(book: Book, issues: Shown, on_time: int, without: int) -> Table:
    """`without`: all ways that ended without a yes to statistics, dropped or finished."""
    words = book.words
    names = [name for name in issues.cells if name not in (REST, "sans_accord")] + [REST]
    rows = [_reached(book, "debut", words.say("funnel-start"), without + on_time)]
    for at, name in enumerate(names[:-1]):
        after = names[at + 1 :]
        before = issues.sum(names[: at + 1])
        # The sum of what is left, or all but what was before: both are sums of lines that are seen.
        rest = issues.sum([*after, "sans_accord"])
        value = rest if rest is not None else None if before is None else without - before
        label = words.say("funnel-after", topic=book.guide.pack.question_by_fact[name].topic)
        rows.append(_reached(book, name, label, None if value is None else value + on_time))
    ended = issues.value("sans_accord")
    rows.append(_reached(book, "fin", words.say("funnel-end"), None if ended is None else ended + on_time))
    rows.append(_reached(book, "accord", words.say("funnel-yes"), on_time))
    notes = [words.say("note-hidden")] if any(row.value is None for row in rows) else []
    note = " ".join(notes + note_of_versions(book, issues.period))
    window = words.window(issues.period)
    definition = words.definition("entonnoir")
    return Table("entonnoir", words.label("entonnoir"), window, tuple(rows), None, note, definition, issues.period.name)


def _reached(book: Book, id: str, label: str, value: int | None) -> Row:
    return Row(id, label, value, book.words.number(value))


def trends(book: Book) -> Iterator[Trend]:
    """Totals over the last closed quarters."""
    quarters = book.quarters()
    for root in ROOTS if quarters else ():
        if root.id in ("orientations", "conversations", "rencontres_oui"):
            values = [(each, book.of(each).total(root, each)) for each in quarters]
            rows = tuple(
                Row(each.name, book.words.short(each), value, book.words.number(value)) for each, value in values
            )
            yield Trend(root.id, book.words.label(root.id), rows, book.words.definition(root.id))


def needs(book: Book, periods: Sequence[Period]) -> Iterator[Need]:
    """Needs that no door answered: the lines of the table of doors that say so."""
    shown = latest(book, "portes", periods)
    if shown is None:
        return
    for name in shown.cells:
        value = shown.value(name)
        if name.startswith("sans/") and (value is None or value >= LEAST):
            label = book.words.need(name.removeprefix("sans/"))
            window = book.words.window(shown.period)
            yield Need(name.removeprefix("sans/"), label, value, book.words.number(value), window, shown.period.name)
