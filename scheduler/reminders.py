"""Tells of gatherings at the hours of the pack: who follows them, who comes, who was there. A reminder is a query:
who should have been told by now, for a start still ahead, and has no row in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from handlers import reminder_words, reminders
from handlers.calendar import Night
from handlers.gatherings import Gathering
from handlers.messages import Reply
from handlers.quiet import awake
from handlers.reminders import COMING, FOLLOWERS, LATE, MOST_UNJOINED, MOST_WEEKLY, PRESENT, Told
from scheduler.weeks import week_of
from storage import tellings
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tellings import SLICE, Line, Look, Whom

AUDIENCES = (COMING, PRESENT, FOLLOWERS)
OVERTAKEN, OVER, STOPPED, ENOUGH, DIGEST = "overtaken", "over", "stopped", "enough", "digest"
"""Why a row is skipped: a later reminder says it; it began; they stopped our messages; they were told enough of it;
they were written to enough this week, and read it in the digest."""


@dataclass(frozen=True, slots=True)
class Due:
    """A telling whose hour has come. `since`: when it could be told at the earliest; `useless`: from when it is of no
    use; `last`: no later telling for the same people is due too; `applies`: its people knew before its hour."""

    look: Look
    told: Told
    to: str
    since: datetime
    useless: datetime
    last: bool
    applies: bool

    @property
    def gathering(self) -> Gathering:
        """That it is about."""
        return self.look.gathering

    @property
    def prefix(self) -> str:
        """The key of its rows, without the person."""
        if self.to == PRESENT:
            return f"after/{self.gathering.id}/"
        if self.to == FOLLOWERS:
            return f"announce/{self.gathering.id}/{self.told.telling.id}/"
        return f"remind/{self.gathering.id}/{self.look.wall.replace(' ', 'T')}/{self.told.telling.id}/"


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next telling is due, by day."""
    night, found = scene.night, []
    for look in tellings.looks(connection, scene.now):
        if look.known is None:
            return scene.now
        for to in AUDIENCES:
            found += [_moment(each, look, to, scene.now, night) for each in _left(look, to, scene)]
    return min(found, default=None)


