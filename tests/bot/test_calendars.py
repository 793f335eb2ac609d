"""The calendar files, read back by another library than the one that writes them, and line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from bot.formats import begun, calendars, finished
from bot.formats.recipes import MAKERS
from handlers.calendar import Series, instant, occurrences
from handlers.gatherings import CANCELLED, DRAFT, MOVED, PUBLISHED, Gathering, Stop
from handlers.messages import Address
from handlers.reading import reader
from storage.database import Database
from tests.conversation import guide
from tests.echo import NOON
from tests.gatherings import CHANNEL, Crowd, planned

START = datetime(2026, 12, 3, 7, 30, tzinfo=UTC)
LONG = "Un échange sur les œuvres et les lieux, très long, avec des accents : é à ç ; et des virgules, aussi. " * 3
TEXTS = {
    "title": "Trouver un local, à deux",
    "about": LONG.strip(),
    "place": "Maison des associations",
    "address": "3 rue des Lilas",
    "commune": "lille",
    "price": "gratuit",
    "access": "sans marche",
    "link": "https://exemple.org/inscription?id=1",
}
ONE = Gathering(
    12,
    "abc",
    "apes",
    "petit_dej",
    START,
    START + timedelta(minutes=90),
    "Europe/Paris",
    PUBLISHED,
    TEXTS,
    seats=30,
    stops=(Stop(1, START, "Place du marché", 5, "marches"),),
)


def single(gathering: Gathering = ONE, language: str = "fr") -> bytes:
    """The file of one gathering."""
    return calendars.single(reader(guide(), language, NOON), gathering)


def event(raw: bytes) -> Any:
    """Its only entry, as the other library reads it."""
    return vobject.readOne(raw.decode()).vevent


@pytest.fixture
def life(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def test_a_file_is_read_back_by_another_library_as_it_was_meant() -> None:
    """Each property that people see in their calendar."""
    calendar = vobject.readOne(single().decode())
    entry = calendar.vevent
    assert (calendar.version.value, calendar.method.value, calendar.calscale.value) == ("2.0", "PUBLISH", "GREGORIAN")
    assert entry.summary.value == "Trouver un local, à deux"
    assert entry.location.value == "Maison des associations, 3 rue des Lilas, Lille"
    assert (entry.status.value, entry.sequence.value, entry.transp.value) == ("CONFIRMED", "0", "OPAQUE")
    assert entry.url.value == TEXTS["link"]
    assert entry.dtstart.value.astimezone(UTC) == ONE.starts_at
    assert entry.dtend.value.astimezone(UTC) == ONE.ends_at
    assert f"{entry.dtstart.value:%Y-%m-%d %H:%M}" == "2026-12-03 08:30"
    assert TEXTS["about"] in entry.description.value
    assert "Place du marché" in entry.description.value
    assert "Prix : gratuit\nAccès : sans marche" in entry.description.value
    assert entry.valarm.trigger.value == -timedelta(days=1)


def test_every_line_ends_as_the_norm_says_and_holds_at_most_75_octets() -> None:
    """Accents never cut in two."""
    raw = single()
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()
    assert b"DTSTART;TZID=Europe/Paris:20261203T083000" in lines
    assert b"BEGIN:VTIMEZONE" in lines
    assert b"TRIGGER:-P1D" in lines
    (stamp,) = [line for line in lines if line.startswith(b"DTSTAMP:")]
    assert stamp == f"DTSTAMP:{NOON:%Y%m%dT%H%M%SZ}".encode()


def test_a_file_names_the_organiser_and_no_mailbox() -> None:
    """What a calendar expects to write to is nobody's."""
    raw = single().decode().replace("\r\n ", "")
    assert 'ORGANIZER;CN="APES, Acteurs pour une économie solidaire":invalid:nomail' in raw
    assert "mailto" not in raw.lower()


def test_a_moved_gathering_keeps_its_name_and_is_newer() -> None:
    """The calendar changes its entry instead of making another."""
    before = event(single())
    moved = replace(
        ONE, state=MOVED, sequence=3, starts_at=START + timedelta(days=1), ends_at=START + timedelta(days=2)
    )
    after = event(single(moved))
    assert after.uid.value == before.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "3")
    assert after.status.value == "CONFIRMED"


def test_a_cancelled_gathering_is_crossed_out_in_the_same_entry() -> None:
    """Without an alarm: nobody is woken for nothing."""
    raw = single(replace(ONE, state=CANCELLED, sequence=1, reason="La salle est fermée."))
    calendar = vobject.readOne(raw.decode())
    assert calendar.method.value == "CANCEL"
    assert (calendar.vevent.status.value, calendar.vevent.sequence.value) == ("CANCELLED", "1")
    assert calendar.vevent.uid.value == event(single()).uid.value
    assert "La salle est fermée." in calendar.vevent.description.value
    assert b"VALARM" not in raw


def test_what_lasts_for_days_takes_days_and_keeps_nobody_busy() -> None:
    """The end of whole days is the day after the last one."""
    ends = datetime(2026, 12, 18, 17, 0, tzinfo=UTC)
    entry = event(single(replace(ONE, kind="programme", ends_at=ends)))
    assert (entry.dtstart.value, entry.dtend.value) == (date(2026, 12, 3), date(2026, 12, 19))
    assert entry.transp.value == "TRANSPARENT"


