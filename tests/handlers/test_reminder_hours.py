"""When one is told of a gathering: hours on the wall of its zone, whatever the clocks do, and never in the night."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calendar import Lead, Night, due, instant
from handlers.durations import Durations
from handlers.gatherings import Gathering
from handlers.quiet import awake, passes_night
from handlers.reminders import COMING, FOLLOWERS, PRESENT, plan
from tests.conversation import guide

PARIS, NEW_YORK, SYDNEY = "Europe/Paris", "America/New_York", "Australia/Sydney"
EVE, WEEK, THREE, TWO_HOURS = (
    Lead("eve", days=1, at=time(18)),
    Lead("week", days=7, at=time(10)),
    Lead("three", days=3, at=time(10)),
    Lead("two", hours=2),
)
SMALL = Lead("small", days=1, at=time(2, 30))
"""An hour that a clock change may skip or repeat."""
AWAKE = Night(PARIS, begins=time(23, 59, 59), ends=time(0))
"""No night, where the night has no part in what is tried."""

# Clocks change in Paris on 2026-10-25 and 2027-03-28, in New York on 2026-11-01 and 2027-03-14, in Sydney on
# 2026-10-04 and 2027-04-04. The hours expected are written in UTC, with the offset that the zone has on that day.
CASES = [
    # Paris, in winter, in summer, and over each change.
    (PARIS, "2026-12-03 08:30", EVE, "2026-12-02 17:00"),
    (PARIS, "2026-12-03 08:30", THREE, "2026-11-30 09:00"),
    (PARIS, "2026-12-03 08:30", WEEK, "2026-11-26 09:00"),
    (PARIS, "2026-12-03 14:00", TWO_HOURS, "2026-12-03 11:00"),
    (PARIS, "2026-07-02 08:30", EVE, "2026-07-01 16:00"),
    (PARIS, "2026-07-02 14:00", TWO_HOURS, "2026-07-02 10:00"),
    (PARIS, "2026-10-26 08:30", EVE, "2026-10-25 17:00"),
    (PARIS, "2026-10-26 08:30", THREE, "2026-10-23 08:00"),
    (PARIS, "2026-10-26 08:30", WEEK, "2026-10-19 08:00"),
    (PARIS, "2026-10-25 08:30", EVE, "2026-10-24 16:00"),
    (PARIS, "2026-10-25 04:00", TWO_HOURS, "2026-10-25 01:00"),
    (PARIS, "2026-10-25 02:30", TWO_HOURS, "2026-10-24 22:30"),
    (PARIS, "2026-10-26 09:00", SMALL, "2026-10-25 00:30"),
    (PARIS, "2027-03-29 08:30", EVE, "2027-03-28 16:00"),
    (PARIS, "2027-03-29 08:30", THREE, "2027-03-26 09:00"),
    (PARIS, "2027-03-28 08:30", EVE, "2027-03-27 17:00"),
    (PARIS, "2027-03-28 04:00", TWO_HOURS, "2027-03-28 00:00"),
    (PARIS, "2027-03-28 02:30", TWO_HOURS, "2027-03-27 23:30"),
    (PARIS, "2027-03-29 09:00", SMALL, "2027-03-28 01:30"),
    (PARIS, "2027-04-01 08:30", WEEK, "2027-03-25 09:00"),
    # New York, whose changes are a week after, and two weeks before.
    (NEW_YORK, "2026-11-02 08:30", EVE, "2026-11-01 23:00"),
    (NEW_YORK, "2026-11-02 08:30", THREE, "2026-10-30 14:00"),
    (NEW_YORK, "2026-11-01 08:30", EVE, "2026-10-31 22:00"),
    (NEW_YORK, "2026-11-01 04:00", TWO_HOURS, "2026-11-01 07:00"),
    (NEW_YORK, "2026-11-01 01:30", TWO_HOURS, "2026-11-01 03:30"),
    (NEW_YORK, "2026-10-28 08:30", EVE, "2026-10-27 22:00"),
    (NEW_YORK, "2027-03-15 08:30", EVE, "2027-03-14 22:00"),
    (NEW_YORK, "2027-03-15 08:30", THREE, "2027-03-12 15:00"),
    (NEW_YORK, "2027-03-14 02:30", TWO_HOURS, "2027-03-14 05:30"),
    (NEW_YORK, "2027-03-15 09:00", SMALL, "2027-03-14 07:30"),
    # Sydney, on the other side: its summer begins when ours ends.
    (SYDNEY, "2026-10-05 08:30", EVE, "2026-10-04 07:00"),
    (SYDNEY, "2026-10-05 08:30", THREE, "2026-10-02 00:00"),
    (SYDNEY, "2026-10-04 08:30", EVE, "2026-10-03 08:00"),
    (SYDNEY, "2026-10-04 02:30", TWO_HOURS, "2026-10-03 14:30"),
    (SYDNEY, "2026-10-05 09:00", SMALL, "2026-10-03 16:30"),
    (SYDNEY, "2027-04-05 08:30", EVE, "2027-04-04 08:00"),
    (SYDNEY, "2027-04-05 08:30", WEEK, "2027-03-28 23:00"),
    (SYDNEY, "2027-04-04 04:00", TWO_HOURS, "2027-04-03 16:00"),
    (SYDNEY, "2027-04-04 02:30", TWO_HOURS, "2027-04-03 13:30"),
    (SYDNEY, "2027-04-05 09:00", SMALL, "2027-04-03 15:30"),
]


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def wall(written: str) -> datetime:
    return datetime.fromisoformat(written)


@pytest.mark.row("F34")
@pytest.mark.parametrize(("zone", "start", "lead", "expected"), CASES)
def test_a_reminder_is_due_at_its_hour_on_the_wall_whatever_the_clocks_do(
    zone: str, start: str, lead: Lead, expected: str
) -> None:
    """Forty cases: three zones, both changes, hours that do not exist and hours that come twice (R1, F34)."""
    found = due(instant(wall(start), zone), zone, lead, AWAKE)
    assert found == utc(expected)
    if lead.at is not None and lead is not SMALL:
        # What zoneinfo says of that instant: the very hour, so many days before.
        there = found.astimezone(ZoneInfo(zone))
        days = (instant(wall(start), zone).astimezone(ZoneInfo(zone)).date() - there.date()).days
        assert (there.time(), days) == (lead.at, lead.days)


def test_the_table_has_its_forty_cases() -> None:
    """None is written twice."""
    assert len({(zone, start, lead.id) for zone, start, lead, _ in CASES}) == len(CASES) == 40


@pytest.mark.parametrize(
    ("start", "lead", "expected"),
    [
        ("2026-12-03 09:00", TWO_HOURS, "2026-12-02 18:30"),
        ("2026-12-03 10:00", TWO_HOURS, "2026-12-03 07:00"),
        ("2026-12-03 23:00", TWO_HOURS, "2026-12-03 18:30"),
        ("2026-12-03 08:30", Lead("late", days=1, at=time(21)), "2026-12-02 18:30"),
        ("2026-03-29 09:00", TWO_HOURS, "2026-03-28 18:30"),
    ],
)
def test_what_would_fall_in_the_night_is_said_at_half_past_seven_the_evening_before(
    start: str, lead: Lead, expected: str
) -> None:
    """Quiet hours are 20:00 to 8:00 of the territory (design.md 5)."""
    assert due(instant(wall(start), PARIS), PARIS, lead, Night(PARIS)) == utc(expected)


LEADS = st.one_of(
    st.builds(
        Lead, st.just("d"), days=st.integers(0, 30), at=st.times().map(lambda at: at.replace(second=0, microsecond=0))
    ),
    st.builds(Lead, st.just("h"), hours=st.integers(1, 48)),
)
STARTS = st.datetimes(wall("2026-01-01"), wall("2028-01-01")).map(lambda at: at.replace(second=0, microsecond=0))


@given(start=STARTS, zone=st.sampled_from((PARIS, NEW_YORK, SYDNEY)), lead=LEADS)
def test_no_reminder_is_ever_due_in_the_night_or_after_the_start(start: datetime, zone: str, lead: Lead) -> None:
    """Whatever the hour, the zone and the lead."""
    begins, night = instant(start, zone), Night(PARIS)
    told = due(begins, zone, lead, night)
    assert told <= begins
    assert night.ends <= told.astimezone(ZoneInfo(PARIS)).time() < night.begins


@given(now=st.datetimes(wall("2026-01-01"), wall("2028-01-01")))
def test_what_waits_for_the_morning_waits_for_the_next_one_and_no_longer(now: datetime) -> None:
    """By day it does not wait; at night it waits until eight, twelve hours at most and one more when clocks change."""
    moment, night = now.replace(tzinfo=UTC), Night(PARIS)
    later = awake(moment, night)
    local = later.astimezone(ZoneInfo(PARIS)).time()
    assert night.ends <= local < night.begins
    assert timedelta() <= later - moment <= timedelta(hours=13)
    assert later == moment or local == night.ends


@pytest.mark.parametrize(
    ("now", "starts", "passes"),
    [
        ("2026-12-02 22:00", "2026-12-03 08:30", True),
        ("2026-12-02 22:00", "2026-12-03 11:59", True),
        ("2026-12-02 22:00", "2026-12-03 12:00", False),
        ("2026-12-03 03:00", "2026-12-03 09:00", True),
        ("2026-12-03 03:00", "2026-12-04 09:00", False),
    ],
)
def test_a_change_wakes_only_for_what_begins_before_the_noon_that_follows(now: str, starts: str, passes: bool) -> None:
    """A cancellation at 22:00 of what begins at 8:30 passes; of what begins at noon, it waits for the morning (R4)."""
    assert passes_night(instant(wall(now), PARIS), instant(wall(starts), PARIS), Night(PARIS)) is passes


def walk(start: str) -> Gathering:
    begins = instant(wall(start), PARIS)
    return Gathering(1, "u", "mel", "en_marchant", begins, begins + timedelta(hours=2), PARIS, "published")


def planned(start: str, to: str) -> list[tuple[str, str]]:
    paris = ZoneInfo(PARIS)
    found = plan(guide("lille"), walk(start), Durations(), to)
    return [(each.telling.id, f"{each.due.astimezone(paris):%m-%d %H:%M}") for each in found]


def test_a_walk_of_the_afternoon_is_told_three_times_to_who_comes() -> None:
    """As domain.md 4.2 says: three days, the evening before, two hours before."""
    assert planned("2026-12-05 14:00", COMING) == [
        ("j3", "12-02 10:00"),
        ("veille", "12-04 18:00"),
        ("h2", "12-05 12:00"),
    ]
    assert planned("2026-12-05 14:00", FOLLOWERS) == [("annonce", "11-14 10:00"), ("relance", "12-02 10:00")]
    assert planned("2026-12-05 14:00", PRESENT) == [("merci", "12-06 10:00")]


def test_two_hours_before_an_early_walk_is_not_said_beside_the_evening_before() -> None:
    """It would be brought to the same evening: one message is enough."""
    assert planned("2026-12-05 09:00", COMING) == [("j3", "12-02 10:00"), ("veille", "12-04 18:00")]
