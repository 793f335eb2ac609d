"""Tells in which language a text is written, by letters that follow one another; loaded on first use."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

CERTAIN = 0.9
"""Below it, nothing is said: a wrong guess is worse than none."""

_SEED = 0
_DRAWS = 4
_USUAL, _NEARLY_ALL = 1e-4, 0.8


def language_of(text: str, among: tuple[str, ...]) -> str:
    """The language, or nothing when it is not certain. The same text always has the same answer."""
    from langdetect.lang_detect_exception import LangDetectException

    factory = _factory(among)
    detector = factory.create()
    detector.n_trial = _DRAWS
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # no letter that any of these languages uses
        return ""
    if not found or found[0].prob < CERTAIN or not _has_letters_of(factory, found[0].lang, text):
        return ""
    return str(found[0].lang)


def _has_letters_of(factory: Any, language: str, text: str) -> bool:
    """True if nearly all letters are usual in that language: none of those known here may be the right one."""
    place = factory.langlist.index(language)
    letters = [letter for letter in text.lower() if letter.isalpha()]
    known = factory.word_lang_prob_map
    usual = [letter for letter in letters if letter in known and known[letter][place] > _USUAL]
    return len(usual) >= len(letters) * _NEARLY_ALL


@lru_cache(maxsize=4)
def _factory(among: tuple[str, ...]) -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(_SEED)
    # Only these languages: with all of them it is wrong more often, and takes 14 times the memory (measured).
    known = [path for each in among if (path := Path(PROFILES_DIRECTORY, each)).is_file()]
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in known])
    return factory
