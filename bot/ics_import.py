"""A calendar of elsewhere, read: its entries with their dates to come, and each mistake by its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar

from bot.ics_fields import kind_of, texts
from bot.ics_lines import EVENT, Block, CalendarRefused, Mistake, blocks, text_of
from handlers.calendar import RuleRefused, Series, instant, occurrences
from handlers.gatherings import CANCELLED, DRAFT, PUBLISHED
from handlers.guide import Guide
from storage.imports import Date, Entry, mark_of, own_uid

AHEAD = timedelta(days=400)
MOST_DATES = 200
"""Of one entry."""
LONGEST_STAY = timedelta(days=31)
_WALL = "%Y-%m-%d %H:%M"
_NEEDED = ("UID", "DTSTART")
_READ = frozenset({*_NEEDED, "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "STATUS"})
_STATES = {"CANCELLED": CANCELLED, "TENTATIVE": DRAFT}
_HOUR = timedelta(hours=1)
_NO_HOUR = time(23, 59)


@dataclass(slots=True)
class Read:
    """What a calendar holds for us. `past`: entries that are over; `drafts`: dates that somebody has to complete."""

    entries: list[Entry] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    past: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """Those of the entries that it has."""
        return frozenset(mark_of(entry.uid) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class _Part:
    """One VEVENT, with where it stands."""

    entry: Mapping[str, Any]
    block: Block
    uid: str
    zone: str
    start: datetime
    length: timedelta
    recurrence: datetime | None
    all_day: bool


def read(raw: bytes, guide: Guide, network: str, now: datetime, kind: str = "") -> Read:
    """The entries of a calendar. `kind`: of those that do not say what they are. Raises CalendarRefused for what is
    no calendar; one entry that cannot be read is a mistake, and the others are read. An export of OpenAgenda is one."""
    from bot import openagenda  # it reads into what is declared here

    if openagenda.is_one(raw):
        return openagenda.read(raw, guide, network, now, kind)
    text = text_of(raw)
    where = blocks(text)
    try:
        events = Calendar.from_ical(text).walk(EVENT)
    except (ValueError, KeyError, IndexError) as error:
        raise CalendarRefused("cli-ics-no-calendar", 1) from error
    found = Read()
    by_uid: dict[str, list[_Part]] = {}
    for event, block in zip(events, where, strict=True):
        part = _part(event, block, guide, found)
        if part is not None:
            by_uid.setdefault(part.uid, []).append(part)
    for uid, parts in by_uid.items():
        try:
            entry = _entry(own_uid(network, uid), parts, guide, now, kind)
        except _WrongError as wrong:
            found.mistakes.append(wrong.mistake)
        else:
            found.past += not entry.dates
            found.entries.append(entry)
    found.mistakes.sort(key=lambda mistake: mistake.line)
    return found


class _WrongError(Exception):
    def __init__(self, line: int, why: str, /, **facts: str) -> None:
        super().__init__(why)
        self.mistake = Mistake(line, why, facts)


def _part(event: Any, block: Block, guide: Guide, found: Read) -> _Part | None:
    broken = [str(name) for name, _ in event.errors if name in _READ]
    lacking = [name for name in _NEEDED if name not in event]
    for name in broken:
        found.mistakes.append(Mistake(block.of(name), "cli-ics-value", {"name": name}))
    for name in lacking if not broken else ():
        found.mistakes.append(Mistake(block.line, "cli-ics-lacks", {"name": name}))
    if broken or lacking:
        return None
    try:
        return _timed(event, block, guide)
    except _WrongError as wrong:
        found.mistakes.append(wrong.mistake)
        return None


def _timed(event: Any, block: Block, guide: Guide) -> _Part:
    begins = _one(event, "DTSTART", block).dt
    all_day = not isinstance(begins, datetime)
    zone = _zone(begins, guide.zone)
    start = _wall(begins, zone)
    length = _length(event, block, start, zone, guide)
    if not timedelta() < length <= LONGEST_STAY:
        raise _WrongError(block.of("DTEND"), "cli-ics-length")
    again = event.get("RECURRENCE-ID")
    recurrence = _wall(again.dt, zone) if again is not None else None
    return _Part(event, block, str(event["UID"]).strip(), zone, start, length, recurrence, all_day)


def _one(event: Any, name: str, block: Block) -> Any:
    value = event[name]
    if isinstance(value, list):
        raise _WrongError(block.of(name), "cli-ics-twice", name=name)
    return value


def _zone(moment: date, usual: str) -> str:
    """The zone of an hour as it is written, if it is one of the world's; else that of the territory."""
    name = getattr(getattr(moment, "tzinfo", None), "key", None)
    try:
        return str(ZoneInfo(name).key) if name and "/" in name and not name.startswith("Etc/") else usual
    except (ZoneInfoNotFoundError, ValueError):
        return usual


