"""One clock: aware, in UTC, and never backwards when moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from scheduler.clock import Clock, SetClock, SystemClock

START = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize("clock", [SystemClock(), SetClock(START)])
def test_every_clock_tells_an_aware_instant_in_utc(clock: Clock) -> None:
    """Whatever the zone it was set in."""
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("clock", [SystemClock(), SetClock(START)])
def test_what_is_drawn_can_stand_in_an_identifier(clock: Clock) -> None:
    """Lower-case letters and digits, as many as asked, never twice the same."""
    drawn = [clock.draw(24) for _ in range(50)]
    assert len(set(drawn)) == 50
    assert all(len(text) == 24 and text.isascii() and text.isalnum() and text == text.lower() for text in drawn)


def test_a_clock_moved_by_hand_only_goes_forward() -> None:
    """Going back is refused, and changes nothing."""
    clock = SetClock(START)
    clock.move(START + timedelta(hours=1))
    with pytest.raises(ValueError, match="back"):
        clock.move(START)
    assert clock.now() == START + timedelta(hours=1)


def test_an_instant_without_a_zone_is_refused() -> None:
    """At construction as at each move."""
    naive = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001  # on purpose
    with pytest.raises(ValueError, match="naive"):
        SetClock(naive)
    with pytest.raises(ValueError, match="naive"):
        SetClock(START).move(naive)


def test_the_same_seed_draws_the_same() -> None:
    """So that a transcript played twice gives the same bytes."""
    drawn = [SetClock(START, seed).draw(20) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
