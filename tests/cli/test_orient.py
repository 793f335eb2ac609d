"""`orient`: one line of answers in, one line of doors out, in order, as the fact sheet says."""

from __future__ import annotations

import json
import random
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.nursery import Program
from tests.cli.program import PATIENCE, ROOT, Ended, ran, surroundings
from tests.cli.table_of_domain import NOTES, RULES, Answers, Door, expected

PERSONAS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("personas.json").read_text(encoding="utf-8"))
MANY = 10_000

VALUES = {
    "etape": "idee creation moins_3 de_3_a_5 plus_5 sans_projet",
    "qpv": "oui non nsp",
    "but": "utile mixte classique",
    "forme": "association cooperative societe_esus societe siae aci micro mutuelle_fondation collectif",
    "emplois": "1 2_4 5_plus nsp",
    "salaries": "1_plus 0",
    "porteuse": "oui non",
    "profil": "habitant acheteur epargnant etudiant collectivite",
}
NEEDS = [
    "accompagnement", "subvention", "pret", "local", "reseau", "clients", "achats", "plateforme", "statut",
    "difficulte", "tester",
]  # fmt: skip
COMMUNES = [
    "Lille", "Hellemmes", "Lomme", "Roubaix", "Tourcoing", "Loos", "Hem", "Lezennes", "Croix", "Seclin",
    "Villeneuve-d'Ascq", "Marcq-en-Barœul", "Haubourdin", "Wattrelos", "Bondues", "Lesquin", "La Madeleine", "Don",
    "Annœullin", "Deûlémont", "Willems", "Le Maisnil",
]  # fmt: skip


