"""Small files, small functions, names that say something."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.house.source import LAYERS, ROOT, called, functions, modules

pytestmark = pytest.mark.house

LONGEST_MODULE = 300
USUAL_MODULE = 100
USUAL_FUNCTION = 10
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
TOP = {"bot", "handlers", "scheduler", "storage", "content", "tests", "benchmarks", "docs", ".ci", ".git"}
LEFT_BY_A_RUN = {".venv", "build", "dist"}


def exempt(path: str) -> bool:
    """The tables are one page to be read in order; generated migrations are as long as they must be."""
    return path == "storage/tables.py" or path.startswith("storage/migrations/versions/")


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    """Longer means two nouns; in the tests too."""
    found = {
        module.path: len(module.text.splitlines())
        for module in modules(*LAYERS, "tests", "benchmarks")
        if len(module.text.splitlines()) > LONGEST_MODULE and not exempt(module.path)
    }
    assert found == {}


def test_half_of_the_modules_fit_in_a_hundred_lines() -> None:
    """Most files are read without scrolling twice."""
    assert median(len(module.text.splitlines()) for module in modules()) <= USUAL_MODULE


def test_half_of_the_functions_fit_in_ten_lines() -> None:
    """Docstrings count."""
    lengths = [(node.end_lineno or node.lineno) - node.lineno + 1 for m in modules() for node in functions(m.tree)]
    assert median(lengths) <= USUAL_FUNCTION


def test_no_module_is_named_after_nothing() -> None:
    """A drawer without a label fills up."""
    found = [module.path for module in modules(".") if set(Path(module.path).with_suffix("").parts) & EMPTY_NAMES]
    assert [path for path in found if not path.startswith((".venv", "content/", "build"))] == []


def test_every_module_says_what_it_is_responsible_for() -> None:
    """One sentence at the top, that ends."""
    found = [module.path for module in modules() if module.text.strip() and not _opens_with_a_sentence(module.tree)]
    assert found == []


def _opens_with_a_sentence(tree: ast.Module) -> bool:
    opening = (ast.get_docstring(tree) or "").split("\n\n")[0]
    return opening.rstrip().endswith((".", ":", "?", ")", "»"))


def test_no_folder_is_added_at_the_top() -> None:
    """The folder list is the layer list."""
    folders = {
        each.name for each in ROOT.iterdir() if each.is_dir() and not each.name.endswith(("_cache", ".egg-info"))
    }
    assert folders - LEFT_BY_A_RUN - {"__pycache__", ".hypothesis"} <= TOP


COMMITTERS = {"storage/database.py", "bot/turns.py"}


def test_only_the_shell_commits() -> None:
    """One message, one unit of work, one commit."""
    found = [
        module.at(call)
        for module in modules()
        for call, name in called(module.tree)
        if name == "commit" and module.path not in COMMITTERS
    ]
    assert found == []


def test_only_the_delivery_loop_sends() -> None:
    """Nothing leaves but through the outbox."""
    found = [
        module.at(call)
        for module in modules("bot", "scheduler", "storage", "handlers")
        for call, name in called(module.tree)
        if name == "send" and module.path != "bot/way_out.py" and not module.path.startswith("bot/channels/")
    ]
    assert found == []


def test_the_database_reads_no_clock_either() -> None:
    """An hour comes from the clock that tests can move."""
    found = [
        module.at(node)
        for module in modules("storage", "scheduler", "bot")
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Attribute) and node.attr in {"now", "current_timestamp"} and _is_sql(node))
        or (isinstance(node, ast.Constant) and isinstance(node.value, str) and "CURRENT_TIMESTAMP" in node.value)
    ]
    assert found == []


def _is_sql(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in {"func", "sa", "sqlalchemy"}


def waits_inside_a_transaction(tree: ast.AST) -> list[ast.With]:
    """Each block with an open transaction in which something is waited for."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        and {name for item in node.items for _, name in called(item)} & {"read", "write", "transaction"}
        and any(isinstance(inner, ast.Await | ast.AsyncFor | ast.AsyncWith) for inner in ast.walk(node))
    ]


@pytest.mark.row("F55")
def test_no_transaction_is_held_across_a_wait() -> None:
    """Whatever is waited for could last: a reader who forgets to leave makes the log of writes grow (faults F55)."""
    found = [module.at(node) for module in modules() for node in waits_inside_a_transaction(module.tree)]
    assert found == []
    held = "async def f():\n    with database.read() as connection:\n        await asyncio.sleep(9)\n"
    assert len(waits_inside_a_transaction(ast.parse(held))) == 1
