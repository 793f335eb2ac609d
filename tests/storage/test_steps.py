"""Steps are counted by week, each with its end: counted again from outside, they are the same."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import select

from handlers import counted
from storage.database import Database
from storage.tables import tallies
from tests.counting import HOLDER, SILENCE, Walker, Watched

ENDS = (counted.ANSWERED, counted.BACK, counted.SKIPPED, counted.LEFT)


def step(life: Watched, name: str, fact: str) -> int:
    """How often a question was reached, or ended so."""
    return life.tallies()[name, f"{life.guide.pack.revision[:8]}/{fact}"]


@pytest.mark.parametrize("seed", range(3))
def test_the_steps_are_those_that_somebody_beside_saw(either_database: Database, seed: int) -> None:
    """They answer, pass, go back, start again, leave, come back, are forgotten."""
    life = Watched(either_database)
    seen: Counter[tuple[str, str]] = Counter()
    for number in range(3):
        walker = Walker(life, f"u{number}", Random(f"{seed}-{number}"))
        walker.walks(50)
        walker.ends(counted.LEFT)
        seen += walker.seen
    life.waits(hours=SILENCE)
    steps = {key: count for key, count in life.tallies().items() if key[0] in (counted.REACHED, *ENDS)}
    assert steps == seen
    for of in {of for _, of in steps}:
        assert steps[counted.REACHED, of] == sum(steps.get((end, of), 0) for end in ENDS)


def test_a_question_left_is_counted_when_its_answers_are_erased(either_database: Database) -> None:
    """Not before: they may come back and go on."""
    life = Watched(either_database)
    life.says("bonjour")
    life.taps("orientation/avancement:reve")
    life.waits(hours=23)
    assert step(life, counted.LEFT, "ville") == 0
    life.waits(hours=1)
    assert (step(life, counted.REACHED, "ville"), step(life, counted.LEFT, "ville")) == (1, 1)


def test_who_comes_back_before_the_clock_erased_them_left_all_the_same(either_database: Database) -> None:
    """The message that finds their answers too old counts what the clock would have counted."""
    life = Watched(either_database)
    life.says("bonjour")
    life.taps("orientation/avancement:reve")
    life.now = life.now.replace(day=life.now.day + 2)
    life.says("bonjour")
    assert (step(life, counted.LEFT, "ville"), step(life, counted.REACHED, "avancement")) == (1, 2)


def test_a_pause_and_another_subject_leave_the_question_open(either_database: Database) -> None:
    """« arrêter », a word of the lexicon, the community, then « reprendre »: one question, reached once."""
    life = Watched(either_database)
    life.says("bonjour")
    life.taps("orientation/avancement:reve")
    for words in ("arrêter", "menu", "communauté", "reprendre"):
        life.says(words)
    life.says("Sablegrand")
    assert [step(life, name, "ville") for name in (counted.REACHED, *ENDS)] == [1, 1, 0, 0, 0]


def test_the_time_of_a_question_is_a_coarse_bucket(either_database: Database) -> None:
    """From the question to its answer, whatever came between; no hour is kept."""
    life = Watched(either_database)
    life.says("bonjour")
    life.now = life.now.replace(second=25)
    life.taps("orientation/avancement:reve")
    life.now = life.now.replace(minute=4)
    life.says("pourquoi")
    life.now = life.now.replace(hour=life.now.hour + 3)
    life.says("Sablegrand")
    times = {of: n for (name, of), n in life.tallies().items() if name == counted.TIME}
    assert times == {"avancement/30s": 1, "ville/later": 1}


def test_a_conversation_is_counted_when_its_first_question_is_answered(either_database: Database) -> None:
    """Not by « bonjour », not by a change of the answer, again by another orientation."""
    life = Watched(either_database)
    life.says("bonjour")
    assert life.tallies()[counted.CONVERSATION, ""] == 0
    life.taps("orientation/avancement:reve")
    life.says("retour")
    life.taps("orientation/avancement:chantier")
    assert life.tallies()[counted.CONVERSATION, ""] == 1
    life.finishes(answers=HOLDER)
    assert life.tallies()[counted.CONVERSATION, ""] == 2


def test_a_first_message_that_answers_reaches_the_question_and_answers_it(either_database: Database) -> None:
    """« j'ai une envie » needs no « bonjour »."""
    life = Watched(either_database)
    life.says("une envie")
    assert [step(life, name, "avancement") for name in (counted.REACHED, counted.ANSWERED)] == [1, 1]
    assert life.tallies()[counted.CONVERSATION, ""] == 1


def test_the_same_message_twice_is_counted_once(either_database: Database) -> None:
    """It is recognised, and plays no turn."""
    life = Watched(either_database)
    life.says("bonjour")
    life.typed = 0
    life.says("bonjour")
    assert step(life, counted.REACHED, "avancement") == 1


@pytest.mark.parametrize(
    ("instant", "week"),
    [
        (datetime(2026, 12, 6, 19, 59, tzinfo=UTC), "2026-W49"),
        (datetime(2026, 12, 6, 20, 1, tzinfo=UTC), "2026-W50"),
        (datetime(2027, 1, 3, 19, 59, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 3, 20, 1, tzinfo=UTC), "2027-W01"),
    ],
)
def test_the_week_begins_on_monday_at_midnight_there(either_database: Database, instant: datetime, week: str) -> None:
    """Four hours before it does in UTC, on the island."""
    life = Watched(either_database, now=instant)
    life.says("bonjour")
    assert life.rows(select(tallies.c.week)) == [(week,)]
