"""A request given to a network: nothing leaves that was not read, and its holder always hears how it ends."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.consent import HANDOVER
from storage.database import Database
from storage.tables import consents, requests
from tests.conversation import guide
from tests.handed import COFFRE, GONE, HALLE, WORDS, Handed, begun

FACTS = (
    "L’avancement : C’est lancé\nLa ville : Haute-Brume\nLe statut : Coopérative\nLes besoins : De l’argent, Un lieu"
)
BODY = f"{FACTS}\nMessage : {WORDS}\nContact : répondez ici, sans nom ni adresse."
REFUSAL = "Un refus ne juge pas votre projet. Souvent, une autre porte convient mieux."


def test_what_was_read_is_what_arrives(database: Database) -> None:
    """The exact text is shown, agreed to under its own hash, kept and told: nothing else of the person."""
    life = Handed(database)
    life.animates("a1", "coffre")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    life.says(WORDS)
    read = life.says("sans contact")[-1]
    assert f"« {BODY} »" in read
    assert life.rows(select(requests.c.id)) == []
    life.says("envoyer")
    assert life.rows(select(requests.c.body, requests.c.network)) == [(BODY, "coffre")]
    assert f"« {BODY} »" in life.told("a1")[-1]
    assert "u1" not in life.told("a1")[-1]
    said = life.rows(select(consents.c.wording).where(consents.c.purpose == HANDOVER, consents.c.granted))
    assert [wording.rpartition("/")[0] for (wording,) in said] == ["handover-review/fr"]


def test_another_text_is_another_yes(either_database: Database) -> None:
    """What is corrected is read again; a contact leaves only if it is given; answers may stay out."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    life.says(WORDS)
    assert "06 39 98 00 03" in life.says("06 39 98 00 03")[-1]
    life.says("mes réponses")
    assert FACTS not in life.says("non")[-1]
    life.says("envoyer")
    assert life.rows(select(requests.c.body)) == [(f"Message : {WORDS}\nContact : 06 39 98 00 03",)]


def test_a_text_that_changed_since_it_was_read_is_read_again(either_database: Database) -> None:
    """An answer corrected beside the form changes what would leave."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    life.says(WORDS)
    life.says("sans contact")
    life.taps("orientation/modify:ville")
    life.says("hors de Sablegrand")
    said = life.taps("handover/review:send")[-1]
    assert "Relisez d'abord le texte." in said
    assert life.rows(select(requests.c.id)) == []


def test_giving_up_sends_nothing(either_database: Database) -> None:
    """« annuler » at any question."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    life.says("annuler")
    assert (life.rows(select(requests.c.id)), life.told("a1")) == ([], [])


def test_where_nobody_reads_the_public_contact_is_given(either_database: Database) -> None:
    """No button, and a forged one makes no hand-over; the same if the last animator left since."""
    life = Handed(either_database)
    life.oriented()
    assert "Personne ne lit ici pour Le Coffre aux embruns." in life.taps(f"handover/begin:{COFFRE}")[0]
    assert "https://coffre.example/demande" in life.texts[-1]
    assert "Aucun réseau de votre liste ne lit les demandes ici." in life.says("transmettre")[0]
    life.animates("a1", "coffre")
    life.taps(f"handover/begin:{COFFRE}")
    life.says(WORDS)
    life.says("sans contact")
    life.says("oublier", "a1")
    life.taps("privacy/forget:yes", "a1")
    assert "Personne ne lit ici pour Le Coffre aux embruns." in life.says("envoyer")[0]
    assert life.rows(select(requests.c.id)) == []


def test_a_yes_comes_with_a_word_and_both_may_write_on(either_database: Database) -> None:
    """The holder hears it at once, and both may write on without any name."""
    life = begun(either_database)
    life.taps("handover/accept:1", "a1")
    life.says("Venez mardi à 10 h.", "a1")
    assert (
        life.told()[-1]
        == "Bonne nouvelle : Le Coffre aux embruns accepte votre demande.\nLeur mot : « Venez mardi à 10 h. »"
    )
    life.taps("handover/write:1")
    life.says("merci")
    assert "« merci »" in life.told("a1")[-1]
    life.taps("handover/write:1", "a1")
    life.says("À mardi.", "a1")
    assert "« À mardi. »" in life.told()[-1]
    assert life.counted()["handover-answered/coffre"] == 1
    assert life.counted()["handover-answered-7d/coffre"] == 1


