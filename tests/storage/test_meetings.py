"""Members who meet: both say yes or nothing is told, and from whom one receives nothing, nothing comes."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.turns import Turns
from handlers.engine import respond, sorry
from handlers.meetings import ANSWERED_IN, MOST_ASKED, SILENCE
from handlers.messages import Address, Inbound
from scheduler.clock import SetClock
from storage.database import Database
from tests.circle import CHANNEL, SECRET, Circle, begun
from tests.conversation import guide
from tests.databases import Anew, emptied, opened

PAIRS = 5
OVERLAP, PATIENCE = 0.5, 30
RUDE = "Vous êtes mauvaise"


@pytest.fixture
def circle(either_database: Database) -> Circle:
    """Three members."""
    return begun(either_database)


def test_both_say_yes_and_then_words_pass_both_ways(circle: Circle) -> None:
    """What each hears, and in what state the introduction is."""
    circle.asks("Terreau", "Bo", "Un café ?")
    asked = circle.heard_by("Bo")[-1]
    assert "Je suis Terreau" in asked.text
    assert "Un café ?" in asked.text
    assert circle.rows()[0].state == "asked"
    assert "vous écrire" in circle.answers("Bo", 1)
    assert "Bo a dit oui" in circle.heard_by("Terreau")[-1].text
    assert circle.rows()[0].note == ""
    assert "transmis à Bo" in circle.writes("Terreau", 1, "Jeudi ?")
    assert circle.heard_by("Bo")[-1].text == "Terreau vous écrit :\n« Jeudi ? »"
    circle.writes("Bo", 1, "Oui !")
    assert "« Oui ! »" in circle.heard_by("Terreau")[-1].text
    assert SECRET not in str(circle.heard)


def test_a_typed_answer_that_quotes_the_words_is_passed_on(circle: Circle) -> None:
    """By the channel's own id of the message or by its key, greetings and questions included."""
    id = circle.meet("Terreau", "Bo")
    circle.writes("Terreau", id, "Jeudi ?")
    received = circle.heard_by("Bo")[-1]
    assert "transmis à Terreau" in circle.says("Bo", "Bonjour, pourquoi pas ?", quoting=f"receipt:r{received.key}")
    assert "« Bonjour, pourquoi pas ? »" in circle.heard_by("Terreau")[-1].text
    circle.says("Bo", "Et vendredi ?", quoting=received.key)
    assert "« Et vendredi ? »" in circle.heard_by("Terreau")[-1].text
    heard = len(circle.heard_by("Terreau"))
    # A message that was sent to somebody else cannot be quoted; a command stays one.
    circle.says("Cleo", "Et moi ?", quoting=received.key)
    circle.says("Bo", "menu", quoting=received.key)
    assert len(circle.heard_by("Terreau")) == heard


def test_a_refusal_a_silence_and_a_block_read_the_same_to_who_asked(anew: Anew) -> None:
    """The same words at the same hours, with what they may ask meanwhile."""
    told = []
    for answer in ("nothing", "no", "stop", "report"):
        for database in anew():
            circle = begun(database)
            circle.asks("Terreau", "Bo", "Un café ?")
            if answer == "no":
                circle.answers("Bo", 1, "non")
            elif answer == "stop":
                circle.taps("Bo", "stop", "1.1")
            elif answer == "report":
                circle.reports("Bo", 1, 1)
            for _ in range(5):
                circle.later(hours=43)
                circle.says("Terreau", "mes demandes")
                circle.taps("Terreau", "write", 1)
            circle.taps("Terreau", "back", 1)
            circle.taps("Terreau", "close", 1)
            # Who answered is not told that they did not.
            assert any("restée sans" in read.text for read in circle.heard_by("Bo")) == (answer == "nothing")
            told.append([(read.text, read.choices, read.at) for read in circle.heard_by("Terreau")])
    assert told[0] == told[1] == told[2] == told[3]
    assert any("reste sans réponse" in text for text, _, _ in told[0])


def test_what_was_taken_back_reads_the_same_after_a_refusal(circle: Circle) -> None:
    """Who asked learns nothing by not asking any more, and nothing comes at the end."""
    circle.asks("Terreau", "Bo")
    circle.answers("Bo", 1, "non")
    circle.asks("Terreau", "Cleo")
    assert circle.taps("Terreau", "back", 1) == circle.taps("Terreau", "back", 2)
    heard = len(circle.heard_by("Terreau"))
    circle.later(days=10)
    assert len(circle.heard_by("Terreau")) == heard
    assert "déjà close" in circle.answers("Cleo", 2)


