"""What a turn counts: a number of a week, or a record of a finished orientation; neither names anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """One more in a counter of this week (handlers/counted.py), which holds no person, no hour and no answer."""

    name: str
    of: str = ""
    by: int = 1


@dataclass(frozen=True, slots=True)
class TakeIn:
    """A finished orientation, for who said yes to statistics: a record without anything that leads to them.
    `answers`: what was asked (empty: passed), and the facts that the place gives. `doors`: the schemes in order.
    `unmatched`: the coded need of an end without a door, or nothing. `finished_week`: counted in another week than
    this one it is late. `holder`: they carry a project, and it is theirs; only then is it told whether they were
    counted before (`first_ever`…)."""

    answers: Mapping[str, str]
    doors: tuple[str, ...]
    unmatched: str
    finished_week: str
    revision: str = ""
    holder: bool = True


IntakeEffect = Count | TakeIn
