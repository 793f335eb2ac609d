"""Decides which totals may be seen: a week shows 0, « 1 à 4 » or more, and a longer period must not tell more of it.

Weeks are in quarters, quarters in halves, halves in a year. Whoever reads all of them knows of a hidden week that it
is 1, 2, 3 or 4, and of every total seen what its parts add up to. They may also know this very code: a total kept back
tells that it was one of those kept back. A total is shown when each hidden number below still has two values at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

LEAST = 5
"""From how many on a number is seen as it is."""

_SMALL = 0b11110
"""The values of a hidden number, as bits: 1 to 4."""


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of a total: `sums`, as bits, those that what is hidden of it may have; `parts` are hidden in it."""

    sums: int
    parts: tuple[Node, ...] = ()


HIDDEN_WEEK = Node(_SMALL)


@dataclass(frozen=True, slots=True)
class Total:
    """A total, with what everybody knows of it."""

    value: int
    seen: bool
    open_sum: int
    """What is seen of it, even when it is not: the sum of its parts that are."""
    known: tuple[Node, ...]
    """What is hidden in it."""

    @property
    def most(self) -> int:
        """The most it may be for who reads."""
        return self.value if self.seen else self.open_sum + sum(node.sums.bit_length() - 1 for node in self.known)

    @property
    def least(self) -> int:
        """The least it may be for who reads."""
        return self.value if self.seen else self.open_sum + sum(_lowest(node.sums) for node in self.known)


def small(value: int) -> bool:
    """True for what must not be seen."""
    return 0 < value < LEAST


def leaf(value: int) -> Total:
    """A week, or the shortest period of something that is not shown by the week."""
    hidden = small(value)
    return Total(value, not hidden, 0 if hidden else value, (HIDDEN_WEEK,) if hidden else ())


def total(parts: Sequence[Total]) -> Total:
    """The total of parts that were published before it: seen or not, it is decided from them alone."""
    value = sum(part.value for part in parts)
    open_sum = sum(part.open_sum for part in parts)
    hidden = tuple(node for part in parts for node in part.known)
    if not hidden:
        return Total(value, True, value, ())
    kept_back = _kept_back(hidden, min(open_sum, LEAST))
    if not kept_back >> (value - open_sum) & 1:
        return Total(value, True, value, ())
    return Total(value, False, open_sum, (Node(kept_back, hidden),))


@lru_cache(maxsize=4096)
def _kept_back(hidden: tuple[Node, ...], open_sum: int) -> int:
    """The sums of these parts for which the total is kept back. The least and the most are always among them, for each
    settles every part: so what is kept back leaves two values to each, and tells nothing."""
    back = 0
    for value in _values(_added(hidden)):
        if small(open_sum + value) or not _unsettled(hidden, 1 << value):
            back |= 1 << value
    return back


@lru_cache(maxsize=65536)
def _unsettled(parts: tuple[Node, ...], allowed: int) -> bool:
    """True if each hidden number in these parts keeps two values, when their sum is one of `allowed`: weeks, and the
    totals that were kept back."""
    for at, part in enumerate(parts):
        if part in parts[:at]:
            continue
        left = _differences(allowed, _added(parts[:at] + parts[at + 1 :])) & part.sums
        if not left & (left - 1) or not _unsettled(part.parts, left):
            return False
    return True


@lru_cache(maxsize=4096)
def _added(parts: tuple[Node, ...]) -> int:
    """The sums that these parts may have together."""
    sums = 1
    for part in parts:
        sums = _shifted(sums, part.sums)
    return sums


def _shifted(sums: int, by: int) -> int:
    found = 0
    for value in _values(by):
        found |= sums << value
    return found


def _differences(allowed: int, others: int) -> int:
    found = 0
    for value in _values(others):
        found |= allowed >> value
    return found


def _values(bits: int) -> list[int]:
    return [at for at in range(bits.bit_length()) if bits >> at & 1]


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
