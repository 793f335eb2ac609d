"""How far a hand-over goes: to how many networks, to whom, until when an answer counts, and who gives it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert, select, update

from handlers.handovers import MOST_TOGETHER
from storage.database import Database
from storage.tables import requests, roles
from tests.handed import COFFRE, HALLE, WORDS, Handed, begun

ALREADY = "Une réponse a déjà été donnée à cette demande."


def holds(life: Handed, *networks: str) -> None:
    """Other networks have a request of u1 already, from another messenger."""
    row = {"kind": "handover", "scheme": "", "person": life.person(), "state": "open", "body": WORDS}
    when = {"asked_at": life.now, "waiting_at": life.now}
    with life.database.write() as connection:
        connection.execute(insert(requests), [{**row, **when, "network": network} for network in networks])


def reviewed(life: Handed) -> None:
    """Everything is read, and is to be sent to both networks."""
    life.animates("a1", "coffre")
    life.animates("b1", "cercle")
    life.oriented()
    for step in (f"handover/begin:{COFFRE}", WORDS, "sans contact", "les réseaux", "2", "c'est tout"):
        life.taps(step) if "/" in step else life.says(step)


def networks(life: Handed) -> list[str]:
    """Those that have a request, in order."""
    return [network for (network,) in life.rows(select(requests.c.network).order_by(requests.c.id))]


def test_a_network_that_got_the_request_meanwhile_does_not_get_it_again(either_database: Database) -> None:
    """From another messenger, linked while this text was read."""
    life = Handed(either_database)
    reviewed(life)
    holds(life, "coffre")
    life.says("envoyer")
    assert networks(life) == ["coffre", "cercle"]


def test_three_networks_at_most_have_a_request_of_one_person(either_database: Database) -> None:
    """As it leaves, and as it is begun."""
    life = Handed(either_database)
    reviewed(life)
    holds(life, "phare", "criée")
    life.says("envoyer")
    assert networks(life) == ["phare", "criée", "coffre"]
    assert life.taps(f"handover/begin:{HALLE}")[0].startswith(f"{MOST_TOGETHER} réseaux ont déjà votre demande.")


def test_nobody_hands_a_request_over_to_themselves(either_database: Database) -> None:
    """Who animates the network reads what others send; alone there, they are given its public contact."""
    life = Handed(either_database)
    life.animates("u1", "coffre")
    life.oriented()
    assert "Personne ne lit ici" in life.taps(f"handover/begin:{COFFRE}")[0]
    life.animates("a1", "coffre")
    life.hands()
    assert [len(life.told(who)) for who in ("a1", "u1")] == [1, 0]


def test_of_two_who_accept_at_once_the_first_is_heard(either_database: Database) -> None:
    """The other one is told, before a word is asked or after it was written."""
    life = begun(either_database)
    life.animates("a2", "coffre")
    life.taps("handover/accept:1", "a2")
    life.taps("handover/accept:1", "a1")
    life.says("Venez mardi.", "a1")
    assert life.says("Venez jeudi.", "a2")[0] == ALREADY
    assert life.taps("handover/refuse:1", "a2")[0] == ALREADY
    assert [("mardi" in text, "jeudi" in text) for text in life.told()] == [(True, False)]


def test_an_answer_counts_as_in_time_for_seven_days(either_database: Database) -> None:
    """Then as an answer only."""
    life = begun(either_database)
    life.oriented("u2")
    life.hands(who="u2")
    for id, days in ((1, 7), (2, 1)):
        life.now += timedelta(days=days)
        life.taps(f"handover/accept:{id}", "a1")
        life.says("accepter sans mot", "a1")
    found = life.counted()
    assert (found["handover-answered/coffre"], found["handover-answered-7d/coffre"]) == (2, 1)


def test_who_handed_over_is_never_reminded_of_it_and_who_said_yes_not_told_of_the_end(
    either_database: Database,
) -> None:
    """Even if they animate that network since; what was accepted did not stay without an answer."""
    life = begun(either_database)
    life.oriented("u2")
    life.hands(who="u2")
    life.animates("u1", "coffre")
    life.taps("handover/accept:2", "a1")
    life.says("accepter sans mot", "a1")
    life.lives(days=22)
    assert [key for key in life.keys() if "remind" in key] == []
    told = life.keys("a1")
    assert [key for key in told if "remind" in key] == ["request/1/remind5.1", "request/1/remind12.1"]
    assert [key for key in told if "over" in key] == ["request/1/over.1"]


def test_a_telephone_is_no_reason_to_refuse_and_a_word_to_nobody_is_said_to_be_lost(either_database: Database) -> None:
    """Nothing is promised to be read."""
    life = begun(either_database)
    life.taps("handover/refuse:1", "a1")
    life.says("Appelez plutôt le 06 39 98 00 03.", "a1")
    assert (life.state(), life.told()) == ("open", [])
    life.says("retour", "a1")
    life.taps("handover/accept:1", "a1")
    life.says("accepter sans mot", "a1")
    with either_database.write() as connection:
        connection.execute(update(roles).values(revoked_at=life.now))
    life.taps("handover/write:1")
    assert "Votre mot n'est pas parti." in life.says("À mardi")[0]


def test_a_third_network_is_not_a_second_time_several(either_database: Database) -> None:
    """One person who writes to several is counted once; and it is said where it is closed now."""
    life = Handed(either_database)
    life.animates("a1", "coffre")
    life.animates("b1", "cercle")
    life.oriented()
    holds(life, "phare", "criée")
    said = life.hands(HALLE)[0]
    assert "handover-several" not in life.counted()
    assert "Personne ne répond à cette heure-ci." in said


def test_what_a_network_was_to_read_in_the_morning_is_not_told_once_it_was_refused_at_night(
    either_database: Database,
) -> None:
    """By an animator who was awake; the holder hears of it."""
    life = Handed(either_database)
    for who in ("a1", "a2"):
        life.animates(who, "coffre")
    life.oriented()
    life.now += timedelta(hours=12)
    life.hands()
    life.taps("handover/refuse:1", "a1")
    life.says("1", "a1")
    life.lives(hours=14)
    assert [len(life.told(who)) for who in ("a1", "a2", "u1")] == [0, 0, 1]
