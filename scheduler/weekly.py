"""Sends the summary each Monday at eight to those who want it, in the conversation or by mail; once each, also after an
outage. Who asks for it in between gets the last one as soon as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from handlers import access, calendar
from handlers.access import MAIL_LIVES
from handlers.dates import in_words, local_date
from handlers.messages import Reply
from handlers.summary import Summary
from handlers.summary_message import message, title
from handlers.weeks import monday_of, week_after, week_of
from storage import mondays, notes, one_time, summing
from storage.mondays import Line, Whom
from storage.one_time import Reader
from storage.outbox import OutboxRow
from storage.play import Scene

AT = time(8)
LATE = timedelta(hours=2)
"""After its hour it is said to be late; the next one makes it useless."""

_NOTE = "summary-week"
_WEEK = timedelta(weeks=1)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The hour of the next one, if anybody is to read it."""
    asked = mondays.first_asked(connection)
    if asked is not None or _waits(connection, scene):
        return scene.now
    return _after(scene) if mondays.anyone(connection) else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write a slice of what is due."""
    rows: list[OutboxRow] = []
    if mondays.first_asked(connection) is not None:
        rows += _asked(connection, scene)
    if _waits(connection, scene):
        rows += _monday(connection, scene)
    return tuple(rows)


def _asked(connection: Connection, scene: Scene) -> list[OutboxRow]:
    week = summing.last_week(scene.guide, scene.now)
    found = mondays.asking(connection, mondays.SLICE)
    said = summing.summary_of(connection, scene.guide, week) if found else None
    lines = [
        Line(f"summary/{week}/{who.name}/{at:%Y%m%dT%H%M%S}", who, _chat(scene, said, who)) for who, at in found if said
    ]
    mondays.answered(connection, [who for who, _ in found])
    return mondays.write(connection, lines, scene.now)


def _monday(connection: Connection, scene: Scene) -> list[OutboxRow]:
    due = _before(scene)
    week = week_after(week_of(due, scene.zone), -1)
    mondays.let_go(connection, scene.now)
    found = mondays.monday(connection, f"summary/{week}/", due, mondays.SLICE)
    lines: list[Line] = []
    if found:
        said = summing.summary_of(connection, scene.guide, week)
        lines = list(_lines(connection, scene, said, found, due))
    if len(found) < mondays.SLICE:
        notes.note(connection, _NOTE, week)
    # After an outage it may be night.
    return mondays.write(connection, lines, scene.now, scene.morning)


def _lines(
    connection: Connection, scene: Scene, said: Summary, found: tuple[Whom, ...], due: datetime
) -> Iterator[Line]:
    for who in found:
        reply = _chat(scene, said, who) if who.mailbox is None else _mail(connection, scene, said, who)
        yield Line(f"summary/{said.period}/{who.name}", who, reply, due + LATE, due + _WEEK)


def _chat(scene: Scene, said: Summary, who: Whom) -> Reply:
    lines = message(scene.guide, said, who.language)
    return Reply("\n".join(lines), attachments=access.recipes(said.period))


def _mail(connection: Connection, scene: Scene, said: Summary, who: Whom) -> Reply:
    """The first line is the subject. The link waits longer than one of the conversation, and says so."""
    pack, wording = scene.guide.pack, scene.guide.wording
    language = who.language or pack.reference_language
    parts = ["\n".join(message(scene.guide, said, language)), wording.say(language, "access-mail-files")]
    if scene.notice.site:
        key, until = scene.draw(access.KEY_LENGTH), scene.now + MAIL_LIVES
        one_time.keep(connection, scene.draw, key, Reader(mailbox=who.mailbox), until)
        day = in_words(local_date(until, scene.zone), language)
        parts.append(wording.say(language, "access-mail-link", link=access.link(scene.notice.site, key), day=day))
    parts.append(wording.say(language, "access-mail-why"))
    named = title(scene.guide, said, language)
    subject = wording.say(language, "access-mail-subject", site=pack.territory.name, title=named)
    return Reply("\n\n".join([" ".join(subject.split()), *parts]), attachments=access.recipes(said.period))


def _waits(connection: Connection, scene: Scene) -> bool:
    """True for a Monday whose hour has come and that was not finished."""
    week = week_after(week_of(_before(scene), scene.zone), -1)
    return notes.noted(connection, _NOTE) != week and mondays.anyone(connection)


def _before(scene: Scene) -> datetime:
    """The hour of the last Monday by now."""
    here = _hour(scene, week_of(scene.now, scene.zone))
    return here if here <= scene.now else _hour(scene, week_after(week_of(scene.now, scene.zone), -1))


def _after(scene: Scene) -> datetime:
    """The hour of the next one."""
    here = _hour(scene, week_of(scene.now, scene.zone))
    return here if here > scene.now else _hour(scene, week_after(week_of(scene.now, scene.zone)))


def _hour(scene: Scene, week: str) -> datetime:
    zone = scene.zone
    return calendar.instant(datetime.combine(calendar.wall(monday_of(week, zone), zone).date(), AT), zone)
