"""The same year of a full calendar by the moving clock, twice: once as it goes, once with outages.

In memory: the same statements run on a server in the tests beside. In `make test` it is two months and two hundred
people. `BOUSSOLE_KILLS=200` (`make faults`) makes it a year of twelve series and two thousand people, and tells how
long it took a processor: a minute at most was asked for."""

from __future__ import annotations

import logging
import os
import time
from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.calendar import wall
from storage import schema
from storage.database import open_database
from storage.tables import STATES
from tests.calendar_year import ZONE, Outage, Plan, Played, Row, Year, differences
from tests.measures import record

pytestmark = pytest.mark.slow

_log = logging.getLogger(__name__)

WHOLE = int(os.environ.get("BOUSSOLE_KILLS", "50")) >= 200
PLAN = Plan(people=2_000, days=365, each=15) if WHOLE else Plan(people=200, days=61, each=8)
_TUESDAY = 1
"""At 14:00 people come to one of the series, and are reminded of it at noon."""
SKIPPED_FOR_THE_HOUR = ("over", "overtaken")


def outages(plan: Plan) -> tuple[Outage, ...]:
    """Three hours around the last reminder of one, until after the start of another, a night and a day, four days."""
    paris = ZoneInfo(ZONE)

    def tuesday(share: float, hour: int, minutes: int) -> Outage:
        local = (plan.begins + timedelta(days=plan.days * share)).astimezone(paris)
        local += timedelta(days=(_TUESDAY - local.weekday()) % 7)
        return Outage(local.replace(hour=hour, minute=0), timedelta(minutes=minutes))

    return (
        tuesday(0.55, 11, 3 * 60 - 30),
        tuesday(0.3, 11, 3 * 60 + 20),
        tuesday(0.4, 18, 30 * 60),
        tuesday(0.7, 10, 96 * 60),
    )


def lived(*, goes_down: bool) -> Played:
    """One year on a database of its own."""
    database = open_database(":memory:")
    schema.prepare(database)
    began = time.process_time()
    played = Year(database, PLAN, outages(PLAN), goes_down=goes_down).play()
    spent = time.process_time() - began
    record("G7", f"{PLAN.people} people, {PLAN.days} days, outages {goes_down}: {spent:.0f} s of a processor", met=True)
    _log.info("ticks %d sums %s", played.ticks, dict(played.sums))
    database.close()
    return played


@pytest.fixture(scope="module")
def years() -> tuple[Played, Played]:
    """As it goes, and with outages."""
    return lived(goes_down=False), lived(goes_down=True)


@pytest.mark.row("F31")
def test_an_outage_changes_nothing_but_what_is_late_or_skipped(years: tuple[Played, Played]) -> None:
    """The same rows for the same people; what came too late is skipped because its hour was over (goals R2, B3)."""
    calm, down = years
    assert calm.rows.keys() == down.rows.keys()
    found = differences(calm, down)
    ends = {_end(after) for _, after in found.values()}
    assert {"late", "over"} <= ends <= {"late", *SKIPPED_FOR_THE_HOUR}
    _log.info("differences %s", Counter(_end(after) for _, after in found.values()))
    assert calm.sums["late"] == 0
    assert not [row for row in calm.rows.values() if row.reason in SKIPPED_FOR_THE_HOUR]


def _end(row: Row | None) -> str:
    assert row is not None
    return row.reason or row.state


@pytest.mark.row("G7")
def test_every_sum_is_exact(years: tuple[Played, Played]) -> None:
    """What was planned is what was sent, late or skipped: nothing is left over, nothing is uncertain."""
    for played in years:
        states = Counter(row.state for row in played.rows.values())
        assert played.sums["planned"] == len(played.rows) == sum(states.values())
        assert {state: played.sums[state] for state in STATES} == {state: states[state] for state in STATES}
        assert set(states) <= {"sent", "late", "skipped"}
        told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        record("G7", f"{len(played.rows)} messages of a calendar: {told}; the sums are exact", met=True)
        assert all((row.state == "skipped") == bool(row.reason) for row in played.rows.values())


def test_whoever_had_a_place_was_reminded_at_each_hour_or_it_is_said_why_not(years: tuple[Played, Played]) -> None:
    """Of each gathering that took place where it was first put, by a count that asks the ledger nothing."""
    calm, down = years
    assert calm.owed == down.owed
    assert calm.owed
    for played in years:
        assert played.owed <= played.rows.keys()
    assert {calm.rows[key].state for key in calm.owed} == {"sent"}


def test_nobody_was_told_at_night_or_after_the_start(years: tuple[Played, Played]) -> None:
    """Outages or not; a change of what begins in the morning may come by night."""
    for played in years:
        for key, row in played.rows.items():
            word, id = key.split("/")[:2]
            if row.state == "skipped" or word == "change" or key.split("/")[2].startswith("change-"):
                continue
            assert row.at is not None
            assert 8 <= wall(row.at, ZONE).hour < 20, (key, row.at)
            # A programme is told of each Monday while it lasts, and in figures once it is over.
            if word in {"remind", "announce"} and not key.split("/")[2].startswith(("week-", "figures")):
                assert row.at <= played.starts[int(id)], (key, row.at)
