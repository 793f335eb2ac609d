"""An export of OpenAgenda (its events in JSON), read like a calendar: its entries, and each mistake by its line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.ics_fields import cut, kind_of, plain, texts
from bot.ics_import import AHEAD, LONGEST_STAY, MOST_DATES, Read
from bot.ics_lines import MOST_ENTRIES, CalendarRefused, Mistake, text_of
from handlers.gathering_fields import LONGEST
from handlers.gatherings import CANCELLED, DRAFT, PUBLISHED
from handlers.guide import Guide
from storage.imports import Date, Entry, own_uid

_WALL = "%Y-%m-%d %H:%M"
_PUBLISHED, _POSTPONED, _CANCELLED = 2, 4, 6
"""Of OpenAgenda: a `state`, and two values of a `status`."""
_REACHED_BY = ("mi", "hi", "vi", "pi", "ii")
_USUAL = 120


@dataclass(frozen=True, slots=True)
class _Categories:
    cats: tuple[str, ...] = field(default=())


class _WrongError(Exception):
    def __init__(self, why: str, /, **facts: str) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def is_one(raw: bytes) -> bool:
    """True for what is JSON, and so no calendar file."""
    return raw[:100].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read(raw: bytes, guide: Guide, network: str, now: datetime, kind: str = "") -> Read:
    """The entries of an export. Raises CalendarRefused for what is none; an event that cannot be read is a mistake."""
    text = text_of(raw)
    try:
        held = json.loads(text)
    except json.JSONDecodeError as error:
        raise CalendarRefused("cli-agenda-json", error.lineno) from error
    except RecursionError as error:
        raise CalendarRefused("cli-agenda-json", 1) from error
    events = held.get("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise CalendarRefused("cli-agenda-no-events", 1)
    if len(events) > MOST_ENTRIES:
        raise CalendarRefused("cli-ics-many", most=str(MOST_ENTRIES))
    found = Read()
    total = held.get("total")
    if isinstance(total, int) and total > len(events):
        found.mistakes.append(Mistake(1, "cli-agenda-part", {"count": str(len(events)), "total": str(total)}))
    at = 0
    for event in events:
        line, at = _line(text, event, at)
        try:
            entry = _entry(event, guide, network, now, kind)
        except _WrongError as wrong:
            found.mistakes.append(Mistake(line, wrong.why, wrong.facts))
        else:
            found.past += not entry.dates
            found.entries.append(entry)
    return found


def _line(text: str, event: Mapping[str, Any], since: int) -> tuple[int, int]:
    """The line of an event, by its number, from where the one before stands."""
    name = json.dumps(event.get("uid"), ensure_ascii=False)
    found = next((at for said in (f'"uid": {name}', f'"uid":{name}') if (at := text.find(said, since)) >= 0), since)
    return text.count("\n", 0, found) + 1, found


def _entry(event: Mapping[str, Any], guide: Guide, network: str, now: datetime, kind: str) -> Entry:
    uid = event.get("uid")
    if not isinstance(uid, int | str) or not str(uid).strip():
        raise _WrongError("cli-ics-lacks", name="uid")
    said = _texts(event, guide)
    if not said.get("title"):
        raise _WrongError("cli-ics-lacks", name="title")
    zone = _zone(event, guide)
    dates = list(_dates(event, zone, now))
    days = any(each.ends_at - each.starts_at > timedelta(days=1) for each in dates)
    named = kind_of(guide, _as_calendar(event, guide), days=days) or kind
    if dates and named not in guide.pack.gatherings.kind_by_id:
        raise _WrongError("cli-ics-kind", title=said["title"], known=", ".join(guide.pack.gatherings.kind_by_id))
    return Entry(own_uid(network, str(uid)), named, zone, _state(event), said, tuple(dates))


def _state(event: Mapping[str, Any]) -> str:
    if event.get("status") == _CANCELLED:
        return CANCELLED
    whole = event.get("state", _PUBLISHED) == _PUBLISHED and event.get("status") != _POSTPONED
    return PUBLISHED if whole else DRAFT


def _zone(event: Mapping[str, Any], guide: Guide) -> str:
    location = event.get("location")
    place = location if isinstance(location, dict) else {}
    named = event.get("timezone") or place.get("timezone") or ""
    try:
        return str(ZoneInfo(str(named)).key) if named else guide.zone
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return guide.zone


def _dates(event: Mapping[str, Any], zone: str, now: datetime) -> Iterator[Date]:
    """Those that are ahead, the first one first; one that stands alone may move and stays the same one."""
    timings = event.get("timings")
    if not isinstance(timings, list) or not timings:
        raise _WrongError("cli-ics-lacks", name="timings")
    hours = sorted((_hour(each, "begin"), _hour(each, "end")) for each in timings)
    if any(not timedelta() < end - begin <= LONGEST_STAY for begin, end in hours):
        raise _WrongError("cli-ics-length")
    ahead = (each for each in hours if each[1] > now and each[0] < now + AHEAD)
    for begin, end in islice(ahead, MOST_DATES):
        recurrence = begin.astimezone(ZoneInfo(zone)).strftime(_WALL) if len(hours) > 1 else ""
        yield Date(recurrence, begin, end)


def _hour(timing: Any, name: str) -> datetime:
    try:
        found = datetime.fromisoformat(str(timing[name]))
        return found.astimezone(UTC) if found.tzinfo else _unsaid(name)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _WrongError("cli-ics-value", name=name) from error


def _unsaid(name: str) -> datetime:
    raise ValueError(name)


def _texts(event: Mapping[str, Any], guide: Guide) -> dict[str, str]:
    found = texts(guide, _as_calendar(event, guide))
    more = {"price": _said(event.get("conditions"), guide), "access": _access(event, guide)}
    return found | {name: cut(text, LONGEST.get(name, _USUAL)) for name, text in more.items() if text}


def _as_calendar(event: Mapping[str, Any], guide: Guide) -> Mapping[str, Any]:
    """The same under the names of a calendar file."""
    location = event.get("location")
    place = location if isinstance(location, dict) else {}
    parts = (place.get("name"), place.get("address"), place.get("city"))
    words = _said(event.get("keywords"), guide)
    about = _said(event.get("longDescription"), guide) or _said(event.get("description"), guide)
    return {
        "SUMMARY": _said(event.get("title"), guide),
        "DESCRIPTION": about,
        "LOCATION": ", ".join(plain(part) for part in parts if part),
        "URL": _link(event),
        "CATEGORIES": _Categories(tuple(each.strip() for each in words.split(","))),
    }


def _said(value: object, guide: Guide) -> str:
    """A text in the language of the territory, else in the first one that has it; several words joined by commas."""
    if isinstance(value, dict):
        first = value.get(guide.pack.reference_language)
        value = first or next((each for each in value.values() if each), "")
    if isinstance(value, list):
        return ", ".join(plain(each) for each in value)
    return plain(value) if isinstance(value, str) else ""


def _link(event: Mapping[str, Any]) -> str:
    """Where one registers, else where it is held on a screen."""
    ways = event.get("registration")
    for way in ways if isinstance(ways, list) else []:
        if isinstance(way, dict) and way.get("type") == "link":
            return plain(way.get("value"))
    return plain(event.get("onlineAccessLink"))


def _access(event: Mapping[str, Any], guide: Guide) -> str:
    """For whom the place is made."""
    given = event.get("accessibility")
    known = given if isinstance(given, dict) else {}
    language = guide.pack.reference_language
    said = [guide.wording.say(language, f"agenda-access-{name}") for name in _REACHED_BY if known.get(name) is True]
    return ", ".join(said)
