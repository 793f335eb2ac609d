"""When a network reads what is asked of it: in its opening hours, if they are known, and never in the night."""

from __future__ import annotations

from datetime import datetime

from handlers import hours
from handlers.calendar import Night
from handlers.context import Context
from handlers.dates import at_hour, day_of
from handlers.pack import Pack
from handlers.quiet import awake
from handlers.reminder_words import spoken


def opening(pack: Pack, network: str, now: datetime, night: Night) -> datetime | None:
    """When what is asked now is passed on; None: at once."""
    moment = now
    if hours.is_open(pack, network, now) is False:
        moment = hours.opens_at(pack, network, now) or now
    moment = awake(moment, night)
    return moment if moment > now else None


def opens_at(context: Context, network: str) -> datetime | None:
    """The same for the turn."""
    world = context.world
    return opening(world.guide.pack, network, world.now, world.night)


def said(context: Context, network: str, opens: datetime | None) -> dict[str, str]:
    """What a sentence about it needs: the network, the day and the hour."""
    guide = context.guide
    values = {"network": guide.pack.network_name(network)}
    if opens is None:
        return values
    language, zone = spoken(guide, context.language), guide.zone
    day = day_of(opens, zone, language, context.now)
    return {**values, "day": day, "hour": at_hour(opens, zone, language)}
