"""Weeks of ISO 8601 on the wall of the territory, and the closed periods made of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers import weeks
from handlers.weeks import Period

PARIS = "Europe/Paris"


def at(wall: str, zone: str = PARIS, fold: int = 0) -> datetime:
    """The instant of an hour on the wall there."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("wall", "week"),
    [
        ("2026-11-22 23:59:59", "2026-W47"),
        ("2026-11-23 00:00", "2026-W48"),
        ("2026-03-29 23:59", "2026-W13"),
        ("2026-03-30 00:01", "2026-W14"),
        ("2026-10-25 23:59", "2026-W43"),
        ("2026-10-26 00:00", "2026-W44"),
        ("2027-01-03 23:59", "2026-W53"),
        ("2027-01-04 00:00", "2027-W01"),
        ("2025-12-29 00:00", "2026-W01"),
    ],
)
def test_a_week_is_from_monday_at_midnight_to_sunday_by_the_clock_on_the_wall(wall: str, week: str) -> None:
    """Also when the clocks change in it, and when it is in two years."""
    assert weeks.week_of(at(wall), PARIS) == week


def test_a_week_begins_when_it_begins_and_not_a_second_before() -> None:
    """Each week of eight years, in zones on both sides of the date."""
    for zone in (PARIS, "Indian/Reunion", "Pacific/Auckland", "America/St_Johns"):
        for number in range(2024, 2032):
            for week in weeks.year(number).weeks:
                monday = weeks.monday_of(week, zone)
                assert weeks.week_of(monday, zone) == week
                assert weeks.week_of(monday - timedelta(seconds=1), zone) == weeks.week_after(week, -1)


def test_a_year_has_52_or_53_weeks_and_four_quarters_of_13_or_14() -> None:
    """Quarters and halves are made of whole weeks, and make the year."""
    for number in range(2020, 2060):
        year = weeks.year(number)
        quarters = weeks.quarters_of(year.weeks[0])
        assert [len(quarter.weeks) for quarter in quarters] == [13, 13, 13, len(year.weeks) - 39]
        assert sum((quarter.weeks for quarter in quarters), ()) == year.weeks
        for week in year.weeks:
            assert week in weeks.quarter_of(week).weeks
            assert set(weeks.quarter_of(week).weeks) <= set(weeks.half_of(week).weeks) <= set(weeks.year_of(week).weeks)
    assert [len(weeks.year(number).weeks) for number in (2020, 2025, 2026, 2027, 2032)] == [53, 52, 53, 52, 53]


def test_a_period_is_named_by_its_first_and_its_last_week() -> None:
    """A week by itself."""
    assert weeks.week("2026-W47").name == "2026-W47"
    assert [quarter.name for quarter in weeks.quarters_of("2026-W47")] == [
        "2026-W01--2026-W13",
        "2026-W14--2026-W26",
        "2026-W27--2026-W39",
        "2026-W40--2026-W53",
    ]
    assert (weeks.half_of("2026-W26").name, weeks.half_of("2026-W27").name) == (
        "2026-W01--2026-W26",
        "2026-W27--2026-W53",
    )
    assert weeks.year_of("2026-W47").name == "2026-W01--2026-W53"


def test_a_period_is_closed_at_the_midnight_that_ends_it() -> None:
    """There, and not in UTC."""
    last = weeks.quarter_of("2026-W53")
    for period in (Period(("2026-W53",)), last):
        assert not weeks.closed(period, at("2027-01-03 23:59:59"), PARIS)
        assert weeks.closed(period, at("2027-01-04 00:00"), PARIS)


def test_a_month_is_made_of_whole_weeks_and_a_year_of_whole_months() -> None:
    """That of the Thursday of a week."""
    assert [weeks.month_of(week) for week in ("2026-W49", "2026-W53", "2026-W01", "2026-W05")] == [
        "2026-12",
        "2026-12",
        "2026-01",
        "2026-01",
    ]
    for number in range(2020, 2040):
        months = [weeks.month_of(week) for week in weeks.year(number).weeks]
        assert sorted(set(months)) == [f"{number}-{month:02d}" for month in range(1, 13)]
        assert months == sorted(months)


@pytest.mark.parametrize(
    "name", ["2026-W54", "2027-W53", "2026-W00", "2026-W7", "2026-47", "", "2026-W1٣", "2026-W477", "0000-W01", "W47"]
)
def test_a_week_that_there_is_not_is_none(name: str) -> None:
    """Neither written otherwise, nor past the end of its year."""
    assert not weeks.is_week(name)
    assert weeks.is_week("2026-W53")


def test_the_days_of_a_week_are_said_by_their_dates() -> None:
    """Monday and Sunday."""
    assert weeks.days_of("2026-W53") == (date(2026, 12, 28), date(2027, 1, 3))
