"""The short code that people type when they are there."""

from __future__ import annotations

from collections.abc import Callable

from handlers.roles import ALPHABET

LENGTH = 4
_DRAWN, _DRAWS = 16, 100


def short_code(draw: Callable[[int], str]) -> str:
    """A new code, letters and digits mixed so that no word is one: `K7QM`. `draw(n)` gives n characters of chance."""
    for _ in range(_DRAWS):
        code = "".join(letter for letter in draw(_DRAWN).upper() if letter in ALPHABET)[:LENGTH]
        if len(code) == LENGTH and not code.isalpha() and not code.isdigit():
            return code
    raise LookupError
