"""What a date meets is said before it is published, and is never a refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.clashes import half_day, is_bridge, is_holiday, warnings
from handlers.context import Context
from handlers.conversation import Conversation
from handlers.gatherings import Gathering, NoGatherings
from handlers.messages import Address, Inbound
from handlers.world import Person, World
from tests.conversation import drawn, guide
from tests.roles import Doors, RolesOf

KNOWN = guide("lille").pack.gatherings
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MINE = Gathering(1, "u", "apes", "petit_dej", NOW, NOW, "Europe/Paris", "draft", {"title": "Le mien"})


def test_the_public_holidays_of_france_are_known_those_of_easter_too() -> None:
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [day.strftime("%m-%d") for day in days if is_holiday(KNOWN, day)] == [
        "01-01",
        "03-29",
        "05-01",
        "05-06",
        "05-08",
        "05-17",
        "07-14",
        "08-15",
        "11-01",
        "11-11",
        "12-25",
    ]


def test_a_bridge_is_a_working_day_between_a_holiday_and_a_day_of_rest() -> None:
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [day.strftime("%m-%d") for day in days if is_bridge(KNOWN, day)] == ["05-07", "11-12"]


@dataclass(frozen=True, slots=True)
class Held(NoGatherings):
    """A calendar that holds these."""

    held: tuple[Gathering, ...] = ()

    def coming(self, after: datetime, limit: int, networks: tuple[str, ...] = ()) -> tuple[Gathering, ...]:
        """Those that are not over."""
        return tuple(each for each in self.held if each.ends_at > after)[:limit]


def said(at: datetime, *held: Gathering, kind: str = "petit_dej") -> tuple[str, ...]:
    """What is to be known of a gathering of two hours at an instant."""
    known = guide("lille")
    world = World(known, NOW, Person(channel="terminal"), RolesOf(Doors(), "u1"), drawn, gatherings=Held(held))
    context = Context(Conversation(language="fr"), Inbound(Address("terminal", "u1"), "m1"), world)
    return warnings(context, replace(MINE, kind=kind, starts_at=at, ends_at=at + timedelta(hours=2)))


def test_a_quiet_day_is_met_by_nothing() -> None:
    assert said(datetime(2026, 12, 3, 7, 30, tzinfo=UTC)) == ()


def test_a_holiday_in_a_full_month_is_said_once_each() -> None:
    assert said(datetime(2027, 5, 8, 7, 0, tzinfo=UTC)) == (
        "Samedi 8 mai 2027 est férié.",
        "En mai, il y a beaucoup de jours fériés.",
    )


def test_the_day_is_that_of_the_territory() -> None:
    """At 23:30 UTC the day before, it is a holiday there already."""
    assert said(datetime(2027, 7, 13, 23, 30, tzinfo=UTC)) == ("Mercredi 14 juillet 2027 est férié.",)


@pytest.mark.row("I48")
@pytest.mark.parametrize(
    ("hour", "network", "kind", "met"),
    [
        (8, "cress", "matinale", True),
        (10, "cress", "matinale", True),
        (14, "cress", "matinale", False),
        (8, "apes", "matinale", False),
        (8, "cress", "programme", False),
    ],
)
def test_another_networks_gathering_of_the_same_half_day_is_named(
    hour: int, network: str, kind: str, *, met: bool
) -> None:
    at = datetime(2026, 12, 3, hour - 1, tzinfo=UTC)
    texts = {"title": "Le leur"}
    other = replace(MINE, id=2, network=network, kind=kind, starts_at=at, ends_at=at + timedelta(hours=2), texts=texts)
    found = said(datetime(2026, 12, 3, 8, 30, tzinfo=UTC), other)
    assert [("Le leur" in each) for each in found] == ([True] if met else [])


def test_a_programme_of_several_days_does_not_clash_with_one_morning() -> None:
    assert said(datetime(2027, 7, 14, 7, 0, tzinfo=UTC), kind="programme") == ()


def test_weeks_over_the_new_year_are_full_on_both_sides() -> None:
    known = guide("exemple").pack.gatherings.busy[0]
    assert (known.since, known.until) == ("12-15", "01-15")


def test_noon_parts_the_day() -> None:
    morning = half_day(datetime(2026, 12, 3, 12, 59))  # noqa: DTZ001  # a wall-clock hour has no zone
    assert [each.hour for each in morning] == [0, 13]
