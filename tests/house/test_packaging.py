"""What is installed: pinned, licensed, complete, the same from a checkout and from a wheel."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.house.source import ROOT, run

pytestmark = pytest.mark.house

LOCKS = ("requirements.lock", "requirements-dev.lock")
ALL_LOCKS = (*LOCKS, "requirements-bench.lock", "requirements-synapse.lock")
PARTS = ("bot", "handlers", "scheduler", "storage", "content")
TARGETS = {"setup", "demo", "chat", "check", "test", "quick", "bench", "format", "lint", "types", "lock"}


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", name)[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    """The version of each distribution of a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_every_dependency_is_pinned_with_its_hashes(lock: str) -> None:
    """What is installed is what was reviewed."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    """Where packages come from is the business of whoever installs."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|\s@\s", text)


def test_the_locks_hold_all_that_the_project_names() -> None:
    """A dependency added by hand is also locked."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    runtime = {normal(name) for name in project["dependencies"] + extras["build"]}
    tools = {normal(name) for extra in extras.values() for name in extra} - {"boussole-ess"}
    assert runtime - set(pinned(LOCKS[0])) == set()
    assert tools - set(pinned(LOCKS[1])) == set()


def test_peers_and_the_homeserver_stay_out_of_the_other_locks() -> None:
    """What other programs need decides nothing of what ours runs with."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert {normal(name) for name in groups["bench"]} - set(pinned(ALL_LOCKS[2])) == set()
    assert {normal(name) for name in groups["synapse"]} - set(pinned(ALL_LOCKS[3])) == set()
    assert {"aiogram", "aiosqlite", "matrix-synapse"} & (set(pinned(LOCKS[0])) | set(pinned(LOCKS[1]))) == set()


def test_both_locks_agree() -> None:
    """Completing an installation changes nothing of it."""
    tools = pinned(LOCKS[1])
    assert {name: tools.get(name) for name in pinned(LOCKS[0])} == pinned(LOCKS[0])


def test_the_licence_is_whole() -> None:
    """EUPL 1.2: fifteen articles and the appendix; the packs have their own."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text.splitlines()[0]
    assert re.findall(r"^(\d+)\. [A-Z]", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert "Québec Free and Open-Source Licence" in text.partition("\nAppendix\n")[2]
    assert "Licence Ouverte" in (ROOT / "content" / "LICENSE").read_text(encoding="utf-8")


def test_make_explains_every_task() -> None:
    """`make` alone is the list of what can be done."""
    said = run("make", "--no-print-directory").stdout
    assert {line.split()[1] for line in said.splitlines() if line.strip().startswith("make ")} >= TARGETS


def test_continuous_integration_runs_the_tests() -> None:
    """One script, which calls one task."""
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make --no-print-directory test" in script.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_wheel_holds_the_packs(tmp_path: Path) -> None:
    """Installed away from the checkout, the bot finds its content."""
    here = tmp_path / "checkout"
    here.mkdir()
    for part in PARTS:
        shutil.copytree(ROOT / part, here / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, here)
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path))
    said = run(sys.executable, "-m", "pip", "wheel", *options, ".", folder=here)
    assert said.returncode == 0, said.stderr
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {str(file.relative_to(here)) for part in PARTS for file in (here / part).rglob("*") if file.is_file()}
    assert ours - held == set()
    assert {"content/common/skeleton/pack.yaml", "content/common/skeleton/personas/personas.yaml"} <= held
    assert {name.split("/")[0] for name in held} - set(PARTS) == {"boussole_ess-0.1.0.dist-info"}
