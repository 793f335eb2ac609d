"""A gathering as the public pages show it: what anybody may read of it, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_date

from handlers import gathering_words, posters
from handlers.context import Context
from handlers.dates import at_hour
from handlers.direction import bare
from handlers.gatherings import CANCELLED, MOVED, Gathering, Stop
from handlers.guide import Guide
from handlers.layout import capital
from handlers.reading import reader

_FACTS = (
    "meeting_point",
    "distance",
    "pace",
    "end_point",
    "joining_late",
    "access",
    "toilets",
    "rain_plan",
    "price",
    "audience",
    "topics",
    "languages",
    "contact",
)
_LOOSE = re.compile(r"(?<=\d) (?=h\b|[ap]m\b)|(?<=\bh) (?=\d\d\b)")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and their language when it is not that of the page."""

    said: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says sentences in the language of a page."""

    context: Context

    def say(self, name: str, /, **values: object) -> str:
        """The sentence of this name."""
        return self.context.say(name, **values)

    @property
    def guide(self) -> Guide:
        """The pack."""
        return self.context.guide

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.context.language

    @property
    def now(self) -> datetime:
        """The instant at which all was read."""
        return self.context.now

    @property
    def first(self) -> str:
        """The language in which networks write."""
        return self.guide.pack.reference_language

    def written(self, said: str) -> Text:
        """What a network wrote."""
        return Text(said, "" if self.language == self.first else self.first)

    def named(self, name: str) -> Text:
        """A sentence of the pack; one without a translation is said in the pack's first language."""
        said = self.say(name)
        # What is not translated is said between marks of its direction.
        same = bare(said) == bare(self.guide.wording.say(self.first, name))
        return self.written(bare(said)) if same else Text(said)

    def month(self, id: str) -> str:
        """« décembre 2026 » for `2026-12`."""
        day = datetime.strptime(f"{id}-01", "%Y-%m-%d").date()  # noqa: DTZ007  # a month has no zone
        return format_date(day, "LLLL y", locale=self.language)


def speaker(guide: Guide, language: str, now: datetime) -> Speaker:
    """Who says the sentences of a page."""
    return Speaker(reader(guide, language, now))


@dataclass(frozen=True, slots=True)
class Shown:
    """One gathering for a template. `full`: no seat is left."""

    gathering: Gathering
    speaker: Speaker
    full: bool = False

    @property
    def id(self) -> int:
        """Its number, which its address carries."""
        return self.gathering.id

    @property
    def over(self) -> bool:
        """It has ended."""
        return self.gathering.ends_at <= self.speaker.now

    @property
    def open(self) -> bool:
        """One may still say that one comes."""
        return self.gathering.takes_place and not self.over

    @property
    def title(self) -> Text:
        """Its title; that of its series is translated with the pack, that of a kind stands for none."""
        series = self.speaker.guide.pack.gatherings.series_by_id.get(self.gathering.series)
        if series is not None and self.gathering.title == series.title:
            return self.speaker.named(f"series-{series.id}")
        if not self.gathering.title and self.gathering.kind in self.speaker.guide.pack.gatherings.kind_by_id:
            return self.speaker.named(f"kind-{self.gathering.kind}")
        return self.speaker.written(self.gathering.title or self.gathering.kind)

    @property
    def about(self) -> Text:
        """What it is about; what the pack says of its series is translated."""
        series = self.speaker.guide.pack.gatherings.series_by_id.get(self.gathering.series)
        about = self.gathering.text("about")
        if series is not None and series.about and about == series.about:
            return self.speaker.named(f"series-{series.id}-about")
        return self.speaker.written(about)

    @property
    def when(self) -> str:
        """« Jeudi 3 décembre 2026, de 8 h 30 à 10 h », or the first and the last day of what lasts longer."""
        return _tied(posters.when(self.speaker.context, self.gathering))

    @property
    def starts(self) -> str:
        """For machines: its start with the offset of its zone."""
        return local(self.gathering.starts_at, self.gathering)

    @property
    def ends(self) -> str:
        """The same of its end."""
        return local(self.gathering.ends_at, self.gathering)

    @property
    def where(self) -> Text:
        """The place, its address, its commune."""
        return self.speaker.written(gathering_words.where(self.speaker.context, self.gathering))

    @property
    def network(self) -> Text:
        """Who organises it."""
        return self.speaker.written(self.speaker.context.pack.network_name(self.gathering.network))

    @property
    def marks(self) -> tuple[str, ...]:
        """What one must see first: the names of sentences."""
        return tuple(self._marks())

    def _marks(self) -> Iterator[str]:
        if self.gathering.state == CANCELLED:
            yield "agenda-cancelled"
        elif self.over:
            yield "agenda-over"
        else:
            yield from (("agenda-moved",) if self.gathering.state == MOVED else ())
            yield from (("agenda-full",) if self.full else ())
        series = self.speaker.guide.pack.gatherings.series_by_id.get(self.gathering.series)
        if series is not None and series.reserved:
            yield "agenda-reserved"

    @property
    def facts(self) -> tuple[tuple[str, Text], ...]:
        """What else is known of it: what it is about, and what is said."""
        known = ((name, self.gathering.text(name)) for name in _FACTS)
        return tuple((capital(self._topic(name)), self.speaker.written(said)) for name, said in known if said)

    def _topic(self, name: str) -> str:
        return self.speaker.say(f"gathering-topic-{name}")

    @property
    def seats(self) -> str:
        """How many seats there are in all, if there is a limit."""
        return self.speaker.say("gathering-seats", seats=self.gathering.seats) if self.gathering.seats else ""

    @property
    def stops(self) -> tuple[tuple[str, str, Text], ...]:
        """The stops of a walk: the hour for machines, the hour in words, and what is said of it."""
        return tuple(self._stop(each) for each in self.gathering.stops)

    def _stop(self, stop: Stop) -> tuple[str, str, Text]:
        minutes = stop.minutes_on_foot
        on_foot = self.speaker.say("gathering-on-foot", minutes=minutes) if minutes else ""
        said = ", ".join(part for part in (stop.place, on_foot, stop.access) if part)
        hour = _tied(at_hour(stop.at, self.gathering.zone, self.speaker.language))
        return local(stop.at, self.gathering), hour, self.speaker.written(said)

    @property
    def link(self) -> str:
        """The registration elsewhere, if it is an address of the web."""
        written = self.gathering.text("link")
        try:
            parts = urlsplit(written)
        except ValueError:
            return ""
        return written if parts.scheme in ("http", "https") and parts.hostname else ""

    @property
    def reason(self) -> Text:
        """Why it was cancelled."""
        return self.speaker.written(self.gathering.reason)


def local(moment: datetime, gathering: Gathering) -> str:
    """`2026-12-03T08:30:00+01:00`."""
    return moment.astimezone(ZoneInfo(gathering.zone)).isoformat(timespec="seconds")


def _tied(said: str) -> str:
    """An hour that no end of line cuts."""
    return _LOOSE.sub(_NO_BREAK, said)
