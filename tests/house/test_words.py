"""What is said lives in content/; what is done names no territory."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.source import literals, modules

pytestmark = pytest.mark.house

LONGEST = 40
# A letter alone is what the bot understands (« œ » typed « oe »), not something it says.
SHORTEST_WORD = 3
TERRITORY = re.compile(r"\b(lille|apes|cress|fidess|maillage|cites_?lab|citéslab|mel)\b", re.IGNORECASE)


def is_a_sentence(text: str) -> bool:
    """True if somebody could be told this."""
    accented = len(text) >= SHORTEST_WORD and any(letter.isalpha() and not letter.isascii() for letter in text)
    return accented or (len(text) > LONGEST and " " in text.strip())


@pytest.mark.parametrize("layer", ["handlers", "bot"])
def test_no_sentence_is_written_in_code(layer: str) -> None:
    """Sentences are in content/, by name, docstrings and the options' help aside."""
    found = [
        f"{module.at(literal)} {literal.value!r}"
        for module in modules(layer)
        for literal in literals(module.tree)
        if is_a_sentence(str(literal.value))
    ]
    assert found == []


@pytest.mark.parametrize(
    "said", ["'Répondez par un nombre'", "f'{n} lignes, et rien de plus que ces lignes-là'", "'où'*3"]
)
def test_a_sentence_in_code_is_seen(said: str) -> None:
    """The rule above can fail, in plain and in formatted strings."""
    found = [is_a_sentence(str(literal.value)) for literal in literals(ast.parse(f"n = 1\nsaid = {said}"))]
    assert any(found) == (said != "'où'*3")


def test_no_territory_is_named_in_code() -> None:
    """Another metropolis is another folder of content/."""
    found = [
        f"{module.path}:{number} {line.strip()}"
        for module in modules()
        for number, line in enumerate(module.text.splitlines(), 1)
        if TERRITORY.search(line)
    ]
    assert found == []
