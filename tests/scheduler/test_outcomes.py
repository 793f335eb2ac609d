"""What became of an orientation: asked twice with a yes, answered by a tap or in words, counted once."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from sqlalchemy import select

from handlers.consent import FOLLOWUP
from handlers.outcomes import ANSWERS
from storage import joining
from storage.database import Database
from storage.tables import followups
from tests.gathered import at
from tests.outcomes import NO, PREFIX, YES, Outcomes

ASKED = ["10 12-03 09:00", "30 12-23 09:00"]
NEXT = "Halle aux voiles (Ville imaginaire de Sablegrand)"
REFUSAL = "Un refus ne juge pas votre projet. Souvent, une autre porte convient mieux."


def asked(database: Database, days: int = 10) -> Outcomes:
    """Someone who was just asked."""
    life = Outcomes(database)
    life.oriented()
    life.until("2026-12-03 10:00" if days == 10 else "2026-12-23 10:00")
    return life


def test_who_said_yes_is_asked_ten_and_thirty_days_later(database: Database) -> None:
    """One question each time, with the four answers and the way out."""
    life = Outcomes(database)
    assert life.oriented()[0].startswith("Merci. Je vous écrirai dans 10 jours, puis dans 30 jours.")
    life.until("2027-02-01 10:00")
    assert life.asked() == ASKED
    assert life.texts[-2].startswith("Bonjour. Il y a 10 jours")
    assert life.texts[-1].startswith("Bonjour. Il y a 30 jours")


@pytest.mark.parametrize("answer", ["", NO])
def test_without_a_yes_nothing_is_kept_nor_asked(either_database: Database, answer: str) -> None:
    """Neither without an answer nor after a no."""
    life = Outcomes(either_database)
    life.oriented(followed=False)
    if answer:
        life.taps(answer)
    life.until("2027-02-01 10:00")
    assert (life.asked(), life.followed()) == ([], 0)


DOOR = "coffre_embruns"
LATER, KEPT = "Puis-je vous écrire plus tard", "Voulez-vous que je les garde"


def test_the_yes_is_asked_once_when_a_door_is_opened(either_database: Database) -> None:
    """Nothing follows the answer on statistics; the first door that is opened brings the question, once."""
    life = Outcomes(either_database)
    result = life.oriented(followed=False)
    assert not any(LATER in text for text in result)
    assert len(life.taps("consent/statistics:non")) == 1
    assert LATER in life.taps(f"orientation/scheme:{DOOR}")[-1]
    again = [text for _ in range(2) for text in life.taps(f"orientation/scheme:{DOOR}")]
    assert not any(LATER in text or KEPT in text for text in again)


def test_who_leaves_a_question_unanswered_is_asked_no_other_one_in_that_visit(either_database: Database) -> None:
    """A door is shown and nothing more; the next visit asks one question, and one only."""
    life = Outcomes(either_database)
    life.oriented(followed=False)
    assert not any(LATER in text for text in life.taps(f"orientation/scheme:{DOOR}"))
    life.until("2026-11-23 15:00")
    back = life.says("bonjour")
    assert [sum(asked in text for text in back) for asked in (KEPT, LATER)] == [1, 0]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("1", "obtenu"),
        ("b", "attente"),
        ("Refusé", "refuse"),
        ("j'ai eu un rdv", "obtenu"),
        ("toujours en attente", "attente"),
        ("ils ne répondent pas", "attente"),
        ("ils ont refusé mon dossier", "refuse"),
        ("je n'ai pas appelé", "pas_demande"),
        ("pas encore", "pas_demande"),
    ],
)
def test_words_answer_as_well_as_buttons(either_database: Database, words: str, answer: str) -> None:
    """By number, by letter, by label, in a sentence."""
    life = asked(either_database)
    life.says(words)
    assert life.counted() == {f"10/{answer}": 1}


def test_a_refusal_is_answered_at_once_by_the_next_door(either_database: Database) -> None:
    """The sentence of domain.md 8.3, the next in rank, and only then why; at the end of the list, whom to reach."""
    life = asked(either_database)
    door, why = life.says_it("refuse")
    assert door.startswith(f"{REFUSAL}\n\nVoici la porte suivante de votre liste.\n\n{NEXT}")
    assert why == "Savez-vous pourquoi ? Vous pouvez passer."
    assert life.says("plus de place")[0] == "Merci. Cela montre ce qui manque ici."
    assert life.counted("outcome-refused") == {"plein": 1}
    life.until("2026-12-23 10:00")
    last = life.says_it("refuse")[0]
    assert last.startswith(REFUSAL)
    assert NEXT not in last
    assert "Aucune personne ne lit vos messages ici" in last


def test_the_reason_and_the_wait_are_counted_once(either_database: Database) -> None:
    """Passing counts nothing; a second tap on the same button is no second reason."""
    life = asked(either_database)
    life.says_it("obtenu")
    number = life.rows(select(followups.c.id))[0][0]
    life.taps(f"outcome/wait{number}:quinzaine")
    life.taps(f"outcome/wait{number}:mois")
    assert life.counted("outcome-delay") == {"quinzaine": 1}
    life.until("2026-12-23 10:00")
    life.says_it("refuse")
    assert life.says("retour")[0] == "D'accord. Merci de votre réponse."
    life.taps(f"outcome/why{number}:tot")
    assert life.counted("outcome-refused") == {}


def test_no_answer_is_a_column_of_its_own(either_database: Database) -> None:
    """Counted when the time of each question is over; then the doors are forgotten, and a late word is still heard."""
    life = asked(either_database)
    number = life.rows(select(followups.c.id))[0][0]
    assert life.counted() == {}
    life.until("2026-12-14 10:00")
    assert life.counted() == {"10/sans_nouvelles": 1}
    life.until("2027-01-03 10:00")
    assert life.counted() == {"10/sans_nouvelles": 1, "30/sans_nouvelles": 1}
    assert life.followed() == 0
    assert life.taps(f"outcome/say{number}:attente")[-1].startswith("Merci. Le suivi de ces portes est terminé.")
    assert life.taps(f"outcome/say{number}:refuse")[-1].startswith(REFUSAL)
    assert sum(life.counted().values()) == 2


def test_a_late_answer_and_another_mind_are_heard_but_not_counted_again(either_database: Database) -> None:
    """The first answer to a question is the one that counts."""
    life = asked(either_database)
    life.says_it("attente")
    assert life.says_it("refuse")[0].startswith(REFUSAL)
    assert life.counted() == {"10/attente": 1}
    life.until("2026-12-14 10:00")
    life.says_it("obtenu")
    assert life.counted() == {"10/attente": 1}


def test_stop_ends_it_and_forgets_the_doors(either_database: Database) -> None:
    """Also what was already in the ledger for the morning."""
    life = Outcomes(either_database)
    life.oriented()
    life.says("stop")
    life.until("2027-02-01 10:00")
    assert (life.asked(), life.followed(), life.counted()) == ([], 0, {})


def test_the_button_under_the_question_ends_it_too(either_database: Database) -> None:
    """« Ne plus me demander », by its letter."""
    life = asked(either_database)
    assert "vous demander où en est votre projet" in life.says("e")[0]
    life.until("2027-02-01 10:00")
    assert (life.asked(), life.followed()) == (ASKED[:1], 0)


def test_who_is_forgotten_is_asked_nothing(database: Database) -> None:
    """Nothing is left of what was followed."""
    life = Outcomes(database)
    life.oriented()
    life.says("oublier")
    life.taps("privacy/forget:yes")
    life.until("2027-02-01 10:00")
    assert (life.asked(), life.followed()) == ([], 0)


def test_an_outage_asks_the_last_question_only_and_by_day(either_database: Database) -> None:
    """Of two that it kept, one; at night nobody is woken: it is four in Greenwich when it is eight there."""
    life = Outcomes(either_database)
    life.oriented()
    life.waits(seconds=(at("2026-12-29 23:00") - life.now).total_seconds())
    assert life.asked() == []
    life.until("2026-12-30 12:00")
    assert life.asked() == ["30 12-30 04:00"]
    assert "Il y a 37 jours" in life.texts[-1]


def test_the_same_doors_again_are_no_second_orientation(either_database: Database) -> None:
    """Others are: what is asked is asked of the last ones."""
    life = Outcomes(either_database)
    life.oriented()
    life.until("2026-11-25 10:00")
    life.oriented(followed=False)
    assert life.rows(select(followups.c.finished_at)) == [(at("2026-11-23 10:00"),)]
    life.says("recommencer")
    for text in ("1", "passer", "passer", "un conseil", "ok"):
        life.says(text)
    assert life.rows(select(followups.c.finished_at)) == [(at("2026-11-25 10:00"),)]
    life.until("2027-02-01 10:00")
    assert life.asked() == ["10 12-05 09:00", "30 12-25 09:00"]


def test_a_question_in_course_keeps_its_numbers(either_database: Database) -> None:
    """Whoever is asked in the middle of something answers by letter or label."""
    life = Outcomes(either_database)
    life.oriented()
    life.says("garder mes réponses")
    life.says("oui")
    life.says("recommencer")
    life.until("2026-12-03 10:00")
    said = life.says("1")
    assert life.counted() == {}
    assert "Question 2" in said[-1]


def test_of_two_that_become_one_only_one_is_followed(either_database: Database) -> None:
    """And none if one of the two said no."""
    life = Outcomes(either_database)
    life.oriented("u1")
    life.oriented("u2")
    one, two = life.person("u1"), life.person("u2")
    assert one is not None
    assert two is not None
    with either_database.write() as connection:
        joining.join(connection, one, two, "terminal", life.now)
    assert life.rows(select(followups.c.person)) == [(one,)]


def test_suivi_says_where_one_is_and_gives_the_way_out(either_database: Database) -> None:
    """« suivi »: asked again after a no, and ended from there."""
    life = Outcomes(either_database)
    life.oriented(followed=False)
    life.taps(NO)
    assert "Puis-je vous écrire plus tard" in life.says("suivi")[-1]
    life.taps(YES)
    assert "Vous avez dit oui au suivi" in life.says("suivi")[-1]
    life.taps(f"consent/{FOLLOWUP}:non")
    assert life.followed() == 0


def test_whatever_people_do_each_question_is_counted_once(either_database: Database) -> None:
    """People who answer, change their mind, write something else or stop: as many answers as questions whose time is
    over, silence included, and nothing is left."""
    chance, life = random.Random(7), Outcomes(either_database)
    everybody, stopped = [f"u{number}" for number in range(8)], {"u6", "u7"}
    for who in everybody:
        life.oriented(who)
    for _ in range(15):
        life.lives(days=3)
        for who in everybody:
            _acts(life, who, chance, stops=who in stopped)
    asked_of = Counter(
        key.rpartition("-")[2] for key, peer, _ in life.sent if key.startswith(PREFIX) and peer not in stopped
    )
    at_most = Counter(each.split()[0] for each in life.asked())
    said = Counter(of.partition("/")[0] for of, n in life.counted().items() for _ in range(n) if "/" in of)
    assert life.followed() == 0
    assert all(asked_of[day] == 6 <= said[day] <= at_most[day] for day in ("10", "30")), (asked_of, said, at_most)


def _acts(life: Outcomes, who: str, chance: random.Random, *, stops: bool) -> None:
    match chance.choice(("", "", "tap", "words", "stop" if stops else "menu")):
        case "tap":
            rows = life.rows(select(followups.c.id).where(followups.c.person == life.person(who)))
            for (number,) in rows:
                life.taps(f"outcome/say{number}:{chance.choice(ANSWERS)}", who)
        case "words":
            life.says(chance.choice(("1", "refus", "en attente", "passer", "retour", "blabla")), who)
        case "":
            pass
        case text:
            life.says(text, who)
