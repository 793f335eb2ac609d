"""The totals and tables of one year, up to a week: what may be seen of each, decided once and in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from handlers import weeks
from handlers.guide import Guide
from handlers.masking import Total, leaf, small, total
from handlers.masking_tables import Breakdown, Cells, Seen, Totals, alone, breakdown, survives, totals
from handlers.summary_cells import Week
from handlers.summary_kinds import ROOTS, Kind, Root, kinds
from handlers.weeks import Period

Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By week, by indicator, by category ("" when it has none). A week without anything may be left out."""


def over(last: str) -> tuple[Period, ...]:
    """The quarters of its year that are over with this week."""
    return tuple(each for each in weeks.quarters_of(last) if each.weeks[-1] <= last)


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of one period: all its cells, and those that may be seen."""

    kind: Kind
    period: Period
    cells: Cells
    seen: Seen

    def value(self, name: str) -> int | None:
        """A cell; None if it is hidden."""
        return self.cells[name] if name in self.seen else None

    def sum(self, names: Sequence[str]) -> int | None:
        """Several cells together; None unless all of them are seen."""
        values = [self.value(name) for name in names if name in self.cells]
        return None if None in values else sum(value for value in values if value is not None)


def added(counts: Counts, period: Period) -> Week:
    """All that was counted over several weeks."""
    found: dict[str, dict[str, int]] = {}
    for week in period.weeks:
        for name, by in counts.get(week, {}).items():
            sums = found.setdefault(name, {})
            for of, n in by.items():
                sums[of] = sums.get(of, 0) + n
    return found


def totals_of(root: Root, counts: Counts, quarters: Sequence[Period]) -> Totals:
    """A total over the periods that these quarters of one year make."""
    return totals([_quarter(root, counts, each) for each in quarters])


def _quarter(root: Root, counts: Counts, quarter: Period) -> Total:
    if root.weekly:
        return total([leaf(root.count(counts.get(week, {}))) for week in quarter.weeks])
    # Nothing of it was seen before: a quarter is its shortest period, and « 1 à 4 » of it is not said.
    return leaf(root.count(added(counts, quarter)))


@dataclass(slots=True)
class Family:
    """One year of counts. Only the weeks up to `last` exist for it."""

    guide: Guide
    counts: Counts
    last: str
    quarters: tuple[Period, ...] = ()
    by_root: dict[str, Totals] = field(default_factory=dict)
    by_kind: dict[str, tuple[Kind, list[Cells], Breakdown]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.quarters = over(self.last)
        whole = [added(self.counts, quarter) for quarter in self.quarters]
        for root in ROOTS:
            self.by_root[root.id] = totals_of(root, self.counts, self.quarters)
        for kind in kinds(self.guide):
            self._decide(kind, whole)

    def _decide(self, kind: Kind, whole: Sequence[Week]) -> None:
        cells = [kind.cells(each) for each in whole]
        names = dict.fromkeys(name for each in cells for name in each)
        filled: list[Cells] = [{name: each.get(name, 0) for name in names} for each in cells]
        if kind.beside is None:
            shown = breakdown(filled, self.by_root[kind.root], kind.shortest)
            self.by_kind[kind.id] = kind, filled, self._allowed(kind, shown)
        elif len(filled) == len(weeks.quarters_of(self.last)):
            self.by_kind[kind.id] = kind, filled, Breakdown(year=self._beside(kind, filled))

    def _beside(self, kind: Kind, cells: Sequence[Cells]) -> Seen | None:
        """A table of the year with a sum of its own: None if it tells what others hide."""
        year = {name: sum(each[name] for each in cells) for name in cells[0]}
        root = self.by_root.get(kind.root)
        if root is not None and (root.year is None or not root.year.seen):
            return None
        if not self._has(kind.needs) or not self._is_under(kind):
            return None
        people = max(max(year.values(), default=0), -(-sum(year.values()) // kind.many))
        for other, names in kind.beside or ():
            before, others, shown = self.by_kind[other]
            if not survives(others, self.by_root[before.root], shown, (names, people)):
                return None
        return self._alone(kind, year)

    def _allowed(self, kind: Kind, shown: Breakdown) -> Breakdown:
        """The same, without the tables of periods in which the lines that they need are not seen."""
        for other, line in kind.needs:
            of = self.by_kind[other][2]
            quarters = tuple(
                each if line in (seen or ()) else None for each, seen in zip(shown.quarters, of.quarters, strict=True)
            )
            halves = tuple(
                each if line in (seen or ()) else None for each, seen in zip(shown.halves, of.halves, strict=True)
            )
            shown = Breakdown(quarters, halves, shown.year if line in (of.year or ()) else None)
        return shown if self._is_under(kind) else replace(shown, year=None)

    def _is_under(self, kind: Kind) -> bool:
        """True unless the total of the year that it is never more than is not seen."""
        of = self.by_root[kind.under].year if kind.under else None
        return not kind.under or (of is not None and of.seen)

    def _has(self, needs: Sequence[tuple[str, str]]) -> bool:
        """True if these lines of the year are seen."""
        return all(line in (self.by_kind[other][2].year or ()) for other, line in needs)

    @staticmethod
    def _alone(kind: Kind, cells: Cells) -> Seen | None:
        if kind.id != "questions":
            return alone(cells)
        # Each question has sums of its own: what is asked, and how long it took.
        seen: set[str] = set()
        for fact in dict.fromkeys(name.partition("/")[0] for name in cells):
            own = {name: n for name, n in cells.items() if name.partition("/")[0] == fact}
            steps = {name: n for name, n in own.items() if name.partition("/")[2].startswith("step-")}
            times = {name: n for name, n in own.items() if name not in steps}
            seen |= alone(steps) or frozenset()
            seen |= alone(times) or frozenset()
        return frozenset(seen)

    def total(self, root: Root, period: Period) -> int | None:
        """A total of this year, of a week or of a closed period; None if it may not be seen."""
        if len(period.weeks) == 1:
            value = root.count(self.counts.get(period.weeks[0], {}))
            return None if small(value) or not root.weekly else value
        found = self._of(self.by_root[root.id], period)
        return found.value if found is not None and found.seen else None

    def _of(self, of: Totals, period: Period) -> Total | None:
        for at, quarter in enumerate(self.quarters):
            if quarter == period:
                return of.quarters[at]
        if len(period.weeks) > weeks.HALF + weeks.QUARTER:
            return of.year
        at = 0 if period.weeks[0].endswith("W01") else 1
        return of.halves[at] if at < len(of.halves) else None

    def table(self, kind_id: str, period: Period) -> Shown | None:
        """A table of a closed period of this year; None if it is kept back, or is not made of such a period."""
        if kind_id not in self.by_kind:
            return None
        kind, cells, shown = self.by_kind[kind_id]
        if period in self.quarters:
            at = self.quarters.index(period)
            seen, span = (shown.quarters[at] if at < len(shown.quarters) else None), [at]
        elif len(period.weeks) > weeks.HALF + weeks.QUARTER:
            seen, span = shown.year, list(range(len(cells)))
        else:
            at = 0 if period.weeks[0].endswith("W01") else 1
            seen, span = (shown.halves[at] if at < len(shown.halves) else None), [2 * at, 2 * at + 1]
        if seen is None or not any(name in seen and cells[at][name] for name in cells[0] for at in span):
            return None
        return Shown(kind, period, {name: sum(cells[at][name] for at in span) for name in cells[0]}, seen)
