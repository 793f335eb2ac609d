"""Imports go one way, and handlers touch nothing of the world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.house.source import LAYERS, ROOT, imports, modules, run, tool

pytestmark = pytest.mark.house

PURE = {
    "annotated_types",
    "babel",
    "dateutil",
    "fluent",
    "handlers",
    "pydantic",
    "pydantic_core",
    "typing_extensions",
    "yaml",
}
BREAKS = {
    "handlers/broken.py": "import storage",
    "handlers/broken_by_a_door.py": "import socket",
    "storage/broken.py": "import bot",
    "storage/broken_by_async.py": "import asyncio",
    "scheduler/broken.py": "import bot",
}


def test_the_layers_import_downwards_only() -> None:
    """Every contract of pyproject.toml is kept."""
    said = run(tool("lint-imports"), "--no-cache")
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("broken", BREAKS)
def test_an_import_that_goes_up_or_out_is_refused(broken: str, tmp_path: Path) -> None:
    """Each contract can fail: one forbidden import is enough."""
    for layer in LAYERS:
        shutil.copytree(ROOT / layer, tmp_path / layer, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / broken).write_text(f'"""Broken."""\n\n{BREAKS[broken]}\n', encoding="utf-8")
    assert run(tool("lint-imports"), "--no-cache", folder=tmp_path).returncode == 1


def test_handlers_use_pure_libraries_only() -> None:
    """A library that is not on the list is not known to be free of I/O."""
    import sys

    found = {
        f"{module.at(node)} {name}"
        for module in modules("handlers")
        for node, name in imports(module.tree)
        if name.partition(".")[0] not in PURE | set(sys.stdlib_module_names)
    }
    assert found == set()


def test_channels_know_no_other_channel() -> None:
    """A channel imports what all channels share, never its neighbour."""
    found = {
        f"{module.at(node)} {name}"
        for module in modules("bot/channels")
        for node, name in imports(module.tree)
        if name.startswith("bot.channels.") and name.split(".")[2] != Path(module.path).with_suffix("").parts[2]
    }
    assert found == set()
