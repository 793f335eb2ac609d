"""Nobody can tell how many people a hidden number is, whatever they read: a solver tries, on made-up years."""

from __future__ import annotations

import os
import random

import pytest

from handlers.summary import as_json, summarise
from handlers.summary_family import Family
from handlers.weeks import quarter_of, year
from tests.handlers.attacked import attacked, by_revision, closings, naive, published, rolling
from tests.handlers.made_up_years import made_year
from tests.handlers.packs import guide

LONG = int(os.environ.get("BOUSSOLE_KILLS", "0")) >= 200
TRUE_VOLUME = 1.39
"""Holders a week, as the City counted them from 2016 to 2020."""


@pytest.mark.row("D18")
def test_all_summaries_of_a_year_of_everything_give_no_small_number_away() -> None:
    made = made_year(random.Random(2026), TRUE_VOLUME, 2026, "exemple")
    found = attacked(guide("exemple"), made, 2026, published)
    assert found.secret > 400
    assert not found.pinned
    # Beside what a week shows as « 1 à 4 », a number known to be under five is one in a hundred at most.
    assert len(found.under_five) <= found.secret / 100


@pytest.mark.row("D18")
@pytest.mark.parametrize("seed", range(200 if LONG else 3))
def test_many_years_at_the_true_volume(seed: int) -> None:
    number = 2025 + seed % 2
    made = made_year(random.Random(seed), TRUE_VOLUME, number, everything=LONG)
    found = attacked(guide("lille"), made, number, published if LONG else closings)
    assert not found.pinned


@pytest.mark.parametrize("mean", [0.2, TRUE_VOLUME, 5, 20])
def test_many_years_of_another_territory_at_any_volume(mean: float) -> None:
    for seed in range(200 if LONG else 40 if mean == TRUE_VOLUME else 4):
        number = 2025 + seed % 2
        made = made_year(random.Random(seed), mean, number, "exemple", everything=False)
        found = attacked(guide("exemple"), made, number, closings)
        assert not found.pinned, (seed, found.pinned)


@pytest.mark.parametrize("pack", ["exemple", "lille"])
@pytest.mark.parametrize("mean", [TRUE_VOLUME, 12])
def test_many_years_of_everything_at_any_volume(pack: str, mean: float) -> None:
    """Hand-overs, questions to a person, meetings and communities too: each total bounds another."""
    for seed in range(50 if LONG else 2):
        number = 2025 + seed % 2
        made = made_year(random.Random(seed), mean, number, pack)
        found = attacked(guide(pack), made, number, closings)
        assert not found.pinned, (seed, found.pinned)


def test_between_two_closings_only_the_figures_of_the_week_change() -> None:
    made, kept = made_year(random.Random(5), TRUE_VOLUME), dict[tuple[str, int], Family]()
    before = None
    for week in year(2026).weeks[13:26]:
        plain = dict(as_json(summarise(guide("lille"), made, week, kept)))
        rest = {name: plain[name] for name in ("tables", "funnel", "trend", "gatherings", "needs_without_answer")}
        rest["figures"] = [each for each in plain["figures"] if each["period"] != week]
        assert before in (None, rest) or quarter_of(week).weeks[-1] == week
        before = rest


@pytest.mark.row("D18")
@pytest.mark.parametrize("variant", [naive, rolling])
def test_the_same_attack_breaks_a_summary_made_without_care(variant: object) -> None:
    broken = 0
    for seed in range(5):
        made = made_year(random.Random(seed), TRUE_VOLUME, 2025, "exemple", everything=False)
        broken += bool(attacked(guide("exemple"), made, 2025, naive if variant is naive else rolling).pinned)
    assert broken == 5


def test_the_same_attack_breaks_figures_of_each_revision_of_the_guide() -> None:
    for seed in range(3):
        made = made_year(random.Random(seed), 5, 2025, "exemple", everything=False)
        assert attacked(guide("exemple"), made, 2025, by_revision).pinned, seed
        assert not attacked(guide("exemple"), made, 2025, closings).pinned, seed
