"""A test's name is a sentence of the contract, and the test can fail."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.house.source import ROOT, Module, called, functions, imports, modules
from tests.longest_first import HALVES, place

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
    assert [file for file in files if place(file) >= sum(map(len, HALVES))] == []
    assert {folder for half in HALVES for folder in half if not (ROOT / "tests" / folder).exists()} == set()
