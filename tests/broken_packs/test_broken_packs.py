"""Every kind of defect is found at its own line; no seeded damage of the structure is let through."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from datetime import date

import pytest

from bot.packs import content, texts
from handlers.check import check
from handlers.defects import Defect, PackRefused
from handlers.guide import Guide
from handlers.load import load
from tests.broken_packs.meaning import MEANING
from tests.broken_packs.mutations import Broken
from tests.broken_packs.structure import STRUCTURE

FILES, COMMON = texts(content() / "exemple")
TODAY = date(2026, 11, 21)
SEEDED = 200 if int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200 else 20


def structure_defects(files: dict[str, str]) -> tuple[Defect, ...]:
    """What loading says; nothing when it accepts."""
    try:
        load(files, COMMON)
    except PackRefused as refused:
        return refused.defects
    return ()


def found(defects: tuple[Defect, ...], broken: Broken, line: int) -> bool:
    """True if the defect is said in the right words at the right place."""
    return any((one.file, one.line) == (broken.file, line) and broken.says in one.message for one in defects)


def told(defects: tuple[Defect, ...]) -> str:
    """The defects, for a failing test to show."""
    return "\n".join(map(str, defects))


def test_the_pack_of_the_example_has_no_defect_of_its_own() -> None:
    guide = Guide(load(FILES, COMMON))
    own = [one for one in check(guide, FILES, COMMON, TODAY) if not one.file.startswith("common/")]
    assert own == []


def test_there_are_at_least_forty_kinds_each_named_once() -> None:
    kinds = [broken.kind for broken in (*STRUCTURE, *MEANING)]
    assert len(kinds) == len(set(kinds)) >= 40


@pytest.mark.row("F49")
@pytest.mark.parametrize("broken", STRUCTURE, ids=lambda broken: broken.kind)
def test_a_defect_of_structure_refuses_the_pack_at_its_line(broken: Broken) -> None:
    files, line = broken.apply(FILES)
    defects = structure_defects(files)
    assert found(defects, broken, line), f"line {line}\n{told(defects)}"


@pytest.mark.row("D28")
@pytest.mark.parametrize("broken", MEANING, ids=lambda broken: broken.kind)
def test_a_defect_of_meaning_is_proved_at_its_line(broken: Broken) -> None:
    files, line = broken.apply(FILES)
    defects = check(Guide(load(files, COMMON)), files, COMMON, TODAY)
    assert found(defects, broken, line), f"line {line}\n{told(defects)}"


def test_every_defect_is_said_at_once() -> None:
    files = FILES
    kinds = ("unknown network", "unknown zone", "impossible date", "code twice")
    chosen = [one for one in STRUCTURE if one.kind in kinds]
    for broken in chosen:
        files, _ = broken.apply(files)
    defects = structure_defects(files)
    assert {one.file for one in defects} >= {"schemes.yaml", "pack.yaml", "places.yaml"}
    assert all(any(broken.says in one.message for one in defects) for broken in chosen)


def test_a_missing_file_and_a_misnamed_one_are_both_named() -> None:
    files = {name: text for name, text in FILES.items() if name != "pages.yaml"} | {"page.yaml": FILES["pages.yaml"]}
    said = told(structure_defects(files))
    assert "pages.yaml:1:1: le fichier pages.yaml manque" in said
    assert "page.yaml:1:1" in said


def test_an_overdue_fact_is_an_error_only_when_asked_to_be_strict() -> None:
    guide = Guide(load(FILES, COMMON))
    late = date(2028, 1, 1)
    lax = {one.severity for one in check(guide, FILES, COMMON, late) if one.file == "schemes.yaml"}
    strict = {one.severity for one in check(guide, FILES, COMMON, late, strict=True) if one.file == "schemes.yaml"}
    assert (lax, strict) == ({"warning"}, {"error"})


def test_swapping_the_points_of_two_rules_fails_a_persona() -> None:
    table = FILES["orientation.yaml"].replace("points: 80", "points: 0").replace("points: 70", "points: 80")
    files = FILES | {"orientation.yaml": table.replace("points: 0", "points: 70")}
    defects = check(Guide(load(files, COMMON)), files, COMMON, TODAY)
    assert any(one.file == "personas/base.yaml" and "attend" in one.message for one in defects)


def test_a_defect_is_written_as_file_line_column_message() -> None:
    assert str(Defect("pack.yaml", 3, 7, "…")) == "pack.yaml:3:7: …"


def damages(seed: int) -> tuple[str, str, str, int]:
    """One seeded damage of the structure, each kind in its turn: its kind, the file, the text, the line changed."""
    chance = random.Random(seed)
    kind, damaged = DAMAGES[seed % len(DAMAGES)]
    while True:
        file = chance.choice([name for name in FILES if name.endswith(".yaml")])
        lines = FILES[file].split("\n")
        number = chance.randrange(len(lines))
        line = damaged(lines[number])
        if line is not None and line != lines[number]:
            lines[number] = line
            return kind, file, "\n".join(lines), number + 1


def _replaced(pattern: str, new: str) -> Callable[[str], str | None]:
    return lambda line: re.sub(pattern, new, line, count=1) if re.search(pattern, line) else None


KEYS = "id|name|scheme|points|reason|ask|why|label|kind|network|gives|say|term|text"
POINTED = "atelier_brume|coffre_embruns|halle_voiles|cercle|coffre|pret_a_ouvrir|R1|N1|avancement|reve|asso"
"""What another line names: schemes, networks, a page, a rule, a note, a question and its answers."""
DAMAGES = (
    ("key renamed", _replaced(rf"^(\s*(?:- )?)({KEYS})(:)", r"\1\2x\3")),
    ("key removed", _replaced(rf"^(\s+)(?!network)({KEYS}): .*$", r"\1")),
    ("id renamed", _replaced(rf"^(- id: |  - id: |\s+- fact: |\s+- \{{value: )({POINTED})\b", r"\1\2_autre")),
    ("key twice", _replaced(rf"^(\s+)({KEYS}): (.*)$", r"\1\2: \3\n\1\2: \3")),
    ("value unknown", _replaced(r"(secteur|avancement|equipe|statut): (\w+)", r"\1: \2x")),
    ("reference dangling", _replaced(r"(scheme|network|rule): (\w+)", r"\1: \2_absent")),
    ("type", _replaced(r"(points|most_doors|at_least|year): \d+", r"\1: quatre")),
    ("date", _replaced(r"(verified_on|review_by): 20\d\d-\d\d-\d\d", r"\1: 2026-13-01")),
    ("yes or no", _replaced(r"(confirmed|to_confirm): (yes|no)", r"\1: bof")),
    ("source", _replaced(r"source: \[\w+", "source: [XX")),
    ("tab", _replaced(r"^    (?=\w)", "\t")),
    ("guard", _replaced(r"schemes: \[\w+", "schemes: [rien")),
)


@pytest.mark.row("F49")
@pytest.mark.parametrize("seed", range(SEEDED))
def test_no_seeded_damage_of_the_structure_is_accepted(seed: int) -> None:
    kind, file, text, line = damages(seed)
    defects = structure_defects(FILES | {file: text})
    assert any(_is_there(kind, file, line, one) for one in defects), f"{kind} at {file}:{line}\n{told(defects)}"


def _is_there(kind: str, file: str, line: int, defect: Defect) -> bool:
    """At the line changed. A key that is gone is told at the head of its row; a new name, where the old one is said."""
    before = FILES[file].split("\n")
    if kind == "key removed":
        return (defect.file, defect.line) == (file, _head(before, line)) and before[line - 1].split(":")[0].strip() in (
            defect.message
        )
    if kind == "id renamed":
        old = re.findall(rf"\b(?:{POINTED})\b", before[line - 1])[0]
        return f"« {old} »" in defect.message and old in FILES[defect.file].split("\n")[defect.line - 1]
    return defect.file == file and line - 1 <= defect.line <= line + 1


def _head(lines: list[str], line: int) -> int:
    """Where the row or the part that holds a line begins."""
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    return next(n for n in range(line - 1, 0, -1) if re.match(rf" {{0,{indent - 1}}}[^ #]", lines[n - 1]))
