"""What an animator writes of a gathering: the fields, what each text of them says, and the gathering that they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers import bare, gathering_lines, moments
from handlers.calendar import instant, wall
from handlers.context import Context
from handlers.dates import at_hour, in_full
from handlers.gatherings import MOST_CAPACITY, TEXT_FIELDS, Gathering, Stop
from handlers.layout import capital
from handlers.pack import Kind, Series
from handlers.places import Found
from handlers.understand import Option, key, match, number_in

WHAT, NETWORK, WHEN, STOPS, SEATS = "what", "network", "when", "stops", "seats"
SERIES, KIND = "series.", "kind."
USUAL, LENGTH = "usual", "length"
"""Kept in a draft besides what is asked: the hour that is meant when none is said, and how long it lasts."""

LONGEST: Mapping[str, int] = {"title": 60, "about": 300, "place": 120, "address": 120, "link": 200, "access": 200}
_LONGEST = 120
_YES_OR_NO = frozenset({"toilets", "joining_late"})
"""What a yes alone answers."""
_NUMBER = re.compile(r"[-−]?\d[\d .]*")
_PAGE = re.compile(
    r"^(?:(?P<scheme>https?)://)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<rest>(?::\d+)?(?:[/?#]\S*)?)$", re.IGNORECASE
)
_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Read:
    """What a text says of a field: its value and a word of confirmation, or a sentence that says what is wrong.
    `others`: the values among which the person chooses, instead; `day`: the day of a date without its hour."""

    value: str = ""
    noted: str = ""
    problem: str = ""
    others: tuple[str, ...] = ()
    day: str = ""


def chosen(context: Context, answers: Mapping[str, str]) -> tuple[Kind | None, Series | None]:
    """The kind, and the series if there is one, that the answers name."""
    known, what = context.pack.gatherings, answers.get(WHAT, "")
    if what.startswith(SERIES):
        series = known.series_by_id.get(what.removeprefix(SERIES))
        return (known.kind_by_id.get(series.kind), series) if series else (None, None)
    return known.kind_by_id.get(what.removeprefix(KIND)), None


def what_options(context: Context, networks: tuple[str, ...]) -> tuple[Option, ...]:
    """The series of these networks, then the kinds."""
    known, guide, language = context.pack.gatherings, context.guide, context.language
    series = [each for each in known.series if each.network in networks]
    named = [guide.wording.option(language, "series", each.id) for each in series]
    kinds = [guide.wording.option(language, "kind", each.id, each.says) for each in known.kinds]
    return (
        *(Option(SERIES + each.value, each.label, each.says) for each in named),
        *(Option(KIND + each.value, each.label, each.says) for each in kinds),
    )


def read(context: Context, name: str, text: str, answers: Mapping[str, str]) -> Read:
    """What a text says of a field."""
    readers: Mapping[str, Callable[[Context, str, Mapping[str, str]], Read]] = {
        WHEN: read_when,
        SEATS: _read_seats,
        STOPS: _read_stops,
        "link": _read_link,
        "commune": _read_commune,
        WHAT: _read_what,
    }
    reader = readers.get(name)
    return reader(context, text, answers) if reader else _read_text(context, name, text)


def _read_text(context: Context, name: str, text: str) -> Read:
    said, most = " ".join(text.split()), LONGEST.get(name, _LONGEST)
    if not any(letter.isalnum() for letter in said):
        return Read(problem=context.say("form-empty"))
    if len(said) > most:
        return Read(problem=context.say("form-too-long", most=most))
    if name not in _YES_OR_NO and bare.is_yes_or_no(context, said):
        return Read(problem=bare.refusal(context, said, f"gathering-example-{name}"))
    return Read(said, context.say("form-noted-text", text=said))


def _read_what(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    networks = tuple(role.network for role in context.world.roles.mine() if role.network)
    found = match(text, what_options(context, networks), context.guide.lexicon)
    return Read(found.values[0], text) if found.found else Read(problem=context.say("gathering-what-unknown"))


def _read_commune(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    found = context.guide.places.find(text)
    if isinstance(found, Found):
        return Read(found.slug, context.say("form-noted", label=found.name))
    if found is not None:
        return Read(others=tuple(each.slug for each in found.candidates))
    return Read(problem=context.say("gathering-commune-unknown"))


def _read_seats(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    if _address(text):
        return _read_link(context, text, answers)
    numbers = _NUMBER.findall(text)
    count = int(re.sub(r"[ .]", "", numbers[0].replace("−", "-"))) if len(numbers) == 1 else None
    if not numbers:
        count = number_in(text, context.guide.lexicon)
    if count is None:
        return Read(problem=context.say("seats-unread"))
    if not 1 <= count <= MOST_CAPACITY:
        return Read(problem=context.say("seats-few" if count < 1 else "seats-many", most=MOST_CAPACITY))
    return Read(str(count), context.say("gathering-seats", seats=count))


def _address(text: str) -> str:
    """The address of a page that a text is, or nothing."""
    found = _PAGE.match(text.strip())
    if found is None or found["host"].replace(".", "").isdigit():
        return ""
    return f"{(found['scheme'] or 'https').lower()}://{found['host']}{found['rest']}"


def _read_link(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    address = _address(text)
    if not address or len(address) > LONGEST["link"]:
        return Read(problem=context.say("link-unread"))
    return Read(address, context.say("gathering-link", link=address))


def _read_stops(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    found, mistakes = gathering_lines.stops(text)
    if mistakes or not found:
        said = [mistake(context, each) for each in mistakes] or [context.say("stop-no-hour-at-all")]
        return Read(problem="\n".join(said))
    lines = "\n".join(gathering_lines.stop_lines(found))
    return Read(lines, context.say("stops-noted", count=len(found)))


def mistake(context: Context, found: gathering_lines.Mistake) -> str:
    """A mistake as people read it, with its line."""
    reason = context.say(found.name, said=found.said, most=gathering_lines.MOST_STOPS)
    return context.say("lines-mistake", line=found.line, reason=reason)


def read_when(context: Context, text: str, answers: Mapping[str, str]) -> Read:
    """The day and the hours that a text says, or what is wrong with them."""
    here, kind = context.zone, chosen(context, answers)[0]
    lasts = kind is not None and kind.form == "programme"
    usual = _hour(answers.get(USUAL, "")) or (time(9) if lasts else None)
    found = moments.read(text, wall(context.now, here), moments.words_of(context.guide.wording), usual=usual)
    if found.problem or found.start is None:
        said = _wrong(context, found)
        day = found.values.get("day", "") if found.problem == "when-no-hour" else ""
        return Read(problem=capital(said), day=day)
    if len(found.others) > 0:
        asked = "when-sure" if len(found.others) == 1 else "when-which"
        values = tuple(_value(context, each, _moved(found.end, found.start, each), answers) for each in found.others)
        return Read(others=values, noted=context.say(asked))
    return settled(context, _value(context, found.start, found.end, answers))


def settled(context: Context, value: str) -> Read:
    """Hours that were read, if clocks ever show them, and in which words."""
    here, hours = context.zone, moments.unwritten(value)
    if hours is None:
        return Read(problem=context.say("when-unread"))
    start, end = hours
    if wall(instant(start, here), here) != start:
        later = at_hour(instant(start, here), here, context.language)
        return Read(problem=context.say("when-skipped", hour=later))
    if instant(start, here) <= context.now:
        return Read(problem=context.say("when-past", day=in_full(start.date(), context.language)))
    if end is not None and instant(end, here) <= instant(start, here):
        return Read(problem=context.say("when-end-before"))
    return Read(value, context.say("form-noted", label=hours_in_words(context, value)))


def _wrong(context: Context, found: moments.Moment) -> str:
    values = dict(found.values)
    if "day" in values:
        day = datetime.fromisoformat(values["day"]).date()
        values["day"] = in_full(day, context.language)
    return context.say(found.problem or "when-unread", **values)


def _value(context: Context, start: datetime, end: datetime | None, answers: Mapping[str, str]) -> str:
    """A beginning and an end: the one that was said, or as long as such a gathering lasts."""
    if end is None:
        length = int(answers.get(LENGTH) or 0) or _length(context, answers)
        end = start + timedelta(minutes=length)
    return moments.written(start, end)


def _length(context: Context, answers: Mapping[str, str]) -> int:
    kind, series = chosen(context, answers)
    return (series.minutes if series and series.minutes else kind.minutes if kind else 0) or 2 * 60


def _moved(end: datetime | None, start: datetime, to: datetime) -> datetime | None:
    return None if end is None else end + (to - start)


def _hour(text: str) -> time | None:
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute)) if hour.isdecimal() and minute.isdecimal() else None


def hours_in_words(context: Context, value: str) -> str:
    """« jeudi 3 décembre 2026, de 8 h 30 à 10 h »: with the year, for it was just typed."""
    hours = moments.unwritten(value)
    if hours is None:
        return value
    here, language, (start, end) = context.zone, context.language, hours
    first, until = instant(start, here), instant(end or start, here)
    if end is not None and (end - start).total_seconds() > _PER_DAY * 30:
        days = (in_full(each.date(), language) for each in (start, end))
        return context.say("gathering-days", **dict(zip(("first", "last"), days, strict=True)))
    values = {"from": at_hour(first, here, language), "to": at_hour(until, here, language)}
    return context.say("gathering-when", day=in_full(start.date(), language), **values)


def built(context: Context, answers: Mapping[str, str], former: Gathering | None = None) -> Gathering | None:
    """The gathering that the answers make, over the one there was; None without a kind or hours."""
    kind, series = chosen(context, answers)
    hours = moments.unwritten(answers.get(WHEN, ""))
    if kind is None or hours is None:
        return None
    here = former.zone if former else context.zone
    start, end = hours
    walked = tuple(_stops(answers.get(STOPS, ""), start, here))
    until = max([instant(end or start, here), *(each.at for each in walked)])
    texts = {name: answers[name] for name in TEXT_FIELDS if answers.get(name)}
    if walked and not texts.get("place"):
        texts["place"] = walked[0].place
    seats = answers.get(SEATS, "")
    return Gathering(
        id=former.id if former else 0,
        uid=former.uid if former else "",
        network=answers.get(NETWORK, ""),
        kind=kind.id,
        starts_at=instant(start, here),
        ends_at=until,
        zone=here,
        state=former.state if former else "draft",
        texts=texts,
        series=series.id if series else "",
        seats=int(seats) if seats.isdecimal() and not texts.get("link") else None,
        aside=former.aside if former else 0,
        version=former.version if former else 0,
        sequence=former.sequence if former else 0,
        stops=walked,
    )


def _stops(text: str, start: datetime, here: str) -> tuple[Stop, ...]:
    found, _ = gathering_lines.stops(text)
    return tuple(
        Stop(number, instant(datetime.combine(start, each.hour), here), each.place, each.minutes_on_foot, each.access)
        for number, each in enumerate(found, 1)
    )


def answers_of(gathering: Gathering) -> dict[str, str]:
    """The answers that would make this gathering."""
    start, end = wall(gathering.starts_at, gathering.zone), wall(gathering.ends_at, gathering.zone)
    walked = tuple(
        gathering_lines.WalkStop(wall(each.at, gathering.zone).time(), each.place, each.minutes_on_foot, each.access)
        for each in gathering.stops
    )
    return {
        WHAT: SERIES + gathering.series if gathering.series else KIND + gathering.kind,
        NETWORK: gathering.network,
        WHEN: moments.written(start, end),
        SEATS: "" if gathering.seats is None else str(gathering.seats),
        STOPS: "\n".join(gathering_lines.stop_lines(walked)),
        USUAL: f"{start:%H:%M}",
        LENGTH: str(int((end - start).total_seconds() // 60)),
        **{name: gathering.text(name) for name in TEXT_FIELDS},
    }


def is_same(one: Gathering, other: Gathering) -> bool:
    """True for two gatherings that are one: same network, same hour, same title."""
    alike = (one.network, one.starts_at, key(one.title)) == (other.network, other.starts_at, key(other.title))
    return alike and one.id != other.id