def test_a_yes_without_a_word_gives_the_public_contact(either_database: Database) -> None:
    """So that the holder knows what to do next."""
    life = begun(either_database)
    life.taps("handover/accept:1", "a1")
    life.says("accepter sans mot", "a1")
    assert "https://coffre.example/demande" in life.told()[-1]


@pytest.mark.parametrize(
    ("said", "read"),
    [("1", "Votre demande n'entre pas dans leurs conditions."), ("Revenez en mars", "« Revenez en mars »")],
)
def test_a_no_comes_with_its_reason_and_the_next_door(either_database: Database, said: str, read: str) -> None:
    """In words of ours or in theirs; the text is erased."""
    life = begun(either_database)
    life.taps("handover/refuse:1", "a1")
    life.says(said, "a1")
    told = life.told()[-1]
    assert told.startswith(f"Le Coffre aux embruns ne peut pas donner suite. {read}\n{REFUSAL}")
    assert told.endswith("La porte suivante : Halle aux voiles.")
    assert life.rows(select(requests.c.state, requests.c.body)) == [("refused", None)]


def test_the_doors_below_come_before_those_above(either_database: Database) -> None:
    """Of a request given to the second door, the third comes next, and the first last."""
    life = Handed(either_database, guide=guide("lille"))
    life.animates("a1", "maillage")
    answers = ("j'ai une idee", "lille", "oui", "répondre à un besoin", "2 à 4", "être accompagnée", "c'est tout")
    for text in ("bonjour", *answers):
        life.says(text)
    life.hands("maillage")
    ((doors,),) = life.rows(select(requests.c.doors))
    assert (doors.split()[0], doors.split()[-1]) == ("mess", "cites_lab")
    life.taps("handover/refuse:1", "a1")
    life.says("1", "a1")
    assert life.told()[-1].endswith("La porte suivante : Maison de l’ESS (maison Stéphane Hessel).")


def test_silence_is_reminded_twice_then_closed(database: Database) -> None:
    """After five, twelve and twenty-one days; the holder hears of it with the next door, and the network too."""
    life = begun(database)
    life.until("2027-01-10 10:00")
    assert life.keys("a1")[1:] == ["request/1/remind5.1", "request/1/remind12.1", "request/1/over.1"]
    assert "depuis 12 jours" in life.told("a1")[2]
    last = life.told()[-1]
    assert last.startswith("Le Coffre aux embruns n'a pas répondu en 21 jours.")
    assert last.endswith("La porte suivante : Halle aux voiles.")
    # The reason is of what is given back to its holder.
    assert life.rows(select(requests.c.state, requests.c.reason, requests.c.body)) == [("closed", "unanswered", None)]
    assert [hour.day for key, _, hour in life.sent if "/over" in key] == [14, 14]


def test_an_outage_reminds_once_and_closes_in_its_time(either_database: Database) -> None:
    """Of two reminders that it kept, the last; by day."""
    life = begun(either_database)
    life.waits(days=14, hours=12)
    assert life.keys("a1")[1:] == []
    life.lives(hours=14)
    assert life.keys("a1")[1:] == ["request/1/remind12.1"]
    life.lives(days=10)
    assert life.state() == "closed"


def test_what_was_accepted_ends_too(either_database: Database) -> None:
    """Twenty-one days later, and the holder hears it."""
    life = begun(either_database)
    life.taps("handover/accept:1", "a1")
    life.says("accepter sans mot", "a1")
    life.lives(days=22)
    assert life.rows(select(requests.c.state, requests.c.reason)) == [("closed", "")]
    assert life.told()[-1].startswith("Votre demande se ferme ici, et son texte est effacé")