def test_a_file_speaks_the_language_of_who_asked() -> None:
    """What is said around the organiser's own words."""
    assert "Price: gratuit" in event(single(language="en")).description.value


def weekly(zone: str) -> list[Gathering]:
    """A year of a series at 8:30, every Thursday."""
    first = datetime.fromisoformat("2026-09-03 08:30")
    hours = occurrences(Series(zone, first, "FREQ=WEEKLY"), instant(first, zone), instant(first, zone) + timedelta(365))
    starts = [instant(hour, zone) for hour in hours]
    return [
        replace(ONE, id=number, uid="pack-series", zone=zone, starts_at=start, ends_at=start + timedelta(hours=1))
        for number, start in enumerate(starts, 1)
    ]


ZONES = ("Europe/Paris", "America/Halifax", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata")


@pytest.mark.parametrize("zone", ZONES)
def test_a_series_keeps_its_hour_over_both_clock_changes_in_a_subscribed_feed(zone: str) -> None:
    """Read by another library, from the clock changes that the feed itself tells."""
    series = weekly(zone)
    calendar = vobject.readOne(calendars.feed(guide(), series, "fr", NOON).decode())
    read = calendar.vevent_list
    assert {entry.dtstart.value.replace(tzinfo=None).strftime("%H:%M") for entry in read} == {"08:30"}
    assert [entry.dtstart.value.astimezone(UTC) for entry in read] == [each.starts_at for each in series]
    assert len({each.starts_at.hour * 60 + each.starts_at.minute for each in series}) == (1 if "Asia" in zone else 2)
    assert len({entry.uid.value for entry in read}) == len(series)


@pytest.mark.row("F34")
@pytest.mark.parametrize("zone", ZONES)
def test_hours_around_each_clock_change_are_the_ones_that_were_meant(zone: str) -> None:
    """To the half hour, the day of the change; of the hour that comes twice, the first."""
    known = [NOON + timedelta(minutes=30 * n) for n in range(48 * 360)]
    there = [(moment, moment.astimezone(ZoneInfo(zone))) for moment in known]
    changed = [n for n in range(1, len(there)) if there[n][1].utcoffset() != there[n - 1][1].utcoffset()]
    near = [there[n + shift][0] for n in changed for shift in range(-6, 7) if not there[n + shift][1].fold]
    held = [replace(ONE, id=n, zone=zone, starts_at=at, ends_at=at) for n, at in enumerate(near or known[:9])]
    calendar = vobject.readOne(calendars.feed(guide(), held, "fr", NOON).decode())
    assert [entry.dtstart.value.astimezone(UTC) for entry in calendar.vevent_list] == [each.starts_at for each in held]


def test_a_feed_says_its_name_and_how_often_to_ask() -> None:
    """In the two ways that programs know."""
    raw = calendars.feed(guide(), [ONE], "fr", NOON, "Petits Déj").decode().replace("\r\n ", "")
    for line in (
        "METHOD:PUBLISH",
        "NAME:Petits Déj : rencontres",
        "X-WR-CALNAME:Petits Déj : rencontres",
        "X-WR-TIMEZONE:Europe/Paris",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ):
        assert f"\r\n{line}\r\n" in raw
    assert "VALARM" not in raw


def test_a_feed_keeps_what_is_cancelled_and_shows_no_draft() -> None:
    """A subscribed calendar crosses it out itself."""
    others = [replace(ONE, id=13, state=CANCELLED), replace(ONE, id=14, state=DRAFT)]
    calendar = vobject.readOne(calendars.feed(guide(), [ONE, *others], "fr", NOON).decode())
    assert [entry.status.value for entry in calendar.vevent_list] == ["CONFIRMED", "CANCELLED"]


def test_an_empty_feed_is_still_a_calendar() -> None:
    """Nothing takes place."""
    raw = calendars.feed(guide(), [], "fr", NOON)
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert not list(vobject.readOne(raw.decode()).components())


def test_the_same_values_give_the_same_bytes() -> None:
    """A program that asks again is told that nothing changed."""
    assert calendars.feed(guide(), weekly("Europe/Paris"), "fr", NOON) == calendars.feed(
        guide(), weekly("Europe/Paris"), "fr", NOON
    )


def test_a_recipe_gives_the_gathering_as_it_is_by_now(life: Database) -> None:
    """Whatever its sequence was when the file was promised; nothing of a draft, nothing of none."""
    crowd = Crowd(life)
    crowd.says("u1", "bonjour")
    id = planned(life, NOON, "apes", "petit_dej", START, title="Petit Déj", sequence=2)
    draft = planned(life, NOON, "apes", "petit_dej", START + timedelta(days=1), state=DRAFT)
    recipes = (f"ics:{id}@0", f"ics:{draft}@0", "ics:999@0", "ics:x@0")
    with life.read() as connection:
        (file,) = finished(begun(connection, crowd.scene(), MAKERS, Address(CHANNEL, "u1"), recipes))
    assert (file.name, file.media_type) == (f"rencontre-{id}.ics", "text/calendar; charset=utf-8")
    assert event(file.content).sequence.value == "2"
