"""Well-made things with some of them replaced by something strange, taken away or doubled."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

STRANGE: list[Any] = [
    None, True, 0, -1, 2**63, 2**80, 1.5, "", "canari\x00", "\ud800", "😀" * 5000, [], [[]], {}, {"id": 1}, "é" * 70,
]  # fmt: skip
TEXTS = (
    "canari", "bonjour", "1", "2", "lille", "oui", "non", "/start x", "pourquoi", "retour", "menu", "aide", "stop",
    "recommencer", "mes données", "oublier", "rencontres", "communauté", "humain", "modifier", "ma fiche", "garder",
    "\u202eellil", "a\x00b", "<b>*_[x](y)", "😀" * 300, "½", "=1+1", "je veux mourir", "06 39 98 00 01", "A", "zzyzx",
    "AAAA-2222-AAAA", "{ $name }", "a" * 5_000, "\n\n", "Robert'); DROP TABLE people;--",
)  # fmt: skip
TAPS = (
    "orientation/etape:idee", "orientation/commune:ailleurs", "orientation/commune:back", "orientation/qpv:oui",
    "orientation/result:more", "privacy/data:show", "privacy/forget:yes", "community/open:list", "coming/page:0",
    "pages/open:list", "linking/open:code", "consent/statistics:oui", "desk/card:s.apes", "granting/take:1",
    "canari", "a/b:c", "orientation/scheme:dla", "glossary/open:terms", "handoff/open:contacts", "talk/answer:1",
    "broadcasts/new:go", "meeting/ask:1", "coming/yes:1", "coming/seats:1.999", "handover/accept:1",
)  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container inside, with a key of it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield value, key
        yield from places(each)


def spoilt(made: dict[str, Any], chance: random.Random, most: int = 2) -> dict[str, Any]:
    """The same with up to so much of it replaced, taken away or doubled; half of what is asked for is left whole."""
    for _ in range(chance.randrange(most + 1)):
        found = list(places(made))
        if not found:
            return {"message": chance.choice(STRANGE)}
        holder, key = chance.choice(found)
        if isinstance(holder, dict) and chance.random() < 0.3:
            holder.pop(key, None)
        else:
            holder[key] = copy.deepcopy(chance.choice(STRANGE))
    return made
