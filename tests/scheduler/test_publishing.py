"""What was published of a week or of a year is what is shown of it for ever, whatever is counted or changed later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, select

from handlers import counted
from handlers.effects_intake import Count
from handlers.summary import as_json
from handlers.weeks import monday_of
from scheduler import publishing
from scheduler.clock import SetClock
from storage import tallies
from storage.database import Database
from storage.play import Scene
from storage.summing import summary_of
from storage.tables import published
from tests.handlers.packs import guide
from tests.web import reading

ZONE = guide("lille").pack.territory.timezone
WEEK, NEXT = "2026-W47", "2026-W48"


@pytest.fixture
def life(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def scene(at: datetime) -> Scene:
    """The pack at an instant."""
    return Scene(guide("lille"), at, SetClock(at).draw)


def count(life: Database, week: str, people: int) -> None:
    """So many came together this week."""
    with life.write() as connection:
        tallies.tally(connection, monday_of(week, ZONE), ZONE, [Count(counted.JOINED, "metropole", people)])


def ticks(life: Database, at: datetime) -> list[str]:
    """All that is due is done; the periods published so far."""
    with life.write() as connection:
        while (due := publishing.next_due(connection, scene(at))) is not None and due <= at:
            assert publishing.send_due(connection, scene(at)) == ()
        return list(
            connection.execute(select(published.c.period).order_by(published.c.at, published.c.period)).scalars()
        )


def test_nothing_is_published_before_anything_is_counted(life: Database) -> None:
    """And nothing is due."""
    with life.write() as connection:
        assert publishing.next_due(connection, scene(monday_of(NEXT, ZONE))) is None
    assert ticks(life, monday_of(NEXT, ZONE)) == []


@pytest.mark.parametrize("week", ["2026-W13", "2026-W43", "2026-W47"])
def test_a_week_is_published_when_its_sunday_is_over_there(life: Database, week: str) -> None:
    """Also in the weeks in which the clocks change."""
    count(life, week, 6)
    begins = monday_of(week, ZONE)
    with life.write() as connection:
        over = publishing.next_due(connection, scene(begins))
    assert over is not None
    assert over.astimezone(UTC) == monday_of(f"2026-W{int(week[-2:]) + 1}", ZONE).astimezone(UTC)
    with life.write() as connection:
        # Asked without looking at when it is due, as the bot asks.
        publishing.send_due(connection, scene(begins))
    assert ticks(life, begins) == []
    assert ticks(life, over) == [week]
    assert ticks(life, over) == [week]
    with life.read() as connection:
        revisions = connection.execute(select(published.c.revision)).scalars().all()
    assert revisions == [guide("lille").pack.revision[:8]]


def test_what_is_counted_afterwards_changes_nothing_of_a_week_that_is_over(life: Database) -> None:
    """Nor does another pack: the summary is word for word the one that was published."""
    count(life, WEEK, 6)
    ticks(life, monday_of(NEXT, ZONE))
    with life.read() as connection:
        before = summary_of(connection, guide("lille"), WEEK)
    assert any(each.value == 6 for each in before.figures)
    count(life, WEEK, 30)
    with life.read() as connection:
        assert summary_of(connection, guide("lille"), WEEK) == before
        assert as_json(summary_of(connection, guide("exemple"), WEEK)) == as_json(before)


def test_after_an_outage_every_week_is_published_and_the_year_with_its_last(life: Database) -> None:
    """One after the other, also one with nothing; those from before the first are made when they are asked for."""
    for week in ("2026-W10", "2026-W50"):
        count(life, week, 6)
    assert ticks(life, monday_of("2026-W51", ZONE)) == ["2026-W50"]
    late = monday_of("2027-W02", ZONE)
    assert ticks(life, late) == ["2026-W50", "2026", "2026-W51", "2026-W52", "2026-W53", "2027-W01"]
    with life.read() as connection:
        assert publishing.next_due(connection, replace(scene(late))) == monday_of("2027-W03", ZONE)
        assert any(each.value == 6 for each in summary_of(connection, guide("lille"), "2026-W10").figures)


async def test_who_writes_waits_for_the_outcome_only(lasting_database: Database) -> None:
    """What takes long is read beside the writer: while it is computed, another transaction writes and ends."""
    async with reading.opened(lasting_database) as desk:
        with desk.database.write() as connection:
            tallies.tally(connection, monday_of(WEEK, ZONE), ZONE, [Count(counted.JOINED, "metropole", 6)])
        wrote: list[bool] = []

        def beside(connection: Connection, scene: Scene) -> Mapping[str, object] | None:
            with desk.database.write() as another:
                wrote.append(another is not connection)
            return publishing.prepare(connection, scene)

        await desk.app._slices_of(SimpleNamespace(**{**vars(publishing), "prepare": beside}))
        assert wrote
        assert all(wrote)
        with desk.database.read() as connection:
            assert list(connection.execute(select(published.c.period)).scalars()) == [WEEK]
