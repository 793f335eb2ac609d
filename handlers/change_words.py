"""What is said of a gathering that moved or does not take place, against what each person was told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers import calendar
from handlers.gatherings import CANCELLED, SEATED, Gathering
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.reminder_words import Say, sayer, when, where


@dataclass(frozen=True, slots=True)
class Known:
    """What a person was told last: naive hours of the gathering's zone (None: not known), the place, and the rest.
    `state`: of their booking, empty for who only heard of it."""

    start: datetime | None = None
    place: str = ""
    meeting_point: str = ""
    end: datetime | None = None
    state: str = ""


def change(guide: Guide, language: str, gathering: Gathering, known: Known, now: datetime) -> Reply | None:
    """The difference; None if there is none that the person can see."""
    if gathering.state == CANCELLED:
        return _cancelled(guide, language, gathering, known, now)
    say = sayer(guide, language)
    lines = [*_hours(guide, language, gathering, known, now), *_places(guide, language, gathering, known)]
    if not any(said for said, is_new in lines if is_new):
        if not gathering.stops:
            return None
        lines.append((say("change-stops"), True))
    head = say("change-title", title=gathering.title)
    rest = [say("change-seated" if known.state == SEATED else "change-waiting")] if known.state else []
    text = "\n".join((head, *(said for said, _ in lines if said), *rest))
    return Reply(text, _choices(say, gathering, known))


def _hours(guide: Guide, language: str, gathering: Gathering, known: Known, now: datetime) -> list[tuple[str, bool]]:
    """Each line, and whether it says something new."""
    say, zone = sayer(guide, language), gathering.zone
    after = when(guide, language, gathering.starts_at, zone, now)
    if known.start is None:
        return [(say("change-now", when=after), True)]
    if known.start != calendar.wall(gathering.starts_at, zone):
        before = when(guide, language, calendar.instant(known.start, zone), zone, now)
        return [(say("change-before", when=before), False), (say("change-now", when=after), True)]
    lines = [(say("change-hour-same", when=after), False)]
    if known.end is not None and known.end != calendar.wall(gathering.ends_at, zone):
        lines.append((say("change-end", when=when(guide, language, gathering.ends_at, zone, now)), True))
    return lines


def _places(guide: Guide, language: str, gathering: Gathering, known: Known) -> list[tuple[str, bool]]:
    say, at = sayer(guide, language), where(guide, language, gathering)
    lines: list[tuple[str, bool]] = []
    if known.start is not None and known.place and known.place != place_of(gathering):
        lines.append((say("change-place-before", where=known.place), False))
        lines.append((say("change-place-now", where=at), True))
    elif known.start is not None and not known.place and place_of(gathering):
        lines.append((say("change-place-now", where=at), True))
    elif at:
        lines.append((say("change-place-same" if known.start else "reminder-where", where=at), False))
    point = " ".join(gathering.text("meeting_point").split())
    if point and known.start is not None and point != known.meeting_point:
        lines.append((say("reminder-meeting-point", said=point), True))
    return lines


def place_of(gathering: Gathering) -> str:
    """The place and its address, as `Known.place` holds them."""
    return ", ".join(" ".join(said.split()) for name in ("place", "address") if (said := gathering.text(name)))


def _cancelled(guide: Guide, language: str, gathering: Gathering, known: Known, now: datetime) -> Reply:
    say, zone = sayer(guide, language), gathering.zone
    start = calendar.instant(known.start, zone) if known.start is not None else gathering.starts_at
    # At a stop of a walk, in the rain: it did take place until now.
    name = "change-cancelled-begun" if max(start, gathering.starts_at) <= now else "change-cancelled-when"
    lines = [
        say("change-cancelled", title=gathering.title),
        say(name, when=when(guide, language, start, zone, now)),
    ]
    lines += [say("change-reason", reason=gathering.reason)] if gathering.reason else []
    lines += [say("change-nothing")] if known.state else []
    calendars = [Choice(f"coming/ics:{gathering.id}", say("change-calendar"))] if known.state else []
    return Reply("\n".join(lines), (*calendars, Choice("coming/page:0", say("change-others"))))


def _choices(say: Say, gathering: Gathering, known: Known) -> tuple[Choice, ...]:
    show = Choice(f"coming/show:{gathering.id}", say("reminder-details"))
    if not known.state:
        return (Choice(f"coming/yes:{gathering.id}", say("announce-yes")), show)
    return (
        Choice(f"coming/no:{gathering.id}", say("reminder-no")),
        Choice(f"coming/ics:{gathering.id}", say("change-calendar")),
        show,
    )
