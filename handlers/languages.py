"""Which texts are long enough for their language to be told, and who tells it."""

from __future__ import annotations

from collections.abc import Callable

from handlers.understand import key

FEWEST_WORDS, FEWEST_LETTERS = 4, 20
"""Shorter texts are not judged: « bonjour » alone is taken for Croatian (faults I41)."""

JUDGED = 200
"""Characters that are judged: more would take longer and say nothing else."""

_LONGEST_PHRASE = 5
_OF_CODE = frozenset("<>{}=|\\")
"""Signs that nobody writes in a sentence: the names of a program are in no language."""

Detect = Callable[[str, tuple[str, ...]], str]
"""The language of a text among several, or nothing when it is not certain; always the same for one text."""


def undetected(text: str, among: tuple[str, ...]) -> str:
    """Nothing is ever certain: what is used where no detector is given."""
    return ""


def long_enough(text: str, small_words: frozenset[str]) -> bool:
    """True if enough is left of the text once commands, greetings and the like are taken away; never for code."""
    if len(text) < FEWEST_LETTERS or _OF_CODE.intersection(text[:JUDGED]):
        return False
    left = _without(key(text[:JUDGED]).split(), small_words)
    return len(set(left)) >= FEWEST_WORDS and sum(map(_letters, left)) >= FEWEST_LETTERS


def _without(words: list[str], phrases: frozenset[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(words):
        most = min(_LONGEST_PHRASE, len(words) - at)
        length = next((n for n in range(most, 0, -1) if " ".join(words[at : at + n]) in phrases), 0)
        if not length:
            kept.append(words[at])
        at += length or 1
    return kept


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))
