"""Gatherings as calendars keep them (RFC 5545, 7986): one file for whoever asked, one feed for whoever subscribes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vUri
from icalendar.prop import vCalAddress, vText
from sqlalchemy import Connection

from bot.formats import File, language_of
from bot.formats.zones import timezone_of
from handlers import gathering_words
from handlers.context import Context
from handlers.gatherings import CANCELLED, DRAFT, Gathering
from handlers.guide import Guide
from handlers.layout import in_lines
from handlers.messages import Address
from handlers.reading import reader
from storage.gatherings import one
from storage.play import Scene

MEDIA_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=6)
"""How often a subscribed calendar asks again."""
BEFORE = timedelta(days=1)
"""When the alarm of a file rings: the same hour of the day before."""
PRODUCER = "-//Boussole//boussole-ess//FR"
_SAID = ("audience", "price", "access", "meeting_point", "end_point", "joining_late", "rain_plan", "contact")


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> File | None:
    """`ics:<gathering>@<sequence>`: the gathering as it is by now, whatever it was when the file was asked for."""
    id = what.partition("@")[0]
    gathering = one(connection, int(id)) if id.isdecimal() else None
    if gathering is None or gathering.state == DRAFT:
        return None
    context = reader(scene.guide, language_of(connection, to), scene.now)
    return File(f"{context.say('calendar-file')}-{gathering.id}.ics", MEDIA_TYPE, single(context, gathering))


def single(context: Context, gathering: Gathering) -> bytes:
    """One gathering: it enters a calendar, changes there, or is crossed out, with an alarm the day before."""
    gone = gathering.state == CANCELLED
    calendar = _calendar("CANCEL" if gone else "PUBLISH")
    event = _event(context, gathering, context.now)
    if not gone:
        event.add_component(_alarm(gathering_words.title(context, gathering)))
    calendar.add_component(event)
    return _written(calendar, [gathering])


def feed(guide: Guide, gatherings: Sequence[Gathering], language: str, stamp: datetime, name: str = "") -> bytes:
    """What a calendar subscribes to: each date is an entry of its own, so that a series keeps its hours over clock
    changes, and one date may move alone; cancelled ones stay, crossed out. `stamp`: when this was read (aware);
    `name`: of a series or a network, else that of the territory. The same values give the same bytes."""
    context = reader(guide, language, stamp)
    calendar = _calendar("PUBLISH")
    title = context.say("calendar-name", name=name or guide.pack.territory.name)
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", guide.zone)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    shown = [gathering for gathering in gatherings if gathering.state != DRAFT]
    for gathering in shown:
        calendar.add_component(_event(context, gathering, stamp))
    return _written(calendar, shown)


def uid(guide: Guide, gathering: Gathering) -> str:
    """What a calendar knows a date by, for ever. Dates of a series share the uid of the table, not this one."""
    # Nothing of a feed that was taken in goes out as it came.
    digest = sha256(gathering.uid.encode()).hexdigest()[:12]
    return f"{gathering.id}-{digest}@{guide.pack.territory.id}.boussole"


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _written(calendar: Calendar, gatherings: Sequence[Gathering]) -> bytes:
    """The zones come first, each once."""
    years: dict[str, set[int]] = {}
    for each in gatherings:
        years.setdefault(each.zone, set()).update((each.starts_at.year, each.ends_at.year))
    parts = [timezone_of(zone, min(known), max(known)) for zone, known in sorted(years.items())]
    calendar.subcomponents = [*parts, *calendar.subcomponents]
    written: bytes = calendar.to_ical()
    return written


def _event(context: Context, gathering: Gathering, stamp: datetime) -> Event:
    guide = context.guide
    event = Event()
    event.add("uid", uid(guide, gathering))
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", gathering.sequence)
    event.add("summary", gathering_words.title(context, gathering))
    for name, value in _hours(guide, gathering):
        event.add(name, value)
    event.add("status", "CANCELLED" if gathering.state == CANCELLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if _lasts_days(guide, gathering) else "OPAQUE")
    event.add("class", "PUBLIC")
    for name, said in _texts(context, gathering):
        if said:
            event.add(name, said)
    event.add("organizer", _organiser(context, gathering))
    return event


def _hours(guide: Guide, gathering: Gathering) -> Iterator[tuple[str, date]]:
    zone = ZoneInfo(gathering.zone)
    start, end = gathering.starts_at.astimezone(zone), gathering.ends_at.astimezone(zone)
    if _lasts_days(guide, gathering):
        # Days of which no hour is worth an entry: the end is the day after the last one.
        yield "dtstart", start.date()
        yield "dtend", end.date() + timedelta(days=1)
        return
    yield "dtstart", start
    yield "dtend", end


def _lasts_days(guide: Guide, gathering: Gathering) -> bool:
    kind = guide.pack.gatherings.kind_by_id.get(gathering.kind)
    return kind is not None and kind.form == "programme"


def _texts(context: Context, gathering: Gathering) -> Iterator[tuple[str, str]]:
    yield "description", in_lines(_description(context, gathering))
    yield "location", gathering_words.where(context, gathering)
    yield "categories", _kind(context, gathering)
    yield "contact", gathering.text("contact")
    link = gathering.text("link")
    yield "url", vUri(link) if link.startswith(("https://", "http://")) else ""


def _kind(context: Context, gathering: Gathering) -> str:
    known = gathering.kind in context.pack.gatherings.kind_by_id
    return context.say(f"kind-{gathering.kind}") if known else ""


def _description(context: Context, gathering: Gathering) -> Iterator[str]:
    if gathering.state == CANCELLED:
        yield context.say("gathering-cancelled", reason=gathering.reason).strip()
    yield gathering.text("about")
    yield from (gathering_words.stop(context, gathering, each) for each in gathering.stops)
    for name in _SAID:
        yield gathering_words.said(context, name, gathering.text(name))
    if gathering.text("link"):
        yield context.say("gathering-link", link=gathering.text("link"))
    yield context.say("gathering-by", network=context.pack.network_name(gathering.network))


def _organiser(context: Context, gathering: Gathering) -> vCalAddress:
    """A name is needed where a calendar expects a mailbox; whose mailbox it is stays private."""
    address = vCalAddress("invalid:nomail")
    address.params["CN"] = vText(context.pack.network_name(gathering.network))
    return address


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -BEFORE)
    return alarm
