"""The open data: what was published of closed periods, in a form that any program checks, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from bot.formats.open_data import LICENCE, PACKAGE, READ_ME, SCHEMA, TABLE, open_data
from handlers.open_data import definitions, lines
from handlers.summary import Summary, summarise
from tests.handlers.made_up_years import made_year
from tests.handlers.packs import guide

NUMBER = 2025


@cache
def summaries() -> tuple[Summary, ...]:
    """Those of a year that close something, and those between."""
    made = made_year(random.Random(3), 5, NUMBER, "exemple")
    weeks = ("2025-W13", "2025-W20", "2025-W26", "2025-W39", "2025-W52", "2025")
    return tuple(summarise(guide("exemple"), made, week) for week in weeks)


@cache
def files() -> dict[str, bytes]:
    """All of them."""
    return {each.name: each.content for each in open_data(summaries(), "masqué")}


def rows() -> list[dict[str, str]]:
    """The table, as another program reads it."""
    return list(csv.DictReader(io.StringIO(files()[TABLE].decode("utf-8"), newline="")))


def told(field: dict[str, Any], cell: str) -> bool:
    """Whether a cell is what the schema says of its column."""
    rules = field.get("constraints", {})
    if cell == "":
        return not rules.get("required")
    if field["type"] == "integer":
        return bool(re.fullmatch(r"\d+", cell)) and int(cell) >= rules.get("minimum", 0)
    if field["type"] == "date":
        return date.fromisoformat(cell).isoformat() == cell
    if field["type"] == "boolean":
        return cell in ("true", "false")
    return cell in rules.get("enum", [cell]) and bool(re.fullmatch(rules.get("pattern", ".*"), cell))


def test_every_cell_is_what_the_schema_says_and_no_line_is_there_twice() -> None:
    schema = json.loads(files()[SCHEMA])
    found = rows()
    assert len(found) > 100
    assert [field["name"] for field in schema["fields"]] == list(found[0])
    assert [(row, name) for row in found for name, field in _fields(schema) if not told(field, row[name])] == []
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in found]
    assert len(set(keys)) == len(keys)


def test_what_was_published_first_of_a_period_stands() -> None:
    """Each summary until the next quarter tells of the last one: a line is never that of a later one."""
    first = summaries()[0]
    figure = next(each for each in first.figures if "--" in each.period and each.value is not None)
    later = replace(first, figures=(replace(figure, value=987, shown="987"),))
    assert [each for each in lines((later,), "masqué") if each.valeur == 987] != []
    assert [each for each in lines((first, later), "masqué") if each.valeur == 987] == []


def _fields(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(field["name"], field) for field in schema["fields"]]


@pytest.mark.row("D20")
def test_only_closed_periods_are_there_with_the_numbers_that_were_published() -> None:
    """Nothing of a week; nothing from 1 to 4; what is masked has no number."""
    numbers = {each.shown for summary in summaries() for each in summary.figures}
    numbers |= {row.shown for summary in summaries() for table in _tables(summary) for row in table.rows}
    numbers |= {table.total.shown for summary in summaries() for table in _tables(summary) if table.total}
    for row in rows():
        assert "--" in row["periode"]
        assert row["affiche"] in numbers
        assert (row["masque"] == "true") == (row["affiche"] == "masqué")
        assert row["valeur"] == "" or row["unite"] == "pourcentage" or not 1 <= int(row["valeur"]) <= 4
        assert row["masque"] == "false" or row["valeur"] == row["numerateur"] == row["denominateur"] == ""
    assert {"trimestre", "annee"} <= {row["duree"] for row in rows()} <= {"trimestre", "semestre", "annee"}


def _tables(summary: Summary) -> list[Any]:
    return [*summary.tables, *summary.gatherings, *([summary.funnel] if summary.funnel else [])]


def test_weeks_between_two_closings_add_nothing() -> None:
    without = tuple(each for each in summaries() if each.period != "2025-W20")
    assert open_data(without, "masqué") == open_data(summaries(), "masqué")


@pytest.mark.row("D20")
def test_the_licence_is_named_and_its_text_is_there() -> None:
    package = json.loads(files()[PACKAGE])
    assert set(files()) == {TABLE, SCHEMA, PACKAGE, READ_ME, LICENCE}
    assert package["licenses"] == [{"name": "etalab-2.0", "title": "Licence Ouverte 2.0", "path": LICENCE}]
    assert package["resources"][0]["path"] == TABLE
    assert "Droit applicable" in files()[LICENCE].decode()


@pytest.mark.row("D20")
def test_the_dictionary_explains_every_column_and_every_indicator() -> None:
    said = files()[READ_ME].decode()
    schema = json.loads(files()[SCHEMA])
    assert all(f"- `{field['name']}` : {field['description']}" in said for field in schema["fields"])
    assert {row["indicateur"] for row in rows()} == set(definitions(summaries()))
    assert all(f"- `{row['indicateur']}`" in said for row in rows())
    assert "cli-open" not in said
