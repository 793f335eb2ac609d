"""The documents say what is: the picture, the links and the names are compared with the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import LAYERS, ROOT, imports, modules

pytestmark = pytest.mark.house

DOCUMENTS = sorted([ROOT / "README.md", ROOT / "README.fr.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+)\)")


def test_the_picture_of_the_layers_is_true() -> None:
    """One arrow for each import between layers, and no other."""
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^\s*(\w+) --> (\w+)$", picture, re.MULTILINE))
    real = {
        (module.path.split("/")[0], name.split(".")[0])
        for module in modules()
        for _, name in imports(module.tree)
        if name.split(".")[0] in set(LAYERS) - {module.path.split("/")[0]}
    }
    assert drawn == real


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    """Links between the documents are files that exist."""
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_module_that_the_documents_name_exists() -> None:
    """A file that was renamed is renamed where people read about it."""
    named = {
        name for document in DOCUMENTS for name in re.findall(r"`([\w./-]+\.(?:py|toml|md))`", document.read_text())
    }
    # What contributors are shown how to create is not there yet.
    taught = set(re.findall(r"^Create `([^`]+)`", (ROOT / "docs" / "contribuer.md").read_text("utf-8"), re.MULTILINE))
    there = [name for name in named - taught if "/" in name and not (ROOT / name).exists()]
    assert there == []


def test_the_guide_of_contents_names_every_file_of_a_pack() -> None:
    """Its table: those of the territories, and no other."""
    guide = (ROOT / "docs" / "contenu.md").read_text(encoding="utf-8")
    told = {name for name in re.findall(r"^\| `([\w.]+)` \|", guide, re.MULTILINE) if name.endswith(".yaml")}
    packs = [path.parent for path in (ROOT / "content").glob("*/pack.yaml")]
    assert len(packs) > 1
    assert told == {path.name for pack in packs for path in pack.glob("*.yaml")}


def test_each_measure_has_the_command_and_the_day_that_made_it() -> None:
    """And the command is one that there is."""
    text = (ROOT / "docs" / "mesures.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    assert [row for row in rows if len(row) != 5 or not re.match(r"\d{4}-\d\d-\d\d", row[4])] == []
    asked = " ".join(row[3] for row in rows)
    parts = (ROOT / "benchmarks" / "__main__.py").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"python -m benchmarks (\w+)", asked) if f'"{name}":' not in parts] == []
    assert [path for path in re.findall(r"tests/[\w/]+\.py", asked) if not (ROOT / path).exists()] == []


def test_decisions_are_numbered_without_a_hole() -> None:
    """A decision is replaced by a later one, never removed."""
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_conversation_of_the_readme_is_one_of_the_transcripts() -> None:
    """Each exchange shown is word for word in a golden transcript, so that it is played by every run."""
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")[2].partition("\n```")[0]
    played = (ROOT / "tests" / "transcripts" / "fr" / "cites_lab.txt").read_text(encoding="utf-8")
    exchanges = [f"MOI > {exchange.strip()}" for exchange in shown.split("MOI > ")[1:]]
    assert len(exchanges) > 1
    assert [exchange for exchange in exchanges if exchange not in played] == []