def test_the_holder_takes_it_back_at_any_time(either_database: Database) -> None:
    """The network hears it, and its buttons do nothing more."""
    life = begun(either_database)
    assert life.taps("handover/withdraw:1") == [
        "Votre demande est retirée. Ce réseau le saura : Le Coffre aux embruns."
    ]
    assert "retire la demande" in life.told("a1")[-1]
    assert life.taps("handover/accept:1", "a1")[0] == GONE
    assert life.taps("handover/withdraw:1")[0] == GONE
    assert life.rows(select(requests.c.state, requests.c.body)) == [("withdrawn", None)]


@pytest.mark.parametrize("way", ["stop", "consent/handover:non"])
def test_taking_back_the_yes_takes_back_the_requests(either_database: Database, way: str) -> None:
    """« stop » and « mes accords » alike."""
    life = begun(either_database)
    if way == "stop":
        assert "• Les demandes transmises : elles sont retirées." in life.says("stop")[0]
    else:
        life.taps(way)
    assert life.state() == "withdrawn"
    assert "retire la demande" in life.told("a1")[-1]


def test_several_networks_at_once_are_one_group(either_database: Database) -> None:
    """The same text to each; counted once as several, once as with the partner that the pack names."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.animates("b1", "cercle")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    life.says(WORDS)
    life.says("sans contact")
    life.says("les réseaux")
    life.says("2")
    life.says("c'est tout")
    life.says("envoyer")
    rows = life.rows(select(requests.c.network, requests.c.body, requests.c.group).order_by(requests.c.id))
    assert [row[0] for row in rows] == ["coffre", "cercle"]
    assert len({row[1:] for row in rows}) == 1
    assert life.counted() == {
        "handover-sent/coffre": 1,
        "handover-sent/cercle": 1,
        "handover-people": 1,
        "handover-several": 1,
        "handover-with-coffre": 1,
    }
    life.taps("handover/refuse:1", "a1")
    life.says("1", "a1")
    assert "Halle" not in life.told()[-1]


def test_one_after_the_other_is_the_same_group(either_database: Database) -> None:
    """Counted as several once, and the person once."""
    life = begun(either_database, both=True)
    life.hands(HALLE)
    assert len(life.rows(select(requests.c.group).distinct())) == 1
    assert life.counted()["handover-several"] == 1
    assert life.counted()["handover-people"] == 1
    assert life.taps(f"handover/begin:{COFFRE}")[0].startswith("Le Coffre aux embruns a votre demande depuis")


def test_only_who_answers_for_the_network_may(either_database: Database) -> None:
    """Neither a stranger, nor the animator of another network, nor the holder; of two animators, the first."""
    life = begun(either_database, both=True)
    life.says("bonjour", "u2")
    for step in ("accept", "refuse"):
        assert life.taps(f"handover/{step}:1", "b1")[0] == GONE
        assert all(life.taps(f"handover/{step}:1", who)[0].startswith("Ce bouton") for who in ("u1", "u2"))
    assert all(life.taps("handover/write:1", who)[0] == GONE for who in ("u1", "u2", "b1"))
    for step in ("show", "withdraw"):
        assert life.taps(f"handover/{step}:1", "a1")[0] == GONE
    life.animates("a2", "coffre")
    life.taps("handover/refuse:1", "a2")
    life.taps("handover/accept:1", "a1")
    life.says("accepter sans mot", "a1")
    assert life.says("1", "a2")[0] in (GONE, "Une réponse a déjà été donnée à cette demande.")
    assert life.state() == "accepted"


def test_words_that_tell_too_much_are_asked_again(either_database: Database) -> None:
    """Health never leaves; a network may give its own telephone."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.oriented()
    life.taps(f"handover/begin:{COFFRE}")
    assert "votre santé" in life.says("mon numéro de sécurité sociale est 2 69 05 49 588 157 80")[0]
    life.says(WORDS)
    life.says("sans contact")
    life.says("envoyer")
    life.taps("handover/accept:1", "a1")
    life.says("Appelez le 06 39 98 00 03.", "a1")
    assert "06 39 98 00 03" in life.told()[-1]
