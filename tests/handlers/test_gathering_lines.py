"""A gathering pasted as lines: each field found by its name, each mistake by its line."""

from __future__ import annotations

from datetime import time

import pytest

from handlers.dialogues.gatherings_form import ALL
from handlers.gathering_lines import WalkStop, is_pasted, read, stop_lines, stops
from tests.conversation import guide

WORDING = guide("lille").wording
TEXT = """
Titre : Trouver un local
- DATE : jeudi 3 décembre
Horaires : 8h30 à 10h
Où : Salle des fêtes, 3 rue Haute
14:00 Salle des fêtes, 15 min à pied, marches
14h30 Le Jardin
Truc : rien
et une phrase seule
"""


def test_every_line_is_its_field_whatever_its_case_and_accents() -> None:
    pasted = read(TEXT, WORDING, ALL)
    assert pasted.said == {
        "title": "Trouver un local",
        "when": "jeudi 3 décembre 8h30 à 10h",
        "place": "Salle des fêtes, 3 rue Haute",
        "stops": "14:00 Salle des fêtes, 15 min à pied, marches\n14h30 Le Jardin",
    }


def test_a_line_that_is_not_known_is_named_by_its_number() -> None:
    assert [(each.line, each.name) for each in read(TEXT, WORDING, ALL).mistakes] == [
        (8, "lines-unknown"),
        (9, "lines-unknown"),
    ]


PASTED = [("Prix : 5 euros", True), ("price: 5", True), ("14:00", False), ("Oui", False)]


@pytest.mark.parametrize(("text", "pasted"), PASTED)
def test_a_text_is_pasted_when_a_line_names_a_field(text: str, *, pasted: bool) -> None:
    assert is_pasted(text, WORDING, ALL) is pasted


def test_a_stop_says_its_hour_its_place_the_walk_and_the_access() -> None:
    text = "14:00 Maison du Parc, 15 min à pied, marches, pas d'ascenseur\n2) 15h Le Four"
    found, mistakes = stops(text)
    assert found == (
        WalkStop(time(14), "Maison du Parc", 15, "marches, pas d'ascenseur"),
        WalkStop(time(15), "Le Four"),
    )
    assert mistakes == ()


MISTAKEN = {
    "Salle des fêtes": "stop-no-hour",
    "25:00 Salle": "stop-hour",
    "14:75 Salle": "stop-hour",
    "15:00": "stop-no-place",
    "15:00 , 5 min": "stop-no-place",
    f"15:00 {'x' * 200}": "stop-long",
    "15:00 Salle, 999 min à pied": "stop-far",
    "13:00 Salle": "stop-before",
    "14:00 Salle": "stop-before",
}


@pytest.mark.parametrize("line", MISTAKEN)
def test_each_mistake_of_a_stop_is_named_with_its_line(line: str) -> None:
    found, mistakes = stops(f"14:00 Ici\n\n{line}\n16:00 Là", first_line=5)
    assert [(each.line, each.name) for each in mistakes] == [(7, MISTAKEN[line])]
    assert [each.place for each in found] == ["Ici", "Là"]


def test_stops_written_again_are_the_same_stops() -> None:
    found, _ = stops("14:00 Maison du Parc, 15 min à pied, marches\n15h Le Four")
    assert stops("\n".join(stop_lines(found)))[0] == found


def test_more_stops_than_a_walk_can_have_are_refused() -> None:
    text = "\n".join(f"{8 + number // 4}:{15 * (number % 4):02d} Lieu {number}" for number in range(21))
    found, mistakes = stops(text)
    assert (len(found), [each.name for each in mistakes]) == (20, ["stop-many"])
