"""When somebody answers: opening hours, days off, and working days, in the zone of the territory."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.hours import closed_at, is_open, is_working, opens_at, working_days_after
from handlers.pack import Pack
from tests.handlers.packs import guide

PARIS, REUNION = "Europe/Paris", "Indian/Reunion"


def at(said: str, zone: str = PARIS) -> datetime:
    """An hour on the wall there, as an instant."""
    return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def pack(name: str = "lille") -> Pack:
    """A pack of the project."""
    return guide(name).pack


@pytest.mark.parametrize(
    "day",
    ["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15"],
)
def test_the_days_off_of_a_year_are_those_of_the_calendar(day: str) -> None:
    """Easter Monday, Ascension and Whit Monday of 2026 among them, as printed calendars give them."""
    assert not is_working(pack(), date.fromisoformat(day))


def test_a_day_off_of_one_territory_is_a_day_of_work_in_another() -> None:
    """Each pack names its own."""
    assert not is_working(pack("exemple"), date(2027, 12, 20))
    assert is_working(pack(), date(2027, 12, 20))


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        ("2026-11-23 10:00", "2026-11-25 10:00"),
        ("2026-11-26 16:00", "2026-11-30 16:00"),
        ("2026-11-28 15:00", "2026-12-02 09:00"),
        ("2026-11-29 23:59", "2026-12-02 09:00"),
        ("2026-12-24 11:00", "2026-12-29 11:00"),
        ("2026-05-13 18:00", "2026-05-18 18:00"),
        ("2026-03-27 10:00", "2026-03-31 10:00"),
    ],
)
def test_two_working_days_skip_weekends_days_off_and_keep_the_hour_on_the_wall(asked: str, until: str) -> None:
    """Over Christmas, over Ascension, and over the night when clocks change."""
    assert working_days_after(pack(), at(asked)) == at(until)


@pytest.mark.parametrize(
    ("when", "opened"),
    [
        ("2026-11-23 08:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 12:00", False),
        ("2026-11-23 13:59", False),
        ("2026-11-23 16:59", True),
        ("2026-11-27 16:45", False),
        ("2026-11-28 10:00", False),
        ("2026-12-25 10:00", False),
    ],
)
def test_a_network_is_open_from_the_first_minute_to_the_one_before_the_last(when: str, opened: bool) -> None:
    """Closed at noon, on a weekend, on a day off."""
    assert is_open(pack(), "ville", at(when)) is opened


def test_of_a_network_without_hours_nothing_is_said() -> None:
    """Neither open nor closed: nobody told the pack."""
    assert is_open(pack(), "bge", at("2026-11-28 03:00")) is None
    assert opens_at(pack(), "bge", at("2026-11-28 03:00")) is None
    assert closed_at(guide("lille"), "fr", "bge", at("2026-11-28 03:00")) == ""


def test_the_next_opening_is_after_the_weekend_and_the_day_off() -> None:
    """On the eve of a long weekend, and between two hours of the same day."""
    assert opens_at(pack(), "ville", at("2026-12-24 17:00")) == at("2026-12-28 09:00")
    assert opens_at(pack(), "ville", at("2026-11-23 12:30")) == at("2026-11-23 14:00")
    assert opens_at(pack("exemple"), "cercle", at("2026-11-26 18:00", REUNION)) == at("2026-12-01 10:00", REUNION)


def test_it_is_said_in_words_in_the_language_of_who_reads() -> None:
    """A day, an hour, nothing else; and nothing while it is open."""
    said = closed_at(guide("lille"), "fr", "ville", at("2026-11-27 18:00"))
    assert said == "Personne ne répond à cette heure-ci. Reprise : lundi 30 novembre à 9 h. (à vérifier)"
    there = closed_at(guide("exemple"), "fr", "cercle", at("2026-11-27 18:00"))
    assert there == "Personne ne répond à cette heure-ci. Reprise : mardi 1er décembre à 10 h."
    assert "Monday 30 November at 9:00 am" in closed_at(guide("lille"), "en", "ville", at("2026-11-27 18:00"))
    assert closed_at(guide("lille"), "fr", "ville", at("2026-11-27 10:00")) == ""