def test_nobody_asks_more_than_three_times_in_seven_days(circle: Circle) -> None:
    """Taken back or refused, it counts; the fourth is told from when."""
    for who in ("Dan", "Eve"):
        circle.enter(who)
    for number, who in enumerate(("Bo", "Cleo", "Dan"), 1):
        assert "C'est envoyé" in circle.asks("Terreau", who)
        circle.taps("Terreau", "back", number)
    assert len(circle.rows()) == MOST_ASKED
    assert "8 décembre 2026" in circle.taps("Terreau", "ask", circle.numbers["Eve"])
    assert "pas" not in circle.asks("Terreau", "Eve")
    assert len(circle.rows()) == MOST_ASKED
    circle.later(days=7, minutes=1)
    assert "C'est envoyé" in circle.asks("Terreau", "Eve")
    assert "1er mars 2027" in circle.taps("Terreau", "ask", circle.numbers["Bo"])


def test_it_ends_at_seven_days_and_is_told_when_people_are_awake(circle: Circle) -> None:
    """Asked in the evening: over at that hour, told the next morning on both sides."""
    circle.now = circle.now.replace(hour=18, minute=30)
    circle.asks("Terreau", "Bo")
    circle.later(days=7, minutes=-1)
    assert circle.rows()[0].state == "asked"
    assert circle.next_due() == circle.rows()[0].asked_at + ANSWERED_IN
    circle.later(minutes=2, hours=1)
    assert circle.rows()[0].state == "expired"
    circle.later(hours=15)
    assert "reste sans réponse" in circle.heard_by("Terreau")[-1].text
    assert "restée sans réponse" in circle.heard_by("Bo")[-1].text
    heard = len(circle.heard)
    circle.later(days=20)
    assert len(circle.heard) == heard
    assert circle.next_due() is None


def test_who_wakes_nobody_is_sent_in_the_morning_and_may_be_taken_back(circle: Circle) -> None:
    """At ten in the evening nothing is read; what was closed before the morning never is."""
    id = circle.meet("Terreau", "Bo")
    circle.now = circle.now.replace(hour=21)
    assert "demain matin" in circle.writes("Terreau", id, "Bonne nuit")
    assert "demain matin" in circle.asks("Terreau", "Cleo")
    circle.taps("Terreau", "back", 2)
    heard = len(circle.heard_by("Bo"))
    circle.later(hours=9)
    assert len(circle.heard_by("Bo")) == heard
    circle.later(hours=2)
    assert "Bonne nuit" in circle.heard_by("Bo")[-1].text
    assert circle.heard_by("Cleo") == []


def test_two_people_who_ask_each_other_are_in_touch_at_once(circle: Circle) -> None:
    """One introduction, also if the other one had said no before."""
    circle.asks("Terreau", "Bo")
    circle.answers("Bo", 1, "non")
    assert "Vous pouvez vous écrire" in circle.taps("Bo", "ask", circle.numbers["Terreau"])
    assert "Bo a dit oui" in circle.heard_by("Terreau")[-1].text
    assert [(row.state, row.id) for row in circle.rows()] == [("open", 1)]


async def test_two_people_who_ask_at_the_same_moment_make_one_introduction(database: Database) -> None:
    """On each kind of database, on as many lanes as it has."""
    circle = Circle(database)
    pairs = [(f"A{n}", f"B{n}") for n in range(PAIRS)]
    for one, other in pairs:
        for who in (one, other):
            circle.enter(who)
    for one, other in pairs:
        for who, whom in ((one, other), (other, one)):
            circle.taps(who, "ask", circle.numbers[whom])
            circle.taps(who, "note", "none")

    def sends(who: str, whom: str) -> Inbound:
        choice = f"meeting/send:{circle.numbers[whom]}"
        return Inbound(Address(CHANNEL, who), f"send-{who}", who, choice=choice, kind="choice")

    async with Turns(database, respond, sorry, guide(), SetClock(circle.now)) as turns:
        both = [each for one, other in pairs for each in (sends(one, other), sends(other, one))]
        await asyncio.gather(*(turns.submit(each) for each in both))
    assert [row.state for row in circle.rows()] == ["open"] * PAIRS


