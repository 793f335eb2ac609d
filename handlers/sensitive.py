"""What a free text should never hold, and what must be answered at once: recognised, never kept."""

from __future__ import annotations

import re
from functools import lru_cache

from handlers.understand import key
from handlers.wording import Wording

# French social security number, bank account, bank card, e-mail, telephone: shapes, not proofs.
_SHAPES = (
    re.compile(r"\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?\d[\dAB]\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b"),
    re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b"),
    re.compile(r"\b(?:\d{4}[ -]?){3}\d{4}\b"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    re.compile(r"(?:\+33|(?<!\d)0)\s?[1-9](?:[\s.-]?\d{2}){4}\b"),
)
# The first that fits is answered: somebody who suffers may also insult.
_AT_ONCE = ("distress", "violence", "insult", "health")

_YOUNG = range(5, 15)

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:\+\d{2,3}|0)[ .-]?\d(?:[ .-]?\d{2}){4}")

ALONE = frozenset({"distress-answer", "violence-answer"})
"""The sentences after which no question is asked again."""


def is_distress(text: str, wording: Wording) -> bool:
    """True if someone needs another help than ours, at once."""
    return find(text, wording) in ALONE


def find(text: str, wording: Wording) -> str | None:
    """The name of the sentence to answer with: for distress, an insult, or personal data; else None."""
    plain = f" {key(text)} "
    for about in _phrases(wording, "about-distress"):
        plain = plain.replace(about, "  ")  # a project against suicide, or for victims, is no cry for help
    for name in _AT_ONCE:
        if any(phrase in plain for phrase in _phrases(wording, name)):
            return f"{name}-answer"
    if _is_minor(f" {key(text)} ", wording):
        return "minor-answer"
    return "personal-answer" if any(shape.search(text) for shape in _SHAPES) else None


def _is_minor(plain: str, wording: Wording) -> bool:
    """True if someone says that they are under 15 (domain.md 8.4); « j'ai 10 ans d'expérience » is no age."""
    if not any(after in plain for after in _phrases(wording, "minor-after")):
        return False
    for before in _phrases(wording, "minor-before"):
        for years in (*(f"{number} " for number in _YOUNG), *(each[1:] for each in _phrases(wording, "minor-years"))):
            for after in _phrases(wording, "minor-after"):
                _, found, rest = plain.partition(before + years + after[1:])
                if found and not f" {rest}".startswith(_phrases(wording, "minor-unless")):
                    return True
    return False


def is_contact(text: str) -> bool:
    """True of an address or a number alone: what a person chose to give to be reached is no mistake."""
    return _CONTACT.fullmatch(text.strip()) is not None


def is_refusal(text: str, wording: Wording) -> bool:
    """True if someone says that a door stayed closed."""
    return _says(text, wording, "refused")


def is_off_topic(text: str, wording: Wording) -> bool:
    """True if someone asks for what is none of our subjects. To be asked only of a text that means nothing else."""
    return _says(text, wording, "off-topic")


def is_who(text: str, wording: Wording) -> bool:
    """True if someone asks who, or what, is speaking. To be asked only of a text that means nothing else."""
    return _says(text, wording, "who")


def _says(text: str, wording: Wording, name: str) -> bool:
    plain = f" {key(text)} "
    return any(phrase in plain for phrase in _phrases(wording, name))


@lru_cache(maxsize=64)
def _phrases(wording: Wording, name: str) -> tuple[str, ...]:
    return tuple(f" {key(words)} " for words in wording.parts(f"words-{name}"))
