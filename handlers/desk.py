"""What networks said of their own cards: facts confirmed as they are, sentences written anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

WAITING, ACCEPTED, REFUSED, REPLACED = "waiting", "accepted", "refused", "replaced"
CORRECTIONS = (WAITING, ACCEPTED, REFUSED, REPLACED)
LONGEST_CORRECTION = 500


@dataclass(frozen=True, slots=True)
class Confirmed:
    """When a fact was last said to be right, and the fingerprint of what was read then."""

    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence written anew by an animator. `person` is None once they are gone, or it is settled."""

    id: int
    network: str
    part: str
    before: str
    after: str
    state: str
    at: datetime
    person: int | None
    language: str
    reason: str = ""


NOTHING_CONFIRMED: Mapping[str, Confirmed] = {}


class NoDesk:
    """What is answered where nobody has a desk."""

    def confirmed(self) -> Mapping[str, Confirmed]:
        """No fact was confirmed."""
        return NOTHING_CONFIRMED

    def waiting(self, network: str | None = None) -> tuple[Correction, ...]:
        """No correction waits."""
        return ()

    def claim(self, correction: int) -> Correction | None:
        """There is no such correction."""
        return None
