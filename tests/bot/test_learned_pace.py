"""What the refusals of a server teach of the pace that it allows."""

from __future__ import annotations

import pytest

from bot.learned_pace import LearnedPace


def pressed(pace: LearnedPace, per_second: float, refusals: int, at: float = 0.0, burst: int = 10) -> float:
    """A server that lets a burst pass, then so many a second, asked without end; the hour at the end."""
    for _ in range(burst):
        pace.sent(at)
    wait = 1 / per_second
    for _ in range(refusals):
        for late in (0.0, 0.04, 0.3):
            pace.refused(at + late, wait - late)
        at += wait
        pace.sent(at)
        at += 0.02
    return at


def known(pace: LearnedPace) -> float | None:
    """What is believed now."""
    return pace.per_second


@pytest.mark.parametrize("allowed", [0.1, 0.2, 0.9])
def test_the_pace_of_a_server_that_refuses_is_learned_within_a_few_messages(allowed: float) -> None:
    """The burst before the first refusal says nothing of it; nothing is believed before the second."""
    pace = LearnedPace()
    at = pressed(pace, allowed, 1)
    assert known(pace) is None
    pressed(pace, allowed, 4, at, burst=0)
    assert abs((known(pace) or 0.0) - allowed) < 0.1 * allowed


def test_a_server_that_lets_several_pass_each_second_is_learned_too() -> None:
    """Its refusals are less than a second apart."""
    pace = LearnedPace()
    for tenth in range(0, 60, 2):
        pace.refused(tenth / 10, 0.1)
        pace.sent(tenth / 10 + 0.15)
    assert pace.per_second is not None
    assert 4.0 < pace.per_second < 6.0


def test_a_calm_time_between_two_refusals_teaches_nothing() -> None:
    """Few wrote: it is not that few were allowed to leave."""
    pace = LearnedPace()
    for hour in range(3):
        pace.refused(hour * 3600.0, 5.0)
        for minute in range(50):
            pace.sent(hour * 3600.0 + minute * 60 + 30)
    assert pace.per_second is None


def test_a_limit_that_was_lifted_is_forgotten() -> None:
    """Fifty in a row, much faster than it let them pass; a burst after a rest is none of that."""
    pace = LearnedPace()
    at = pressed(pace, 0.2, 5) + 100
    for n in range(10):
        pace.sent(at + n / 25)
    assert known(pace) is not None
    for n in range(10, 60):
        pace.sent(at + n / 25)
    assert known(pace) is None


def test_what_a_former_process_learned_holds_until_it_is_contradicted() -> None:
    """By the server, slower or faster."""
    pace = LearnedPace()
    pace.remember(0.2)
    assert known(pace) == 0.2
    pressed(pace, 0.5, 5)
    assert 0.4 < (known(pace) or 0.0) < 0.6
