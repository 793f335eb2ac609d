"""Decides which cells of a breakdown may be seen, for the quarters, the halves and the year of what is counted.

What was published is never changed: a quarter is decided alone, then the half with its quarters, then the year with
all of them. A table that cannot be protected is kept back whole, its zeros too (None below).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from handlers.masking import LEAST, Total, small, total
from handlers.masking_flow import Arc, Flow

Cells = Mapping[str, int]
Seen = frozenset[str]
Block = tuple[frozenset[str], int]
"""Categories, and what another table tells to be the least of their sum over the year."""

Shortest = Literal["quarter", "half", "year"]

_SOURCE, _SINK = "source", "sink"


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of one year as far as its periods are over."""

    quarters: tuple[Total, ...]
    halves: tuple[Total, ...]
    year: Total | None


def totals(quarters: Sequence[Total]) -> Totals:
    """Those of the halves and of the year, when all their quarters are there."""
    halves = tuple(total(quarters[at : at + 2]) for at in (0, 2) if len(quarters) >= at + 2)
    return Totals(tuple(quarters), halves, total(halves) if len(quarters) == 4 else None)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Which categories are seen in each period that is over; None: the table is kept back."""

    quarters: tuple[Seen | None, ...] = ()
    halves: tuple[Seen | None, ...] = ()
    year: Seen | None = None


def alone(cells: Cells, fixed: Seen = frozenset()) -> Seen | None:
    """The cells to show of one table, whose sum everybody knows: those from 1 to 4 are hidden, and with them the
    smallest others, until each hidden one could be five, and none is given away by how it was hidden. `fixed` are
    known from elsewhere: hiding them is no help."""
    if any(small(cells[name]) for name in fixed):
        return None
    free = {name: value for name, value in cells.items() if value and name not in fixed}
    order = _order(free)
    first = _first(order)
    for size in range(first, len(order) + 1) if first else (0,):
        if not size or _fits(order, size):
            return frozenset(cells) - {name for _, name in order[:size]}
    return None


_Order = tuple[tuple[int, str], ...]


def _order(cells: Cells) -> _Order:
    """The smallest first: in this order they are hidden."""
    return tuple(sorted((value, name) for name, value in cells.items()))


def _first(order: _Order) -> int:
    """How many cells are hidden at first: all from 1 to 4, then others until they are enough."""
    size = sum(small(value) for value, _ in order)
    while 0 < size < len(order) and not _enough(order[:size]):
        size += 1
    return size


def _enough(hidden: _Order) -> bool:
    """True if each of these could be five, and not all must be four."""
    size = len(hidden)
    return size > 1 and size + LEAST - 1 <= sum(value for value, _ in hidden) != size * (LEAST - 1)


def _fits(order: _Order, size: int) -> bool:
    """True if who knows this code too cannot tell a hidden number from 1 to 4: with one more or less there, and one
    less or more in another, the same cells would have been hidden."""
    if not _enough(order[:size]):
        return False
    names = [name for _, name in order[:size]]
    return all(
        any(_alike(order, size, name, other, by) for other in names if other != name for by in (1, -1))
        for value, name in order[:size]
        if small(value)
    )


@lru_cache(maxsize=65536)
def _alike(order: _Order, size: int, name: str, other: str, by: int) -> bool:
    moved = {one: value + (by if one == name else -by if one == other else 0) for value, one in order}
    if not moved[name] or not moved[other]:
        return False
    changed = _order(moved)
    first = _first(changed)
    if not first or first > size or {one for _, one in changed[:size]} != {one for _, one in order[:size]}:
        return False
    return _enough(changed[:size]) and not any(_fits(changed, before) for before in range(first, size))


def breakdown(cells: Sequence[Cells], whole: Totals, shortest: Shortest = "quarter") -> Breakdown:
    """What to show of a table that adds up to `whole` (or is kept back with it). `cells`: those of each quarter that
    is over, all of the same categories. It is decided for one length of period, `shortest`; of shorter ones nothing is
    shown, and longer ones show only what is the sum of numbers already seen: so no table tells of another."""
    quarters: tuple[Seen | None, ...] = (None,) * len(cells)
    halves: tuple[Seen | None, ...] = (None,) * len(whole.halves)
    if shortest == "quarter":
        pairs = zip(cells, whole.quarters, strict=True)
        quarters = tuple(alone(one) if of.seen else None for one, of in pairs)
        halves = tuple(_both(quarters[2 * at : 2 * at + 2]) for at in range(len(halves)))
    elif shortest == "half":
        halves = tuple(_opened(cells, whole, at) for at in range(len(halves)))
    if whole.year is None:
        return Breakdown(quarters, halves)
    return Breakdown(quarters, halves, _opened(cells, whole) if shortest == "year" else _both(halves))


def _both(parts: Sequence[Seen | None]) -> Seen | None:
    """What is seen in each of the parts of a longer period."""
    first, second = parts
    return None if first is None or second is None else first & second


def survives(cells: Sequence[Cells], whole: Totals, shown: Breakdown, block: Block) -> bool:
    """True if what is hidden in the tables of a year stays so for who also knows the least of a sum over the year."""
    flow, arcs, added = _flow(cells, whole)
    tables = {"y": shown.year, **{f"h{at}": seen for at, seen in enumerate(shown.halves)}}
    tables |= {f"q{at}": seen for at, seen in enumerate(shown.quarters)}
    for (period, name), at in arcs.items():
        arc, seen = flow.arcs[at], tables[period]
        if seen is not None:
            arc.least, arc.most = (arc.value, arc.value) if name in seen else (1, None)
    names, least = block
    inside = [at for (period, name), at in arcs.items() if period == "y" and name in names]
    for at in inside:
        flow.arcs[at].head = "block"
    flow.add(Arc("block", _SINK, sum(flow.arcs[at].value for at in inside), min(least, _sum(added, names)), None))
    flow.connect()
    return flow.holds()


def _sum(cells: Cells, names: Seen) -> int:
    return sum(value for name, value in cells.items() if name in names)


def _opened(cells: Sequence[Cells], whole: Totals, half: int | None = None) -> Seen | None:
    """The cells to show of a half or of the year, nothing being seen of its quarters but their totals: those of
    `alone`, the larger first, as long as no number of a quarter that is hidden is given away."""
    of = whole.year if half is None else whole.halves[half]
    if of is None or not of.seen:
        return None
    flow, arcs, added = _flow(cells, whole, half)
    unions = {name: at for (period, name), at in arcs.items() if period == ("y" if half is None else f"h{half}")}
    for at in unions.values():
        arc = flow.arcs[at]
        arc.least, arc.most = (1, None) if arc.value else (0, 0)
    by_itself = alone(added)
    if by_itself is None or not flow.holds():
        return None
    seen = {name for name, value in added.items() if not value}
    for _, name in sorted(((added[name], name) for name in by_itself - seen), reverse=True):
        if flow.fixes(unions[name]):
            seen.add(name)
    return frozenset(seen)


_Arcs = dict[tuple[str, str], int]


def _flow(cells: Sequence[Cells], whole: Totals, half: int | None = None) -> tuple[Flow, _Arcs, dict[str, int]]:
    """What everybody knows of the cells: the totals that are seen, and bounds for the others. With the arcs that carry
    each line in each period, and the lines added up."""
    flow, arcs = Flow(), _Arcs()
    halves = range(2) if half is None else (half,)
    quarters = [2 * at + each for at in halves for each in (0, 1)]
    of = whole.year if half is None else whole.halves[half]
    assert of is not None
    if half is None:
        flow.add(_row(_SOURCE, "y", of))
    for at in halves:
        flow.add(_row("y" if half is None else _SOURCE, f"h{at}", whole.halves[at]))
    added = {name: sum(cells[q][name] for q in quarters) for name in cells[0]}
    # Lines of which there is nothing could only make it easier: they are left out.
    names = [name for name, value in added.items() if value]
    for q in quarters:
        flow.add(_row(f"h{q // 2}", f"q{q}", whole.quarters[q]))
        for name in names:
            arcs[f"q{q}", name] = _line(flow, f"q{q}", f"h{q // 2}:{name}", cells[q][name], whole.quarters[q])
    for name in names:
        for at in halves:
            both = cells[2 * at][name] + cells[2 * at + 1][name]
            head = f"y:{name}" if half is None else _SINK
            arcs[f"h{at}", name] = _line(flow, f"h{at}:{name}", head, both, whole.halves[at])
        if half is None:
            arcs["y", name] = _line(flow, f"y:{name}", _SINK, added[name], of)
    flow.add(Arc(_SINK, _SOURCE, of.value, 0, None))
    flow.connect()
    return flow, arcs, added


def _row(tail: str, head: str, of: Total) -> Arc:
    return Arc(tail, head, of.value, of.least, of.most)


def _line(flow: Flow, tail: str, head: str, value: int, of: Total) -> int:
    return flow.add(Arc(tail, head, value, 0, None), reach=of.most if small(value) else None)
