"""What is said when nothing more passes between two members: the same, whatever the reason was."""

from __future__ import annotations

from datetime import datetime

from handlers.dates import in_words, local_date
from handlers.guide import Guide
from handlers.meetings import SILENCE
from handlers.messages import LONGEST_CHOICE

UNANSWERED, LEFT, GONE = "meeting-unanswered", "meeting-left", "meeting-gone"
"""Of what was only asked: to who asked; to who was asked, in the end; to who was asked, when the other one is gone."""
QUIET, OVER = "meeting-quiet", "meeting-over"
"""Of what was open: to both when nobody writes; to the other one of any other ending."""


def closing(guide: Guide, language: str, name: str, asked_at: datetime) -> str:
    """One of them. It names nobody: the other one may be gone."""
    spoken = language if language in guide.wording.languages else guide.wording.languages[0]
    day = in_words(local_date(asked_at, guide.zone), spoken)
    return guide.wording.say(spoken, name, day=day, days=SILENCE.days)


def buttons(guide: Guide, language: str) -> tuple[tuple[str, str], ...]:
    """What can be done then."""
    spoken = language if language in guide.wording.languages else guide.wording.languages[0]
    return (("again", guide.wording.say(spoken, "meeting-again")[:LONGEST_CHOICE]),)
