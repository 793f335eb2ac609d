"""What was meant: a number, a letter, a label without accents, a synonym, a phrase in a sentence.

Cautious by design: a text that fits two answers of a question that takes one is asked again, and a
negation is never read as a yes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

_NUMBER = re.compile(r"^(?:n ?o? ?|numero |number |reponse |choix )?(\d{1,3})(?: ?(?:e|eme|er))?$")
_LETTER = re.compile(r"^(?:la lettre |lettre |letter )?([a-z])$")
# Two letters written as one, or one letter that people write in two ways or lengthen at will.
_FOLDED = str.maketrans({"œ": "oe", "æ": "ae", "\u0649": "\u064a", "\u0629": "\u0647", "\u0640": None})
_SHORTEST_TYPO = 5
_SHORTEST_SAID = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: its value, its label, and the other ways of saying it."""

    value: str
    label: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a pack's languages that any question understands, as keys: numbers in words (a
    word for each, from one on, language after language), words that deny, that join, that open a name."""

    numbers: tuple[tuple[str, ...], ...] = ()
    negations: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: the values, in the order of the options. `unsure` tells that several fit where
    one was asked, `numbered` that numbers were read, `exact` that the text is a whole name; both empty
    and sure: nothing was understood."""

    values: tuple[str, ...] = ()
    unsure: bool = False
    numbered: bool = False
    exact: bool = False

    @property
    def found(self) -> bool:
        """True when the answer can be taken as it is."""
        return bool(self.values) and not self.unsure


NOTHING = Match()


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The matching form of a text: compatibility letters folded, no case, accent, invisible character
    or punctuation; words separated by one space."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    if not folded.isascii():
        folded = folded.translate(_FOLDED)
    letters = (_sign(c) for c in folded if not _dropped(c))
    return " ".join("".join(letters).split())


def _sign(character: str) -> str:
    """A letter, a digit as « 3 » whatever the script, or the space between two words."""
    if not character.isalnum():
        return " "
    return character if character.isascii() or not character.isdecimal() else str(unicodedata.decimal(character))


def _dropped(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def number_in(text: str, lexicon: Lexicon) -> int | None:
    """The number that a text is, written in digits (`2`, `2.`, `n° 2`, a keycap) or in words."""
    plain = key(text)
    if found := _NUMBER.match(plain):
        return int(found[1])
    return next((words.index(plain) + 1 for words in lexicon.numbers if plain in words), None)


def letter_in(text: str) -> int | None:
    """The place in the alphabet (from 0) of a text that is one letter."""
    found = _LETTER.match(key(text))
    return ord(found[1]) - ord("a") if found else None


def match(text: str, options: Sequence[Option], lexicon: Lexicon, most: int = 1) -> Match:
    """The options that a text names, at most `most`; see Match."""
    plain = key(text)
    if not plain:
        return _whole(option.value for option in options if _bare(text) in option.says)
    for find in (_exact, _numbered, _beginning, _bare_name, _typo):
        if (found := find(plain, options, lexicon, most)) != NOTHING:
            return found
    return _within(plain, options, lexicon, most)


def _bare(text: str) -> str:
    """A sign alone (a thumb up), without its colour or presentation."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Sk", "Mn", "Cf") and not c.isspace())


def _exact(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    return _whole(option.value for option in options if plain in _names(option))


def _numbered(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    whole = number_in(plain, lexicon)
    words = [word for word in plain.split() if word not in lexicon.joining]
    numbers = [whole] if whole is not None else [number_in(word, lexicon) for word in words]
    if not numbers or any(number is None for number in numbers):
        return NOTHING
    values = [options[n - 1].value for n in numbers if n is not None and 1 <= n <= len(options)]
    if len(values) != len(numbers):
        return NOTHING
    return replace(_limited(tuple(dict.fromkeys(values)), most), numbered=True)


def _beginning(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    if len(plain) < _SHORTEST_SAID or plain in lexicon.negations:
        return NOTHING
    starting = [o.value for o in options if any(name.startswith(plain + " ") for name in _names(o))]
    return Match((starting[0],)) if len(starting) == 1 else NOTHING


def _bare_name(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    """« idée » for « une idée »: the same without the small words that open it."""
    said = _opened(plain, lexicon)
    if len(said) < _SHORTEST_SAID or said in lexicon.negations:
        return NOTHING
    return _one_of(o.value for o in options if any(_opened(name, lexicon) == said for name in _names(o)))


def _opened(plain: str, lexicon: Lexicon) -> str:
    words = plain.split()
    while len(words) > 1 and words[0] in lexicon.articles:
        words = words[1:]
    return " ".join(words)


def _typo(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    if len(plain) < _SHORTEST_TYPO:
        return NOTHING
    allowed = 1 if len(plain) < 9 else 2
    near = [o.value for o in options if any(_near(plain, name, allowed) for name in _names(o))]
    return Match((near[0],)) if len(near) == 1 else NOTHING


def _within(plain: str, options: Sequence[Option], lexicon: Lexicon, most: int) -> Match:
    """Labels and synonyms found as phrases in a sentence; the longest phrase at a place wins."""
    found = sorted(
        (
            (start, -len(name), option.value, name)
            for option in options
            for name in _names(option)
            for start in _places(name, plain)
        ),
    )
    values: list[str] = []
    read_to = -1
    for start, negative_length, value, name in found:
        if start < read_to:
            continue
        read_to = start - negative_length
        if value not in values:
            values.append(value)
        plain_before = plain[:start].split()[-4:]
        if lexicon.negations.intersection(plain_before) and not lexicon.negations.intersection(name.split()):
            return Match(tuple(values), unsure=True)
    order = [option.value for option in options]
    return _limited(tuple(sorted(values, key=order.index)), most)


def _places(name: str, plain: str) -> Iterable[int]:
    if len(name) < _SHORTEST_SAID:
        return ()
    return (found.start() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain))


@lru_cache(maxsize=4096)
def _names(option: Option) -> tuple[str, ...]:
    return tuple(name for name in (key(option.label), *(key(said) for said in option.says)) if name)


def _one_of(values: Iterable[str]) -> Match:
    unique = tuple(dict.fromkeys(values))
    return Match(unique, unsure=len(unique) > 1)


def _whole(values: Iterable[str]) -> Match:
    found = _one_of(values)
    return replace(found, exact=bool(found.values))


def _limited(values: tuple[str, ...], most: int) -> Match:
    return Match(values, unsure=len(values) > most)


def _near(one: str, other: str, allowed: int) -> bool:
    if abs(len(one) - len(other)) > allowed or len(other) < _SHORTEST_TYPO:
        return False
    return distance(one, other, allowed) <= allowed


def distance(one: str, other: str, at_most: int) -> int:
    """Number of letters to add, drop, change or swap to go from one text to the other; `at_most + 1`
    as soon as it is certain to exceed `at_most`."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, row = row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > at_most:
            return at_most + 1
        before = previous
    return row[-1]
