"""`pack new`: a skeleton that `check` refuses with what is left to fill, and accepts once it is filled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.packs import COMMON, content, texts
from tests.cli.program import Ended, ran

BLANK = '""'
FEWEST = 50
EXAMPLE = re.compile(r"Exemple : (?P<value>.+)$")
REFUSED = 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack just begun."""
    begun = tmp_path / "sablegrand"
    assert ran("pack", "new", str(begun)).code == 0
    return begun


def files(folder: Path) -> list[Path]:
    """The files of a pack."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


def is_comment(line: str) -> bool:
    """True for a line that only people read."""
    return line.lstrip().startswith("#")


def blanks(folder: Path) -> Iterator[str]:
    """Each `""` of the files, comments aside, as `check` places it."""
    for file in files(folder):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for found in () if is_comment(line) else re.finditer(BLANK, line):
                yield f"{file.relative_to(folder).as_posix()}:{number}:{found.start() + 1}"


def refused(folder: Path) -> list[str]:
    """Every line of the refusal but the last, which counts them."""
    said = ran("check", str(folder))
    assert (said.code, said.out) == (REFUSED, "")
    *defects, count = said.err.splitlines()
    assert str(len(defects)) in count
    return defects


def filled(text: str) -> str:
    """The file once each blank holds the example of the comment just above it."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if BLANK in line and not is_comment(line):
            example = EXAMPLE.search(lines[at - 1])
            assert example, f"no example above: {line}"
            lines[at] = line.replace(BLANK, f'"{example["value"]}"')
    return "\n".join(lines) + "\n"


def fill(folder: Path) -> None:
    """Do as the comments say, in every file."""
    for file in files(folder):
        file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")


def oriented(folder: Path, **answers: str) -> Ended:
    """The doors that a pack opens."""
    return ran("orient", "--pack", str(folder), "--answers", "-", said=json.dumps(answers) + "\n")


def test_check_lists_exactly_the_blanks_of_a_new_pack(folder: Path) -> None:
    expected = [f"{place}: à remplir" for place in blanks(folder)]
    assert len(expected) > FEWEST
    assert sorted(refused(folder)) == sorted(expected)


def test_a_blank_that_is_filled_leaves_the_list(folder: Path) -> None:
    before = refused(folder)
    pack = folder / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace(f"id: {BLANK}", "id: essai", 1), encoding="utf-8")
    after = refused(folder)
    assert len(after) == len(before) - 1
    assert set(after) < set(before)


def test_a_new_pack_filled_with_its_own_examples_is_accepted(folder: Path) -> None:
    fill(folder)
    said = ran("check", str(folder))
    assert (said.code, list(blanks(folder))) == (0, []), said.err
    assert [line for line in said.err.splitlines() if f"{folder.name}/" in line] == []


def test_a_filled_pack_opens_the_doors_that_its_rules_name(folder: Path) -> None:
    fill(folder)
    (idea,) = oriented(folder, etape="idee", commune="Sable-le-Haut").lines
    (elsewhere,) = oriented(folder, etape="existe", commune="dehors").lines
    assert [door["scheme"] for door in idea["recommendations"]] == ["accueil"]
    assert [door["scheme"] for door in elsewhere["recommendations"]] == ["rencontres"]


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à garder", encoding="utf-8")
    said = ran("pack", "new", str(tmp_path))
    assert said.code == REFUSED
    assert [file.name for file in files(tmp_path)] == ["notes.txt"]


def test_the_skeleton_is_neither_a_pack_nor_common_texts() -> None:
    _, common = texts(content() / "exemple")
    skeleton = content() / COMMON / "skeleton"
    assert skeleton not in {sheet.parent for sheet in content().glob("*/pack.yaml")}
    assert (skeleton / "texts.fr.ftl").is_file()
    assert [name for name in common if "/" in name] == []
    assert (skeleton / "texts.fr.ftl").read_text(encoding="utf-8") not in common.values()
