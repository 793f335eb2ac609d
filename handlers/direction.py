"""Keeps each part of a text in its own direction: words of one direction set inside a sentence of the
other are isolated, so that numbers and punctuation stay where they are meant."""

from __future__ import annotations

import re
import unicodedata

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
"""Languages that are read from right to left."""

_OPEN, _CLOSE, _FROM_RIGHT = "\u2068", "\u2069", "\u200f"
_MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")
_RIGHT = re.compile("[\u0590-\u08ff]")
_STRONG = ("L", "R", "AL")


def isolated(value: str) -> str:
    """A value as it may be set inside a sentence that is read from left to right."""
    return f"{_OPEN}{value}{_CLOSE}" if _RIGHT.search(value) and _OPEN not in value else value


def inside(value: str) -> str:
    """A value as Fluent sets it, isolated, inside a sentence that is read from right to left."""
    return value if _RIGHT.search(value) else bare(value)


def inserted(value: str) -> str:
    """The same, isolated as Fluent does it."""
    return f"{_OPEN}{inside(value)}{_CLOSE}"


def embedded(text: str) -> str:
    """A text read from left to right, as it may be set inside one that is read from right to left."""
    return "\n".join(f"{_OPEN}{bare(line)}{_CLOSE}" if _has_letter(line) else line for line in text.split("\n"))


def bare(text: str) -> str:
    """The text without any mark of direction."""
    return _MARKS.sub("", text)


def directed(text: str) -> str:
    """A text said in a language read from right to left: each line opens on the side where it is read,
    and those that have no word of that language keep their own order."""
    return "\n".join(_line(line) for line in text.replace(_OPEN + _CLOSE, "").split("\n"))


def _line(line: str) -> str:
    if not _RIGHT.search(line):
        return embedded(line)
    return line if _opening(line) in ("R", "AL") else f"{_FROM_RIGHT}{line}"


def _opening(line: str) -> str:
    """The direction of the first letter that no isolate holds: what a screen goes by."""
    depth = 0
    for character in line:
        depth += (character == _OPEN) - (character == _CLOSE)
        direction = unicodedata.bidirectional(character)
        if depth == 0 and direction in _STRONG:
            return direction
    return ""


def _has_letter(line: str) -> bool:
    return any(map(str.isalpha, line))