def _moment(told: Told, look: Look, to: str, now: datetime, night: Night) -> datetime:
    """What is of no use any more is recorded at once, night or day."""
    if _useless(look, to) <= now:
        return now
    changing = look.changing if look.changing is not None and to != PRESENT else now
    return min(awake(max(told.due, changing, now), night), max(_useless(look, to), now))


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of what is due in the ledger."""
    written: list[OutboxRow] = []
    room = SLICE
    for look in tellings.looks(connection, scene.now):
        if look.known is None:
            tellings.finish(connection, look, tellings.KNOWN, look.updated_at)
        for due in _due(replace(look, known=look.known or look.updated_at), scene):
            if room <= 0:
                return tuple(written)
            lines = _lines(connection, due, scene)
            if len(lines) < SLICE:
                tellings.finish(connection, due.look, due.told.telling.id, scene.now)
            room -= len(lines)
            written += tellings.write(connection, lines, scene.now)
    return tuple(written)


def _left(look: Look, to: str, scene: Scene) -> list[Told]:
    if to == FOLLOWERS and _reserved(look.gathering, scene):
        return []
    planned = reminders.plan(scene.guide, look.gathering, scene.retention.answers, to)
    return [told for told in planned if told.telling.id not in look.done]


def _reserved(gathering: Gathering, scene: Scene) -> bool:
    series = scene.guide.pack.gatherings.series_by_id.get(gathering.series)
    return series is not None and series.reserved


def _due(look: Look, scene: Scene) -> Iterator[Due]:
    now, known = scene.now, look.known or look.updated_at
    by_night = scene.is_night
    for to in AUDIENCES:
        left = [told for told in _left(look, to, scene) if told.due <= now]
        useless = _useless(look, to)
        for told in left:
            # A change is told first: until then nobody is reminded of what they do not know.
            if useless > now and (by_night or (look.changing is not None and to != PRESENT)):
                continue
            since = max(told.due, known) if to == FOLLOWERS else told.due
            last = to == PRESENT or told is left[-1]
            yield Due(look, told, to, since, useless, last, known <= told.due)


def _useless(look: Look, to: str) -> datetime:
    if to == PRESENT:
        return look.gathering.ends_at + reminders.USEFUL_FOR
    return look.gathering.starts_at


def _lines(connection: Connection, due: Due, scene: Scene) -> list[Line]:
    people = _people(connection, due)
    if due.useless <= scene.now or not due.last:
        reason = OVER if due.useless <= scene.now else OVERTAKEN
        return [Line(f"{due.prefix}{who.person}", who, reason=reason) for who in people]
    if due.to == FOLLOWERS:
        return _announced(connection, due, people, scene)
    words = _words(due, scene)
    return [_line(due, who, words(who), STOPPED if who.refused else None) for who in people]


def _people(connection: Connection, due: Due) -> tuple[Whom, ...]:
    """Whom it is for. What was past when it came to be known is told in another way: in the answer to who comes,
    in the message that says the change; to who follows, once, now."""
    gathering, telling = due.gathering, due.told.telling.id
    if due.to == FOLLOWERS:
        return tellings.following(connection, gathering, due.prefix, telling) if due.applies or due.last else ()
    if due.to == PRESENT:
        return tellings.present(connection, gathering.id, due.prefix, telling)
    if not due.applies:
        return ()
    return tellings.coming(connection, gathering.id, due.prefix, telling, due.told.due)


def _announced(connection: Connection, due: Due, people: tuple[Whom, ...], scene: Scene) -> list[Line]:
    """Three a week at most, of whatever network, and two of one gathering."""
    persons = [who.person for who in people]
    begins = week_of(scene.now, scene.zone).begins
    counts = tellings.unasked(connection, persons, begins)
    before = tellings.told_before(connection, due.gathering.id, persons)
    words = _words(due, scene)
    lines = []
    for who in people:
        reason = ENOUGH if before.get(who.person, 0) >= MOST_UNJOINED else None
        reason = reason or (DIGEST if counts.get(who.person, 0) >= MOST_WEEKLY else None)
        lines.append(_line(due, who, words(who), reason))
    return lines


def _line(due: Due, who: Whom, reply: Reply, reason: str | None) -> Line:
    subject = f"announce/{due.gathering.id}" if due.to == FOLLOWERS else None
    hours = {"late_after": due.since + LATE, "useless_after": due.useless}
    return Line(f"{due.prefix}{who.person}", who, reply if not reason else None, reason, subject=subject, **hours)


def _words(due: Due, scene: Scene) -> Callable[[Whom], Reply]:
    """What each is told; the same words are put together once."""
    made: dict[tuple[str, int, int], Reply] = {}
    late = due.since + LATE < scene.now

    def said(who: Whom) -> Reply:
        at = (who.language, who.seats, who.joins)
        if at not in made:
            made[at] = _reply(due, who, scene, late=late)
        return made[at]

    return said


def _reply(due: Due, who: Whom, scene: Scene, *, late: bool) -> Reply:
    guide, language, gathering, now = scene.guide, who.language, due.gathering, scene.now
    if due.to == PRESENT:
        return reminder_words.useful(guide, language, gathering)
    if due.to == FOLLOWERS:
        again = due.told.telling.id != next(iter(_left_ids(due, scene)), "")
        return reminder_words.announcement(guide, language, gathering, now, again=again)
    return reminder_words.reminder(guide, language, gathering, now, seats=who.seats, joins=who.joins, late=late)


def _left_ids(due: Due, scene: Scene) -> list[str]:
    planned = reminders.plan(scene.guide, due.gathering, scene.retention.answers, FOLLOWERS)
    return [told.telling.id for told in planned]
