"""The figures of some weeks, counted again from what happened by a script that shares nothing with the first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from handlers.effects_intake import Count, TakeIn
from handlers.guide import Guide
from handlers.messages import Address
from handlers.weeks import year
from scheduler.clock import SystemClock
from storage import gathering_rows, intake
from storage.apply import Context, apply
from storage.database import Database
from storage.retention import Retention
from storage.summaries import Counts, counts
from storage.tables import outbox
from tests.conversation import guide

EDGES = (
    "2026-03-29 01:30",  # the clocks go forward
    "2026-03-30 00:00",
    "2026-10-25 02:30",  # the clocks go back: this hour comes twice
    "2026-10-26 00:00",
    "2026-11-23 00:00",
    "2026-12-28 00:00",  # the 53rd week
    "2027-01-01 00:00",
    "2027-01-04 00:00",
)
Figures = Counter[tuple[str, str, str]]


def instants(zone: str, chance: Random) -> Iterator[datetime]:
    """Hours around the edges, by the clock on the wall there: a minute before, a minute after, and anywhere."""
    for edge in EDGES:
        wall = datetime.fromisoformat(edge).replace(tzinfo=ZoneInfo(zone))
        for fold in (0, 1):
            at = wall.replace(fold=fold).astimezone(UTC)
            yield from (at - timedelta(minutes=1), at, at + timedelta(minutes=1))
            yield at + timedelta(minutes=chance.randrange(-3 * 24 * 60, 3 * 24 * 60))


def named(at: datetime, zone: str) -> str:
    """The week of an instant, as the C library has it."""
    return at.astimezone(ZoneInfo(zone)).strftime("%G-W%V")


def answered(told: Guide, chance: Random) -> dict[str, str]:
    """A whole orientation at random, some questions passed."""
    given: dict[str, str] = {}
    while (question := told.table.next_question(given)) is not None:
        values = [answer.value for answer in question.answers] or [*told.table.facts_by_place]
        some = chance.sample(values, min(question.most, chance.randrange(0, question.most + 1)))
        given[question.fact] = " ".join(value for value in values if value in some)
    place = told.table.place_fact
    return given | dict(told.table.place_facts(given[place])) if place in given else given


def lived(database: Database, told: Guide, chance: Random) -> Figures:
    """Write what happens at these hours, and count it beside."""
    zone, beside = told.pack.territory.timezone, Counter[tuple[str, str, str]]()
    for at in instants(zone, chance):
        week = named(at, zone)
        with database.write() as connection:
            context = Context(Address("", ""), 0, None, "", at, SystemClock().draw, zone)
            name, by = chance.choice(("step-reached", "finished", "outcome")), chance.randrange(1, 4)
            apply(connection, context, Count(name, "x/y", by))
            beside[week, name, "x/y"] += by
            given = answered(told, chance)
            doors = tuple(chance.sample([scheme.id for scheme in told.pack.schemes], chance.randrange(0, 4)))
            unmatched, finished = chance.choice(("", "local")), chance.choice((week, "2026-W01"))
            apply(connection, context, TakeIn(given, doors, unmatched, finished, "r"))
            _recounted(beside, week, given, doors, unmatched, finished)
    return beside


def _recounted(
    beside: Figures, week: str, given: dict[str, str], doors: tuple[str, ...], unmatched: str, finished: str
) -> None:
    beside[week, "orientations", ""] += 1
    beside[week, "late", ""] += finished != week
    for fact, value in given.items():
        for one in value.split(" "):
            beside[week, f"answer/{fact}", one or "-"] += 1
    for rank, door in enumerate(doors):
        beside[week, "any-door", door] += 1
        beside[week, "first-door", door] += rank == 0
    beside[week, "unmatched", unmatched] += unmatched != ""


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("pack", ["lille", "exemple"])
def test_the_figures_are_those_of_a_second_script(either_database: Database, pack: str, seed: int) -> None:
    """Around every change of clock, of week and of year, in two zones."""
    told = guide(pack)
    beside = lived(either_database, told, Random(seed))
    weeks = (*year(2026).weeks, *year(2027).weeks)
    with either_database.read() as connection:
        found = counts(connection, weeks, told)
    flat = _flat(found)
    assert set(found) == set(weeks)
    assert +flat == +beside
    with either_database.write() as connection:
        assert intake.fold(connection, datetime(2030, 1, 1, tzinfo=UTC), Retention(), 10**6) > 0
        assert _flat(counts(connection, weeks, told)) == flat


def _flat(found: Counts) -> Figures:
    return Counter({(w, name, of): n for w in found for name in found[w] for of, n in found[w][name].items()})


def test_only_the_weeks_asked_for_are_counted(either_database: Database) -> None:
    """The week before and the week after are not; a week with nothing is there, empty."""
    told = guide("lille")
    beside = lived(either_database, told, Random(7))
    with either_database.read() as connection:
        found = counts(connection, ("2026-W53", "2026-W30"), told)
        assert counts(connection, (), told) == {}
    assert found["2026-W53"]["orientations"] == {"": beside["2026-W53", "orientations", ""]}
    assert found["2026-W30"] == {}


def test_gatherings_and_their_reminders_are_counted_in_their_week(database: Database) -> None:
    """Those that begin in it and are not cancelled; reminders that left, by series, or by kind without one."""
    told, zone = guide("lille"), "Europe/Paris"
    sunday = datetime(2026, 12, 6, 22, 59, tzinfo=UTC)
    with database.write() as connection:
        ids = [
            gathering_rows.new(
                connection,
                {
                    **gathering_rows.hours(sunday + timedelta(minutes=late), sunday + timedelta(hours=2), zone),
                    **gathering_rows.texts({}),
                    "uid": f"{late}{series}{state}",
                    "network": "n",
                    "kind": "marche",
                    "series": series,
                    "state": state,
                },
                sunday,
                SystemClock().draw,
                None,
            )
            for late, series, state in ((0, "matins", "published"), (1, "", "moved"), (0, "matins", "cancelled"))
        ]
        for id, state, minutes in (
            (ids[0], "sent", 0),
            (ids[0], "late", 1),
            (ids[1], "skipped", 0),
            (ids[1], "sent", 0),
        ):
            connection.execute(
                insert(outbox).values(**_left(f"remind/{id}/x/{state}/{minutes}", state, sunday, minutes))
            )
        connection.execute(insert(outbox).values(**_left(f"announce/{ids[0]}/x", "sent", sunday, 0)))
    with database.read() as connection:
        found = counts(connection, ("2026-W49", "2026-W50"), told)
        assert counts(connection, ("2026-W50",), told) == {"2026-W50": found["2026-W50"]}, "from Monday 0 h on"
    assert json.loads(json.dumps(found)) == {
        "2026-W49": {"gathering-published": {"matins": 1}, "gathering-reminded": {"matins": 1, "marche": 1}},
        "2026-W50": {"gathering-published": {"marche": 1}, "gathering-reminded": {"matins": 1}},
    }


def _left(key: str, state: str, at: datetime, minutes: int) -> dict[str, object]:
    when = at + timedelta(minutes=minutes)
    return {
        "key": key,
        "kind": "reminder",
        "state": state,
        "via": "terminal",
        "attempts": 1,
        "due_at": when,
        "created_at": when,
        "settled_at": when,
    }