@contextmanager
def open_program(*words: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A command that is spoken to while it runs."""
    program = Program(words, cwd=ROOT, env=surroundings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        with program.stdin, program.stdout:
            yield program.stdin, program.stdout
    finally:
        program.wait(PATIENCE)


def oriented(*lines: object) -> Ended:
    """The command on these lines: objects, or texts as they are."""
    written = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return ran("orient", "--answers", "-", said="\n".join(written) + "\n")


def doors(line: dict[str, Any]) -> list[Door]:
    """The recommendations without their reasons."""
    return [(one["scheme"], one["rule"], one["points"], one["to_confirm"]) for one in line["recommendations"]]


def test_every_persona_gets_its_doors_in_order_with_rule_points_mark_and_notes() -> None:
    """The 25 of the fact sheet, in one run."""
    ended = oriented(*(persona["answers"] for persona in PERSONAS))
    said = {persona["id"]: (doors(line), line["notes"]) for persona, line in zip(PERSONAS, ended.lines, strict=True)}
    wanted = {
        persona["id"]: (
            [(one["scheme"], one["rule"], one["points"], one["to_confirm"]) for one in persona["expected"]],
            persona["notes"],
        )
        for persona in PERSONAS
    }
    assert (ended.code, said) == (0, wanted)


def test_no_persona_is_sent_to_a_door_that_is_not_for_them() -> None:
    """What the sheet says each must not be shown."""
    ended = oriented(*(persona["answers"] for persona in PERSONAS))
    shown = zip(PERSONAS, ended.lines, strict=True)
    wrong = {p["id"]: {door[0] for door in doors(line)} & set(p["must_not"]) for p, line in shown}
    assert [id for id, schemes in wrong.items() if schemes] == []


def drawn(chance: random.Random) -> Answers:
    """Any answers: some missing, some that would not be asked."""
    answers: Answers = {fact: chance.choice(values.split()) for fact, values in VALUES.items()}
    answers["besoins"] = chance.sample(NEEDS, chance.choice((1, 2)))
    for fact in (*VALUES, "besoins"):
        if fact not in ("etape", "forme") and chance.random() < 0.15:
            del answers[fact]
    where = chance.random()
    if where < 0.8:
        answers["commune"] = chance.choice(COMMUNES)
    elif where < 0.95:
        answers["territoire"] = chance.choice(("region", "region", "ailleurs"))
    return answers


def test_ten_thousand_lines_agree_with_the_sheet_in_order() -> None:
    """A second reading of the sheet, by someone who never saw the pack, gives the same on every line."""
    chance = random.Random(20261121)
    every = [drawn(chance) for _ in range(MANY)]
    ended = oriented(*every)
    lines = ended.lines
    assert (ended.code, len(lines)) == (0, MANY)
    differing = [
        (answers, wanted, said)
        for answers, line in zip(every, lines, strict=True)
        if (said := (line["asked"], doors(line), line["notes"])) != (wanted := expected(answers))
    ]
    assert differing[:3] == []


def test_every_rule_and_note_of_the_sheet_was_compared() -> None:
    """The lines drawn above reach all of them, so that agreeing means something."""
    chance = random.Random(20261121)
    reached: set[str] = set()
    for _ in range(MANY):
        _, found, notes = expected(drawn(chance))
        reached |= {door[1] for door in found} | set(notes)
    assert {rule[0] for rule in RULES} | {note[0] for note in NOTES} | {"FB"} == reached


GOOD = {"etape": "idee", "commune": "Lille"}
REFUSED = [
    ({**GOOD, "age": "30"}, "age"),
    ({**GOOD, "but": "argent"}, "but"),
    ({**GOOD, "but": ["utile"]}, "but"),
    ({**GOOD, "but": 3}, "but"),
    ({**GOOD, "but": None}, "but"),
    ({**GOOD, "but": ""}, "but"),
    ({**GOOD, "besoins": ["local", "local"]}, "besoins"),
    ({**GOOD, "besoins": ["local", "pret", "statut"]}, "besoins"),
    ({**GOOD, "besoins": ["argent"]}, "besoins"),
    ({**GOOD, "besoins": [["local"]]}, "besoins"),
    ({"commune": "Lille"}, "etape"),
    ({"etape": "plus_5", "commune": "Lille"}, "forme"),
    ({"etape": "idee", "commune": "Bordeaux"}, "commune"),
    ({"etape": "idee", "commune": "Sainghin"}, "commune"),
    ({"etape": "idee", "commune": 59000}, "commune"),
    ({"etape": "idee", "territoire": "lille"}, "territoire"),
    ({"etape": "idee", "territoire": "mel"}, "territoire"),
    ({"etape": "idee", "territoire": ["region"]}, "territoire"),
    ('{"etape": "idee", "etape": "creation"}', "etape"),
]


@pytest.fixture(scope="module")
def refused() -> Ended:
    """All these lines in one run, each followed by a good one."""
    return oriented(*(line for bad, _ in REFUSED for line in (bad, GOOD)))


@pytest.mark.parametrize("index", range(len(REFUSED)), ids=[json.dumps(bad)[:50] for bad, _ in REFUSED])
def test_a_wrong_answer_is_named_with_its_line(refused: Ended, index: int) -> None:
    """The fact comes first, then what is wrong; the number is that of the input."""
    said = refused.lines[2 * index]
    assert said.keys() == {"error", "line"}
    assert said["error"].startswith(REFUSED[index][1] + ": ")
    assert said["line"] == 2 * index + 1


def test_the_lines_after_a_wrong_one_are_still_answered(refused: Ended) -> None:
    """And the whole ends with 1."""
    assert refused.code == 1
    assert [len(line["recommendations"]) for line in refused.lines[1::2]] == [3] * len(REFUSED)


NOT_OBJECTS = ["{", "[]", '"idee"', "nul", "{'etape': 'idee'}", '{"etape": NaN]', "[" * 100_000, "12" * 5000]


@pytest.mark.parametrize("bad", NOT_OBJECTS, ids=[bad[:20] for bad in NOT_OBJECTS])
def test_what_is_no_object_is_an_error_line(bad: str) -> None:
    """JSON that is not JSON, or JSON of another shape."""
    ended = oriented(bad, GOOD)
    assert (ended.code, ended.lines[0]["line"], "recommendations" in ended.lines[1]) == (1, 1, True)


def test_bytes_that_are_no_text_are_an_error_line() -> None:
    """Standard input may hold anything."""
    ended = ran("orient", "--answers", "-", said=b'\xff\xfe\x00\n{"etape":"idee","territoire":"region"}\n')
    assert (ended.code, [min(line) for line in ended.lines]) == (1, ["error", "asked"])


@pytest.mark.parametrize(
    "spelled", ["VILLENEUVE D ASCQ", "villeneuve-d-ascq", "V2A", "Villeneuve d’Ascq", "villeneuve"]
)
def test_a_commune_may_be_spelled_as_people_do(spelled: str) -> None:
    """The same line comes out."""
    first, second = oriented({**GOOD, "commune": spelled}, {**GOOD, "commune": "Villeneuve-d'Ascq"}).lines
    assert first == second
    assert "qpv" in first["asked"]


def test_without_any_place_the_metropolis_counts_and_no_neighbourhood_is_asked() -> None:
    """Neither commune nor territoire."""
    (said,) = oriented({"etape": "idee", "but": "utile", "besoins": ["local"]}).lines
    assert "qpv" not in said["asked"]
    assert "bazaar_st_so" in [door[0] for door in doors(said)]


def test_a_mark_of_byte_order_at_the_beginning_is_not_part_of_the_answers() -> None:
    """Editors of Windows write one."""
    ended = ran("orient", "--answers", "-", said=b'\xef\xbb\xbf{"etape": "idee"}\r\n')
    assert (ended.code, ended.lines[0]["asked"][0]) == (0, "etape")


def test_each_answer_comes_before_the_next_question_is_asked() -> None:
    """A program may wait for it."""
    with open_program("orient", "--answers", "-") as (asks, answers):
        for _ in range(2):
            asks.write(b'{"etape": "idee"}\n')
            asks.flush()
            assert select.select([answers], [], [], PATIENCE)[0]
            assert json.loads(answers.readline())["asked"]


def test_what_is_shown_again_of_a_wrong_answer_stays_on_its_line() -> None:
    """However it is cut into lines, and whatever looks at it."""
    said = json.dumps({"etape": "a\u2028b\u0085c\x1b[31m\x00"}) + "\n"
    ended = ran("orient", "--answers", "-", said=said)
    assert [json.loads(line)["error"] for line in ended.out.splitlines()] == ["etape: valeur inconnue « a?b?c?[31m? »"]


def test_answers_are_read_from_a_file_too(tmp_path: Path) -> None:
    """A name instead of the dash; a file that is not there is bad usage."""
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps(GOOD) + "\n\n" + json.dumps(GOOD), encoding="utf-8")
    ended = ran("orient", "--answers", file)
    assert (ended.code, len(ended.lines)) == (0, 2)
    missing = ran("orient", "--answers", tmp_path / "none.jsonl")
    assert (missing.code, missing.out, len(missing.err.splitlines())) == (2, "", 1)
