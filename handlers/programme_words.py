"""A programme of several days, for those who follow it: when its messages are due, and what they say. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers import calendar
from handlers.gatherings import Gathering
from handlers.guide import Guide
from handlers.layout import whole_words
from handlers.messages import Choice, Reply
from handlers.pack_gatherings import Kind
from handlers.reminder_words import Say, sayer, when
from handlers.reminders import USEFUL_FOR

FIGURES = "figures"
MOST = 5
FEWEST = 5
"""A number of people below it, and above zero, is not said: it could name them."""
_LABEL = 40
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Turned:
    """A message of a programme: its id, the instant at which it is due, and that from which it is of no use."""

    id: str
    due: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a programme was: gatherings that took place, people who came, and how many of `asked` found it useful."""

    held: int = 0
    came: int = 0
    useful: int = 0
    asked: int = 0


def turns(kind: Kind, programme: Gathering) -> Iterator[Turned]:
    """All its messages, in order: each Monday while it lasts, and the day after its end."""
    first, last = calendar.wall(programme.starts_at, programme.zone), calendar.wall(programme.ends_at, programme.zone)
    if kind.weekly is not None:
        at = time.fromisoformat(kind.weekly)
        monday = first.date() + timedelta(days=-first.weekday() % 7)
        while (hour := datetime.combine(monday, at)) < last:
            year, number, _ = monday.isocalendar()
            ends = calendar.instant(datetime.combine(monday + _WEEK, time()), programme.zone)
            yield Turned(f"week-{year}-W{number:02d}", calendar.instant(hour, programme.zone), ends)
            monday += _WEEK
    if kind.figures is not None:
        day = last.date() + timedelta(days=1)
        due = calendar.instant(datetime.combine(day, time.fromisoformat(kind.figures)), programme.zone)
        yield Turned(FIGURES, due, programme.ends_at + USEFUL_FOR)


def week(guide: Guide, language: str, programme: Gathering, ahead: Sequence[Gathering], now: datetime) -> Reply:
    """What the week still holds: a line and a button each."""
    say, shown = sayer(guide, language), ahead[:MOST]
    lines = [
        say("digest-line", title=each.title, when=when(guide, language, each.starts_at, each.zone, now))
        for each in shown
    ]
    lines += [say("digest-more")] if len(ahead) > MOST else []
    choices = tuple(
        Choice(f"coming/show:{each.id}", say("digest-see", title=whole_words(each.title, _LABEL))) for each in shown
    )
    return Reply("\n".join((say("programme-week", title=programme.title), *lines, say("reminder-less"))), choices)


def figures(guide: Guide, language: str, programme: Gathering, numbers: Numbers) -> Reply:
    """Three figures, and none that could name somebody."""
    say = sayer(guide, language)
    lines = [
        say("programme-over", title=programme.title),
        say("programme-held", count=numbers.held),
        say("programme-came", said=_people(say, numbers.came)),
    ]
    if numbers.asked >= FEWEST and (numbers.useful >= FEWEST or not numbers.useful):
        lines.append(say("programme-useful", useful=numbers.useful, asked=numbers.asked))
    else:
        lines.append(say("programme-useful-few"))
    return Reply("\n".join((*lines, say("reminder-less"))))


def _people(say: Say, count: int) -> str:
    return say("programme-few") if 0 < count < FEWEST else str(count)
