"""An export of OpenAgenda, read: what each event becomes, and where it is wrong."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ics_import import Read, read
from bot.ics_lines import CalendarRefused
from bot.sentences import sentence
from handlers.gatherings import CANCELLED, DRAFT, PUBLISHED
from scheduler.clock import SystemClock
from storage.database import Database
from storage.imports import Entry, take
from tests.conversation import guide
from tests.echo import NOON

EVENT: dict[str, Any] = {
    "uid": 61_234_567,
    "slug": "rencontre-du-mois",
    "state": 2,
    "status": 1,
    "title": {"en": "Monthly meeting", "fr": "Rencontre du mois"},
    "description": {"fr": "On se rencontre."},
    "longDescription": {"fr": "<p>On se rencontre &amp; on échange.</p>"},
    "keywords": {"fr": ["rencontre", "ESS"]},
    "conditions": {"fr": "Entrée libre"},
    "timezone": "Europe/Paris",
    "location": {"name": "La Grappe", "address": "75 rue Léon Gambetta", "city": "Lille", "postalCode": "59000"},
    "accessibility": {"mi": True, "hi": False, "vi": True},
    "registration": [{"type": "phone", "value": "0"}, {"type": "link", "value": "https://ailleurs.example/venir"}],
    "timings": [{"begin": "2026-12-10T18:00:00+01:00", "end": "2026-12-10T20:00:00+01:00"}],
}


def export(*events: dict[str, Any], **more: object) -> bytes:
    """What the site gives."""
    held = {"total": len(events), "events": list(events), "success": True, **more}
    return json.dumps(held, ensure_ascii=False, indent=1).encode()


def taken(*events: dict[str, Any], kind: str = "") -> Read:
    """What is read of it."""
    return read(export(*events), guide(), "apes", NOON, kind)


def one(**other: Any) -> Entry:
    """The entry of one event."""
    found = taken({**EVENT, **other})
    assert found.mistakes == []
    (entry,) = found.entries
    return entry


def test_an_event_of_openagenda_becomes_a_gathering() -> None:
    """Its words in the language of the territory, its hours, its place, its price and its access."""
    entry = one()
    assert (entry.uid, entry.kind, entry.zone, entry.state) == (
        "ics:apes:61234567",
        "rencontre",
        "Europe/Paris",
        PUBLISHED,
    )
    assert [f"{date.starts_at.astimezone(UTC):%m-%d %H:%M}" for date in entry.dates] == ["12-10 17:00"]
    assert entry.dates[0].recurrence == ""
    assert entry.texts == {
        "title": "Rencontre du mois",
        "about": "On se rencontre & on échange.",
        "place": "La Grappe",
        "address": "75 rue Léon Gambetta",
        "commune": "lille",
        "link": "https://ailleurs.example/venir",
        "price": "Entrée libre",
        "access": "accessible en fauteuil, pour personnes aveugles ou malvoyantes",
    }


def test_an_event_of_several_days_has_a_date_for_each_that_is_ahead() -> None:
    """Named by its hour on the wall, so that each stays itself; on both sides of a change of the clocks."""
    days = ("2026-10-01", "2027-03-27", "2027-03-28")
    timings = [
        {"begin": f"{day}T10:00:00+0{1 + ('28' in day)}:00", "end": f"{day}T12:00:00+0{1 + ('28' in day)}:00"}
        for day in days
    ]
    entry = one(timings=timings)
    assert [date.recurrence for date in entry.dates] == ["2027-03-27 10:00", "2027-03-28 10:00"]
    assert [date.starts_at.hour for date in entry.dates] == [9, 8]


@pytest.mark.parametrize(
    ("said", "state"),
    [({"status": 6}, CANCELLED), ({"status": 4}, DRAFT), ({"state": 0}, DRAFT), ({"status": 5}, PUBLISHED)],
)
def test_what_is_cancelled_put_off_or_not_published_says_so(said: dict[str, Any], state: str) -> None:
    """One that is full still takes place."""
    assert one(**said).state == state


def test_an_export_in_one_language_is_read_too() -> None:
    """Texts alone, without their languages."""
    entry = one(title="Rencontre", description="Court", longDescription=None, keywords=["rencontre"], conditions="")
    assert (entry.texts["title"], entry.texts["about"]) == ("Rencontre", "Court")


def test_each_mistake_is_said_by_its_line_and_the_others_are_read() -> None:
    """As for a calendar."""
    found = taken(EVENT, {**EVENT, "uid": 2, "timings": []}, {**EVENT, "uid": 3, "title": {}}, {**EVENT, "uid": 4})
    lines = export(EVENT, {**EVENT, "uid": 2, "timings": []}).decode().split("\n")
    assert [each.name for each in found.mistakes] == ["cli-ics-lacks", "cli-ics-lacks"]
    assert lines[found.mistakes[0].line - 1].strip().startswith('"uid": 2')
    assert [entry.uid for entry in found.entries] == ["ics:apes:61234567", "ics:apes:4"]
    assert all(sentence(each.name, **each.facts) for each in found.mistakes)


@pytest.mark.parametrize(
    ("raw", "why", "line"),
    [
        (b'{"events": [\n{"uid": 1,\n', "cli-agenda-json", 3),
        (b'{"total": 3}', "cli-agenda-no-events", 1),
        (b'{"events": [1]}', "cli-agenda-no-events", 1),
        (b"{" * 100_000, "cli-agenda-json", 1),
    ],
)
def test_what_is_no_export_is_refused(raw: bytes, why: str, line: int) -> None:
    """With the line where it breaks."""
    with pytest.raises(CalendarRefused) as refused:
        read(raw, guide(), "apes", NOON)
    assert (refused.value.name, refused.value.line) == (why, line)
    assert sentence(why)


def test_an_export_that_is_not_whole_says_so() -> None:
    """Nobody believes that what is missing was taken away."""
    found = read(export(EVENT, total=120), guide(), "apes", NOON)
    assert (found.mistakes[0].name, len(found.entries)) == ("cli-agenda-part", 1)


def test_taken_again_only_what_changed_there_changes_here(either_database: Database) -> None:
    """Moved, it stays the same gathering."""
    sums = []
    for event in (
        EVENT,
        EVENT,
        {**EVENT, "timings": [{"begin": "2026-12-11T18:00:00+01:00", "end": "2026-12-11T20:00:00+01:00"}]},
    ):
        with either_database.write() as connection:
            done = take(connection, "apes", "export.json", taken(event).entries, NOON, SystemClock().draw)
        sums.append((done.new, done.changed, done.cancelled))
    assert sums == [(1, 0, 0), (0, 0, 0), (0, 1, 0)]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(EVENT)), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(EVENT)), _JSON, max_size=6))
def test_no_event_however_it_is_made_ends_the_reading(other: dict[str, Any]) -> None:
    """It is read, or is a mistake."""
    found = taken({**EVENT, **other}, EVENT, kind="rencontre")
    assert len(found.entries) + len(found.mistakes) >= 2
