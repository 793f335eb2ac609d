"""The check of requests to be a member: oldest first, each decided once, by who looks after the community now."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.turns import Turns
from handlers.checks import PAGE, REASONS, looked_after, role_for
from handlers.engine import respond, sorry
from handlers.messages import Address, Inbound
from handlers.roles import Role
from scheduler.clock import SetClock
from storage import roles
from storage.database import Database
from storage.tables import memberships, metadata, profiles
from tests.conversation import guide
from tests.echo import NOON
from tests.projects import CITY, OTHERS, Hall

HERE, CITYS = "mel", "ville"


@pytest.fixture
def hall(either_database: Database) -> Hall:
    """With an animator of the open community."""
    found = Hall(either_database)
    found.role("animator", "animator", HERE)
    return found


def test_requests_come_the_oldest_first_with_what_members_may_read_and_their_age(hall: Hall) -> None:
    hall.asks("u1", name="Terreau", contact="canari@example.org")
    hall.now += timedelta(days=3)
    hall.asks("u2", name="Louche")
    said = hall.says("animator", "à vérifier")
    assert ("Terreau" in said, "il y a 3 jours" in said, "2 demandes" in said) == (True, True, True)
    assert ("Louche" in said, "canari" in said) == (False, False)
    assert "Louche" in hall.taps("animator", "Demande suivante")
    assert "Terreau" in hall.taps("animator", "Revenir à la première")


def test_who_is_accepted_is_a_member_at_once_and_reads_it_in_their_language(hall: Hall) -> None:
    hall.says("u1", "english")
    hall.asks("u1", name="Terreau")
    agree(hall, "u1")
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Accepter")
    assert hall.members(OTHERS) == {"u1": "member"}
    assert "Good news" in hall.outside["u1"][0]
    assert hall.journal()[-1] == ("animator", HERE, "check-accept")
    assert "Aucune demande" in hall.says("animator", "à vérifier")


@pytest.mark.parametrize("reason", REASONS)
def test_who_is_refused_reads_why_and_what_to_do_and_keeps_their_card(hall: Hall, reason: str) -> None:
    number = hall.asks("u1", name="Terreau")
    agree(hall, "u1")
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Refuser")
    hall.taps("animator", f"checking/reason:{number}-{reason}")
    assert (hall.members(OTHERS), hall.count("profiles")) == ({}, 1)
    (told,) = hall.outside["u1"]
    assert ("écrivez «" in told, "refus" in told) == (True, False)
    assert hall.journal()[-1] == ("animator", HERE, f"check-refuse-{reason}")


def test_someone_who_took_their_yes_back_is_told_nothing(hall: Hall) -> None:
    hall.asks("u1", name="Terreau")
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Accepter")
    assert "u1" not in hall.outside


def test_at_night_the_answer_waits_for_the_morning_and_the_state_does_not(hall: Hall) -> None:
    hall.asks("u1", name="Terreau")
    agree(hall, "u1")
    hall.now = hall.now.replace(hour=22)
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Accepter")
    assert (hall.members(OTHERS), "u1" in hall.outside) == ({"u1": "member"}, False)


@pytest.mark.parametrize(
    ("role", "network", "seen"),
    [
        ("animator", HERE, {OTHERS}),
        ("animator", CITYS, {CITY}),
        ("animator", "apes", set()),
        ("agent", "", {CITY}),
        ("agent", HERE, {OTHERS}),
        ("admin", "", set()),
    ],
)
def test_each_role_looks_after_the_communities_of_its_network_only(role: str, network: str, seen: set[str]) -> None:
    known = guide("lille").pack.community
    held = (Role(role, network),)
    assert {each.id for each in looked_after(held, known)} == seen
    assert {each.id for each in known.communities if role_for(held, known, each.id)} == seen


def test_who_has_no_role_for_it_finds_an_unknown_word_and_closed_buttons(hall: Hall) -> None:
    """Nor an animator of another network, by a button that they saw nowhere."""
    number = hall.asks("u1", name="Terreau")
    hall.role("other", "animator", "apes")
    hall.role("city", "animator", CITYS)
    for who in ("u2", "other", "city"):
        hall.says(who, "bonjour")
        for choice in (f"checking/accept:{number}", f"checking/reason:{number}-short", "tending/page:0"):
            assert "Terreau" not in hall.says(who, choice=choice)
        for text in ("à vérifier", "/verifier", "membres", "/membres"):
            assert "Terreau" not in hall.says(who, text)
    assert hall.members(OTHERS) == {"u1": "asked"}
    hall.says("animator", choice=f"checking/accept:{number}")
    for who in ("u2", "other", "city"):
        for choice in (f"tending/see:{number}", f"tending/mute:{number}"):
            assert "Terreau" not in hall.says(who, choice=choice)
    assert hall.members(OTHERS) == {"u1": "member"}


def test_an_animator_who_is_no_longer_one_decides_nothing_more(hall: Hall) -> None:
    """In the middle: between reading the request and the tap."""
    hall.asks("u1", name="Terreau")
    hall.says("animator", "à vérifier")
    with hall.database.write() as connection:
        assert roles.revoke_role(connection, 1, hall.now)
    said = hall.taps("animator", "Accepter")
    assert ("Terreau" in said, hall.members(OTHERS)) == (False, {"u1": "asked"})
    assert "Terreau" not in hall.says("animator", "à vérifier")


def test_a_request_that_was_erased_or_answered_meanwhile_is_told_to_be_gone(hall: Hall) -> None:
    hall.asks("u1", name="Terreau")
    hall.asks("u2", name="Louche")
    hall.says("animator", "à vérifier")
    with hall.database.write() as connection:
        connection.execute(memberships.delete().where(memberships.c.id == 1))
    said = hall.taps("animator", "Accepter")
    assert ("n'attend plus" in said, "Louche" in said) == (True, True)
    assert hall.members(OTHERS) == {"u2": "asked"}


@pytest.mark.parametrize("value", ["9" * 40, "0", "-1", "٣", "x", "1-other"])
def test_a_number_that_is_nobodys_changes_nothing(hall: Hall, value: str) -> None:
    hall.asks("u1", name="Terreau")
    for step in ("checking/accept", "checking/refuse", "checking/reason", "checking/after", "tending/page"):
        assert hall.says("animator", choice=f"{step}:{value}")
    for step in ("tending/see", "tending/mute", "tending/lift"):
        assert hall.says("animator", choice=f"{step}:{value}")
    assert hall.members(OTHERS) == {"u1": "asked"}


def test_a_request_is_neither_silenced_nor_heard_as_a_member_is(hall: Hall) -> None:
    """By a button made by hand: it would be a way in without a check."""
    number = hall.asks("u1", name="Terreau")
    for step in ("mute", "lift", "see"):
        assert "Terreau" not in hall.says("animator", choice=f"tending/{step}:{number}")
    assert hall.members(OTHERS) == {"u1": "asked"}


@pytest.mark.row("I57")
async def test_two_animators_at_once_answer_a_request_once(database: Database) -> None:
    hall = Hall(database)
    pair = ("one", "two")
    for who in pair:
        hall.role(who, "animator", HERE)
    number = hall.asks("u1", name="Terreau")
    agree(hall, "u1")
    taps = {"one": f"checking/accept:{number}", "two": f"checking/reason:{number}-short"}
    async with Turns(database, respond, sorry, guide("lille"), SetClock(NOON)) as lanes:
        said = [
            lanes.submit(Inbound(Address("terminal", who), "tap", who, choice=taps[who], kind="choice")) for who in pair
        ]
        rows = [row for each in await asyncio.gather(*said) for row in each]
    told = [row.reply.text for row in rows if row.address.peer == "u1"]
    gone = [row for row in rows if "n'attend plus" in row.reply.text]
    assert (len(told), len(gone)) == (1, 1)
    assert len([line for line in hall.journal() if line[2].startswith(("check-accept", "check-refuse"))]) == 1


def test_a_member_is_silenced_and_heard_again_and_told_both_times(hall: Hall) -> None:
    hall.asks("u1", name="Terreau")
    agree(hall, "u1")
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Accepter")
    assert "Terreau" in hall.says("animator", "membres")
    hall.taps("animator", "Voir le membre 1")
    hall.taps("animator", "Mettre en pause")
    hall.taps("animator", "tending/mute:1")
    assert hall.members(OTHERS) == {"u1": "muted"}
    assert "en pause" in hall.says("animator", "membres")
    hall.taps("animator", "Voir le membre 1")
    hall.taps("animator", "Lever la pause")
    assert hall.members(OTHERS) == {"u1": "member"}
    assert len(hall.outside["u1"]) == 3
    assert [line[2] for line in hall.journal() if line[2].startswith("member-")] == [
        "member-read",
        "member-mute",
        "member-read",
        "member-read",
        "member-lift",
    ]


def test_members_are_read_page_after_page(hall: Hall) -> None:
    for n in range(PAGE + 2):
        hall.asks(f"u{n}", name=f"Prénom {n}")
    with hall.database.write() as connection:
        connection.execute(memberships.update().values(state="member"))
    first = hall.says("animator", "membres")
    second = hall.taps("animator", "Voir la suite")
    assert [f"Prénom {n}" in first for n in (0, PAGE - 1, PAGE)] == [True, True, False]
    assert [f"Prénom {n}" in second for n in (PAGE - 1, PAGE, PAGE + 1)] == [False, True, True]
    assert "Voir la suite" not in hall.offered("animator")


@pytest.mark.row("D16")
def test_what_a_person_hides_is_not_read_by_the_animator(hall: Hall) -> None:
    hall.asks("u1", name="Terreau", structure="Le Four", offers_text="canari")
    with hall.database.write() as connection:
        connection.execute(profiles.update().values(shown="structure"))
    said = hall.says("animator", "à vérifier")
    assert ("Le Four" in said, "Terreau" in said, "canari" in said) == (True, False, False)


def agree(hall: Hall, who: str) -> None:
    """The yes that joining asks for."""
    person, table = hall.person(who), metadata.tables["consents"]
    said = {"person": person, "purpose": "community", "granted": True, "wording": "x", "channel": "terminal"}
    with hall.database.write() as connection:
        connection.execute(table.insert(), {**said, "at": hall.now})
        assert connection.execute(select(table.c.id)).first()


@pytest.mark.row("I8")
@pytest.mark.parametrize("field", ["name", "structure"])
def test_a_name_of_mixed_alphabets_is_marked_wherever_it_is_shown(hall: Hall, field: str) -> None:
    """Three Cyrillic letters in front of a Latin one (faults I8); what else is said of the person is not."""
    mark, forged = "(alphabets mêlés)", "\u0410\u0420\u0415S"
    hall.asks("u1", **{"name": "Terreau", field: forged, "line": forged})
    assert hall.says("animator", "à vérifier").count(mark) == 1
    hall.taps("animator", "Accepter")
    assert (mark in hall.says("animator", "membres")) == (field == "name")
    assert hall.taps("animator", "Voir le membre 1").count(mark) == 1


def test_a_page_that_is_gone_shows_the_first_one(hall: Hall) -> None:
    hall.asks("u1", name="Terreau")
    hall.says("animator", "à vérifier")
    hall.taps("animator", "Accepter")
    assert "Membre 1 (Terreau)" in hall.taps("animator", "tending/page:7")


@pytest.mark.parametrize(("role", "network"), [("animator", "apes"), ("agent", "apes")])
def test_who_looks_after_no_community_is_not_offered_to(hall: Hall, role: str, network: str) -> None:
    """Neither by a button nor by a word of « mes rôles » and « aide »; what they type all the same is answered."""
    hall.role("u1", role, network)
    for said in (hall.says("u1", "mes rôles"), hall.says("u1", "aide")):
        assert ("à vérifier" in said, "membres" in said, "signalements" in said) == (False, False, False)
    hall.says("u1", "mes rôles")
    todo = "Voir ce qui est à traiter"
    assert (
        hall.offered("u1")
        == {
            "animator": [todo, "Relire ma fiche", "Créer ou changer mes rencontres", "Écrire à beaucoup"],
            "agent": [todo, "Noter un rendez-vous", "Voir le bilan", "Saisir un chiffre de l’année"],
        }[role]
    )
    for text in ("à vérifier", "membres"):
        assert "aucune communauté" in hall.says("u1", text)
        assert hall.offered("u1") == []


def test_an_agent_without_a_list_is_not_offered_to_add_to_it(hall: Hall) -> None:
    hall.role("u1", "agent", HERE)
    said = hall.says("u1", "mes rôles")
    assert ("à vérifier" in said, "nouveau lauréat" in said, "Ajouter un lauréat" in hall.offered("u1")) == (
        True,
        False,
        False,
    )
