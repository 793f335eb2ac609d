"""What became of an orientation: when it is asked, what may be answered, and what is kept to ask it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

ASKED_AFTER = (10, 30)
"""Days after a finished orientation at which one question is asked."""

ANSWERED_IN = timedelta(days=10)
"""After this nobody answered: « sans nouvelles » is counted, and a later answer is still heard."""

GOT, PENDING, REFUSED, NOT_ASKED, SILENT = "obtenu", "attente", "refuse", "pas_demande", "sans_nouvelles"
ANSWERS = (GOT, PENDING, REFUSED, NOT_ASKED)
"""What may be answered. SILENT is a column of its own, counted by the clock."""

REASONS = ("criteres", "tot", "argent", "plein", "autre_motif")
"""Why a door stayed closed, as the person heard it."""

DELAYS = ("semaine", "quinzaine", "mois", "davantage")
"""How long they waited for their rendez-vous, in buckets."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An orientation that is followed, of the person of the turn. `doors`: schemes in their rank; `tried`: how many
    of them they said closed. `asked`: days of the question asked last, 0 before the first; `open`: until its time is
    over; `answer`: what was answered to it first, or nothing."""

    id: int
    doors: tuple[str, ...]
    finished_at: datetime
    tried: int = 0
    asked: int = 0
    asked_at: datetime | None = None
    open: bool = False
    answer: str = ""


def due_question(finished_at: datetime, now: datetime) -> int:
    """The question that is due: of two that an outage kept, the last; 0 if none is."""
    return max((days for days in ASKED_AFTER if finished_at + timedelta(days=days) <= now), default=0)


def after(days: int) -> int:
    """The question that follows this one; 0 after the last."""
    return next((each for each in ASKED_AFTER if each > days), 0)


class OutcomeQuestions(Protocol):
    """What is followed of the person of the turn."""

    def mine(self) -> Followed | None:
        """Their orientation that is followed; None if there is none, or no more."""
        ...


class NoOutcomes:
    """What is answered where nothing is followed."""

    def mine(self) -> Followed | None:
        """Nothing."""
        return None
