"""The door of a gathering on real databases: codes, seats promised elsewhere, and the list of those who come."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.gatherings import SEATED
from handlers.summary_cells import REST, came
from handlers.weeks import year
from storage.database import Database
from storage.summaries import counts
from storage.tables import addresses, audit, bookings, gatherings, people
from storage.tables import roles as roles_table
from tests.coming import START, crowd
from tests.gatherings import NOON


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


def test_walk_ins_and_seats_promised_elsewhere_count_in_the_hall(either_database: Database) -> None:
    """Most people who come are not in the bot."""
    people_, id = crowd(either_database, seats=4)
    people_.animates("org", "apes")
    people_.taps("org", f"door/reserve:{id}")
    people_.says("org", "2")
    people_.taps("org", f"door/plus:{id}.1")
    people_.taps("ana", f"yes:{id}")
    assert "C'est complet" in people_.taps("bo", f"yes:{id}")
    said = people_.taps("org", f"door/open:{id}")
    assert "Aucune place libre." in said
    assert "2 places sont promises ailleurs." in said


@pytest.mark.row("I48")
@pytest.mark.parametrize("typed", ["-1", "1000000000", "beaucoup", "4x", ""])
def test_a_number_that_is_none_is_asked_again(either_database: Database, typed: str) -> None:
    """I48: nothing is counted."""
    people_, id = crowd(either_database, seats=4)
    people_.animates("org", "apes")
    people_.taps("org", f"door/reserve:{id}")
    assert "Écrivez un nombre" in people_.says("org", typed)
    with either_database.read() as connection:
        assert connection.execute(select(gatherings.c.aside)).scalar_one() == 0


@pytest.mark.row("D17")
def test_five_hundred_people_are_read_page_by_page_in_messages_of_a_screen(either_database: Database) -> None:
    """E8: no page is longer than any channel takes; each one is in the journal; nobody is missing."""
    people_, id = crowd(either_database, seats=None)
    people_.animates("org", "apes")
    fill(either_database, id, 500)
    before = len(people_.heard)
    choice: str | None = f"door/page:{id}.0"
    while choice is not None:
        people_.taps("org", choice)
        choice = next((each.id for each in people_.heard[-1].choices if each.label == "Voir la suite"), None)
    pages = people_.heard[before:]
    people_.taps("org", f"door/file:{id}")
    assert max(len(page.text.encode()) for page in pages) < 4_096
    lines = [line for page in pages for line in page.text.split("\n")[1:]]
    assert [line.split(".")[0] for line in lines] == [str(number) for number in range(1, 501)]
    with either_database.read() as connection:
        counts = connection.execute(select(audit.c.count).where(audit.c.action == "list-read")).scalars().all()
        files = connection.execute(select(audit.c.count).where(audit.c.action == "list-download")).scalars().all()
    assert (sum(counts), list(files)) == (500, [500])


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


def test_a_pasted_list_marks_those_it_names_and_says_which_lines_it_does_not_know(either_database: Database) -> None:
    """By number or by name; two of one name are told apart by their numbers."""
    people_, id = crowd(either_database, seats=None)
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


def test_the_presence_of_the_summary_is_a_recount_of_those_who_were_there(either_database: Database) -> None:
    """E6: a code typed twice, one that is none, and a list pasted the next day that names some again: each is there
    once, and who said yes and was not is counted as such."""
    people_, id = crowd(either_database, seats=None, code="K7QM")
    for number in range(6):
        people_.taps(f"p{number}", f"yes:{id}")
    people_.now = START - timedelta(minutes=10)
    for who in ("p0", "p0", "p2"):
        people_.says(who, "K7QM")
    assert "Ce code n'ouvre aucune rencontre" in people_.says("p1", "K7QN")
    people_.now = START + timedelta(days=1)
    people_.animates("org", "apes")
    people_.taps("org", f"door/paste:{id}")
    people_.says("org", "1\n4\n4")
    there = {who for who, row in people_.bookings(id).items() if row.checked_in_at is not None}
    assert there == {"p0", "p2", "p3"}
    with either_database.read() as connection:
        found = counts(connection, year(2026).weeks, people_.guide)
    whole: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for week in found.values():
        for name, cells in week.items():
            whole[name].update(cells)
    assert came(whole) == {"utiles": 0, "venues": 3, REST: 3}


@pytest.mark.parametrize("step", ["open", "page", "file", "count", "reserve", "paste", "walk", "plus", "stop", "late"])
def test_a_gathering_of_another_network_is_closed_to_its_animators(either_database: Database, step: str) -> None:
    """Whoever animates elsewhere, or nothing any more: the same as a button that does not exist."""
    people_, id = crowd(either_database, network="mel")
    people_.animates("org", "apes")
    closed = people_.says("org", choice="door/nothing:0")
    assert people_.says("org", choice=f"door/{step}:{id}.1.0") == closed
    people_.animates("own", "mel")
    with either_database.write() as connection:
        connection.execute(roles_table.update().values(revoked_at=people_.now))
    assert people_.says("own", choice=f"door/{step}:{id}.1.0") == people_.says("own", choice="door/nothing:0")
