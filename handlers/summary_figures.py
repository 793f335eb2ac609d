"""The figures of a summary: each on the shortest window on which it may be seen, with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers import counted
from handlers.guide import Guide
from handlers.masking import small
from handlers.summary_cells import whole
from handlers.summary_family import Counts, Family, over, totals_of
from handlers.summary_kinds import ROOTS, Root
from handlers.summary_ratios import Found, Ratio, ratios
from handlers.summary_shape import Definition, Echo, Figure
from handlers.summary_words import Words
from handlers.weeks import Period, half_of, quarter_of, quarters_of, week_after, year, year_of

CLOSED = "_clos"
"""Ends the name of a total over a closed period, where the same is shown for the week."""
_QUARTERS = 8


@dataclass(slots=True)
class Book:
    """The counts of all years as a summary of `last` may use them."""

    guide: Guide
    counts: Counts
    last: str
    words: Words
    families: dict[tuple[str, int], Family]

    def of(self, period: Period) -> Family:
        """The year of a period, as far as `last`."""
        end = min(self.last, year_of(period.weeks[0]).weeks[-1])
        at = end[:4], len(over(end))
        if at not in self.families:
            self.families[at] = Family(self.guide, self.counts, end)
        return self.families[at]

    def is_over(self, period: Period) -> bool:
        """True if all its weeks are there, and something was counted before its end."""
        return period.weeks[-1] <= self.last and bool(self.counts) and min(self.counts) <= period.weeks[-1]

    def closed(self) -> tuple[Period, ...]:
        """The last quarter, half and year that are over: the shortest first."""
        found = []
        for of in (quarter_of, half_of, year_of):
            period = of(self.last)
            if period.weeks[-1] > self.last:
                period = of(week_after(period.weeks[0], -1))
            if self.is_over(period):
                found.append(period)
        return tuple(found)

    def quarters(self) -> tuple[Period, ...]:
        """The last quarters that are over, oldest first."""
        found: list[Period] = []
        for number in range(int(self.last[:4]) - 2, int(self.last[:4]) + 1):
            found += [each for each in quarters_of(f"{number:04d}-W01") if self.is_over(each)]
        return tuple(found[-_QUARTERS:])


def week_figures(book: Book, week: Period) -> Iterator[Figure]:
    """Totals of the week, then those that only closed periods have."""
    here = book.counts.get(week.weeks[0], {})
    for root in ROOTS:
        if root.weekly:
            value, shown = book.words.of_week(root.count(here))
            yield _figure(book, root.id, root.id, value, shown, week)
    published = whole(here, counted.PUBLISHED)
    yield _figure(book, "rencontres_publiees", "rencontres_publiees", published, str(published), week)
    yield from closed_figures(book, book.closed(), after=CLOSED)


def closed_figures(book: Book, periods: tuple[Period, ...], after: str = "") -> Iterator[Figure]:
    """Each on the first of these periods on which it may be seen, else on the last."""
    if not periods:
        return
    for root in (root for root in ROOTS if not root.silent):
        yield _closed_total(book, root, periods, after if root.weekly else "")
        if root.id == _LEFT:
            yield _members(book, periods)
    for ratio in ratios(book.guide):
        yield _ratio(book, ratio, periods)


def _closed_total(book: Book, root: Root, periods: tuple[Period, ...], after: str) -> Figure:
    value, period = shortest(book, root, periods)
    return _figure(book, root.id + after, root.id, value, book.words.number(value), period)


_JOINED, _LEFT = "communaute_entrees", "communaute_departs"


def _members(book: Book, periods: tuple[Period, ...]) -> Figure:
    """Those who are in at the end: a sum of totals that are seen by themselves, or nothing, for it would tell them."""
    found = ((period, members(book, period)) for period in periods)
    period, value = next((each for each in found if each[1] is not None), (periods[-1], None))
    return _figure(book, _MEMBERS, _MEMBERS, value, book.words.number(value), period)


_MEMBERS = "communaute_membres"


def members(book: Book, period: Period) -> int | None:
    """All who came in and did not leave from the first week that was counted to the last of a closed period."""
    last, sums = period.weeks[-1], 0
    for number in range(int(min(book.counts)[:4]), int(last[:4]) + 1):
        quarters = over(min(last, year(number).weeks[-1]))
        for name, sign in ((_JOINED, 1), (_LEFT, -1)):
            root = next(each for each in ROOTS if each.id == name)
            of = totals_of(root, book.counts, quarters)
            parts = [*of.halves, *of.quarters[2 * len(of.halves) :]] if of.year is None else [of.year]
            if not all(part.seen for part in parts):
                return None
            sums += sign * sum(part.value for part in parts)
    return None if small(sums) else sums


def shortest(book: Book, root: Root, periods: tuple[Period, ...]) -> tuple[int | None, Period]:
    """A total with the first of these periods on which it may be seen."""
    for period in periods:
        value = book.of(period).total(root, period)
        if value is not None:
            return value, period
    return None, periods[-1]


def _ratio(book: Book, ratio: Ratio, periods: tuple[Period, ...]) -> Figure:
    words = book.words
    label = ratio.label or words.label(ratio.id)
    definition = ratio.definition or words.definition(ratio.id)
    for period in periods:
        found = ratio.find(book.of(period), period)
        if found is not None:
            value, shown = _said(words, found)
            window = words.window(period)
            echoes = _echoes(book, ratio.id)
            name = period.name
            return Figure(ratio.id, label, value, shown, window, definition, found.part, found.whole, echoes, name)
    hidden, last = words.say("hidden"), periods[-1]
    echoes = _echoes(book, ratio.id)
    return Figure(ratio.id, label, None, hidden, words.window(last), definition, None, None, echoes, last.name)


def _said(words: Words, found: Found) -> tuple[int | None, str]:
    if found.bucket:
        return None, words.say(f"line-{found.bucket}")
    if found.whole is not None:
        return found.value, words.say("percent", value=str(found.value))
    return found.value, str(found.value)


def _figure(book: Book, id: str, named: str, value: int | None, shown: str, period: Period) -> Figure:
    words, echoes = book.words, _echoes(book, id)
    window = words.window(period)
    label, definition = words.label(named), words.definition(named)
    return Figure(id, label, value, shown, window, definition, None, None, echoes, period.name)


def _echoes(book: Book, figure: str) -> tuple[Echo, ...]:
    """What was published before of this figure, as it was."""
    pack = book.guide.pack
    return tuple(
        Echo(
            each.label,
            each.shown,
            each.numerator,
            each.denominator,
            each.window,
            pack.territory.sources[each.source].title,
        )
        for each in pack.summary.echoes
        if each.figure == figure
    )


def definition(words: Words, id: str, label: str, text: str, period: str, of: str) -> Definition:
    """What `explain` says: the sentence, the window, who is counted, and what is counted."""
    splits = words.guide.pack.summary.splits
    own = {split.id for split in splits} | {share.id for split in splits for share in split.shares}
    filtered = words.say("filter-records" if of.removesuffix(CLOSED) in _RECORDS | own else "filter-counters")
    return Definition(
        id, label, text, words.say("explain-period", window=period), filtered, words.say("explain-count", of=of)
    )


_RECORDS = frozenset(
    {"orientations", "porteurs", "porteurs_annee", "retard", "portes", "portes_tous_rangs", "sans_solution"}
)
