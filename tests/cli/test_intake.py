"""`chat --json`: a week begins at midnight on the wall, whoever lives through it with the bot."""

from __future__ import annotations

import pytest

from tests.cli.program import Talk, talking
from tests.databases import Home

DOORS = ("etape:idee", "commune:lille", "qpv:nsp", "but:utile", "emplois:1", "besoins:accompagnement", "besoins:done")


def finished(talk: Talk, who: str) -> None:
    """An orientation to its result, and a yes to statistics."""
    talk.text("bonjour", who)
    shown = [talk.tap(f"orientation/{answer}", who) for answer in DOORS][-1]
    assert "orientation/result:why" in shown.ids
    assert "statistiques" in shown.text
    assert "C'est noté" in talk.tap("consent/statistics:oui", who).text


@pytest.mark.parametrize(
    ("before", "after", "weeks"),
    [
        ("2027-01-03T23:59:00+01:00", "2027-01-04T00:01:00+01:00", ("2026-W53", "2027-W01")),
        ("2026-10-25T23:59:00+01:00", "2026-10-26T00:01:00+01:00", ("2026-W43", "2026-W44")),
    ],
)
def test_sunday_at_23_59_and_monday_at_00_01_are_two_weeks(
    home: Home, before: str, after: str, weeks: tuple[str, str]
) -> None:
    """Also at the end of a year of 53 weeks, and on the day the clocks change."""
    with talking("--db", home.url) as talk:
        talk.clock(before)
        finished(talk, "u1")
        talk.clock(after)
        finished(talk, "u2")
    assert home.rows("SELECT week, late, first_ever FROM intake ORDER BY week") == [(week, 0, 1) for week in weeks]
    assert home.rows("SELECT week FROM tallies WHERE name = 'finished-yes' ORDER BY week") == [(w,) for w in weeks]


def test_a_yes_on_monday_for_the_orientation_of_sunday_is_late(home: Home) -> None:
    """The answers wait for the yes; the week of Sunday is counted without it."""
    with talking("--db", home.url) as talk:
        talk.clock("2026-12-06T23:58:00+01:00")
        talk.text("bonjour")
        for answer in DOORS:
            talk.tap(f"orientation/{answer}")
        talk.clock("2026-12-07T09:00:00+01:00")
        talk.text("oui")
    assert home.rows("SELECT week, late FROM intake") == [("2026-W50", 1)]
    assert home.rows("SELECT week FROM tallies WHERE name = 'finished'") == [("2026-W49",)]
