"""The recipes of docs/contribuer.md are played word for word in a copy of the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import IGNORED, LAYERS, ROOT

pytestmark = [pytest.mark.house, pytest.mark.slow]

GUIDE = (ROOT / "docs" / "contribuer.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"^(?:Create `(?P<new>[^`]+)`|In `(?P<file>[^`]+)`, (?P<where>after|instead of) `(?P<line>[^`]+)`):\n\n"
    r"```\w+\n(?P<text>.*?)^```$|^```sh\n(?P<commands>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
RECIPES = {part.splitlines()[0]: part for part in re.split(r"\n## (?=A )", GUIDE)[1:]}
_COPIED = (*LAYERS, "content", "tests", "pyproject.toml")


def _copy(to: Path) -> None:
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns(*IGNORED))
        else:
            shutil.copy(ROOT / name, to)


def _write(step: re.Match[str], folder: Path) -> None:
    if step["new"]:
        path = folder / step["new"]
        assert not path.exists(), path
        path.write_text(step["text"], encoding="utf-8")
        return
    path = folder / step["file"]
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = [number for number, line in enumerate(lines) if line.rstrip("\n") == step["line"]]
    lines[at : at + 1] = [lines[at], step["text"]] if step["where"] == "after" else [step["text"]]
    path.write_text("".join(lines), encoding="utf-8")


def _ran(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(line)
    assert program == "python"
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("recipe", RECIPES)
def test_each_recipe_works_as_it_is_written(recipe: str, tmp_path: Path) -> None:
    """A new dialogue answers, a new channel conforms: each command of the recipe ends well."""
    _copy(tmp_path)
    commands = 0
    for step in STEP.finditer(RECIPES[recipe]):
        if step["commands"] is None:
            _write(step, tmp_path)
            continue
        for line in step["commands"].splitlines():
            ended = _ran(line, tmp_path)
            assert ended.returncode == 0, f"{line}\n{ended.stdout}\n{ended.stderr}"
            commands += 1
    assert commands >= 2


def test_nothing_of_the_recipes_is_in_the_project() -> None:
    """They only teach."""
    made = re.findall(r"^Create `([^`]+)`", GUIDE, re.MULTILINE)
    assert len(made) >= 5
    assert [path for path in made if (ROOT / path).exists()] == []
