"""A question that waits: nobody answers, night falls, and its end erases its words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from storage import requests as moves
from tests.databases import Anew
from tests.talking import QUESTION, Town, played

PARIS = ZoneInfo("Europe/Paris")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of December, on a clock of the territory."""
    return datetime(2026, 12, day, hour, minute, tzinfo=PARIS)


def test_nobody_answers_and_it_is_said_once_again_to_the_group(anew: Anew) -> None:
    """After a working day, in the day; an answer or a new word starts the wait again."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.until(at(2, 11, 59))
        assert here.group() == ""
        await here.until(at(2, 12, 1))
        assert "sans réponse depuis un jour ouvré" in here.group()
        await here.answers("Nous cherchons")
        await here.until(at(3, 9))
        assert here.group() == ""
        await here.says("u1", "Et pour le bail ?", replies_to=here.key_of("u1"))
        assert "Et pour le bail ?" in here.group()
        await here.until(at(4, 12))
        assert "Et pour le bail ?" in here.group()
        assert QUESTION not in here.group()

    played(anew, body)


def test_what_is_added_before_an_answer_is_posted_at_once_and_said_again_with_the_question(anew: Anew) -> None:
    """Both wait for the same answer."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.says("u1", "humain")
        await here.taps("u1", "reply")
        await here.says("u1", "À Fives si possible")
        assert "la personne ajoute :\n« À Fives si possible »" in here.group()
        assert QUESTION not in here.group()
        await here.until(at(2, 12, 1))
        assert f"« {QUESTION}\nÀ Fives si possible »" in here.group()

    played(anew, body)


def test_at_night_a_question_waits_for_the_morning_and_so_does_a_late_answer(anew: Anew) -> None:
    """But who asked within the hour is still there, and is answered at once."""

    async def body(here: Town) -> None:
        here.clock.move(at(1, 19, 30))
        await here.asks()
        here.clock.move(at(1, 20, 10))
        await here.answers("Tout de suite")
        assert "Tout de suite" in here.heard_by("u1")
        here.clock.move(at(1, 23))
        await here.answers("Plus tard")
        assert here.heard_by("u1") == ""
        assert "partira demain matin" in here.group()
        await here.until(at(2, 8))
        assert "Plus tard" in here.heard_by("u1")
        here.clock.move(at(2, 21))
        await here.asks("Une autre ?", who="u2")
        assert here.group() == ""
        assert "mercredi" not in here.heard_by("u2")
        assert "jeudi 3 décembre à 8 h" in here.heard_by("u2")
        await here.until(at(3, 8))
        assert "Une autre ?" in here.group()

    played(anew, body)


def test_who_asks_stays_known_until_the_end(anew: Anew) -> None:
    """A week of silence from both: the answer still finds them."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.until(at(8, 12))
        await here.answers("Pardon du retard")
        assert "Pardon du retard" in here.heard_by("u1")

    played(anew, body)


def test_the_words_of_a_question_are_erased_with_its_end_whoever_ends_it(anew: Anew) -> None:
    """Closed behind their backs, as the clock does after three weeks."""

    async def body(here: Town) -> None:
        await here.asks()
        with here.app.database.write() as connection:
            moves.close(connection, 1, "closed", "", here.clock.now())
        assert QUESTION not in here.dump()

    played(anew, body)