def both_send(circle: Circle) -> None:
    """Bo sends before what Terreau sent is committed."""
    begins = threading.Event()

    def other() -> None:
        begins.wait(PATIENCE)
        circle.taps("Bo", "send", circle.numbers["Terreau"])

    def begin() -> None:
        begins.set()
        second.join(OVERLAP)

    second = threading.Thread(target=other)
    second.start()
    circle.taps("Terreau", "send", circle.numbers["Bo"], before_commit=begin)
    second.join(PATIENCE)


def test_who_asks_at_the_same_moment_waits_for_what_the_other_one_asked(postgresql: str) -> None:
    """On a server, where two transactions run side by side: the second reads what the first wrote."""
    for database in opened(emptied(postgresql)):
        circle = begun(database)
        for who, whom in (("Terreau", "Bo"), ("Bo", "Terreau")):
            circle.taps(who, "ask", circle.numbers[whom])
            circle.taps(who, "note", "none")
        both_send(circle)
        assert [row.state for row in circle.rows()] == ["open"]


def test_a_block_stops_at_once_what_was_on_its_way(circle: Circle) -> None:
    """Also what waits for the morning; who wrote is told nothing until they write again."""
    id = circle.meet("Terreau", "Bo")
    circle.now = circle.now.replace(hour=21)
    circle.writes("Bo", id, RUDE)
    circle.taps("Terreau", "stop", f"{id}.2")
    heard = (len(circle.heard_by("Terreau")), len(circle.heard_by("Bo")))
    circle.later(hours=14)
    assert (len(circle.heard_by("Terreau")), len(circle.heard_by("Bo"))) == heard
    assert RUDE not in str(circle.heard_by("Terreau"))
    assert "Terreau" in circle.says("Bo", "mes demandes")
    assert "Je n'ai pas transmis" in circle.writes("Bo", id, RUDE)
    assert "Vous avez choisi" in circle.taps("Terreau", "write", id)
    assert "annuaire" in circle.taps("Bo", "see", circle.numbers["Terreau"])
    assert "annuaire" in circle.taps("Terreau", "see", circle.numbers["Bo"])


def test_receiving_from_someone_again_starts_nothing_again(circle: Circle) -> None:
    """What was between the two stays closed; a new yes is asked for, on both sides."""
    id = circle.meet("Terreau", "Bo")
    circle.taps("Terreau", "stop", f"{id}.2")
    assert "C'est fait" in circle.taps("Terreau", "unblock", circle.numbers["Bo"])
    heard = len(circle.heard_by("Terreau"))
    assert "Je n'ai pas transmis" in circle.writes("Bo", id, RUDE)
    assert len(circle.heard_by("Terreau")) == heard
    assert "C'est envoyé" in circle.asks("Bo", "Terreau")


def test_a_relay_where_nobody_writes_closes_on_both_sides(circle: Circle) -> None:
    """After a month; with one who refuses the other, only the other is told, at the same hour."""
    first, second = circle.meet("Terreau", "Bo"), circle.meet("Cleo", "Bo")
    circle.taps("Bo", "stop", f"{second}.2")
    circle.later(days=20)
    circle.writes("Terreau", first, "Toujours là ?")
    circle.later(days=SILENCE.days - 20, minutes=1)
    assert "30 jours" in circle.heard_by("Cleo")[-1].text
    assert [row.state for row in circle.rows()] == ["open", "closed"]
    circle.later(days=20)
    assert [row.state for row in circle.rows()] == ["closed", "closed"]
    assert "30 jours" in circle.heard_by("Terreau")[-1].text
    assert sum("30 jours" in read.text for read in circle.heard_by("Bo")) == 1


@pytest.mark.parametrize("leaving", ["rencontrer", "mes demandes", "mes blocages", "meeting/all:_.0"])
def test_a_question_that_was_left_is_not_answered_by_a_number_typed_later(circle: Circle, leaving: str) -> None:
    """What is numbered on the screen is what a number means: nothing is sent that was not asked for."""
    circle.taps("Terreau", "ask", circle.numbers["Bo"])
    circle.taps("Terreau", "note", "none")
    circle.says("Terreau", choice=leaving) if "/" in leaving else circle.says("Terreau", leaving)
    circle.says("Terreau", "1")
    assert circle.rows() == []
