"""What is hidden stays hidden, also for who knows the code: every small family of numbers is tried."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

from handlers.masking import Total, leaf, small, total
from handlers.masking_flow import Arc, Flow
from handlers.masking_tables import Breakdown, Shortest, alone, breakdown, survives, totals

Reading = tuple[object, ...]


def _one_by_one(classes: dict[Reading, list[tuple[int, ...]]]) -> list[tuple[Reading, int]]:
    """Every number of 1 to 4 that is the same in all the worlds that read alike."""
    return [
        (reading, values[0])
        for reading, worlds in classes.items()
        for values in zip(*worlds, strict=True)
        if len(set(values)) == 1 and small(values[0])
    ]


def _seen(of: Total) -> object:
    return of.value if of.seen else None


@pytest.mark.parametrize(("quarters", "weeks", "most"), [(1, 3, 6), (1, 4, 5), (2, 2, 6), (4, 1, 5)])
def test_totals_of_longer_periods_tell_of_no_hidden_week_or_total(quarters: int, weeks: int, most: int) -> None:
    classes: dict[Reading, list[tuple[int, ...]]] = defaultdict(list)
    for values in product(range(most + 1), repeat=quarters * weeks):
        shown = [leaf(value) for value in values]
        parts = [total(shown[at : at + weeks]) if weeks > 1 else shown[at] for at in range(0, len(shown), weeks)]
        nodes = [*parts]
        if quarters > 1:
            whole = totals(parts)
            nodes += [*whole.halves, *((whole.year,) if whole.year else ())]
        reading = tuple("1 à 4" if small(value) else value for value in values) + tuple(map(_seen, nodes))
        classes[reading].append((*values, *(node.value for node in nodes)))
    assert not _one_by_one(classes)
    assert any(None not in reading for reading in classes)


def _shared_out(most: int, size: int) -> Iterator[tuple[int, ...]]:
    """Every way to share at most so many among so many cells."""
    if not size:
        yield ()
        return
    for first in range(most + 1):
        for rest in _shared_out(most - first, size - 1):
            yield first, *rest


@pytest.mark.parametrize(
    ("quarters", "lines", "most", "shortest"),
    [(1, 3, 24, "quarter"), (1, 4, 17, "quarter"), (2, 2, 16, "quarter"), (2, 2, 20, "half"), (2, 3, 11, "half")],
)
def test_tables_and_their_unions_tell_of_no_hidden_cell(
    quarters: int, lines: int, most: int, shortest: Shortest
) -> None:
    names = [f"line-{at}" for at in range(lines)]
    classes: dict[Reading, list[tuple[int, ...]]] = defaultdict(list)
    shown = 0
    for values in _shared_out(most, quarters * lines):
        cells = [dict(zip(names, values[at : at + lines], strict=True)) for at in range(0, len(values), lines)]
        whole = totals([leaf(sum(each.values())) for each in cells])
        found = breakdown(cells, whole, shortest)
        added = {name: sum(each[name] for each in cells) for name in names}
        tables = [*zip(cells, found.quarters, strict=True), *((added, seen) for seen in found.halves)]
        shown += sum(seen is not None for _, seen in tables)
        reading = tuple(
            None if seen is None else tuple(each[name] if name in seen else "masqué" for name in names)
            for each, seen in tables
        )
        known = tuple(map(_seen, (*whole.quarters, *whole.halves)))
        classes[known + reading].append((*values, *added.values()))
    assert shown
    assert not _one_by_one(classes)


def test_a_year_that_would_tell_what_a_half_kept_back_is_kept_back_too() -> None:
    """Each hidden week still has two values; what the totals between may be has only one."""
    quarters = [total([leaf(number) for number in weeks]) for weeks in ((0, 0), (0, 1), (0, 4), (4, 4))]
    halves = [total(quarters[:2]), total(quarters[2:])]
    assert [each.seen for each in (*quarters, *halves, total(halves))] == [True] + [False] * 6


def test_a_number_from_1_to_4_is_never_shown() -> None:
    rng = random.Random(1)
    for _ in range(300):
        cells = [{name: rng.choice((0, 1, 3, 5, 8, 20)) for name in "abcde"} for _ in range(4)]
        shown = breakdown(cells, totals([leaf(sum(each.values())) for each in cells]))
        for each, seen in zip(cells, shown.quarters, strict=True):
            assert not any(small(each[name]) for name in seen or ())


def test_one_small_cell_hides_the_smallest_other_with_it() -> None:
    assert alone({"a": 3, "b": 9, "c": 20, "d": 0}) == frozenset({"c", "d"})


def test_a_table_that_cannot_be_protected_is_kept_back_with_its_zeros() -> None:
    assert alone({"a": 4, "b": 0}) is None
    assert alone({"a": 1, "b": 1, "c": 0}) is None
    # The totals of quarters alone tell that less than five were in the first half: its lines are known to be small.
    cells = [{"a": 0, "b": 1, "c": 0}, {"a": 0, "b": 1, "c": 0}, {"a": 0, "b": 5, "c": 0}, {"a": 3, "b": 0, "c": 0}]
    assert alone({"a": 3, "b": 7, "c": 0}) == frozenset("c")
    assert breakdown(cells, totals([leaf(sum(each.values())) for each in cells]), "year").year is None


def test_a_line_known_from_elsewhere_protects_nothing() -> None:
    assert alone({"a": 3, "b": 9, "c": 20}, frozenset({"b"})) == frozenset({"b"})
    assert alone({"a": 3, "b": 9}, frozenset({"a"})) is None


@pytest.mark.row("D19")
def test_longer_periods_show_only_sums_of_what_is_seen() -> None:
    first, second = {"a": 6, "b": 7, "c": 0}, {"a": 6, "b": 3, "c": 9}
    cells = [first, second]
    found = breakdown(cells, totals([leaf(sum(each.values())) for each in cells]))
    assert found == Breakdown((frozenset("abc"), frozenset("c") | (found.quarters[1] or frozenset())), found.halves)
    assert found.halves[0] == found.quarters[1]


def test_a_table_beside_another_must_not_tell_what_it_hides() -> None:
    # Nine of ten were asked a question, one was not: that they are nine is that the other is one.
    cells = [{"asked": 9, "also": 8, "other": 1}, {"asked": 0, "also": 0, "other": 0}] * 2
    whole = totals([leaf(sum(each.values())) for each in cells])
    shown = Breakdown((None,) * 4, (None,) * 2, frozenset({"also"}))
    assert survives(cells, whole, shown, (frozenset({"asked"}), 5))
    assert not survives(cells, whole, shown, (frozenset({"asked"}), 18))


def test_a_half_with_an_empty_quarter_shows_what_its_other_quarter_alone_would() -> None:
    nothing, other = dict.fromkeys("abc", 0), {"a": 5, "b": 4, "c": 4}
    found = breakdown([nothing, other], totals([leaf(0), leaf(13)]), "half")
    assert found.halves == (alone(other),)


def test_a_sum_is_not_shown_if_it_tells_the_number_beside_it() -> None:
    flow = Flow()
    flow.add(Arc("all", "here", 9, 9, 9))
    flow.add(Arc("here", "end", 3, 0, None), reach=9)
    other = flow.add(Arc("here", "end", 6, 0, None))
    flow.add(Arc("end", "all", 9, 0, None))
    flow.connect()
    assert flow.holds()
    assert not flow.fixes(other)
    assert flow.holds()
