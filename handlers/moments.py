"""Reads the day and the hours of a gathering as people write them, in the words of every language of a pack.

What is read is a naive wall-clock hour; a text that says no such hour gets the name of the sentence that says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from babel.dates import get_day_names, get_month_names

from handlers.gatherings import AHEAD
from handlers.places import plain
from handlers.understand import distance, key
from handlers.wording import Wording

_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)t?")
_NUMBERS = re.compile(
    r"(?<![\dh:/.-])(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2})(?: ?[/.-] ?(?P<y>\d{4}|\d{2}))?(?![\dh:/]| ?h\b| ?[ap]m\b)"
)
_NAMED = re.compile(r"(?<!\d)(?P<d>\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(?P<w>[a-z]{3,})\.?(?:,? (?P<y>\d{4}))?")
_NAMED_FIRST = re.compile(
    r"\b(?P<w>[a-z]{3,})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:h|:|[ap]m))(?:,? (?P<y>\d{4}))?"
)
_OF_RANGE = re.compile(r"(?<!\d)(?P<d>\d{1,2})(?:er|st|nd|rd|th)? (?:au|to|-) (?=\d{1,2}(?:er|st|nd|rd|th)? [a-z])")
_HOUR = re.compile(
    r"(?<!\d)(?P<h>\d{1,2}) ?(?:h(?:eures?)?\b|h(?=\d)|:|\.(?=\d{2})) ?(?P<m>\d{2})?(?!\d)(?: ?(?P<p>[ap]m)\b)?"
)
_HALF_DAY = re.compile(r"(?<![\d:])(?P<h>\d{1,2}) ?(?P<p>[ap]m)\b")
_NOON, _MONTHS, _SHORTEST, _FAR = 12, 12, 3, timedelta(days=300)
_FORMAT = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of days, months and hours, as keys. `inexact`: those that tell, beside a weekday alone, that another
    week is meant than the next (« le premier jeudi de décembre »)."""

    months: Mapping[str, int]
    days: Mapping[str, int]
    relative: Mapping[str, int]
    following: frozenset[str]
    inexact: frozenset[str]
    hours: Mapping[str, time]


@dataclass(frozen=True, slots=True)
class Moment:
    """What was read. `problem`: the name of the sentence that says what is wrong; `values` fill it in. `others`:
    the hours among which to choose, when the text may mean several."""

    start: datetime | None = None
    end: datetime | None = None
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    others: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    at: int
    to: int
    day: date | None
    weekday: int | None = None
    unsure: bool = False


def words_of(wording: Wording) -> Words:
    """The words of every language of a pack."""
    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for language in wording.languages:
        for width in ("wide", "abbreviated"):
            months |= {key(name): number for number, name in get_month_names(width, locale=language).items()}
            days |= {key(name): number for number, name in get_day_names(width, locale=language).items()}
    said = {-2: "lexicon-before-yesterday", -1: "lexicon-yesterday"}
    said |= {number: f"lexicon-day-{number}" for number in (0, 1, 2)}
    relative = {key(word): number for number, name in said.items() for word in wording.parts(name)}
    hours = {key(word): time(_NOON) for word in wording.parts("lexicon-noon")}
    following, inexact = (frozenset(map(key, wording.parts(f"lexicon-{name}"))) for name in ("following", "inexact"))
    named = {key(name) for each in wording.languages for name in get_month_names("wide", locale=each).values()}
    return Words(months, days, relative, following, inexact | named, hours)


def written(start: datetime, end: datetime | None = None) -> str:
    """Hours as the answer of a form keeps them: one word."""
    return "/".join(each.strftime(_FORMAT) for each in (start, end) if each)


def unwritten(value: str) -> tuple[datetime, datetime | None] | None:
    """The hours that an answer keeps; None if it keeps none."""
    try:
        start, *end = (datetime.strptime(each, _FORMAT) for each in value.split("/"))  # noqa: DTZ007  # wall-clock
    except ValueError:
        return None
    return start, end[0] if end else None


