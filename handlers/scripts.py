"""Names whose letters come from several alphabets that look alike: shown with a mark to those who decide."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from handlers.context import Context

_NAMES = frozenset({"name", "structure"})
# Alphabets whose letters can be taken for those of another one of the list.
_ALIKE = frozenset({"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LATIN", "LISU"})


def mixed_script(name: str) -> bool:
    """True if letters of two alphabets that look alike are in one name: a Cyrillic « А » among Latin letters."""
    return len(_ALIKE.intersection(_script(letter) for letter in name if letter.isalpha())) > 1


def shown(context: Context, name: str) -> str:
    """A name that somebody chose, as those who decide read it."""
    return context.say("name-mixed", name=name) if mixed_script(name) else name


def named(context: Context, card: Mapping[str, str]) -> Mapping[str, str]:
    """What may be read of a card, its names as those who decide read them."""
    return {field: shown(context, said) if field in _NAMES else said for field, said in card.items()}


def _script(letter: str) -> str:
    # A letter of width or style « FULLWIDTH LATIN », « MATHEMATICAL BOLD » is what it stands for.
    for each in unicodedata.normalize("NFKC", letter):
        return unicodedata.name(each, "").partition(" ")[0]
    return ""
