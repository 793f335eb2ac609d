"""Coming to a gathering on real databases: seats, the waiting list, the door, walks, and what is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from handlers.gatherings import LEFT, OFFERED, RUSH, SEATED, WAITING
from storage import erasure
from storage.database import Database
from storage.retention import Retention
from storage.sweeping import due, sweep
from storage.tables import addresses, audit, bookings, gatherings, people
from storage.tables import roles as roles_table
from tests.gatherings import NOON, Crowd, planned

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 12, 20, 9, 0, tzinfo=PARIS)


def crowd(database: Database, seats: int | None = 2, network: str = "apes", **fields: Any) -> tuple[Crowd, int]:
    """People, and a gathering three weeks ahead."""
    made = Crowd(database)
    start = fields.pop("start", START)
    id = planned(database, made.now, network, "petit_dej", start, title="Petit Déj", seats=seats, **fields)
    return made, id


def to_rush(people_: Crowd, **time: float) -> None:
    """The clock at the last two days."""
    people_.later(seconds=(START - RUSH - people_.now).total_seconds(), **time)


# Twice is once


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


def test_typing_that_one_does_not_come_twice_never_gives_up_another_gathering(memory_database: Database) -> None:
    """« je ne viens plus », impatiently: of what was shown last, and only of it."""
    people_, id = crowd(memory_database)
    other = planned(memory_database, people_.now, "mel", "rencontre", START + timedelta(days=1), title="Autre")
    people_.taps("ana", f"yes:{id}")
    people_.taps("ana", f"yes:{other}")
    people_.says("ana", "je ne viens plus")
    assert "n'êtes pas sur la liste" in people_.says("ana", "je ne viens plus")
    assert people_.states(id) == {"ana": SEATED}


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
def test_one_is_told_why_one_cannot_come(memory_database: Database, fields: dict[str, Any], said: str) -> None:
    """Cancelled, begun, over, elsewhere, or a draft that nobody may see; nothing is written."""
    people_, id = crowd(memory_database, **fields)
    assert said in people_.taps("ana", f"yes:{id}")
    assert people_.states(id) == {}


@pytest.mark.parametrize("seats", ["0", "11", "999", "99999999999999999999"])
def test_a_number_of_seats_that_is_none_books_nothing(memory_database: Database, seats: str) -> None:
    """From 1 to 10; a group larger than the hall is told so."""
    people_, id = crowd(memory_database, seats=20)
    people_.taps("ana", f"seats:{id}.{seats}")
    assert people_.states(id) == {}
    small = planned(memory_database, people_.now, "mel", "rencontre", START, title="Petite salle", seats=3, aside=1)
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


def test_who_comes_already_has_no_more_seats_before_those_who_wait(memory_database: Database) -> None:
    """Two seats are free, and a group of three waits: one more seat would be a seat of theirs."""
    people_, id = crowd(memory_database, seats=4)
    people_.taps("ana", f"seats:{id}.2")
    people_.taps("eve", f"seats:{id}.3")
    assert "Je garde vos 2 places" in people_.taps("ana", f"seats:{id}.3")
    assert (people_.bookings(id)["ana"].seats, people_.states(id)["eve"]) == (2, WAITING)


# The waiting list by the clock


def test_an_offer_lasts_a_day_then_goes_to_the_next_one_and_after_three_one_waits_no_more(database: Database) -> None:
    """The seat is never empty for long, and nobody is written to for ever."""
    people_, id = crowd(database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
        people_.taps(who, f"heard-{id}:oui")
    people_.taps("ana", f"no:{id}")
    assert people_.states(id) == {"ana": LEFT, "bo": OFFERED, "cleo": WAITING}
    people_.later(hours=23, minutes=59)
    assert people_.states(id)["bo"] == OFFERED
    people_.later(minutes=2)
    assert people_.states(id) == {"ana": LEFT, "bo": WAITING, "cleo": OFFERED}
    people_.later(days=6)
    assert people_.states(id) == {"ana": LEFT, "bo": LEFT, "cleo": LEFT}
    for who in ("bo", "cleo"):
        told = people_.told(who, "seat")
        assert [read.key.rpartition("/")[2] for read in told] == ["1", "2", "3"]
        assert "dernière proposition" in told[-1].text
    assert "vous venez" in people_.taps("bo", f"yes:{id}")
    assert "proposé une place 3 fois" in people_.taps("cleo", f"yes:{id}")


def test_an_offer_of_the_night_is_said_in_the_morning_and_lasts_from_then(memory_database: Database) -> None:
    """Nobody is woken, and nobody loses hours while they sleep."""
    people_, id = crowd(memory_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.later(hours=10)
    people_.taps("ana", f"no:{id}")
    assert people_.told("bo", "seat") == []
    people_.later(hours=14)
    (read,) = people_.told("bo", "seat")
    assert read.at.astimezone(PARIS).strftime("%H:%M") == "08:00"
    assert people_.bookings(id)["bo"].offered_until == read.at + timedelta(hours=24)


def test_who_leaves_the_list_in_the_night_is_not_offered_a_seat_in_the_morning(memory_database: Database) -> None:
    """What was to be said is taken back, and the seat goes to the next one."""
    people_, id = crowd(memory_database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    people_.later(hours=10)
    people_.taps("ana", f"no:{id}")
    people_.taps("bo", f"no:{id}")
    people_.later(hours=14)
    assert (people_.told("bo", "seat"), len(people_.told("cleo", "seat"))) == ([], 1)


def test_in_the_last_two_days_all_are_called_and_the_first_to_answer_has_the_seat(database: Database) -> None:
    """The second one is told so, and is called again when another seat comes free."""
    people_, id = crowd(database, seats=2)
    people_.taps("ana", f"seats:{id}.2")
    for who in ("bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    to_rush(people_)
    people_.taps("ana", f"seats:{id}.1")
    assert people_.states(id) == {"ana": SEATED, "bo": WAITING, "cleo": WAITING}
    assert [len(people_.told(who, "seat")) for who in ("bo", "cleo")] == [1, 1]
    assert "C'est noté : vous venez." in people_.taps("cleo", f"take:{id}")
    assert "Une autre personne a répondu avant vous." in people_.taps("bo", f"take:{id}")
    people_.later(hours=1)
    assert len(people_.told("bo", "seat")) == 1
    people_.taps("ana", f"no:{id}")
    assert len(people_.told("bo", "seat")) == 2


def test_seats_kept_for_a_group_are_for_all_in_the_last_two_days(memory_database: Database) -> None:
    """The clock looks again by itself: no seat stays empty."""
    people_, id = crowd(memory_database, seats=4)
    people_.taps("ana", f"seats:{id}.3")
    people_.taps("bo", f"yes:{id}")
    people_.taps("eve", f"seats:{id}.3")
    with memory_database.write() as connection:
        connection.execute(update(bookings).where(bookings.c.state == WAITING).values(passed=2))
    people_.taps("cleo", f"yes:{id}")
    people_.taps("bo", f"no:{id}")
    assert people_.states(id) == {"ana": SEATED, "bo": LEFT, "eve": WAITING, "cleo": WAITING}
    people_.later(days=1)
    assert people_.told("cleo", "seat") == []
    to_rush(people_)
    assert [len(people_.told(who, "seat")) for who in ("eve", "cleo")] == [0, 1]


def test_a_hall_that_grows_is_offered_by_the_clock_to_those_who_wait(database: Database) -> None:
    """By an animator's change, or seats that were promised elsewhere and are not needed."""
    people_, id = crowd(database, seats=1)
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    with database.write() as connection:
        connection.execute(update(gatherings).values(seats=3, freed_at=people_.now))
    people_.later(minutes=1)
    assert people_.states(id) == {"ana": SEATED, "bo": OFFERED, "cleo": OFFERED}


