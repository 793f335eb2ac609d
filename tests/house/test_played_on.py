"""Whatever may use either database is played on both, or on the one whose turn it is."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.house.source import ROOT
from tests.played_on import EITHER, SERVER, SLOWLY, TURNS, by_turns, kinds, lasts

pytestmark = pytest.mark.house

ENOUGH = 200
"""Tests that last, of which each database must have its part."""


def test_every_file_that_lasts_exists() -> None:
    """A list that names what is gone hides what replaced it."""
    assert [name for name in SLOWLY if not (ROOT / "tests" / name).is_file()] == []


def bare(item: pytest.Item) -> str:
    """The name of a test without that of its database."""
    return "-".join(part for part in item.nodeid.replace("[", "-").rstrip("]").split("-") if part not in kinds(item))


def test_each_test_is_where_its_name_says_and_quick_ones_are_on_both(request: pytest.FixtureRequest) -> None:
    """Of all that this run holds: nothing that lasts is played twice, and nothing quick on one alone."""
    if request.config.getoption("--database") != TURNS:
        pytest.skip("all of it is wanted on the same databases")
    either = [item for item in request.session.items if kinds(item, *EITHER)]
    lasting = [item for item in either if lasts(item)]
    assert [item.nodeid for item in lasting if (SERVER in kinds(item)) != by_turns(item)] == []
    counted = Counter(SERVER in kinds(item) for item in lasting)
    assert len(lasting) < ENOUGH or 0.35 < counted[True] / len(lasting) < 0.65
    if request.config.option.keyword or request.config.option.markexpr:
        return
    times = Counter(bare(item) for item in either if not lasts(item))
    assert {name for name, count in times.items() if count != 2} == set()
    assert {name for name, count in Counter(map(bare, lasting)).items() if count != 1} == set()
