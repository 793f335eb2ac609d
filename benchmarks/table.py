"""The decision table: one decision, the proof of a pack, many lines of `orient`."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, Watch
from bot import packs
from bot.orient import orient
from handlers.check import check
from handlers.guide import Guide

DECISIONS = 20_000
LINES = 10_000
TODAY = date(2026, 12, 1)


def drawn(guide: Guide, chance: random.Random) -> dict[str, str | list[str]]:
    """Answers to every question, some of which would not be asked."""
    places = [*guide.places.name_by_slug]
    answers: dict[str, str | list[str]] = {}
    for question in guide.pack.orientation.questions:
        values = [answer.value for answer in question.answers]
        if question.kind == "place":
            answers[question.fact] = chance.choice(places)
        elif question.most > 1:
            answers[question.fact] = chance.sample(values, chance.randint(1, question.most))
        else:
            answers[question.fact] = chance.choice(values)
    return answers


def measured(folder: Path) -> list[Figure]:
    """The three of them."""
    guide = packs.read(folder)
    chance = random.Random(1)
    lines = [drawn(guide, chance) for _ in range(LINES)]
    return [_decision(guide, lines), _proof(folder), _orient(folder, lines)]


def _decision(guide: Guide, lines: list[dict[str, str | list[str]]]) -> Figure:
    every = [{f: v if isinstance(v, str) else " ".join(v) for f, v in line.items()} for line in lines]
    watch = Watch()
    for number in range(DECISIONS):
        guide.table.decide(every[number % LINES])
    return Figure("decide, a call", f"{watch.read().cpu / DECISIONS * 1e6:.1f} µs")


def _proof(folder: Path) -> Figure:
    files, common = packs.texts(folder)
    guide = packs.read(folder)
    watch = Watch()
    check(guide, files, common, TODAY)
    return Figure("check, the whole proof", f"{watch.read().cpu:.2f} s CPU", "< 5 s CPU")


def _orient(folder: Path, lines: list[dict[str, str | list[str]]]) -> Figure:
    written = [json.dumps(line) for line in lines]
    guide = packs.read(folder)
    watch = Watch()
    said = sum(1 for _ in orient(guide, written))
    return Figure(f"orient, {said} lines", f"{watch.read().cpu:.2f} s CPU", "< 5 s CPU")
