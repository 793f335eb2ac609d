"""A test's name is a sentence of the contract, and the test can fail."""

from __future__ import annotations

import ast
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from tests.house.source import ROOT, Module, called, functions, imports, modules
from tests.longest_first import FILLING, LANES, dealt, folder_of

pytestmark = pytest.mark.house

FEWEST_WORDS = 3


def cases_of(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The test functions of one file."""
    return [node for node in functions(module.tree) if node.name.startswith("test_")]


def can_fail(node: ast.AST) -> bool:
    """True if something is asserted here, of a value that is not a constant."""
    asserted = any(isinstance(each, ast.Assert) and not isinstance(each.test, ast.Constant) for each in ast.walk(node))
    return asserted or any(name in {"raises", "warns", "fail"} for _, name in called(node))


def asserting() -> set[str]:
    """The names of the functions that assert, themselves or through another one of the tests."""
    every = [node for module in modules("tests") for node in functions(module.tree)]
    known = {node.name for node in every if can_fail(node)}
    while more := {n.name for n in every if n.name not in known and any(name in known for _, name in called(n))}:
        known |= more
    return known


def test_every_test_can_fail() -> None:
    """A test without an assertion proves nothing."""
    known = asserting()
    found = [module.at(node) for module in modules("tests") for node in cases_of(module) if node.name not in known]
    assert found == []


def test_an_empty_assertion_is_seen() -> None:
    """The rule above can fail."""
    assert not can_fail(ast.parse("def test_nothing():\n    assert True\n"))


def test_every_test_is_named_by_a_sentence() -> None:
    """At least three words, and no two tests of a file with one name, which would hide the first."""
    for module in modules("tests"):
        names = [node.name for node in cases_of(module)]
        short = [name for name in names if len(name.split("_")) <= FEWEST_WORDS]
        twice = [name for name, times in Counter(names).items() if times > 1]
        assert (short, twice) == ([], []), module.path


def test_nothing_of_ours_is_mocked() -> None:
    """Real parts: a mock agrees with whoever wrote it."""
    found = [
        f"{module.at(node)} {name}"
        for module in modules("tests")
        for node, name in imports(module.tree)
        if name in {"mock", "unittest.mock", "pytest_mock"}
    ]
    assert found == []


def test_every_folder_of_tests_has_its_place_in_the_order() -> None:
    """A folder that is named nowhere would begin last, however long it is."""
    files = [ROOT / module.path for module in modules("tests") if Path(module.path).name.startswith("test_")]
    assert [file for file in files if folder_of(file) is None] == []
    named = {*FILLING, *(folder for lane in LANES for folder in lane)}
    assert {folder for folder in named if not (ROOT / "tests" / folder).exists()} == set()


@pytest.mark.parametrize("processes", [1, 2, 3, 4, 7])
def test_each_process_begins_with_what_is_long_and_each_test_is_begun_once(processes: int) -> None:
    """The parts are cut as long as each other, wherever the long ones are in the list."""
    counts = {"handlers": 500, "house": 30, "storage": 900, "channels/matrix": 20, "cli": 50}
    folders = [*chain.from_iterable([name] * count for name, count in counts.items()), None]
    order = dealt(folders, processes)
    assert sorted(order) == list(range(len(folders)))
    begun, left = [], len(folders)
    for nth in range(processes):
        begun.append(folders[order[len(folders) - left]])
        left -= left // (processes - nth)
    assert begun[:3] == ["channels/matrix", "cli", "house"][:processes]
