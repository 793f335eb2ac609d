"""How a text is laid out: lines and paragraphs without empty ones, a capital, an end that has no room."""

from __future__ import annotations

from collections.abc import Iterable


def in_lines(parts: Iterable[str]) -> str:
    """Those that say something, one under the other."""
    return "\n".join(part for part in parts if part)


def in_paragraphs(parts: Iterable[str]) -> str:
    """Those that say something, with an empty line between two."""
    return "\n\n".join(part for part in parts if part)


def capital(said: str) -> str:
    """As a sentence begins."""
    return said[:1].upper() + said[1:]


def whole_words(text: str, most: int) -> str:
    """The text, or as many of its words as have room."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def cut(text: str, most: int) -> str:
    """The text, or as many of its characters as have room."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
