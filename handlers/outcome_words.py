"""The question of what became of an orientation, in the language of whoever is asked."""

from __future__ import annotations

from handlers import consent
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.outcomes import ANSWERS
from handlers.reminder_words import sayer

NAME = "outcome"
_SAY = "say"


def step_of(id: int, what: str = _SAY) -> str:
    """The step of a question about a followed orientation: its buttons name it."""
    return f"{what}{id}"


def question(guide: Guide, language: str, id: int, days: int) -> Reply:
    """Where are you? `days`: since the orientation."""
    say = sayer(guide, language)
    return Reply(say("outcome-ask", days=days), choices(guide, language, id))


def choices(guide: Guide, language: str, id: int) -> tuple[Choice, ...]:
    """The four answers, and not to be asked any more."""
    say = sayer(guide, language)
    answers = (Choice(f"{NAME}/{step_of(id)}:{answer}", say(f"outcome-{answer}")) for answer in ANSWERS)
    return (*answers, Choice(f"consent/{consent.FOLLOWUP}:{consent.NO}", say("outcome-no-more")))
