"""The hours of the night, in which nothing is sent to someone who did not just write."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from handlers.calendar import Night, instant, wall
from handlers.durations import Durations
from handlers.guide import Guide


def night_of(guide: Guide, durations: Durations) -> Night:
    """The quiet hours of the territory."""
    return Night(guide.zone, time(durations.quiet_from), time(durations.quiet_to))


def awake(moment: datetime, night: Night) -> datetime:
    """The same instant, or the morning that ends the night in which it falls."""
    local = wall(moment, night.zone)
    if night.ends <= local.time() < night.begins:
        return moment
    day = local.date() + timedelta(days=0 if local.time() < night.ends else 1)
    return instant(datetime.combine(day, night.ends), night.zone)


def passes_night(now: datetime, starts: datetime, night: Night) -> bool:
    """True for a change of what begins before the noon that follows: it is said at once, even at night."""
    local = wall(awake(now, night), night.zone)
    return starts < instant(datetime.combine(local.date(), time(12)), night.zone)