def _wall(moment: date, zone: str) -> datetime:
    """An hour as a clock on the wall there shows it: a day begins at midnight, an hour without a zone is local."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if moment.tzinfo else moment


def _length(event: Any, block: Block, start: datetime, zone: str, guide: Guide) -> timedelta:
    if "DTEND" in event:
        ends = _one(event, "DTEND", block).dt
        if not isinstance(ends, datetime):
            # The day after the last one.
            return datetime.combine(ends - timedelta(days=1), _NO_HOUR) - start
        return _wall(ends, zone) - start
    if "DURATION" in event:
        length: timedelta = _one(event, "DURATION", block).dt
        return length
    if not isinstance(event["DTSTART"].dt, datetime):
        return datetime.combine(start.date(), _NO_HOUR) - start
    known = guide.pack.gatherings.kind_by_id.get(kind_of(guide, event, days=False))
    return timedelta(minutes=known.minutes) if known else _HOUR


def _entry(uid: str, parts: Sequence[_Part], guide: Guide, now: datetime, kind: str) -> Entry:
    """The parts of one entry: what it is, and the dates of it that are said apart."""
    whole = next((part for part in parts if part.recurrence is None), parts[0])
    apart = [part for part in parts if part.recurrence is not None]
    named = kind_of(guide, whole.entry, days=whole.length > timedelta(days=1)) or kind
    dates = {each.recurrence: each for each in _dates(whole, now)}
    said = texts(guide, whole.entry)
    if not said.get("title"):
        raise _WrongError(whole.block.of("SUMMARY"), "cli-ics-lacks", name="SUMMARY")
    state = _state(whole)
    for part in apart:
        each = _apart(part, said, state, guide)
        dates[each.recurrence] = each
    ahead = sorted((each for each in dates.values() if each.ends_at > now), key=lambda each: each.starts_at)
    if ahead and named not in guide.pack.gatherings.kind_by_id:
        known = ", ".join(guide.pack.gatherings.kind_by_id)
        raise _WrongError(whole.block.of("CATEGORIES"), "cli-ics-kind", title=said["title"], known=known)
    return Entry(uid, named, whole.zone, state, said, tuple(ahead[:MOST_DATES]))


def _state(part: _Part) -> str:
    """What is to be completed, or is not sure yet, waits as a draft."""
    said = str(part.entry.get("STATUS", "")).strip().upper()
    untimed = part.all_day and part.length < timedelta(days=1)
    return _STATES.get(said, DRAFT if untimed else PUBLISHED)


def _dates(part: _Part, now: datetime) -> Iterator[Date]:
    if part.recurrence is not None:
        return
    if "RRULE" not in part.entry and "RDATE" not in part.entry:
        yield _date(part, part.start, "")
        return
    skipped = frozenset(_listed(part, "EXDATE"))
    days = {each.date() for each in _days(part, "EXDATE")}
    hours = Series(part.zone, part.start, _rule(part), skipped, frozenset(_listed(part, "RDATE")))
    try:
        found = occurrences(hours, now - part.length, now + AHEAD)
    except RuleRefused as error:
        raise _WrongError(part.block.of("RRULE"), "cli-ics-rule") from error
    for hour in found:
        if hour.date() not in days:
            yield _date(part, hour, hour.strftime(_WALL))


def _rule(part: _Part) -> str:
    return _one(part.entry, "RRULE", part.block).to_ical().decode() if "RRULE" in part.entry else ""


def _listed(part: _Part, name: str) -> Iterator[datetime]:
    given = part.entry.get(name)
    for each in given if isinstance(given, list) else [given] if given is not None else []:
        yield from (_wall(moment.dt, part.zone) for moment in each.dts if not isinstance(moment.dt, tuple))


def _days(part: _Part, name: str) -> Iterator[datetime]:
    """Those that are whole days."""
    return (hour for hour in _listed(part, name) if hour.time() == time())


def _date(part: _Part, start: datetime, recurrence: str) -> Date:
    return Date(recurrence, instant(start, part.zone), instant(start + part.length, part.zone).astimezone(UTC))


def _apart(part: _Part, said: Mapping[str, str], state: str, guide: Guide) -> Date:
    """A date that is otherwise than its entry."""
    assert part.recurrence is not None
    own = texts(guide, part.entry)
    other = {name: own.get(name, "") for name in {*own, *said} if own.get(name, "") != said.get(name, "")}
    named = _date(part, part.start, part.recurrence.strftime(_WALL))
    return replace(named, state="" if _state(part) == state else _state(part), texts=other)
