"""What the long runs measured, goal by goal: each records its figures with `record`; `make goals` prints them all."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

NOT_MEASURED = "not measured in this run"
GOALS: Mapping[str, str] = {
    "G1": "receiving, Telegram: kill -9 at any moment loses nothing and does nothing twice",
    "G2": "receiving, Matrix: the same, kills during long gaps included",
    "G3": "broadcast, Telegram: nobody missed, nobody told twice; what is uncertain was in flight",
    "G4": "broadcast, Matrix: nobody missed, nobody told twice",
    "G5": "SIGTERM in the middle of a broadcast: nothing lost or doubled, over within 10 s",
    "G6": "pace of a broadcast: 25 a second, none inside a refusal's window, none at night",
    "G7": "reminders: each once, whatever kills, sleeps and clock changes",
    "G8": "two processes: the second refuses within 2 s; forced, nothing is claimed twice",
    "G9": "no busy loop: at most 12 requests a minute to a failing server",
    "G10": "a revoked token ends the process with an error within 30 s",
    "G11": "the event loop: p99 of its delay at most 50 ms, never over 200 ms",
    "G12": "no update lost among concurrent writers, on SQLite and PostgreSQL",
    "G13": "durability: a sync of the disk before each acknowledgement, pragmas as promised",
    "G14": "disk full: nothing acknowledged is lost, back within 10 s",
    "G15": "100,000 generated updates and events: no exception, at most one answer each, the next answered within 1 s",
    "G16": "a flood by one person: the others' p95 at most 1 s, at most 3 answers a minute to the flooder",
    "G17": "encrypted rooms: kills leave every message readable; a reset is one command",
    "G18": "migrations: a crash at any statement can be started again; a copy is taken before",
    "G19": "restore: at most an hour lost, back within 5 min, nothing sent again without a release",
    "G20": "secrets: none in logs at DEBUG, tracebacks, /health, doctor or the list of processes",
    "G21": "a cold start is ready within 3 s",
    "SOAK": "ten people a second on both channels, a kill a minute: sums exact, memory and files flat",
}


def record(goal: str, text: str, met: bool) -> None:
    """Keep one figure of a goal in the file that `BOUSSOLE_MEASURES` names (nothing without it). `text` says the
    figure; the test that measured it is added. Call it before the assertion, so that a goal missed is told too."""
    if goal not in GOALS:
        raise ValueError(goal)
    if not (path := os.environ.get("BOUSSOLE_MEASURES")):
        return
    test = os.environ.get("PYTEST_CURRENT_TEST", "").removesuffix(" (call)")
    line = json.dumps({"goal": goal, "text": text, "met": bool(met), "test": test}, ensure_ascii=False)
    with Path(path).open("a", encoding="utf-8") as kept:
        kept.write(line + "\n")


def read(path: Path) -> list[dict[str, str | bool]]:
    """All that was recorded there, in order; nothing if nothing ran."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def told(records: Iterable[Mapping[str, str | bool]]) -> list[str]:
    """Each goal with its figures: met if every one of them is, and the command that measures each again."""
    known = list(records)
    lines: list[str] = []
    for goal, meaning in GOALS.items():
        own = [each for each in known if each["goal"] == goal]
        state = ("met" if all(each["met"] for each in own) else "NOT MET") if own else NOT_MEASURED
        lines.append(f"{goal:5}{state}: {meaning}")
        for each in own:
            lines.append(f"      {'ok' if each['met'] else 'KO'}  {each['text']}")
            lines.append(f"          pytest {each['test']}")
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(told(read(Path(sys.argv[1])))) + "\n")
