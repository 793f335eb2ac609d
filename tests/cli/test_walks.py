"""Every persona of the fact sheet walks the conversation, whatever the way of answering, to the same doors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Answer, Line, Talk, talking
from tests.cli.table_of_domain import expected

PERSONAS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("personas.json").read_text(encoding="utf-8"))
CHOICES = {persona["id"]: persona["answers"] for persona in PERSONAS}
LONGEST_WALK = 20

SLUGS = {
    "Lille": "lille", "Hellemmes": "hellemmes", "Lomme": "lomme", "Loos": "loos", "Roubaix": "roubaix",
    "Seclin": "seclin", "Tourcoing": "tourcoing", "Wattrelos": "wattrelos", "Marcq-en-Barœul": "marcq-en-baroeul",
    "Villeneuve-d'Ascq": "villeneuve-d-ascq",
}  # fmt: skip

Way = Callable[[Line, str, str], dict[str, str]]
"""How an answer is given: the question, the fact and the value make a text or a choice."""


def by_choice(question: Line, fact: str, value: str) -> dict[str, str]:
    """A tap; a commune has a choice of its own, though it is not shown."""
    return {"choice": f"orientation/{fact}:{SLUGS.get(value, value)}"}


def by_number(question: Line, fact: str, value: str) -> dict[str, str]:
    """The number of the button; the commune is typed."""
    ids = [choice["id"] for choice in question["choices"]]
    id = f"orientation/{fact}:{value}"
    return {"text": str(ids.index(id) + 1) if id in ids else value}


def by_label(question: Line, fact: str, value: str) -> dict[str, str]:
    """What is written on the button; the commune is typed."""
    labels = {choice["id"]: choice["label"] for choice in question["choices"]}
    return {"text": labels.get(f"orientation/{fact}:{value}", value)}


def by_label_in_a_hurry(question: Line, fact: str, value: str) -> dict[str, str]:
    """The same without accents, capitals nor apostrophes."""
    typed = by_label(question, fact, value)["text"]
    return {"text": typed.lower().translate(str.maketrans("éèêàâîôûç’'-", "eeeaaiouc   "))}


WAYS: tuple[Way, ...] = (by_choice, by_number, by_label, by_label_in_a_hurry)


def place(answers: dict[str, Any]) -> str:
    """What is answered to the question of the commune."""
    outside: str | None = answers.get("territoire")
    return outside or str(answers["commune"])


def asked(answer: Answer) -> Line | None:
    """The question of the pack that was shown last, if one is open."""
    for message in reversed(answer.messages):
        steps = {choice["id"].split(":")[0] for choice in message["choices"]}
        if message["kind"] == "reply" and len(steps) == 1 and not steps & {"orientation/scheme", "orientation/resume"}:
            return message
    return None


def values(answers: dict[str, Any], fact: str) -> Iterator[str]:
    """The answers to give to one question, one after the other."""
    if fact == "commune":
        yield place(answers)
    elif fact == "besoins":
        yield from answers[fact]
        if len(answers[fact]) == 1:
            yield "done"
    else:
        yield answers[fact]


def walk(talk: Talk, who: str, answers: dict[str, Any], way: Way, **first: str) -> tuple[list[str], Answer]:
    """From « bonjour » to the result: the facts asked, and the last answer."""
    answer = talk.text("bonjour", who, **first)
    facts: list[str] = []
    while (question := asked(answer)) is not None and len(facts) < LONGEST_WALK:
        fact = question["choices"][0]["id"].partition("/")[2].partition(":")[0]
        facts.append(fact)
        for value in values(answers, fact):
            answer = talk.send({"from": who, **way(asked(answer) or question, fact, value)})
    return facts, answer


@pytest.fixture(scope="module")
def talk() -> Iterator[Talk]:
    """One program for all the walks."""
    with talking() as running:
        yield running


@pytest.mark.row("I59", "D28")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("persona", PERSONAS, ids=[persona["id"] for persona in PERSONAS])
def test_every_way_of_answering_leads_a_persona_to_the_same_doors(
    talk: Talk, persona: dict[str, Any], way: Way
) -> None:
    """Taps, numbers and labels: the doors of the sheet, in order of rank."""
    _, result = walk(talk, f"{persona['id']}-{way.__name__}", persona["answers"], way)
    assert result.doors == [one["scheme"] for one in persona["expected"]]


@pytest.mark.parametrize("persona", PERSONAS, ids=[persona["id"] for persona in PERSONAS])
def test_a_persona_who_speaks_english_gets_the_same_doors(talk: Talk, persona: dict[str, Any]) -> None:
    """The client's language is followed, and English labels are understood."""
    _, result = walk(talk, f"{persona['id']}-en", persona["answers"], by_label, language="en-GB")
    assert result.doors == [one["scheme"] for one in persona["expected"]]
    assert "Start with" in result.text


@pytest.mark.parametrize("persona", PERSONAS, ids=[persona["id"] for persona in PERSONAS])
def test_exactly_the_questions_of_the_sheet_are_asked(talk: Talk, persona: dict[str, Any]) -> None:
    """In its order, each once, seven at most."""
    facts, _ = walk(talk, f"{persona['id']}-count", persona["answers"], by_choice)
    assert facts == expected(persona["answers"])[0]
    assert len(facts) <= 7


def test_a_door_is_opened_by_its_number_its_name_or_a_tap(talk: Talk) -> None:
    """All three show the same card."""
    cards: list[str] = []
    for given in ({"choice": "orientation/scheme:maillage"}, {"text": "2"}, {"text": "maillage"}):
        who = f"door-{len(cards)}"
        walk(talk, who, CHOICES["P01"], by_choice)
        cards.append(talk.send({"from": who, **given}).text)
    assert len(set(cards)) == 1
    assert cards[0].startswith("Maillage (")


def test_every_message_has_every_key_of_the_contract(talk: Talk) -> None:
    """And no other."""
    _, result = walk(talk, "keys", CHOICES["P01"], by_choice)
    keys = {"to", "channel", "key", "kind", "text", "choices", "attachments"}
    assert [set(message) for message in result.messages] == [keys] * len(result.messages)
    assert {(message["to"], message["channel"]) for message in result.messages} == {("keys", "terminal")}
    assert {tuple(choice) for choice in result.choices} == {("id", "label")}


def test_a_choice_id_fits_in_the_button_of_any_channel(talk: Talk) -> None:
    """At most 64 bytes, for all that the walks above are shown."""
    for persona in PERSONAS:
        _, result = walk(talk, f"{persona['id']}-bytes", persona["answers"], by_choice)
        assert [id for id in result.ids if len(id.encode()) > 64] == []