def read(text: str, now: datetime, words: Words, *, usual: time | None = None, ends: time | None = None) -> Moment:
    """The day and the hours that a text says. `now` is naive, in the zone of the gathering. `usual`: the hour that
    is meant when none is said; `ends`: that of the last day of what lasts for days."""
    said = " ".join(plain(text).replace("’", "'").split())
    days = _first_ones(_days(said, now.date(), words))
    if any(each.day is None for each in days):
        return Moment(problem="when-impossible", values={"said": text})
    rest = said
    for each in days:
        rest = rest[: each.at] + " " * (each.to - each.at) + rest[each.to :]
    if any(each.weekday is not None for each in days) and words.inexact & set(re.findall(r"[a-z]+", rest)):
        return Moment(problem="when-no-day", values={"said": said})
    hours = list(_hours(rest, words))
    if any(hour is None for _, hour in hours):
        return Moment(problem="when-no-such-hour", values={"said": text})
    return _put_together(days, [hour for _, hour in hours if hour is not None], now, usual, ends, said=text)


def _put_together(
    days: list[_Day], hours: list[time], now: datetime, usual: time | None, ends: time | None, *, said: str
) -> Moment:
    if not days:
        return Moment(problem="when-no-day" if hours else "when-unread", values={"said": said})
    if len(days) > 2 or len(hours) > 2:  # a beginning and an end
        return Moment(problem="when-many")
    wrong = next((each for each in days if each.weekday is not None and each.day and _day(each) != each.weekday), None)
    if wrong is not None and wrong.day is not None:
        return Moment(problem="when-weekday", values={"day": wrong.day.isoformat()})
    first = days[0].day or now.date()
    hour = hours[0] if hours else usual
    if hour is None:
        problem = "when-past" if first < now.date() else "when-no-hour"
        return Moment(problem=problem, values={"day": first.isoformat()})
    start, end = datetime.combine(first, hour), _end(days, hours, ends)
    return _sound(start, end, now, unsure=days[0].unsure)


def _end(days: list[_Day], hours: list[time], ends: time | None) -> datetime | None:
    last = days[-1].day
    if last is None or (len(days) == 1 and len(hours) < 2):
        return None
    hour = hours[1] if len(hours) > 1 else ends or time(18)
    return datetime.combine(last, hour)


def _sound(start: datetime, end: datetime | None, now: datetime, *, unsure: bool) -> Moment:
    if end is not None and end <= start:
        return Moment(problem="when-end-before")
    if start <= now:
        return Moment(problem="when-past", values={"day": start.date().isoformat()})
    if start - now > AHEAD:
        return Moment(problem="when-far", values={"day": start.date().isoformat()})
    if unsure:
        others = (start, start + timedelta(days=7))
        return Moment(start, end, others=tuple(each for each in others if each - now <= AHEAD))
    return Moment(start, end, others=(start,) if start - now > _FAR else ())


def _day(each: _Day) -> int | None:
    return each.day.weekday() if each.day else None


def _first_ones(found: Iterator[_Day]) -> list[_Day]:
    """The days in the order of the text, none inside another; a weekday beside a date belongs to it."""
    kept: list[_Day] = []
    for each in sorted(found, key=lambda one: (one.at, -one.to)):
        last = kept[-1] if kept else None
        if last is not None and each.at < last.to:
            continue
        kept.append(each)
    return _joined(kept)


def _joined(found: list[_Day]) -> list[_Day]:
    """« jeudi 3 décembre »: a weekday right before a date tells which day the date must be."""
    joined: list[_Day] = []
    for each in found:
        last = joined[-1] if joined else None
        if last is not None and last.weekday is not None and each.weekday is None and each.at - last.to <= _SHORTEST:
            joined[-1] = _Day(last.at, each.to, each.day, last.weekday)
        else:
            joined.append(each)
    return joined


