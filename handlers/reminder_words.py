"""What is said of a gathering to whoever comes, follows it, or was there: each message with its buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from handlers import calendar, gathering_words
from handlers.dates import at_hour, day_of
from handlers.gatherings import Gathering, Stop
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.reading import reader

AT = "reminding"
AGAIN_HOURS = 2

_MORNING = time(10)
_DAY_BEGINS, _DAY_ENDS = time(8), time(20)
_TOO_SOON = timedelta(minutes=30)

Say = Callable[..., str]


def sayer(guide: Guide, language: str) -> Say:
    """Says a sentence by its name, in a language that the pack speaks."""
    spoken = language if language in guide.wording.languages else guide.wording.languages[0]

    def say(name: str, /, **values: object) -> str:
        return guide.wording.say(spoken, name, **values)

    return say


def spoken(guide: Guide, language: str) -> str:
    """The language in which one who speaks this one is written to."""
    return language if language in guide.wording.languages else guide.wording.languages[0]


def when(guide: Guide, language: str, moment: datetime, zone: str, now: datetime) -> str:
    """« jeudi 3 décembre à 8 h 30 »."""
    language = spoken(guide, language)
    values = {"day": day_of(moment, zone, language, now), "hour": at_hour(moment, zone, language)}
    return guide.wording.say(language, "reminder-when", **values)


def where(guide: Guide, language: str, gathering: Gathering) -> str:
    """The place with its address and its commune, on one line; nothing if it is not known."""
    named = [gathering.text("place"), gathering.text("address"), commune(guide, gathering)]
    kept: list[str] = []
    for part in named:
        if part and not any(part.casefold() in other.casefold() for other in kept):
            kept.append(part)
    return ", ".join(kept)


def commune(guide: Guide, gathering: Gathering) -> str:
    """The name of its commune, if the pack has it."""
    return guide.places.name_by_slug.get(gathering.text("commune"), "")


def facts(
    guide: Guide, language: str, gathering: Gathering, now: datetime, joins: int = 0, *, whole: bool = True
) -> list[str]:
    """When, where, and what one has to know to be there; `joins`: the stop of a walk at which one comes."""
    say, stop = sayer(guide, language), _stop(gathering, joins)
    hour = when(guide, language, stop.at, gathering.zone, now) if stop else _start(guide, language, gathering, now)
    lines = [say("reminder-when-line", when=hour)]
    at = stop.place if stop else where(guide, language, gathering)
    lines += [say("reminder-where", where=at)] if at else []
    names = (*(() if stop else ("meeting_point",)), *(("access", "rain_plan", "price") if whole else ()))
    said = ((name, gathering.text(name).rstrip(" .")) for name in names)
    return lines + [say(f"reminder-{name.replace('_', '-')}", said=text) for name, text in said if text]


def _start(guide: Guide, language: str, gathering: Gathering, now: datetime) -> str:
    return gathering_words.start(reader(guide, spoken(guide, language), now), gathering)


def _stop(gathering: Gathering, joins: int) -> Stop | None:
    return next((stop for stop in gathering.stops if joins and stop.position == joins), None)


def reminder(
    guide: Guide,
    language: str,
    gathering: Gathering,
    now: datetime,
    *,
    seats: int = 1,
    joins: int = 0,
    late: bool = False,
) -> Reply:
    """What someone who comes is told again before the day."""
    say = sayer(guide, language)
    head = say("reminder-late" if late else "reminder-title", title=gathering.title)
    lines = [head, *facts(guide, language, gathering, now, joins)]
    lines += [say("reminder-seats", seats=seats)] if seats > 1 else []
    lines.append(say("reminder-less"))
    return Reply("\n".join(lines), (_no(guide, language, gathering), *again(guide, language, gathering, now)))


def _no(guide: Guide, language: str, gathering: Gathering) -> Choice:
    return Choice(f"coming/no:{gathering.id}", sayer(guide, language)("reminder-no"))


def again(guide: Guide, language: str, gathering: Gathering, now: datetime) -> tuple[Choice, ...]:
    """« Tell me again »: only what still makes sense."""
    say, found = sayer(guide, language), []
    if tomorrow(gathering, now) is not None:
        found.append(Choice(f"{AT}/tomorrow:{gathering.id}", say("reminder-tomorrow")))
    if hours_before(gathering, now) is not None and not _says_it_anyway(guide, gathering):
        found.append(Choice(f"{AT}/hours:{gathering.id}", say("reminder-hours", hours=AGAIN_HOURS)))
    found.append(Choice(f"coming/show:{gathering.id}", say("reminder-details")))
    return tuple(found)


def _says_it_anyway(guide: Guide, gathering: Gathering) -> bool:
    """True for a kind that is told again two hours before to everybody."""
    kind = guide.pack.gatherings.kind_by_id.get(gathering.kind)
    return kind is not None and any(each.to == "coming" and each.hours == AGAIN_HOURS for each in kind.tellings)


def tomorrow(gathering: Gathering, now: datetime) -> datetime | None:
    """The next morning, if the gathering has not begun by then."""
    day = calendar.wall(now, gathering.zone).date() + timedelta(days=1)
    moment = calendar.instant(datetime.combine(day, _MORNING), gathering.zone)
    return moment if moment + timedelta(hours=AGAIN_HOURS) < gathering.starts_at else None


def hours_before(gathering: Gathering, now: datetime) -> datetime | None:
    """Two hours before the start; nothing when that is past, or at night."""
    moment = gathering.starts_at - timedelta(hours=AGAIN_HOURS)
    local = calendar.wall(moment, gathering.zone).time()
    by_day = _DAY_BEGINS <= local < _DAY_ENDS
    return moment if by_day and now < moment - _TOO_SOON else None


def announcement(guide: Guide, language: str, gathering: Gathering, now: datetime, *, again: bool = False) -> Reply:
    """What someone who follows is told of a gathering."""
    say = sayer(guide, language)
    head = say("announce-again" if again else "announce-title", title=gathering.title)
    about = [gathering.text("about")] if gathering.text("about") and not again else []
    lines = [head, *about, *facts(guide, language, gathering, now), say("announce-ask"), say("reminder-less")]
    outside = gathering.text("link")
    yes = [] if outside else [Choice(f"coming/yes:{gathering.id}", say("announce-yes"))]
    if outside:
        lines.insert(-2, say("announce-link", link=outside))
        lines.remove(say("announce-ask"))
    choices = (
        *yes,
        Choice(f"coming/show:{gathering.id}", say("reminder-details")),
        Choice(f"{AT}/unfollow:{gathering.id}", say("announce-unfollow")),
    )
    return Reply("\n".join(lines), choices)


def useful(guide: Guide, language: str, gathering: Gathering) -> Reply:
    """The one question after it, to those who were there."""
    say = sayer(guide, language)
    answers = ("oui", "plus_ou_moins", "non")
    choices = tuple(Choice(f"{AT}/useful:{gathering.id}-{each}", say(f"after-{each}")) for each in answers)
    return Reply(say("after-ask", title=gathering.title), choices)
