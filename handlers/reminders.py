"""When each message about a gathering is due, and what is said in it. Pure: the scheduler asks, dialogues ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from handlers import calendar
from handlers.calendar import Lead, Night
from handlers.context import Context
from handlers.durations import Durations
from handlers.gatherings import Gathering
from handlers.guide import Guide
from handlers.pack_gatherings import Telling
from handlers.quiet import awake, night_of
from handlers.reminder_words import facts, sayer, when

FOLLOWERS, COMING, PRESENT = "followers", "coming", "present"
LATE = timedelta(minutes=15)
"""What leaves later than this after its hour says so."""
FOUND_USEFUL = "oui"
"""The answer that counts as such, of those to the question whether it was useful."""
USEFUL_FOR = timedelta(days=7)
"""After the end: later than this, nobody is asked whether it was useful."""
SOON = timedelta(hours=3)
"""A reminder that the night brought forward so near to another one is not said."""
SETTLED = timedelta(seconds=60)
"""After a change of a gathering, before it is told: whoever changes it again tells only the last."""
MOST_WEEKLY = 3
"""Messages that one person did not ask for, in a week; the rest goes in one digest."""
MOST_UNJOINED = 2
"""Messages about one gathering to someone who does not come."""
_MORNING = time(10)


@dataclass(frozen=True, slots=True)
class Told:
    """A telling of one gathering, and the instant (UTC) at which it is due."""

    telling: Telling
    due: datetime


def plan(guide: Guide, gathering: Gathering, durations: Durations, to: str) -> tuple[Told, ...]:
    """What is told of a gathering to some of those whom it concerns, in the order of the hours."""
    kind = guide.pack.gatherings.kind_by_id.get(gathering.kind)
    if kind is None:
        return ()
    night = night_of(guide, durations)
    return _planned(kind.tellings, to, gathering.starts_at, gathering.ends_at, gathering.zone, night)


@lru_cache(maxsize=4_096)
def _planned(
    tellings: tuple[Telling, ...], to: str, start: datetime, end: datetime, zone: str, night: Night
) -> tuple[Told, ...]:
    wanted = [telling for telling in tellings if telling.to == to]
    if to == PRESENT:
        return tuple(Told(each, _after(end, zone, each, night)) for each in wanted)
    found = sorted((Told(each, _due(start, zone, each, night)) for each in wanted), key=lambda told: told.due)
    return tuple(each for each in found if not _is_brought_near(each, found, start))


def _due(start: datetime, zone: str, telling: Telling, night: Night) -> datetime:
    at = time.fromisoformat(telling.at) if telling.at else None
    if at is None and not telling.hours:
        at = _MORNING
    return calendar.due(start, zone, Lead(telling.id, telling.days, at, telling.hours), night)


def _after(end: datetime, zone: str, telling: Telling, night: Night) -> datetime:
    """On a day after the last one, at its hour; what would fall in the night waits for the morning."""
    day = calendar.wall(end, zone).date() + timedelta(days=-telling.days)
    at = time.fromisoformat(telling.at) if telling.at else _MORNING
    return awake(calendar.instant(datetime.combine(day, at), zone), night)


def _is_brought_near(told: Told, found: list[Told], start: datetime) -> bool:
    """« Two hours before » that the night brings to the evening, beside « the evening before »."""
    if not told.telling.hours or told.due == start - timedelta(hours=told.telling.hours):
        return False
    return any(each is not told and abs(each.due - told.due) < SOON for each in found)


def wants(leads: frozenset[str] | None, telling: str) -> bool:
    """True if the person never chose, or chose this telling."""
    return leads is None or telling in leads


def recap(context: Context, gathering: Gathering, joins: int = 0) -> str:
    """What someone who has just said that they come reads: when, where, and when they hear of it next. What was due
    before is said here, so that it is not said again (R6)."""
    guide, language, now = context.guide, context.language, context.now
    lines = [gathering.title, *facts(guide, language, gathering, now, joins)]
    lines.append(next_telling(context, gathering))
    return "\n".join(lines)


def next_telling(context: Context, gathering: Gathering) -> str:
    """When the person hears of it next, or that they do not, and why."""
    guide, language, now = context.guide, context.language, context.now
    say = sayer(guide, language)
    if context.world.reminders.stopped():
        return say("recap-stopped")
    leads = context.world.reminders.leads()
    planned = plan(guide, gathering, context.world.durations, COMING)
    ahead = [each.due for each in planned if each.due > now and wants(leads, each.telling.id)]
    if not ahead:
        return say("recap-none")
    return say("recap-next", when=when(guide, language, ahead[0], gathering.zone, now))
