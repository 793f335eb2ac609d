"""What a measure is: a name, what was found, what was hoped for; and the table of them all."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    found: str
    goal: str = ""


class Spent(NamedTuple):
    """Seconds of wall clock and of processor."""

    wall: float
    cpu: float


class Watch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> Spent:
        """So far."""
        return Spent(time.perf_counter() - self._wall, time.process_time() - self._cpu)


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """The value below which this share of them is."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def resident_mb(process: int | str = "self") -> float:
    """Memory of a process now, where the system says; else the highest of this one."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print one part of the table."""
    print(f"\n{title}")
    for figure in figures:
        goal = f"goal: {figure.goal}" if figure.goal else ""
        print(f"  {figure.what:<46} {figure.found:>28}   {goal}".rstrip())
    sys.stdout.flush()
