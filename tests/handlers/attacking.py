"""Sets the reader of summaries upon a whole year, and compares what it works out with the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.handlers.attacker import ALONE, WEEKLY, Attack, Name, Terms


@dataclass(frozen=True)
class Found:
    """What an attack gives: numbers of 1 to 4 that are known exactly, and those that are known to be under five."""

    secret: int
    pinned: list[tuple[str, int]]
    under_five: list[str]


def attack(
    summaries: Iterable[Mapping[str, Any]],
    year: int,
    weeks: Sequence[str],
    lines: Mapping[str, Sequence[str]],
    adds_up: Mapping[str, str],
    truth: Callable[[Name], int],
    known: Callable[[Attack], None] = lambda attack: None,
) -> Found:
    """Reads all summaries of a year, then compares what follows with the truth. `known` adds what is known besides."""
    found = Attack(year, weeks, adds_up, lines)
    found.structure()
    known(found)
    for summary in summaries:
        found.read(summary)
    wanted = [each for each in _secrets(found, truth) if 1 <= each[2] <= 4]
    bounds = found.bounds(wanted)
    pinned = [
        (name, value) for (name, low, high), (_, _, value) in zip(bounds, wanted, strict=True) if high - low < 0.5
    ]
    under = [name for name, _, high in bounds if high < 4.5 and "/20" not in name]
    return Found(len(wanted), pinned, under)


def _secrets(found: Attack, truth: Callable[[Name], int]) -> Iterable[tuple[str, Terms, int]]:
    """Every number of the year: weeks, quarters, halves, the year; and every line of every table."""
    parts = found.parts
    periods = [*parts, parts[0] + parts[1], parts[2] + parts[3], [week for part in parts for week in part]]
    for root in dict.fromkeys((*WEEKLY, *ALONE, *found.adds_up.values())):
        for week in found.weeks if root in WEEKLY else ():
            yield f"{root}/{week}", {(root, week): 1}, truth((root, week))
        for at, period in enumerate(periods):
            terms = found.week_terms(root, period)
            yield f"{root}/p{at}", terms, sum(truth(name) for name in terms)
    for table, lines in found.lines.items():
        for line in lines:
            for at, period in enumerate(periods):
                terms = found.cell_terms(table, line, period)
                yield f"{table}/{line}/p{at}", terms, sum(truth(name) for name in terms)
