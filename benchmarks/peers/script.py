"""What every peer says: the same questions, word for word, as ours; where a person is, is for each peer to keep."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

TOKEN = os.environ["BENCH_TOKEN"]
SERVER = os.environ["BENCH_SERVER"]
FOLDER = Path(os.environ["BENCH_FOLDER"])

_said = json.loads((FOLDER / "script.json").read_text("utf-8"))
WELCOME: str = _said["welcome"]
_NOTED: str = _said["noted"]
_QUESTIONS: list[tuple[str, dict[str, str]]] = [(each["text"], dict(each["choices"])) for each in _said["questions"]]

Shown = tuple[str, list[tuple[str, str]]]
"""A text, and its buttons by label and data."""


def shown(chosen: Sequence[str]) -> Shown:
    """The question that follows these answers; its first line repeats the last one."""
    text, choices = _QUESTIONS[len(chosen)]
    if chosen:
        text = f"{_NOTED.format(_QUESTIONS[len(chosen) - 1][1][chosen[-1]])}\n\n{text}"
    return text, [(label, data) for data, label in choices.items()]


def fits(chosen: Sequence[str], data: str | None) -> bool:
    """True if this button belongs to the question being asked."""
    return data in _QUESTIONS[len(chosen)][1]
