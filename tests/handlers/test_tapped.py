"""What is typed means the button that is seen: by its label, the beginning of it, its letter."""

from __future__ import annotations

import json

import pytest

from handlers.members import ASKED, MEMBER, Membership, Profile
from handlers.roles import ADMIN, AGENT, ANIMATOR, Role
from tests.conversation import START, Talk, guide
from tests.transcript import ME

BESIDE = "Rejoindre : La communauté métropolitaine"


def known(*roles: Role, state: str = "") -> Talk:
    """Someone after the welcome who holds these roles, or is a member, and was asked nothing."""
    talk = Talk(guide("lille"))
    talk.say("menu")
    talk.doors.held[ME] = roles
    if state:
        talk.members.held[ME] = (Membership(1, "metropole", state, START, START),)
        talk.members.cards[ME] = Profile({"name": "Terreau"}, visibility="members")
    return talk


def showing(talk: Talk, memo: str, button: str, label: str) -> None:
    """As if this button had been shown last, by number or by letter."""
    kept = json.loads(talk.people[ME].conversation)
    kept["memo"][memo] = json.dumps([[button, label]])
    talk.people[ME].conversation = json.dumps(kept)


@pytest.mark.parametrize("said", ["corriger une phrase", "Corriger une phrase.", "corriger", "modifier"])
def test_a_label_that_begins_as_a_command_does_is_the_button(said: str) -> None:
    """« Corriger une phrase » under a card is no « corriger » of the questions."""
    talk = known(Role(ANIMATOR, "bge"))
    talk.tap("desk/card:s.cites_lab")
    assert "Quelle phrase" in talk.say(said)[0].text


@pytest.mark.parametrize("said", ["changer une réponse", "modifier", "corriger"])
def test_what_is_changed_is_the_card_that_is_shown(said: str) -> None:
    talk = known(state=MEMBER)
    talk.say("ma fiche membre")
    assert "Que voulez-vous changer" in talk.say(said)[0].text


def test_a_stop_is_a_stop_whatever_is_shown() -> None:
    """No label ever takes its place."""
    talk = known(state=MEMBER)
    showing(talk, "offered", "community/card:show", "Stop")
    assert "Je ne vous écrirai plus" in talk.say("stop")[0].text


def test_a_label_beside_the_question_wins_over_a_command_right_after_it() -> None:
    """« Compléter ma fiche » is a word that shows the card, and a button of it."""
    talk = known(state=MEMBER)
    talk.say("commencer")
    talk.say("ma fiche membre")
    assert "Tout est facultatif" in talk.say("compléter ma fiche")[0].text
    talk.say("ma fiche membre")
    talk.say("zzyzx")
    assert "Votre fiche" in talk.say("compléter ma fiche")[0].text


@pytest.mark.parametrize("said", ["rejoindre", "Rejoindre :", BESIDE])
def test_the_first_word_of_a_button_beside_the_question_is_enough(said: str) -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    talk.say("communauté")
    assert "Êtes-vous d'accord" in talk.say(said)[-1].text


@pytest.mark.parametrize(
    ("said", "label", "touched"),
    [
        ("entrer", "Entrer ici", True),
        ("bien sûr", "Bien sûr, garder ma fiche", False),
        ("d'accord", "D'accord pour tout", False),
        ("pas du tout", "Pas du tout ou rien", False),
        ("ici", "Ici même", False),
        ("entr", "Entrer ici", False),
    ],
)
def test_neither_a_bare_yes_nor_a_part_of_a_word_touches_a_button_beside_the_question(
    said: str, label: str, touched: bool
) -> None:
    """« Oui, 30 jours » is agreed to by its letter or by its whole label."""
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    talk.say("communauté")
    showing(talk, "lettered", "community/join:metropole", label)
    talk.say(said)
    assert (talk.conversation().dialogue == "community") == touched


# What people are known for


@pytest.mark.parametrize("said", ["ma fiche", "/ma_fiche", "voir ma fiche", "my card"])
@pytest.mark.parametrize("state", [ASKED, MEMBER])
def test_a_member_who_animates_nothing_reads_their_own_card(said: str, state: str) -> None:
    assert "Terreau" in known(state=state).say(said)[0].text


def test_an_animator_who_is_a_member_reads_that_of_the_network() -> None:
    assert "Terreau" not in known(Role(ANIMATOR, "bge"), state=MEMBER).say("ma fiche")[0].text


PEOPLE = [
    ((Role(ANIMATOR, "mel"),), ""),
    ((Role(AGENT),), ""),
    ((Role(ADMIN),), ""),
    ((), ASKED),
    ((), MEMBER),
]


@pytest.mark.parametrize("said", ["bonjour", "slt", "zzyzx", "", "\U0001f600", "retour", "modifier"])
@pytest.mark.parametrize(("roles", "state"), PEOPLE)
def test_who_is_known_and_said_nothing_else_is_asked_what_they_come_for(
    said: str, roles: tuple[Role, ...], state: str
) -> None:
    """The questions would be asked of an animator each morning, and of a member each month."""
    talk = known(*roles, state=state)
    assert "Que voulez-vous faire" in talk.say(said)[-1].text
    assert not talk.conversation().step


@pytest.mark.parametrize(("roles", "state"), PEOPLE)
@pytest.mark.parametrize(("said", "heard"), [("commencer", "Question 1."), ("une idée", "Question 2.")])
def test_who_is_known_may_still_begin_or_answer_at_once(
    said: str, heard: str, roles: tuple[Role, ...], state: str
) -> None:
    assert heard in known(*roles, state=state).say(said)[-1].text


@pytest.mark.parametrize("said", ["bonjour", "retour", "modifier"])
def test_who_is_known_and_began_is_asked_the_question_again(said: str) -> None:
    """A menu there would have buttons without numbers."""
    talk = known(Role(AGENT))
    talk.say("commencer")
    assert "Question 1." in talk.say(said)[-1].text


def test_someone_unknown_who_greets_is_asked_the_first_question() -> None:
    assert "Question 1." in known().say("bonjour")[-1].text
