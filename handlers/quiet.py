"""The hours of the night, in which nothing is sent to someone who did not just write."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.durations import Durations


def awake(moment: datetime, zone: str, durations: Durations) -> datetime:
    """The same moment, or the next morning's first hour if it falls in the night. Aware in, UTC out."""
    local = moment.astimezone(ZoneInfo(zone))
    if durations.quiet_to <= local.hour < durations.quiet_from:
        return moment
    day = local.date() + timedelta(days=1 if local.hour >= durations.quiet_from else 0)
    morning = datetime.combine(day, time(durations.quiet_to), ZoneInfo(zone))
    return morning.astimezone(moment.tzinfo)
