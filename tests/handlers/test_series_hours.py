"""A series keeps its hour on the wall through both clock changes, and never takes place when it is left out (E1)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calendar import MOST_OCCURRENCES, RuleRefused, Series, instant, occurrences, read_rule, wall

ZONES = ("Europe/Paris", "Indian/Reunion", "America/St_Johns")
BEGIN, END = datetime(2026, 9, 1, tzinfo=UTC), datetime(2027, 9, 1, tzinfo=UTC)


def naive(text: str) -> datetime:
    """An hour on the wall."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("zone", ZONES)
def test_a_monthly_morning_is_at_the_same_hour_all_year(zone: str) -> None:
    series = Series(zone, naive("2026-09-08 08:30"), "FREQ=MONTHLY;BYDAY=2TU", frozenset({naive("2027-03-09 08:30")}))
    found = occurrences(series, BEGIN, END)
    assert [hour.strftime("%m-%d %H:%M") for hour in found] == [
        "09-08 08:30",
        "10-13 08:30",
        "11-10 08:30",
        "12-08 08:30",
        "01-12 08:30",
        "02-09 08:30",
        "04-13 08:30",
        "05-11 08:30",
        "06-08 08:30",
        "07-13 08:30",
        "08-10 08:30",
    ]
    assert {wall(instant(hour, zone), zone).time() for hour in found} == {naive("2026-09-08 08:30").time()}


def test_in_paris_the_instant_moves_with_the_clocks() -> None:
    series = Series("Europe/Paris", naive("2026-10-20 08:30"), "FREQ=WEEKLY")
    found = [instant(hour, series.zone).strftime("%m-%d %H:%M") for hour in occurrences(series, BEGIN, END)]
    assert found[:2] == ["10-20 06:30", "10-27 07:30"]
    assert [each for each in found if each.startswith("03-")][-2:] == ["03-23 07:30", "03-30 06:30"]


@pytest.mark.row("F34")
def test_an_hour_that_the_clocks_skip_is_held_once_an_hour_later() -> None:
    series = Series("Europe/Paris", naive("2027-03-27 02:30"), "FREQ=DAILY;COUNT=3")
    held = [instant(hour, series.zone) for hour in occurrences(series, BEGIN, END)]
    assert [wall(each, series.zone).strftime("%d %H:%M") for each in held] == ["27 02:30", "28 03:30", "29 02:30"]


@pytest.mark.row("F34")
def test_an_hour_that_comes_twice_is_held_once_the_first_time() -> None:
    series = Series("Europe/Paris", naive("2026-10-24 02:30"), "FREQ=DAILY;COUNT=3")
    held = [instant(hour, series.zone).strftime("%d %H:%M") for hour in occurrences(series, BEGIN, END)]
    assert held == ["24 00:30", "25 00:30", "26 01:30"]


def test_a_date_may_be_added_to_a_series_or_stand_alone() -> None:
    added = Series("Europe/Paris", naive("2026-12-03 08:30"), also_on=frozenset({naive("2026-12-10 18:00")}))
    assert [hour.hour for hour in occurrences(added, BEGIN, END)] == [8, 18]


def test_a_series_that_never_ends_is_cut() -> None:
    daily = Series("Europe/Paris", naive("2026-09-01 12:00"), "FREQ=DAILY")
    assert len(occurrences(daily, BEGIN, BEGIN + timedelta(days=3_000))) == MOST_OCCURRENCES


@pytest.mark.parametrize(
    "rule", ["FREQ=OFTEN", "FREQ=HOURLY", "FREQ=SECONDLY", "BYDAY=2TU", "", "FREQ=DAILY;BYDAY=9ZZ"]
)
def test_a_rule_that_cannot_be_read_or_repeats_within_a_day_is_refused(rule: str) -> None:
    with pytest.raises(RuleRefused):
        read_rule(rule, naive("2026-12-03 08:30"))


def test_the_end_of_a_rule_may_be_written_in_utc() -> None:
    series = Series("Europe/Paris", naive("2026-12-03 08:30"), "FREQ=WEEKLY;UNTIL=20261217T235959Z")
    assert [hour.day for hour in occurrences(series, BEGIN, END)] == [3, 10, 17]


@given(
    st.sampled_from(ZONES),
    st.datetimes(naive("2026-10-01"), naive("2027-04-30")),
    st.integers(1, 5),
    st.integers(0, 400),
)
def test_what_is_found_is_between_the_two_instants_in_order_and_once(
    zone: str, first: datetime, every: int, days: int
) -> None:
    series = Series(zone, first.replace(second=0, microsecond=0), f"FREQ=DAILY;INTERVAL={every}")
    until = BEGIN + timedelta(days=days)
    held = [instant(hour, zone) for hour in occurrences(series, BEGIN, until)]
    assert held == sorted(set(held))
    assert all(BEGIN <= each < until for each in held)
    local = [each.astimezone(ZoneInfo(zone)).date() for each in held]
    assert all((later - day).days == every for day, later in pairwise(local))
