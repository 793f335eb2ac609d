"""What is put on paper of a gathering, or of the bot itself: the date in words, the access, and the ways to the bot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from handlers import gathering_words
from handlers.context import Context
from handlers.dates import at_hour, in_full, local_date
from handlers.gatherings import Gathering
from handlers.layout import capital, in_lines
from handlers.messages import Inbound
from handlers.ours import MATRIX, TELEGRAM

CALENDAR, LIST, POSTER = "ics", "list", "poster"
"""The kinds of recipes of files about gatherings."""
BOT = "bot"
"""Instead of a gathering: the bot itself."""
PDF, PNG, CSV = "pdf", "png", "csv"
LONGEST_TEXT = 500
"""Of the text to be pasted in a newsletter."""

_FROM_A_POSTER = "src_affiche"
_FROM_ANYWHERE = re.compile(r"(?:[/!]?start\s+)?src[_-][\w-]{1,60}", re.IGNORECASE)
_START = "/start"
_SAID = (
    "audience",
    "meeting_point",
    "distance",
    "pace",
    "end_point",
    "joining_late",
    "rain_plan",
    "languages",
    "toilets",
    "price",
    "access",
)
_DAY = timedelta(hours=12)
"""What lasts longer and ends on another day is said by its days."""
_MOST_STOPS = 8


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the bot: the address that a picture holds, and the same in words. Public, and good for ever."""

    url: str
    said: str
    alt: str


@dataclass(frozen=True, slots=True)
class Poster:
    """One page. `above` is what kind of thing it is, `lines` the date and the place, `said` what is to be known."""

    language: str
    above: str
    title: str
    lines: tuple[str, ...]
    about: str
    steps: tuple[str, ...]
    said: tuple[str, ...]
    heading: str
    ways: tuple[Way, ...]
    by: str


def of_gathering(context: Context, gathering: Gathering, names: Mapping[str, str]) -> Poster:
    """The page of a gathering."""
    kinds = context.pack.gatherings.kind_by_id
    steps = [gathering_words.stop(context, gathering, each) for each in gathering.stops[:_MOST_STOPS]]
    link = gathering.text("link")
    return Poster(
        language=context.language,
        above=context.say(f"kind-{gathering.kind}") if gathering.kind in kinds else "",
        title=gathering_words.title(context, gathering),
        lines=tuple(line for line in (when(context, gathering), gathering_words.where(context, gathering)) if line),
        about=gathering.text("about"),
        steps=tuple(steps),
        said=tuple(_said(context, gathering, _SAID)) + ((context.say("gathering-link", link=link),) if link else ()),
        heading=context.say("poster-come") if names else "",
        ways=tuple(_ways(context, names, f"evt_{gathering.id}")),
        by=context.say("gathering-by", network=context.pack.network_name(gathering.network)),
    )


def of_bot(context: Context, names: Mapping[str, str]) -> Poster:
    """The page of the bot itself."""
    return Poster(
        language=context.language,
        above=context.pack.territory.name,
        title=context.say("poster-bot-title"),
        lines=(),
        about=context.say("poster-bot-about"),
        steps=tuple(context.say(f"poster-bot-{number}") for number in (1, 2, 3)),
        said=(context.say("poster-bot-free"), context.say("poster-bot-data")),
        heading=context.say("poster-bot-come") if names else "",
        ways=tuple(_ways(context, names, _FROM_A_POSTER)),
        by="",
    )


def when(context: Context, gathering: Gathering) -> str:
    """« Jeudi 3 décembre 2026, de 8 h 30 à 10 h »: with the year, a page stays on its wall."""
    language, zone = context.language, gathering.zone
    first, last = local_date(gathering.starts_at, zone), local_date(gathering.ends_at, zone)
    if first == last or gathering.ends_at - gathering.starts_at < _DAY:
        hours = (at_hour(each, zone, language) for each in (gathering.starts_at, gathering.ends_at))
        known = dict(zip(("from", "to"), hours, strict=True))
        said = context.say("gathering-when", day=in_full(first, language), **known)
    else:
        said = context.say("gathering-days", first=in_full(first, language), last=in_full(last, language))
    return capital(said)


def newsletter(poster: Poster) -> str:
    """The same to be pasted elsewhere, at most LONGEST_TEXT characters: the title, the date, the place and the ways
    first of all, then what must be known, then what is told of it, as far as there is room."""
    ways = [way.said for way in poster.ways]
    room = LONGEST_TEXT - sum(len(line) + 1 for line in (poster.title, *poster.lines, *ways))
    kept: list[str] = []
    for line in (*poster.said, poster.by):
        if line and len(line) < room:
            kept.append(line)
            room -= len(line) + 1
    told = _cut(poster.about, room - 1)
    lines = (poster.title, *poster.lines, told, *kept, *ways)
    return in_lines(lines)[:LONGEST_TEXT]


_FEWEST = 40


def _cut(line: str, room: int) -> str:
    """A line, or its beginning to the end of a word; nothing when there is no room worth it."""
    if len(line) <= room:
        return line
    return f"{line[: room - 1].rpartition(' ')[0]}…" if room > _FEWEST else ""


def _said(context: Context, gathering: Gathering, names: tuple[str, ...]) -> Iterator[str]:
    found = (gathering_words.said(context, name, gathering.text(name)) for name in names)
    return (line for line in found if line)


def _ways(context: Context, names: Mapping[str, str], word: str) -> Iterator[Way]:
    if name := names.get(TELEGRAM):
        clear = f"t.me/{name}?start={word}"
        yield Way(f"https://{clear}", context.say("poster-telegram", link=clear), context.say("poster-telegram-alt"))
    if name := names.get(MATRIX):
        written = "" if word == _FROM_A_POSTER else word
        said = context.say("poster-matrix-word" if written else "poster-matrix", name=name, word=written)
        yield Way(f"https://matrix.to/#/{name}", said, context.say("poster-matrix-alt"))


def plain(inbound: Inbound) -> Inbound:
    """« src_affiche », read on a poster and typed: a plain beginning, as by its link."""
    found = _FROM_ANYWHERE.fullmatch(inbound.text.strip()) if inbound.choice is None else None
    return replace(inbound, text=_START) if found is not None else inbound
