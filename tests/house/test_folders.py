"""Each folder of code opens with what lives there, what may be touched, and what never."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.source import LAYERS, ROOT

pytestmark = pytest.mark.house

_INNER = {"versions", "peers"}
"""What the note of the folder above says for them."""

FOLDERS = sorted(
    {
        file.parent
        for layer in (*LAYERS, "benchmarks", "tests")
        for file in [ROOT / layer / "__init__.py", *((ROOT / layer).rglob("__init__.py") if layer != "tests" else ())]
        if file.parent.name not in _INNER
    }
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_folder_says_what_may_be_touched_there(folder: Path) -> None:
    """In the first lines of its `__init__.py`, where whoever opens it looks first."""
    note = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    first, *_ = note.splitlines()
    assert first.rstrip().endswith((".", ":")) or len(first) > 60
    assert "May be touched here: " in note
    assert "Never here: " in note
    assert len(note.splitlines()) <= 10
