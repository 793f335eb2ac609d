"""A calendar file line by line (RFC 5545): where each entry and each of its properties stands, and what breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LARGEST = 2_000_000
MOST_ENTRIES = 2_000
CALENDAR, EVENT = "VCALENDAR", "VEVENT"


class CalendarRefused(Exception):
    """A file that is no calendar: the sentence that says why, and its line (0: the file as a whole)."""

    def __init__(self, name: str, line: int = 0, **facts: str) -> None:
        super().__init__(name)
        self.name = name
        self.line = line
        self.facts = facts


@dataclass(slots=True)
class Block:
    """One entry: the line where it begins, and those of its properties by name."""

    line: int
    lines: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> int:
        """The line of a property, or where the entry begins."""
        return self.lines.get(name.upper(), self.line)


def text_of(raw: bytes) -> str:
    """The file as text; raises CalendarRefused."""
    if len(raw) > LARGEST:
        raise CalendarRefused("cli-ics-large", megabytes=str(LARGEST // 1_000_000))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CalendarRefused("cli-ics-encoding", raw.count(b"\n", 0, error.start) + 1) from error


def blocks(text: str) -> tuple[Block, ...]:
    """Its entries in order; raises CalendarRefused where the file is not one calendar that begins and ends."""
    found: list[Block] = []
    opened: list[tuple[str, int]] = []
    number = 0
    for number, line in _unfolded(text):
        name, _, value = line.partition(":")
        name = name.partition(";")[0].strip().upper()
        if not opened and name != "BEGIN":
            raise CalendarRefused("cli-ics-no-calendar", number)
        if name == "BEGIN":
            _open(opened, value.strip().upper(), number, found)
        elif name == "END":
            _close(opened, value.strip().upper(), number)
        elif opened[-1][0] == EVENT:
            found[-1].lines.setdefault(name, number)
    if opened:
        raise CalendarRefused("cli-ics-unfinished", opened[-1][1], part=opened[-1][0])
    if not number:
        raise CalendarRefused("cli-ics-no-calendar", 1)
    return tuple(found)


def _open(opened: list[tuple[str, int]], part: str, number: int, found: list[Block]) -> None:
    if not opened and part != CALENDAR:
        raise CalendarRefused("cli-ics-no-calendar", number)
    opened.append((part, number))
    if part == EVENT:
        found.append(Block(number))
        if len(found) > MOST_ENTRIES:
            raise CalendarRefused("cli-ics-many", number, most=str(MOST_ENTRIES))


def _close(opened: list[tuple[str, int]], part: str, number: int) -> None:
    if opened[-1][0] != part:
        raise CalendarRefused("cli-ics-unfinished", opened[-1][1], part=opened[-1][0])
    opened.pop()


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each whole line with the number of its first piece; a piece that begins with a blank goes on with the last."""
    whole, first = "", 0
    for number, piece in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if piece[:1] in (" ", "\t") and first:
            whole += piece[1:]
            continue
        if whole.strip():
            yield first, whole
        whole, first = piece, number
    if whole.strip():
        yield first, whole


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be taken from a calendar: its line, the sentence that says why, and what it names."""

    line: int
    name: str
    facts: Mapping[str, str] = field(default_factory=dict)
