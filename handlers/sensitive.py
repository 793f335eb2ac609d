"""What a free text should never hold, and what must be answered at once: recognised, never kept."""

from __future__ import annotations

import re

from handlers.understand import key
from handlers.wording import Wording

# French social security number, bank account, bank card, e-mail, telephone: shapes, not proofs.
_SHAPES = (
    re.compile(r"\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?\d[\dAB]\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b"),
    re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b"),
    re.compile(r"\b(?:\d{4}[ -]?){3}\d{4}\b"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    re.compile(r"(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}\b"),
)


DISTRESS = "distress-answer"
"""The sentence after which no question is asked again."""


def is_distress(text: str, wording: Wording) -> bool:
    """True if someone needs another help than ours, at once."""
    return find(text, wording) == DISTRESS


def find(text: str, wording: Wording) -> str | None:
    """The name of the sentence to answer with: for distress, an insult, or personal data; else None."""
    plain = f" {key(text)} "
    for name in ("distress", "insult", "health"):
        if any(f" {key(words)} " in plain for words in wording.parts(f"words-{name}")):
            return f"{name}-answer"
    return "personal-answer" if any(shape.search(text) for shape in _SHAPES) else None
