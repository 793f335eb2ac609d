"""One setting changes what people read and when it is erased: neither can be changed alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from handlers.consent import YES
from handlers.durations import Durations
from storage.database import Database
from storage.tables import consents, erasures
from tests.echo import NOON
from tests.lives import Life


def known_around(life: Life, end: timedelta) -> tuple[int, int]:
    """How many people are known just before, and then."""
    began = life.now
    life.now = began + end - timedelta(minutes=1)
    life.tick()
    before = life.known()
    life.now = began + end
    life.tick()
    return before, life.known()


@pytest.mark.row("D2")
@pytest.mark.parametrize("hours", [5, 24])
def test_the_hours_of_silence_are_those_of_the_first_message(either_database: Database, hours: int) -> None:
    """« Je garde vos réponses n heures »."""
    life = Life(either_database, durations=Durations(hours_without_yes=hours))
    assert f"{hours} heures" in "\n".join(life.says("bonjour"))
    assert known_around(life, timedelta(hours=hours)) == (1, 0)


@pytest.mark.parametrize("days", [4, 30])
def test_the_days_after_a_yes_are_those_of_the_question(either_database: Database, days: int) -> None:
    """Said in the question that was agreed to, whose version changes with it."""
    life = Life(either_database, durations=Durations(days_with_keep=days))
    life.says("bonjour")
    assert f"{days} jours" in "\n".join(life.says("garder mes réponses"))
    life.taps(f"privacy/keep:{YES}")
    assert life.rows(select(consents.c.granted)) == [(True,)]
    assert known_around(life, timedelta(days=days)) == (1, 0)


@pytest.mark.parametrize("months", [2, 13])
def test_the_months_of_who_is_known_are_those_of_the_consent(either_database: Database, months: int) -> None:
    """A yes to be written to is kept as long as its text said."""
    durations = Durations(months_of_silence=months)
    life = Life(either_database, durations=durations)
    life.says("bonjour")
    life.taps(f"consent/gatherings:{YES}")
    assert f"{months} mois" in "\n".join(life.taps("privacy/notice:durations"))
    assert known_around(life, timedelta(days=durations.days_of_silence)) == (1, 0)


@pytest.mark.parametrize("days", [9, 35])
def test_the_days_of_copies_are_those_that_are_said_at_an_erasure(either_database: Database, days: int) -> None:
    """What is remembered of an erasure goes with the last copy."""
    life = Life(either_database, durations=Durations(days_of_backups=days))
    life.says("bonjour")
    life.says("oublier")
    assert f"{days} jours" in "\n".join(life.says("oui"))
    with either_database.write() as connection:
        connection.execute(insert(erasures), {"mac": "a" * 64, "at": NOON})
    life.waits(days=days, minutes=-1)
    assert len(life.rows(select(erasures.c.mac))) == 1
    life.waits(minutes=1)
    assert life.rows(select(erasures.c.mac)) == []
