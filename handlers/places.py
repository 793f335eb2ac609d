"""Finds the commune that people mean: accents, old names, neighbourhoods, fragments, small typing errors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.pack import Places

MOST_CANDIDATES = 5
_SHORTEST_FRAGMENT = 3
_LONGEST_READ = 200
_POSTCODE = 5
_LETTERS_FOR_AN_ERROR = 6
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
# Written or left out at will inside a name; dropped on both sides so that they never matter.
_LINKS = frozenset({"le", "la", "les", "lez", "l", "d", "de", "du", "des", "en", "a", "au", "aux"})
_SHORT = {"st": "saint", "ste": "sainte"}
_NAME, _OTHER_NAME, _NEIGHBOURHOOD = range(3)


@dataclass(frozen=True, slots=True)
class Found:
    """One place. `said` is the other name that was used, to be confirmed in half a sentence."""

    slug: str
    name: str
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """What was typed fits several places: they are offered."""

    candidates: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A way to say a place; `rank` is how direct it is, `whole` the commune it belongs to."""

    rank: int
    found: Found
    whole: str | None


def plain(text: str) -> str:
    """Lower case, no accent, ligatures opened: `Marcq-en-Barœul` becomes `marcq-en-baroeul`."""
    opened = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(one for one in opened if not unicodedata.combining(one)).casefold()


def slug(name: str) -> str:
    """The id of a commune: `Villeneuve-d'Ascq` becomes `villeneuve-d-ascq`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")


def fold(text: str) -> str:
    """The words that tell one place from another, in order, joined by one space."""
    words = [_SHORT.get(word, word) for word in re.findall(r"[a-z0-9]+", plain(text[:_LONGEST_READ]))]
    telling = [word for word in words if word not in _LINKS and not word.isdigit()]
    return " ".join(telling or [word for word in words if not word.isdigit()])


def _counts(text: str) -> bool:
    """True if the text holds a number that is no postcode: « 10 ans » is not the beginning of a name."""
    words = re.findall(r"[a-z0-9]+", plain(text[:_LONGEST_READ]))
    return any(word.isdigit() and len(word) != _POSTCODE for word in words)


class PlaceIndex:
    """Every name of every place of a pack, ready to be searched."""

    def __init__(self, places: Places) -> None:
        self.name_by_slug: dict[str, str] = {}
        self._names: dict[str, list[_Name]] = {}
        for commune in places.communes:
            self._add_commune(commune.name, commune.part_of, commune.also, commune.neighbourhoods)
        self._outside: set[str] = set()
        for other in places.elsewhere:
            ways = (other.id, other.label, *other.says)
            self._add(_NAME, other.id, other.label, None, ways)
            self._outside |= {way for way in map(fold, ways) if " " in way}
        self._longest = max(len(key.split()) for key in self._names)

    def find(self, text: str) -> Found | Several | None:
        """The place meant, the places that it may be, or None."""
        said = fold(text)
        if not said:
            return None
        whole = self._exact(said) or self._nearly_outside(said) or self._inside(said)
        if whole or _counts(text):
            return _answer(whole)
        return _answer(self._beginning(said) or self._word(said) or self._misspelt(said))

    def _add_commune(
        self, name: str, part_of: str | None, also: tuple[str, ...], neighbourhoods: tuple[str, ...]
    ) -> None:
        whole, own = slug(part_of) if part_of else None, slug(name)
        self._add(_NAME, own, name, whole, (name,))
        for other in also:
            # A mere beginning of the name needs no confirmation; another name does.
            said = None if fold(name).startswith(fold(other)) else other
            self._add(_OTHER_NAME, own, name, whole, (other,), said)
        for other in neighbourhoods:
            self._add(_NEIGHBOURHOOD, own, name, whole, (other,), other)

    def _add(
        self, rank: int, own: str, name: str, whole: str | None, ways: Iterable[str], said: str | None = None
    ) -> None:
        self.name_by_slug[own] = name
        for way in ways:
            self._names.setdefault(fold(way), []).append(_Name(rank, Found(own, name, said), whole))

    def _exact(self, said: str) -> list[_Name]:
        return _most_direct(self._names.get(said, []))

    def _nearly_outside(self, said: str) -> list[_Name]:
        """« Ailleurs en Hauts-e-France » is that region: its first word alone would be the rest of the world."""
        close = [key for key in self._outside if within(said, key, len(key) // _LETTERS_FOR_AN_ERROR)]
        return [name for key in close for name in self._names[key]]

    def _inside(self, said: str) -> list[_Name]:
        """Names inside a sentence, the longest first; a part of a name already read does not count."""
        words, hits = said.split(), []
        free = [True] * len(words)
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                span = slice(start, start + size)
                if all(free[span]) and (names := self._names.get(" ".join(words[span]))):
                    free[span] = [False] * size
                    hits += _most_direct(names)
        return _without_wholes(_most_direct_or_inside(hits))

    def _beginning(self, said: str) -> list[_Name]:
        if len(said) < _SHORTEST_FRAGMENT:
            return []
        return _most_direct([name for key, names in self._names.items() if key.startswith(said) for name in names])

    def _word(self, said: str) -> list[_Name]:
        if len(said) < _SHORTEST_FRAGMENT:
            return []
        return _most_direct([name for key, names in self._names.items() if f" {said}" in key for name in names])

    def _misspelt(self, said: str) -> list[_Name]:
        letters = len(said.replace(" ", ""))
        allowed = 2 if letters >= 8 else 1 if letters >= 4 else 0
        for errors in range(1, allowed + 1):
            close = [name for key, names in self._names.items() if within(said, key, errors) for name in names]
            if close:
                return _most_direct(close)
        return []


def _most_direct(names: list[_Name]) -> list[_Name]:
    best = min((name.rank for name in names), default=_NAME)
    return [name for name in names if name.rank == best]


def _most_direct_or_inside(names: list[_Name]) -> list[_Name]:
    """A commune that is named beats the neighbourhood of another one."""
    direct = {name.found.slug for name in names if name.rank < _NEIGHBOURHOOD}
    return [name for name in names if not direct or name.found.slug in direct]


def _without_wholes(names: list[_Name]) -> list[_Name]:
    """Where a commune and a part of it are both named, the part is meant."""
    wholes = {name.whole for name in names}
    return [name for name in names if name.found.slug not in wholes]


def _answer(names: list[_Name]) -> Found | Several | None:
    by_slug = {name.found.slug: name.found for name in reversed(names)}
    found = tuple(reversed(by_slug.values()))[:MOST_CANDIDATES]
    if not found:
        return None
    return found[0] if len(found) == 1 else Several(found)


def within(one: str, other: str, most: int) -> bool:
    """True if at most `most` letters are added, dropped, changed, or swapped with the next."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
