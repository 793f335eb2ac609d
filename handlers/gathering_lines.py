"""A gathering written as lines, « Titre : … », and the stops of a walk, one per line; each mistake by its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from handlers.places import plain
from handlers.understand import key
from handlers.wording import Wording

MOST_STOPS = 20
MOST_MINUTES = 240
LONGEST_PLACE = 120

STOPS, WHEN, HOUR, WHAT = "stops", "when", "hour", "what"
_LINE = re.compile(r"^\s*[-•*]?\s*(?P<name>[^:\d][^:]{1,40}?)\s*[:：]\s*(?P<said>.*)$")
_STOP = re.compile(
    r"^\s*(?:[-•*]\s+|\d{1,2}[.)]\s+)?(?P<hour>\d{1,2})\s*(?:h|:)\s*(?P<minute>\d{2})?(?![\d:])\s*[:,–-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ON_FOOT = re.compile(r"^(?P<minutes>\d{1,4}) ?(?:min|mn|minutes?|')\b")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be read: the number of the line, the name of the sentence that says why, and the line."""

    line: int
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class WalkStop:
    """One stop as it is written, at a wall-clock hour."""

    hour: time
    place: str
    minutes_on_foot: int = 0
    access: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What each field says, and on which line it stands."""

    said: Mapping[str, str]
    lines: Mapping[str, int]
    mistakes: tuple[Mistake, ...] = ()


def is_pasted(text: str, wording: Wording, names: tuple[str, ...]) -> bool:
    """True for a text of lines of which at least one names a field."""
    known = _known(wording, names)
    return any((found := _LINE.match(line)) and key(found["name"]) in known for line in text.splitlines())


def read(text: str, wording: Wording, names: tuple[str, ...]) -> Pasted:
    """The fields of a pasted text, by name. An hour in a line of its own belongs to the date."""
    known = _known(wording, names)
    said: dict[str, str] = {}
    lines: dict[str, int] = {}
    mistakes: list[Mistake] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, value = _read_line(line, known)
        if name is None:
            mistakes.append(Mistake(number, "lines-unknown", line.strip()))
            continue
        joint = "\n" if name == STOPS else " "
        said[name] = f"{said[name]}{joint}{value}" if said.get(name) else value
        lines.setdefault(name, number)
    if hour := said.pop(HOUR, ""):
        said[WHEN] = f"{said.get(WHEN, '')} {hour}".strip()
        lines.setdefault(WHEN, lines[HOUR])
    return Pasted({name: value for name, value in said.items() if value}, lines, tuple(mistakes))


def _read_line(line: str, known: Mapping[str, str]) -> tuple[str | None, str]:
    if _STOP.match(line):
        return STOPS, line.strip()
    found = _LINE.match(line)
    name = known.get(key(found["name"])) if found else None
    return (name, found["said"].strip()) if found and name else (None, "")


def _known(wording: Wording, names: tuple[str, ...]) -> Mapping[str, str]:
    """Each way of naming a field, as a key, and the field."""
    ways = ((key(said), name) for name in (*names, HOUR) for said in wording.parts(f"lines-{name}"))
    return dict(ways)


def stops(text: str, first_line: int = 1) -> tuple[tuple[WalkStop, ...], tuple[Mistake, ...]]:
    """The stops that lines say, « 14:00 Maison Stéphane Hessel, 15 min à pied, marches », and the mistakes."""
    found: list[WalkStop] = []
    mistakes: list[Mistake] = []
    for number, line in enumerate(text.splitlines(), first_line):
        if not line.strip():
            continue
        read = _stop(line)
        if isinstance(read, str):
            mistakes.append(Mistake(number, read, line.strip()))
        elif found and read.hour <= found[-1].hour:
            mistakes.append(Mistake(number, "stop-before", line.strip()))
        else:
            found.append(read)
    if len(found) > MOST_STOPS:
        mistakes.append(Mistake(first_line + MOST_STOPS, "stop-many", ""))
    return tuple(found[:MOST_STOPS]), tuple(mistakes)


def _stop(line: str) -> WalkStop | str:
    """A stop, or the name of the sentence that says what is wrong."""
    found = _STOP.match(line)
    if found is None:
        return "stop-no-hour"
    try:
        hour = time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        return "stop-hour"
    place, *rest = (part.strip() for part in found["rest"].split(","))
    if not place or _ON_FOOT.match(plain(place)):
        return "stop-no-place"
    if len(place) > LONGEST_PLACE:
        return "stop-long"
    on_foot, access = _walked(rest)
    return "stop-far" if on_foot > MOST_MINUTES else WalkStop(hour, place, on_foot, access)


def _walked(parts: list[str]) -> tuple[int, str]:
    """The minutes on foot, if one part says them, and the rest as it is written."""
    minutes, others = 0, []
    for part in parts:
        found = _ON_FOOT.match(plain(part))
        if found and not minutes:
            minutes = int(found["minutes"])
        elif part:
            others.append(part)
    return minutes, ", ".join(others)


def stop_lines(stops: tuple[WalkStop, ...]) -> Iterator[str]:
    """The stops as they are written again, to be corrected."""
    for stop in stops:
        on_foot = f"{stop.minutes_on_foot} min" if stop.minutes_on_foot else ""
        yield ", ".join(part for part in (f"{stop.hour:%H:%M} {stop.place}", on_foot, stop.access) if part)


def is_link(value: str) -> bool:
    """True for the address of a page, instead of a number of seats."""
    return "://" in value
