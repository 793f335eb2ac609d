"""A calendar of elsewhere, read: what each entry becomes, and where it is wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.formats import calendars
from bot.ics_import import Read, read
from bot.ics_lines import LARGEST, MOST_ENTRIES, CalendarRefused
from bot.sentences import sentence
from handlers.gatherings import CANCELLED, DRAFT, PUBLISHED
from storage.imports import Entry
from tests.bot.test_calendars import ONE
from tests.calendars import HEAD, MOBILIZON, calendar, event
from tests.conversation import guide
from tests.echo import NOON


def taken(*events: str, kind: str = "") -> Read:
    """What is read of a calendar of these entries."""
    return read(calendar(*events), guide(), "apes", NOON, kind)


def one(*events: str, kind: str = "") -> Entry:
    """Its only entry, without any mistake."""
    found = taken(*events, kind=kind)
    assert found.mistakes == []
    (entry,) = found.entries
    return entry


def hours(entry: Entry) -> list[str]:
    """The dates of an entry, in UTC."""
    return [f"{date.starts_at.astimezone(UTC):%m-%d %H:%M}" for date in entry.dates]


def test_an_entry_of_mobilizon_becomes_a_gathering() -> None:
    """Its hours in the zone of the territory, its words without markup, its commune one of the pack's."""
    entry = one("\r\n".join(MOBILIZON))
    assert (entry.uid, entry.kind, entry.zone, entry.state) == ("ics:apes:2f1c", "rencontre", "Europe/Paris", PUBLISHED)
    assert hours(entry) == ["12-10 17:00"]
    assert entry.dates[0].ends_at - entry.dates[0].starts_at == timedelta(hours=2)
    assert entry.texts == {
        "title": "Rencontre du mois",
        "about": "On se rencontre & on échange. Entrée libre.",
        "place": "La Grappe",
        "address": "75 rue Léon Gambetta",
        "commune": "lille",
        "link": "https://mobilizon.example/events/2f1c",
    }


@pytest.mark.parametrize(
    ("categories", "summary", "kind"),
    [
        ("MATINALE", "Autre chose", "matinale"),
        ("Petit déj", "Autre chose", "petit_dej"),
        ("AUTRE,Permanence", "Autre chose", "permanence"),
        ("", "Une visite en marchant au parc", "en_marchant"),
        ("MEETING", "Petits Déjeuners du réseau", "petit_dej"),
        ("", "Chose sans nom", "matinale"),
    ],
)
def test_what_an_entry_is_is_said_by_its_categories_or_its_title(categories: str, summary: str, kind: str) -> None:
    """Else by whoever takes the calendar in."""
    assert one(event("a", categories=categories, summary=summary), kind="matinale").kind == kind


def test_what_lasts_for_days_is_the_kind_that_does() -> None:
    """The only one of the pack; its last day is whole."""
    entry = one(event("a", ";VALUE=DATE:20270510", "DTEND;VALUE=DATE:20270526", summary="Quinze jours"))
    assert (entry.kind, entry.state) == ("programme", PUBLISHED)
    assert hours(entry) == ["05-09 22:00"]
    assert f"{entry.dates[0].ends_at:%m-%d %H:%M}" == "05-25 21:59"


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (":20261203T083000", "12-03 07:30"),
        (":20261203T083000Z", "12-03 08:30"),
        (";TZID=Europe/Paris:20261203T083000", "12-03 07:30"),
        (";TZID=Romance Standard Time:20261203T083000", "12-03 07:30"),
        (";TZID=America/Guadeloupe:20261203T083000", "12-03 12:30"),
        (";TZID=Inconnue/Zone:20261203T083000", "12-03 07:30"),
    ],
)
def test_an_hour_is_what_its_zone_says_or_that_of_the_territory(start: str, said: str) -> None:
    """Of a zone that nobody knows, the hour on the wall is kept."""
    assert hours(one(event("a", start))) == [said]