def _days(said: str, today: date, words: Words) -> Iterator[_Day]:
    named = [*_NAMED.finditer(said), *_NAMED_FIRST.finditer(said)]
    dated = [(found, _month(found["w"], words)) for found in named]
    for found in (*_ISO.finditer(said), *_NUMBERS.finditer(said)):
        if "." in found.group() and not found["y"] and int(found["m"]) > _MONTHS:
            continue  # « 8.30 » is an hour
        yield _Day(found.start(), found.end(), _date(found["d"], found["m"], found["y"], today))
    for found, month in dated:
        if month:
            yield _Day(found.start(), found.end(), _date(found["d"], str(month), found["y"], today))
    for found in _OF_RANGE.finditer(said):
        other = next(((each, month) for each, month in dated if month and each.start() == found.end()), None)
        if other is not None:
            yield _Day(found.start(), found.end(), _date(found["d"], str(other[1]), other[0]["y"], today))
    yield from _said_days(said, today, words)


def _said_days(said: str, today: date, words: Words) -> Iterator[_Day]:
    """« demain », « jeudi », « jeudi prochain »."""
    spoken = [(found.start(), found.end(), key(found.group())) for found in re.finditer(r"[a-z]+", said)]
    for phrase in (phrase for phrase in words.relative if phrase.strip()):
        pattern = r"[^a-z]+".join(map(re.escape, phrase.split()))
        for found in re.finditer(rf"(?<![a-z]){pattern}(?![a-z])", said):
            yield _Day(found.start(), found.end(), today + timedelta(days=words.relative[phrase]))
    for number, (at, to, word) in enumerate(spoken):
        weekday = _weekday(word, words)
        if weekday is None:
            continue
        nearby = {each for _, _, each in spoken[max(number - 1, 0) : number + 2]}
        ahead = (weekday - today.weekday() - 1) % 7 + 1
        # « jeudi prochain » is this week's Thursday for some, next week's for others.
        yield _Day(at, to, today + timedelta(days=ahead), weekday, unsure=bool(nearby & words.following) and ahead < 7)


def _date(day: str, month: str, year: str | None, today: date) -> date | None:
    """The day of a date; without a year, the next one that there is. None for a day that no calendar has."""
    if year:
        return _real(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    found = (_real(today.year + later, int(month), int(day)) for later in (0, 1))
    return next((each for each in found if each is not None and each >= today), None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hours(said: str, words: Words) -> Iterator[tuple[int, time | None]]:
    found = [(each.start(), _time(each["h"], each["m"], each["p"])) for each in _HOUR.finditer(said)]
    taken = {at for at, _ in found}
    found += [
        (each.start(), _time(each["h"], None, each["p"]))
        for each in _HALF_DAY.finditer(said)
        if each.start() not in taken
    ]
    for word, hour in words.hours.items():
        found += [(each.start(), hour) for each in re.finditer(rf"\b{re.escape(word)}\b", said)]
    yield from sorted(found, key=lambda one: one[0])


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    number = int(hour)
    if half:
        number = number % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(number, int(minute or 0))
    except ValueError:
        return None


def _month(word: str, words: Words) -> int | None:
    return _named(word, words.months)


def _weekday(word: str, words: Words) -> int | None:
    return _named(word, words.days)


def _named(word: str, names: Mapping[str, int]) -> int | None:
    """What a word names: whole, by its beginning if it can be nothing else, or with one letter wrong."""
    if word in names:
        return names[word]
    if len(word) < _SHORTEST:
        return None
    starting = {number for name, number in names.items() if name.startswith(word) and len(word) > _SHORTEST}
    if len(starting) == 1:
        return starting.pop()
    near = {number for name, number in names.items() if len(word) > 4 and distance(word, name, 1) <= 1}
    return near.pop() if len(near) == 1 else None
