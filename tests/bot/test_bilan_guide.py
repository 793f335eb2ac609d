"""The guide of the summary says what is: how it is asked for, what is in its files, and how they are named."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.formats.open_data import open_data
from bot.formats.summary_files import FORMATS
from bot.formats.summary_year import year_data
from handlers.summary import Summary, as_json, summarise
from tests.guides import text_of, untrue
from tests.handlers.made_up_years import made_year
from tests.handlers.packs import guide

NAME = "bilan.md"
GUIDE = text_of(NAME)
WEEK = "2026-W53"


def rows(heading: str) -> list[tuple[str, ...]]:
    """The lines of the table under a heading."""
    part = GUIDE.partition(f"{heading}\n")[2].partition("\n#")[0]
    cells = [tuple(line.strip("| ").split(" | ")) for line in part.splitlines() if line.startswith("| ")]
    return cells[1:]


def named(text: str) -> list[str]:
    """What is between back quotes."""
    return re.findall(r"`([^`]+)`", text)


@cache
def summary_of(period: str) -> Summary:
    """Of a week or a year, out of a year of everything."""
    return summarise(guide("lille"), made_year(random.Random(1), 9, 2026, "lille"), period)


def week() -> Summary:
    """The last of the year, with all the periods that it closes."""
    return summary_of(WEEK)


def test_the_example_of_the_guide_is_what_is_said(tmp_path: Path) -> None:
    """From the code to the message of Monday."""
    assert untrue(NAME, "agent", tmp_path) == []


def test_the_guide_names_every_key_of_the_json() -> None:
    """Of a week and of a year, and those of what their lists hold."""
    told_of = {key: said for keys, said in rows("### Les noms dans le JSON") for key in named(keys)}
    held: Mapping[str, Any] = as_json(week())
    assert set(told_of) == set(held) | set(year_data(guide("lille"), summary_of("2026"), {}))
    assert set(named(told_of["figures"])) == set(held["figures"][0])
    assert set(named(told_of["tables"])) == {*held["tables"][0], *held["tables"][0]["rows"][0]}
    assert set(named(told_of["trend"])) == set(held["trend"][0])


def test_the_guide_names_every_figure_of_the_week() -> None:
    """In their order."""
    sentence = " ".join(GUIDE.partition("Les chiffres de la semaine :")[2].partition(".")[0].split())
    figures = as_json(week())["figures"]
    assert named(sentence) == [each["id"] for each in figures if each["period"] == WEEK]


def test_the_guide_names_every_format_and_every_open_file() -> None:
    """Those that are made, and no other."""
    assert sorted(name.lower() for name, *_ in rows("### Les fichiers")) == sorted(FORMATS)
    files = open_data((week(),), "masqué")
    assert sorted(name for cell, _ in rows("### Les données ouvertes") for name in named(cell)) == sorted(
        each.name for each in files
    )