def test_a_series_keeps_its_hour_over_the_clock_change_without_its_exceptions() -> None:
    """A date apart moves alone, another is cancelled alone, a third is added."""
    weekly = event("a", "20270318T083000", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Paris:20270408T083000")
    moved = event("a", "20270326T180000", "RECURRENCE-ID;TZID=Europe/Paris:20270325T083000", location="Ailleurs")
    gone = event("a", "20270401T083000", "RECURRENCE-ID;TZID=Europe/Paris:20270401T083000", status="CANCELLED")
    entry = one(weekly, moved, gone)
    assert hours(entry) == ["03-18 07:30", "03-26 17:00", "04-01 06:30", "04-15 06:30"]
    assert [date.recurrence for date in entry.dates][:2] == ["2027-03-18 08:30", "2027-03-25 08:30"]
    assert [date.state for date in entry.dates] == ["", "", CANCELLED, ""]
    assert [dict(date.texts) for date in entry.dates] == [{}, {"place": "Ailleurs"}, {}, {}]


def test_an_exception_of_a_whole_day_leaves_its_date_out() -> None:
    """As some programs write them; and single dates that are added."""
    series = event(
        "a",
        "20261203T083000",
        "RRULE:FREQ=WEEKLY;UNTIL=20261217T235959Z",
        "EXDATE;VALUE=DATE:20261210",
        "RDATE;TZID=Europe/Paris:20261219T100000",
    )
    assert hours(one(series)) == ["12-03 07:30", "12-17 07:30", "12-19 09:00"]


@pytest.mark.parametrize(("status", "state"), [("CANCELLED", CANCELLED), ("TENTATIVE", DRAFT), ("", PUBLISHED)])
def test_what_is_not_sure_waits_and_what_is_cancelled_is(status: str, state: str) -> None:
    assert one(event("a", status=status)).state == state


def test_a_day_without_an_hour_waits_as_a_draft() -> None:
    """Nobody is told to come at midnight."""
    assert one(event("a", ";VALUE=DATE:20261203")).state == DRAFT


def test_what_is_over_gives_no_date() -> None:
    """And is counted."""
    found = taken(event("a", "20260103T083000"), event("b"))
    assert ([len(entry.dates) for entry in found.entries], found.past) == ([0, 1], 1)


def test_an_entry_without_an_end_lasts_as_its_kind_does() -> None:
    """90 minutes for a breakfast; the length it says, if it says one."""
    lengths = [one(event("a", "20261203T083000", *more)).dates[0] for more in ((), ("DURATION:PT3H",))]
    assert [date.ends_at - date.starts_at for date in lengths] == [timedelta(minutes=90), timedelta(hours=3)]


def test_long_texts_are_cut_at_a_word() -> None:
    """To what an animator may write."""
    entry = one(event("a", summary="Petit Déj " + "très " * 40, description="mot " * 400))
    assert len(entry.texts["title"]) <= 60
    assert entry.texts["about"].endswith("mot…")
    assert len(entry.texts["about"]) <= 300


@pytest.mark.parametrize(
    ("bad", "line", "said"),
    [
        (event("", "20261203T083000").replace("UID:\r\n", ""), 13, "il manque UID."),
        (event("b", "20261340T083000"), 15, "la valeur de DTSTART ne peut pas être lue."),
        (event("b", "20261203T083000", "RRULE:FREQ=HOURLY"), 18, "cette répétition ne peut pas être lue"),
        (event("b", "20261203T083000", "RRULE:FREQ=TOUJOURS"), 18, "la valeur de RRULE"),
        (event("b", "20261203T083000", "DTEND;TZID=Europe/Paris:20261203T073000"), 18, "la fin doit venir après"),
        (event("b", "20261203T083000", "DTEND;TZID=Europe/Paris:20280101T073000"), 18, "31 jours"),
        (event("b", summary="Chose sans nom"), 13, "de quelle sorte est « Chose sans nom »"),
        (event("b", summary=""), 13, "il manque SUMMARY"),
        ("BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Été\r\nEND:VEVENT", 13, "il manque DTSTART"),
    ],
)
def test_each_mistake_is_named_with_its_line_and_the_other_entries_are_read(bad: str, line: int, said: str) -> None:
    """Line 13 is where the second entry begins; a line folded before it counts for two."""
    first = event("a", "20261203T083000", "DESCRIPTION:un texte\r\n  plus long", "X-AUTRE:1")
    found = taken(first, bad)
    assert [entry.uid for entry in found.entries] == ["ics:apes:a"]
    (mistake,) = found.mistakes
    assert said in sentence(mistake.name, **mistake.facts)
    assert mistake.line == line, calendar(first, bad).decode().splitlines()[mistake.line - 1]


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"", 1, "BEGIN:VCALENDAR"),
        (b"<html><body>404</body></html>", 1, "BEGIN:VCALENDAR"),
        (b"\r\n\r\nbonjour", 3, "BEGIN:VCALENDAR"),
        ((HEAD + event("a")).encode(), 1, "ce VCALENDAR n’a pas de fin"),
        ((HEAD + "BEGIN:VEVENT\r\nUID:a\r\nEND:VCALENDAR").encode(), 4, "ce VEVENT n’a pas de fin"),
        (HEAD.encode() + b"BEGIN:VEVENT\r\nSUMMARY:\xe9t\xe9\r\n", 5, "UTF-8"),
        (b"x" * (LARGEST + 1), 0, "trop gros"),
        (calendar(*[event("a")] * (MOST_ENTRIES + 1)), 4 + 6 * MOST_ENTRIES, "trop d’entrées"),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_line(raw: bytes, line: int, said: str) -> None:
    """Nothing of it is taken."""
    with pytest.raises(CalendarRefused) as refused:
        read(raw, guide(), "apes", NOON)
    assert refused.value.line == line
    assert said in sentence(refused.value.name, **refused.value.facts)


def test_our_own_feed_can_be_taken_in() -> None:
    """What goes out comes back the same."""
    raw = calendars.feed(guide(), [ONE], "fr", NOON)
    (entry,) = read(raw, guide(), "cress", NOON).entries
    assert (entry.kind, hours(entry)) == ("petit_dej", ["12-03 07:30"])
    assert entry.texts["title"] == ONE.title
    assert (entry.texts["place"], entry.texts["commune"]) == ("Maison des associations", "lille")


def test_a_daily_entry_gives_no_more_dates_than_can_be_written() -> None:
    """Half a year of them."""
    entry = one(event("a", "20261203T083000", "RRULE:FREQ=DAILY"))
    assert len(entry.dates) == 200
    assert entry.dates[-1].starts_at < datetime(2027, 7, 1, tzinfo=UTC)
