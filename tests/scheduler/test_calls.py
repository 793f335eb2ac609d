"""A call that has a last day: whoever asked is told in time, and once it is closed nobody is led to it."""

from __future__ import annotations

from storage.database import Database
from storage.staying import has_reason_to_stay
from tests.conversation import guide
from tests.gathered import Gathered

ASKED = "reminding/call:coffre_embruns"
MONTH, WEEK = "call/coffre_embruns/2027-03-31/30", "call/coffre_embruns/2027-03-31/7"


def asked(database: Database, hour: str) -> Gathered:
    """Someone who asks at that hour to be told of the last day."""
    life = Gathered(database, guide=guide("exemple"))
    life.until(hour)
    life.says("menu")
    life.taps(ASKED)
    return life


def test_who_asked_is_told_a_month_and_a_week_before_the_last_day(database: Database) -> None:
    """At ten there, which is seven in Paris; with what is left to do (R5)."""
    life = asked(database, "2027-02-20 12:00")
    life.until("2027-03-05 12:00")
    life.says("menu")
    life.until("2027-04-02 12:00")
    assert life.told() == [(MONTH, "03-01 07:00"), (WEEK, "03-24 07:00")]
    assert life.text(MONTH).startswith("Coffre aux embruns : il reste 30 jours. Fin le 31 mars 2027.")
    assert "• Remplissez le formulaire en ligne." in life.text(MONTH)


def test_who_asks_after_the_first_date_is_told_the_second(either_database: Database) -> None:
    """And is told so; on the last days it is too near for a reminder."""
    life = Gathered(either_database, guide=guide("exemple"))
    life.until("2027-03-10 12:00")
    life.says("menu")
    assert life.taps(ASKED) == ["C'est noté. Je vous écris 7 jours avant la fin."]
    life.until("2027-03-26 12:00")
    assert life.told() == [(WEEK, "03-24 07:00")]
    assert life.taps(ASKED) == ["La fin est le 31 mars 2027. C'est trop proche pour un rappel."]
    life.until("2027-04-01 12:00")
    assert life.taps(ASKED) == ["Je ne connais pas de date pour cette aide."]


def test_an_outage_tells_late_with_the_days_that_are_left(either_database: Database) -> None:
    """Of two dates that it kept, the last one; after the last day, nothing."""
    life = asked(either_database, "2027-02-20 12:00")
    life.sleeps_until("2027-03-26 12:00")
    person = life.person()
    assert life.states("call/") == {f"{MONTH}/{person}": "skipped overtaken", f"{WEEK}/{person}": "late"}
    assert "il reste 5 jours" in life.text(WEEK)


def test_stop_ends_it(either_database: Database) -> None:
    """Like everything that leaves unasked."""
    life = asked(either_database, "2027-02-20 12:00")
    (said,) = life.says("stop")
    assert "• Les dates des appels que vous suivez." in said
    life.until("2027-04-02 12:00")
    assert life.told() == []


def test_who_asked_is_not_forgotten_in_a_day(either_database: Database) -> None:
    """Or nobody would be left to tell; once they asked to stop, they are like anybody."""
    life = asked(either_database, "2027-02-20 12:00")
    person = life.person()
    assert person is not None
    with either_database.read() as connection:
        assert has_reason_to_stay(connection, person)
    life.taps("reminding/uncall:coffre_embruns")
    with either_database.read() as connection:
        assert not has_reason_to_stay(connection, person)
