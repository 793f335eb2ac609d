"""`python -m benchmarks [NAME…]`: prints what was measured beside what was hoped for; never passes nor fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import broadcast, reminders, starting, summary, table, terminal, turns
from benchmarks.figures import Figure, show
from bot.packs import default_folder


def _matrix(folder: Path) -> list[Figure]:
    """Loaded when its turn comes: the library is in the way of what measures our own memory."""
    from benchmarks import matrix

    return matrix.measured(folder)


PARTS: dict[str, tuple[str, Callable[[Path], list[Figure]]]] = {
    "memory": ("Memory", terminal.memory),
    "table": ("The decision table", table.measured),
    "terminal": ("A durable turn (SQLite file, synchronous=FULL, JSON terminal)", terminal.measured),
    "turns": ("A durable turn on Telegram (SQLite file, synchronous=FULL) beside the peers", turns.measured),
    "matrix": ("A turn on Matrix (Synapse, without its limits) beside the peers", _matrix),
    "broadcast": ("A message to 10,000 people at five times Telegram's pace", broadcast.measured),
    "reminders": ("A look at the clock when nothing is due", reminders.measured),
    "summary": ("The summary out of 100,000 finished orientations", summary.measured),
    "starting": ("A process from its start to its end", starting.measured),
}
"""Memory comes first, while nothing else was loaded."""


def main(names: list[str]) -> int:
    """Measure the parts named, or all of them."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. Known: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    folder = default_folder()
    for name, (title, measured) in PARTS.items():
        if not names or name in names:
            show(title, measured(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
