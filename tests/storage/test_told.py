"""What administrators are told has a letter, which they may type as if it had been said to them here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.database import Database
from tests.projects import Hall

CODE, CORRECTION = "Les rôles donnés", "Une correction attend"


@pytest.fixture
def hall(either_database: Database) -> Hall:
    """With an administrator and the animator of a network."""
    found = Hall(either_database)
    found.role("admin", "admin")
    found.now += timedelta(minutes=1)
    return found


def used(hall: Hall) -> None:
    """Someone uses a code."""
    hall.role("u1", "animator", "bge")


def corrected(hall: Hall) -> None:
    """They correct a sentence."""
    hall.taps("u1", "desk/fix:s.cites_lab.0.say")
    hall.says("u1", "Bonjour, je prépare un projet.")
    hall.taps("u1", "desk/review:send")


@pytest.mark.parametrize("said", ["A", "a", "A.", "voir les rôles donnés"])
def test_the_letter_of_a_code_used_shows_the_roles_given(hall: Hall, said: str) -> None:
    used(hall)
    assert CODE in hall.says("admin", said)


def test_the_letter_is_that_of_what_was_told_last(hall: Hall) -> None:
    used(hall)
    hall.now += timedelta(minutes=1)
    corrected(hall)
    assert CORRECTION in hall.says("admin", "A")


def test_at_night_the_letter_waits_as_the_notice_does(hall: Hall) -> None:
    """What happened at 22:00 is told at 8:00: who wrote at 23:00 has not read it before."""
    hall.now = hall.now.replace(hour=21)
    used(hall)
    hall.now += timedelta(hours=1)
    hall.says("admin", "merci")
    hall.now += timedelta(hours=10)
    assert CODE in hall.says("admin", "A")


def test_what_was_told_before_they_wrote_has_no_letter_any_more(hall: Hall) -> None:
    used(hall)
    hall.now += timedelta(minutes=1)
    hall.says("admin", "merci")
    hall.now += timedelta(minutes=1)
    assert CODE not in hall.says("admin", "A")


def test_the_letter_is_of_no_use_to_others(hall: Hall) -> None:
    """Nor does it say that there is one: it is a letter as any other."""
    used(hall)
    hall.says("u2", "bonjour")
    for who in ("u1", "u2"):
        assert hall.says(who, "A").startswith("Je n'ai pas compris")
