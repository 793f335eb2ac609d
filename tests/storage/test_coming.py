"""Coming to a gathering on real databases: a yes twice is one, and what is forgotten of who came."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from handlers.dates import in_full, local_date
from handlers.gatherings import LEFT, LIST_KEPT, OFFERED, SEATED, WAITING
from storage import erasure
from storage.database import Database
from storage.retention import Retention
from storage.sweeping import due, sweep
from storage.tables import bookings, people
from tests.coming import START, crowd
from tests.gatherings import NOON, Crowd, planned


@pytest.mark.row("I49")
def test_saying_yes_or_no_twice_is_saying_it_once(database: Database) -> None:
    """I49: idempotent both ways; the calendar file comes with each yes."""
    people_, id = crowd(database)
    first, second = people_.taps("ana", f"yes:{id}"), people_.taps("ana", f"yes:{id}")
    assert "C'est noté : vous venez." in first
    assert "Vous êtes déjà sur la liste." in second
    assert [read.attachments for read in people_.heard if read.attachments] == [(f"ics:{id}@0",)] * 2
    assert people_.states(id) == {"ana": SEATED}
    assert "vous ne venez plus" in people_.taps("ana", f"no:{id}")
    assert "n'êtes pas sur la liste" in people_.taps("ana", f"no:{id}")
    assert people_.states(id) == {"ana": LEFT}


def test_typing_that_one_does_not_come_twice_never_gives_up_another_gathering(either_database: Database) -> None:
    """« je ne viens plus », impatiently: of what was shown last, and only of it."""
    people_, id = crowd(either_database)
    other = planned(either_database, people_.now, "mel", "rencontre", START + timedelta(days=1), title="Autre")
    people_.taps("ana", f"yes:{id}")
    people_.taps("ana", f"yes:{other}")
    people_.says("ana", "je ne viens plus")
    assert "n'êtes pas sur la liste" in people_.says("ana", "je ne viens plus")
    assert people_.states(id) == {"ana": SEATED}


@pytest.mark.row("I49")
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"state": "cancelled", "reason": "Il neige."}, "C'est annulé : Petit Déj. Il neige."),
        ({"start": NOON - timedelta(hours=1)}, "c'est commencé"),
        ({"start": NOON - timedelta(days=1)}, "C'est fini"),
        ({"link": "https://ailleurs.example/"}, "https://ailleurs.example/"),
        ({"state": "draft"}, "Ce bouton n'est plus valable."),
    ],
)
def test_one_is_told_why_one_cannot_come(either_database: Database, fields: dict[str, Any], said: str) -> None:
    """Cancelled, begun, over, elsewhere, or a draft that nobody may see; nothing is written."""
    people_, id = crowd(either_database, **fields)
    assert said in people_.taps("ana", f"yes:{id}")
    assert people_.states(id) == {}


@pytest.mark.parametrize("seats", ["0", "11", "999", "99999999999999999999"])
def test_a_number_of_seats_that_is_none_books_nothing(either_database: Database, seats: str) -> None:
    """From 1 to 10; a group larger than the hall is told so."""
    people_, id = crowd(either_database, seats=20)
    people_.taps("ana", f"seats:{id}.{seats}")
    assert people_.states(id) == {}
    small = planned(either_database, people_.now, "mel", "rencontre", START, title="Petite salle", seats=3, aside=1)
    assert "La salle compte 2 places" in people_.taps("ana", f"seats:{small}.3")


def test_a_group_grows_and_shrinks_only_by_seats_that_are_free(database: Database) -> None:
    """Who comes already never goes before those who wait, and keeps what they have."""
    people_, id = crowd(database, seats=3)
    people_.taps("ana", f"seats:{id}.2")
    assert "vous venez à 3" in people_.taps("ana", f"seats:{id}.3")
    assert "C'est complet" in people_.taps("bo", f"yes:{id}")
    assert "La salle compte 3 places" in people_.taps("ana", f"seats:{id}.4")
    people_.taps("ana", f"seats:{id}.1")
    assert people_.states(id) == {"ana": SEATED, "bo": OFFERED}
    assert people_.told("bo", "seat")[0].text.startswith("Une place est libre")


def test_who_comes_already_has_no_more_seats_before_those_who_wait(either_database: Database) -> None:
    """Two seats are free, and a group of three waits: one more seat would be a seat of theirs."""
    people_, id = crowd(either_database, seats=4)
    people_.taps("ana", f"seats:{id}.2")
    people_.taps("eve", f"seats:{id}.3")
    assert "Je garde vos 2 places" in people_.taps("ana", f"seats:{id}.3")
    assert (people_.bookings(id)["ana"].seats, people_.states(id)["eve"]) == (2, WAITING)


# What is forgotten


def test_someone_erased_leaves_their_seat_to_who_waits(database: Database) -> None:
    """« oublier » frees the seat; the clock offers it."""
    people_, id = crowd(database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    person = people_.bookings(id)["ana"].person
    with database.write() as connection:
        erasure.forget(connection, person, people_.now)
    people_.later(minutes=1)
    assert people_.states(id) == {"bo": OFFERED}


def test_who_comes_is_known_until_seven_days_after_and_then_is_only_a_number(database: Database) -> None:
    """Without any other yes: a day of silence does not erase who has a seat; a week after it, nothing is left."""
    people_, id = crowd(database)
    people_.taps("ana", f"seats:{id}.2")
    people_.says("ana", choice=f"coming/need:{id}.1")
    people_.says("ana", choice=f"coming/name:{id}")
    people_.says("ana", "Ana")
    swept(people_, START - timedelta(days=1))
    assert (people_.bookings(id)["ana"].name, people_.bookings(id)["ana"].needs) == ("Ana", "un accès sans marche")
    end = START + timedelta(minutes=90)
    swept(people_, end + timedelta(days=7) - timedelta(minutes=1))
    assert "ana" in people_.bookings(id)
    swept(people_, end + timedelta(days=7))
    with database.read() as connection:
        rows = connection.execute(select(bookings.c.seats, bookings.c.name, bookings.c.needs, bookings.c.person)).all()
        known = connection.execute(select(func.count()).select_from(people)).scalar_one()
    assert ([tuple(row) for row in rows], known) == ([(2, "", "", None)], 0)


def swept(people_: Crowd, now: datetime) -> None:
    """What was kept long enough is erased, as the dry run says."""
    with people_.database.write() as connection:
        foretold = due(connection, now, Retention())["texts"]
        done = sweep(connection, now, Retention())
        sweep(connection, now, Retention())
    assert done["texts"] >= min(foretold, 1)


def test_my_data_says_until_when_a_place_is_kept(either_database: Database) -> None:
    """A booking outlives a day of silence: the date is said, and « everything after 24 hours » is not."""
    people_, id = crowd(either_database)
    assert "Tout s'efface après 24 heures" in people_.says("ana", "mes données")
    people_.taps("ana", f"yes:{id}")
    said = people_.says("ana", "mes données")
    assert "Tout s'efface" not in said
    last = in_full(local_date(START + LIST_KEPT, "Europe/Paris"), "fr")
    kept = f"Vos inscriptions s'effacent 7 jours après chaque rencontre. Pour la dernière : le {last}."
    assert kept in said
    assert "L'identifiant s'efface quand tout cela est effacé." in said
    people_.now = START + timedelta(days=1)
    assert kept in people_.says("ana", "mes données"), "once it is over too"


def test_who_cancels_or_moves_reads_how_many_people_are_told_not_how_many_seats(either_database: Database) -> None:
    """Two people with four seats are two messages."""
    people_, id = crowd(either_database, seats=9)
    people_.animates("net", "apes")
    for who in ("ana", "bob"):
        people_.taps(who, f"yes:{id}")
        people_.says(who, "nous sommes 2")
    assert [row.seats for row in people_.bookings(id).values()] == [2, 2]
    people_.taps("net", f"gatherings/cancel:{id}")
    assert "2 personnes seront prévenues." in people_.says("net", "la salle est fermée")
    people_.taps("net", f"gatherings/sure.{id}:no")
    people_.taps("net", f"gatherings/move:{id}")
    assert "Les 2 personnes inscrites seront prévenues." in people_.says("net", "vendredi 18 décembre 9h")
