"""In which order the tests begin, and in how many processes, so that the processors never wait and all end together.

pytest-xdist gives each process a part of the list, in order, as long as the others; whoever is done takes over the tail
of another part. So each part begins with what is long, and ends with what is short and needs nothing. Whatever needs a
homeserver is one process's, and so are the programs that are killed and started. Half of what lasts is waiting: there
are two processes for each processor.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import cast

import pytest

FIRST = "test_every_name_is_typed"
LANES = (
    ("channels/matrix", "synapse", "channels/test_conformance.py", "test_benchmarks.py"),
    ("channels", "cli", "web"),
    ("house", "bot", "storage", "test_transcripts.py"),
)
"""Each is begun by one process; where there are fewer, by the first again."""

FILLING = ("scheduler", "broken_packs", "handlers", "fake_telegram")
"""What makes the parts as long as each other."""

_PLACES: dict[str, int] = {folder: place for place, folder in enumerate((*chain.from_iterable(LANES), *FILLING))}
_LANE_OF = {folder: number for number, lane in enumerate(LANES) for folder in lane}
_HERE = Path(__file__).parent


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """`--numprocesses auto`. What is quick only computes: a process for each processor."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors if "not slow" in config.option.markexpr else 2 * processors


def folder_of(path: Path) -> str | None:
    """The nearest folder, or the file, that is named above."""
    if not path.is_relative_to(_HERE):
        return None
    inside = path.relative_to(_HERE)
    named = (str(folder) for folder in (inside, *inside.parents))
    return next((folder for folder in named if folder in _PLACES), None)


def dealt(folders: Sequence[str | None], processes: int) -> list[int]:
    """The numbers of these tests in the order in which so many processes begin them."""
    order = sorted(range(len(folders)), key=lambda number: _PLACES.get(folders[number] or "", len(_PLACES)))
    lanes: list[list[int]] = [[] for _ in range(processes)]
    filling: list[int] = []
    for number in order:
        of = _LANE_OF.get(folders[number] or "")
        (filling if of is None else lanes[of % processes]).append(number)
    lengths = _cut(len(folders), processes)
    for lane, length in zip(lanes, lengths, strict=True):
        filling[:0] = lane[length:]
        del lane[length:]
    for lane, length in zip(lanes, lengths, strict=True):
        missing = length - len(lane)
        lane.extend(filling[:missing])
        del filling[:missing]
    return list(chain.from_iterable(lanes))


def _cut(count: int, processes: int) -> list[int]:
    """How many tests pytest-xdist begins by giving to each."""
    lengths: list[int] = []
    for nth in range(processes):
        lengths.append((count - sum(lengths)) // (processes - nth))
    return lengths


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The order is the same in each process; inside a folder it is as it was."""
    processes = int(cast("dict[str, int]", getattr(config, "workerinput", {})).get("workercount", 1))
    ordered = sorted(items, key=lambda item: item.name != FIRST)
    items[:] = [ordered[number] for number in dealt([folder_of(item.path) for item in ordered], processes)]