def test_a_hall_without_limit_for_many_who_wait_is_offered_in_slices(memory_database: Database) -> None:
    """More than one turn may tell: the clock tells the others, each once."""
    people_, id = crowd(memory_database, seats=1)
    names = [f"p{number}" for number in range(60)]
    for who in names:
        people_.taps(who, f"yes:{id}")
    with memory_database.write() as connection:
        connection.execute(update(gatherings).values(seats=None, freed_at=people_.now))
    people_.later(minutes=1)
    assert [len(people_.told(who, "seat")) for who in names] == [0] + [1] * 59


def test_nothing_is_offered_of_what_is_cancelled_and_what_was_is_closed(memory_database: Database) -> None:
    """Whoever held an offer waits for nothing any more."""
    people_, id = crowd(memory_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.taps("ana", f"no:{id}")
    with memory_database.write() as connection:
        connection.execute(update(gatherings).values(state="cancelled", freed_at=people_.now))
    people_.later(days=2)
    assert (len(people_.told("bo", "seat")), people_.states(id)["bo"]) == (1, WAITING)
    assert "annulé" in people_.taps("bo", f"take:{id}")


def test_a_look_of_the_clock_costs_the_same_when_nothing_is_due(memory_database: Database) -> None:
    """No list is read when no seat came free."""
    people_, id = crowd(memory_database, seats=1)
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    people_.later(minutes=1)
    assert people_._next() is None


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


# The door


def test_a_code_works_around_the_hours_of_its_gathering_for_whoever_is_there(database: Database) -> None:
    """Before, twice, for someone who had not said so, for someone who waited, and until two days after."""
    people_, id = crowd(database, seats=1, code="K7QM")
    for who in ("ana", "bo"):
        people_.taps(who, f"yes:{id}")
    assert "Bienvenue" not in people_.says("ana", "K7QM")
    people_.now = START - timedelta(minutes=10)
    assert "Bienvenue" in people_.says("ana", " k7qm. ")
    assert "déjà noté" in people_.says("ana", "K7QM")
    assert "Bienvenue" in people_.says("bo", "K7QM")
    people_.now = START + timedelta(days=1)
    assert "vous étiez là" in people_.says("cleo", "K7QM")
    people_.now = START + timedelta(days=3)
    assert "vous étiez là" not in people_.says("eve", "K7QM")
    there = {who: row.checked_in_at is not None for who, row in people_.bookings(id).items()}
    assert there == {"ana": True, "bo": True, "cleo": True}


def test_walk_ins_and_seats_promised_elsewhere_count_in_the_hall(memory_database: Database) -> None:
    """Most people who come are not in the bot."""
    people_, id = crowd(memory_database, seats=4)
    people_.animates("org", "apes")
    people_.taps("org", f"door/reserve:{id}")
    people_.says("org", "2")
    people_.taps("org", f"door/plus:{id}.1")
    people_.taps("ana", f"yes:{id}")
    assert "C'est complet" in people_.taps("bo", f"yes:{id}")
    said = people_.taps("org", f"door/open:{id}")
    assert "Aucune place libre." in said
    assert "2 places sont promises ailleurs." in said


@pytest.mark.parametrize("typed", ["-1", "1000000000", "beaucoup", "4x", ""])
def test_a_number_that_is_none_is_asked_again(memory_database: Database, typed: str) -> None:
    """I48: nothing is counted."""
    people_, id = crowd(memory_database, seats=4)
    people_.animates("org", "apes")
    people_.taps("org", f"door/reserve:{id}")
    assert "Écrivez un nombre" in people_.says("org", typed)
    with memory_database.read() as connection:
        assert connection.execute(select(gatherings.c.aside)).scalar_one() == 0


def test_five_hundred_people_are_read_page_by_page_in_messages_of_a_screen(memory_database: Database) -> None:
    """E8: no page is longer than any channel takes; each one is in the journal; nobody is missing."""
    people_, id = crowd(memory_database, seats=None)
    people_.animates("org", "apes")
    fill(memory_database, id, 500)
    before = len(people_.heard)
    choice: str | None = f"door/page:{id}.0"
    while choice is not None:
        people_.taps("org", choice)
        choice = next((each.id for each in people_.heard[-1].choices if each.label == "Voir la suite"), None)
    pages = people_.heard[before:]
    assert max(len(page.text.encode()) for page in pages) < 4_096
    lines = [line for page in pages for line in page.text.split("\n")[1:]]
    assert [line.split(".")[0] for line in lines] == [str(number) for number in range(1, 501)]
    with memory_database.read() as connection:
        counts = connection.execute(select(audit.c.count).where(audit.c.action == "list-read")).scalars().all()
    assert sum(counts) == 500


def fill(database: Database, gathering: int, count: int) -> None:
    """So many people come, with long names and needs."""
    with database.write() as connection:
        for number in range(count):
            known = {"created_at": NOON, "last_seen_at": NOON}
            person = connection.execute(people.insert().values(known).returning(people.c.id)).scalar_one()
            there = {"person": person, "channel": "telegram", "peer": f"f{number}", "private": True}
            connection.execute(addresses.insert().values(there))
            booked = {"gathering": gathering, "person": person, "seats": 10, "state": SEATED, "asked_at": NOON}
            said = {"name": f"Été {number}".ljust(40, "é"), "needs": "une boucle auditive, la langue des signes" * 2}
            rest = {"offers": 0, "joins": 12, "leaves": 14, "useful": "", "told": 0, "updated_at": NOON}
            connection.execute(bookings.insert().values({**booked, **said, **rest}))


def test_a_pasted_list_marks_those_it_names_and_says_which_lines_it_does_not_know(memory_database: Database) -> None:
    """By number or by name; two of one name are told apart by their numbers."""
    people_, id = crowd(memory_database, seats=None)
    for who, name in (("a", "Pépin"), ("b", "Terreau"), ("c", "Terreau"), ("d", "")):
        people_.taps(who, f"yes:{id}")
        if name:
            people_.taps(who, f"name:{id}")
            people_.says(who, name)
    people_.now = START + timedelta(hours=3)
    people_.animates("org", "apes")
    people_.taps("org", f"door/paste:{id}")
    said = people_.says("org", "pepin\nTerreau\n4.\n\n99\nInconnue")
    assert "2 personnes sont notées présentes." in said
    assert "Ligne 2 : plusieurs personnes s'appellent « Terreau »" in said
    assert [f"Ligne {line} :" in said for line in (1, 3, 4, 5, 6)] == [False, False, False, True, True]
    there = [who for who, row in people_.bookings(id).items() if row.checked_in_at is not None]
    assert there == ["a", "d"]
    assert people_.says("org", choice=f"door/open:{id}").count("2 personnes sont là") == 1


@pytest.mark.parametrize("step", ["open", "page", "file", "count", "reserve", "paste", "walk", "plus", "stop", "late"])
def test_a_gathering_of_another_network_is_closed_to_its_animators(memory_database: Database, step: str) -> None:
    """Whoever animates elsewhere, or nothing any more: the same as a button that does not exist."""
    people_, id = crowd(memory_database, network="mel")
    people_.animates("org", "apes")
    closed = people_.says("org", choice="door/nothing:0")
    assert people_.says("org", choice=f"door/{step}:{id}.1.0") == closed
    people_.animates("own", "mel")
    with memory_database.write() as connection:
        connection.execute(roles_table.update().values(revoked_at=people_.now))
    assert people_.says("own", choice=f"door/{step}:{id}.1.0") == people_.says("own", choice="door/nothing:0")


# Walks


def walking(database: Database) -> tuple[Crowd, int]:
    """A walk of three stops, and ten people: three from the start, four at the second stop, three at the third."""
    people_ = Crowd(database)
    stops = [
        (START + timedelta(minutes=40 * n), place) for n, place in enumerate(("Le métro", "Le jardin", "La halle"))
    ]
    id = planned(database, people_.now, "mel", "en_marchant", START, stops, title="Lieux", minutes=150)
    people_.animates("guide", "mel")
    for number in range(10):
        people_.taps(f"w{number}", f"yes:{id}")
        if number >= 3:
            people_.taps(f"w{number}", f"join:{id}.{2 if number < 7 else 3}")
    people_.now = START + timedelta(minutes=45)
    return people_, id


def test_the_delay_of_a_walk_reaches_exactly_those_who_are_still_to_join(database: Database) -> None:
    """E5: three stops, ten people; said twice, it is told once; at the next stop, fewer need it."""
    people_, id = walking(database)
    before = len(people_.heard)
    people_.says("guide", "Nous sommes à l'étape 2, 20 minutes de retard")
    told = {read.who: read.text for read in people_.heard[before:] if read.who != "guide"}
    assert set(told) == {f"w{number}" for number in range(3, 10)}
    assert "C'est votre étape." in told["w3"]
    assert "Votre étape est la 3 : La halle, vers 10 h 40." in told["w9"]
    before = len(people_.heard)
    assert "déjà noté" in people_.says("guide", "nous sommes à l'étape 2, 20 minutes de retard")
    people_.says("guide", "on est à l'étape 3, à l'heure")
    assert {read.who for read in people_.heard[before:]} == {"guide", "w7", "w8", "w9"}
    assert id


def test_a_stop_that_the_group_has_passed_can_no_more_be_joined(memory_database: Database) -> None:
    """And who leaves at a stop does not join after it."""
    people_, id = walking(memory_database)
    people_.says("guide", "nous sommes à l'étape 2")
    assert "déjà passé" in people_.taps("w9", f"join:{id}.2")
    people_.taps("w0", f"part:{id}.2")
    assert people_.bookings(id)["w0"].leaves == 2
    assert "déjà passé" in people_.taps("w0", f"join:{id}.3")
    assert people_.bookings(id)["w0"].joins == 0


@pytest.mark.parametrize("said", ["nous sommes à l'étape 2", "on est à l'étape 3, 1 h de retard"])
def test_only_the_animator_of_the_walk_says_where_it_is(memory_database: Database, said: str) -> None:
    """Someone who walks with them, or animates elsewhere, reaches nobody."""
    people_, _ = walking(memory_database)
    people_.animates("other", "apes")
    before = len(people_.heard)
    for who in ("w0", "other"):
        people_.says(who, said)
    assert {read.who for read in people_.heard[before:]} <= {"w0", "other"}


def test_a_walk_is_told_of_only_while_it_is_on(memory_database: Database) -> None:
    """The day before, a slip of the tongue reaches nobody."""
    people_, id = walking(memory_database)
    people_.now = START - timedelta(days=1)
    before = len(people_.heard)
    people_.taps("guide", f"door/late:{id}.2.20")
    people_.says("guide", "nous sommes à l'étape 2")
    assert {read.who for read in people_.heard[before:]} == {"guide"}


def test_a_stop_leaves_the_waiting_lists_and_keeps_the_seats(memory_database: Database) -> None:
    """STOP is final: no seat is offered any more, and the one that was goes to the next."""
    people_, id = crowd(memory_database, seats=1)
    other = planned(memory_database, people_.now, "mel", "rencontre", START, title="Autre")
    for who in ("ana", "bo", "cleo"):
        people_.taps(who, f"yes:{id}")
    people_.taps("bo", f"yes:{other}")
    people_.taps("ana", f"no:{id}")
    assert "Les places libres que je vous propose" in people_.says("bo", "stop")
    people_.later(minutes=1)
    assert people_.states(id) == {"ana": LEFT, "bo": LEFT, "cleo": OFFERED}
    assert people_.states(other) == {"bo": SEATED}
