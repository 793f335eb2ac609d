"""From the command to its first answer, as someone at a terminal lives it."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure, Spent

STARTS = 5
HELLO = b'{"from": "u1", "text": "bonjour"}\n'
COMMANDS = {
    "chat --json, to the first answer": (("chat", "--json"), HELLO, "< 1 s CPU"),
    "demo, a whole orientation": (("demo",), b"", ""),
    "orient, one line": (("orient", "--answers", "-"), b'{"etape": "idee"}\n', ""),
    "check, the default pack": (("check",), b"", "< 5 s CPU"),
}


def started(words: tuple[str, ...], said: bytes) -> Spent:
    """One whole process."""
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", *words], input=said, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(time.perf_counter() - wall, cpu)


def measured(folder: Path) -> list[Figure]:
    """The median of some starts of each command, on this pack."""
    figures = []
    for name, (words, said, goal) in COMMANDS.items():
        pack = (str(folder),) if words == ("check",) else ("--pack", str(folder))
        spent = [started((*words, *pack), said) for _ in range(STARTS)]
        cpu, wall = statistics.median(s.cpu for s in spent), statistics.median(s.wall for s in spent)
        figures.append(Figure(name, f"{cpu:.2f} s CPU, {wall:.2f} s", goal))
    return figures
