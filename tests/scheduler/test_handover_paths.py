"""Whatever happens to requests given to networks, in any order: each ends, and its holder hears how."""

from __future__ import annotations

import random
from datetime import timedelta

from sqlalchemy import select

from storage import refusals
from storage.database import Database
from storage.tables import refusals as refused
from storage.tables import requests
from tests.handed import COFFRE, GONE, HALLE, Handed, begun

OVER = ("refused", "closed", "withdrawn")


def test_every_path_ends_and_the_holder_always_hears(either_database: Database) -> None:
    """Random lives: whatever both do, each request ends, its text is erased, and its holder was told so."""
    chance, life = random.Random(11), Handed(either_database)
    life.animates("a1", "coffre")
    life.animates("b1", "cercle")
    holders = [f"u{number}" for number in range(4)]
    for who in holders:
        life.oriented(who)
        life.hands(chance.choice((COFFRE, HALLE)), who)
    for _ in range(9):
        life.lives(days=3)
        for row in life.rows(select(requests.c.id, requests.c.network, requests.c.person)):
            _acts(life, row, chance, holders)
    life.lives(days=50)
    rows = life.rows(select(requests.c.id, requests.c.state, requests.c.body, requests.c.person))
    assert {(state in OVER, body) for _, state, body, _ in rows} == {(True, None)}
    people = {life.person(who): who for who in holders}
    for id, state, _, person in rows:
        heard = [key for key in life.keys(people[person]) if key.startswith(f"request/{id}/")]
        last = heard[-1].split("/")[2].partition(".")[0] if heard else ""
        assert state == "withdrawn" or last in ("refuse", "over", "ended"), (state, heard)


def _acts(life: Handed, row: tuple[int, str, int], chance: random.Random, holders: list[str]) -> None:
    id, network, person = row
    theirs = {"coffre": "a1", "cercle": "b1"}[network]
    mine = next(who for who in holders if life.person(who) == person)
    match chance.choice(("", "", "", "", "yes", "no", "word", "back", "gone", "again")):
        case "yes":
            life.taps(f"handover/accept:{id}", theirs)
            life.says(chance.choice(("D'accord", "retour", "accepter sans mot")), theirs)
        case "no":
            life.taps(f"handover/refuse:{id}", theirs)
            life.says(chance.choice(("1", "annuler", "Pas ici")), theirs)
        case "word":
            who = chance.choice((mine, theirs))
            life.taps(f"handover/write:{id}", who)
            life.says("Bonjour encore", who)
        case "gone":
            life.taps(f"handover/withdraw:{id}", mine)
        case "again":
            life.hands(chance.choice((COFFRE, HALLE)), mine)
        case _:
            pass


def test_whoever_is_forgotten_leaves_no_request(database: Database) -> None:
    """What was on its way to the network is not told; its buttons say that it is gone."""
    life = begun(database)
    life.says("oublier")
    life.taps("privacy/forget:yes")
    assert life.rows(select(requests.c.id)) == []
    assert life.taps("handover/accept:1", "a1")[0] == GONE
    life.lives(days=30)
    assert len(life.told("a1")) == 1


def test_a_network_that_said_no_is_nobodys_next_door_for_ninety_days(database: Database) -> None:
    """Another network refuses later: the door of the first one is passed over, until its refusal is old."""
    life = begun(database, both=True)
    life.hands(HALLE)
    life.taps("handover/refuse:2", "b1")
    life.says("1", "b1")
    life.taps("handover/refuse:1", "a1")
    life.says("1", "a1")
    assert "Halle aux voiles" not in life.told()[-1]
    assert "Cercle des mille mains" not in life.told()[-1]
    (person,) = life.rows(select(requests.c.person).where(requests.c.id == 1))[0]
    with database.read() as connection:
        for days, said_no in ((89, {"cercle", "coffre"}), (91, set())):
            assert refusals.of_person(connection, person, life.now + timedelta(days=days)) == said_no
    life.says("oublier")
    life.says("oui")
    assert life.rows(select(refused.c.network)) == []
