"""What someone silent for months is told before they are forgotten."""

from __future__ import annotations

from datetime import date, timedelta

from handlers import offers
from handlers.context import Context
from handlers.dates import in_full
from handlers.guide import Guide
from handlers.messages import Choice, Reply


def ending(guide: Guide, language: str, day: date) -> Reply:
    """Until when, what goes, and the two ways: keep all, or erase all now."""
    language = language or guide.wording.languages[0]
    said = guide.wording.say(language, "ending-notice", day=in_full(day, language))
    return Reply(said, _choices(guide, language))


def awaiting(context: Context) -> Context:
    """For someone who comes back after such a silence, what they were offered meanwhile can be typed."""
    seen, durations = context.world.person.last_seen, context.world.durations
    told = timedelta(days=durations.days_of_silence - max(durations.days_before_ending))
    if seen is None or context.now - seen < told:
        return context
    return offers.numbering(context, _choices(context.guide, context.language))


def _choices(guide: Guide, language: str) -> tuple[Choice, ...]:
    return (
        Choice("privacy/stay:oui", guide.wording.say(language, "ending-stay")),
        Choice("privacy/forget:ask", guide.wording.say(language, "ending-forget")),
    )
