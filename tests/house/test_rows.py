"""Each row of the fault, input and data lists is borne by a test, or says in docs/faults.md why it is not."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache

import pytest

from tests.house.source import ROOT, modules
from tests.measures import GOALS

pytestmark = pytest.mark.house

ROWS = [*(f"F{n}" for n in range(1, 59)), *(f"I{n}" for n in range(1, 61)), *(f"D{n}" for n in range(1, 30))]
LINE = re.compile(r"^\| ([FID]\d+) \| ([^|]+) \| ([^|]*) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py::test_\w+)`")
MARK = "pytest.mark.row"
RECORDED = re.compile(r"\brecord\(\s*\"(\w+)\"")


def table() -> dict[str, tuple[str, str]]:
    """What holds, and what is said to prove it, by row."""
    found = LINE.findall((ROOT / "docs" / "faults.md").read_text(encoding="utf-8"))
    assert len(found) == len({row for row, _, _ in found}), "a row stands twice"
    return {row: (holds.strip(), proved.strip()) for row, holds, proved in found}


@cache
def borne() -> dict[str, set[str]]:
    """The tests that bear each row, as they are marked."""
    found = defaultdict[str, set[str]](set)
    for module in modules("tests"):
        for node in module.tree.body if MARK in module.text else ():
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == MARK:
                    for row in mark.args:
                        found[str(ast.literal_eval(row))].add(f"{module.path}::{node.name}")
    return found


def test_every_row_stands_in_the_table_and_no_other() -> None:
    """In their order, each with words of its own."""
    assert list(table()) == ROWS
    assert [row for row, (holds, _) in table().items() if len(holds.split()) < 3] == []


def test_every_row_is_borne_by_a_test_or_says_why_not() -> None:
    """A reason is words beside the names of tests."""
    assert set(borne()) <= set(ROWS) | set(GOALS)
    bare = [row for row, (_, proved) in table().items() if row not in borne() and len(NAMED.sub("", proved)) < 30]
    assert bare == []


def test_every_goal_is_measured() -> None:
    """By a test that bears its name, and a module that records a figure of it."""
    measured = {goal for module in modules("tests") for goal in RECORDED.findall(module.text)}
    assert set(GOALS) - set(borne()) == set()
    assert set(GOALS) - measured == set()


def test_the_table_names_exactly_the_tests_that_bear_each_row() -> None:
    """A test that is renamed, moved or marked otherwise is named anew."""
    named = {row: set(NAMED.findall(proved)) for row, (_, proved) in table().items()}
    marked = borne()
    assert {row: tests for row, tests in named.items() if tests != marked.get(row, set())} == {}
