"""Figures of the year entered by hand: which numbers are read, who may enter them, and what no longer holds."""

from __future__ import annotations

import pytest

from handlers.effects_yearly import EnterFigure
from handlers.roles import ADMIN, AGENT, ANIMATOR, Role
from handlers.yearly import by_hand, number_in, written
from tests.conversation import Talk
from tests.handlers.packs import NAMES, guide


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45", "45"),
        (" 12 500 ", "12500"),
        ("12 500,50 €", "12500.5"),
        ("12\u202f500\u00a0€", "12500"),
        ("331.440", "331440"),
        ("7317.05 euros", "7317.05"),
        ("1 234 567,8", "1234567.8"),
        ("0", "0"),
        ("007", "7"),
        ("2,00", "2"),
        ("12,345", None),
        ("1 23", None),
        ("-3", None),
        ("=1+1", None),
        ("environ 40", None),
        ("45 %", None),
        ("4\u06635", None),
        ("9" * 13, None),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_write_it_and_nothing_else_is_one(text: str, number: str | None) -> None:
    """Blanks and points group by three, a comma or a point makes cents; what is doubtful is asked again."""
    assert number_in(text) == number
    if number is not None:
        assert number_in(number) == number
        assert number_in(written(number)) == number


def test_numbers_are_written_as_they_are_read_here() -> None:
    """Grouped by three, cents by two."""
    assert [written(each) for each in ("45", "12500.5", "1234567.05")] == [
        "45",
        "12\u202f500,50",
        "1\u202f234\u202f567,05",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_pack_says_what_is_entered_by_hand_and_what_it_means(name: str) -> None:
    """Under names that are all different."""
    figures = by_hand(guide(name))
    assert figures
    assert len({each.id for each in figures}) == len({each.label for each in figures}) == len(figures)


def typing(*said: str, role: str = AGENT) -> Talk:
    """An agent in the middle of the form."""
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    talk.doors.held["u1"] = (Role(role),) if role else ()
    for each in said:
        talk.say(each)
    return talk


@pytest.mark.parametrize(("role", "opens"), [(AGENT, True), (ADMIN, True), (ANIMATOR, False), ("", False)])
def test_only_agents_and_administrators_enter_figures(role: str, opens: bool) -> None:
    """For the others the word and the button do not exist."""
    talk = typing(role=role)
    assert ("De quelle année" in talk.say("bilan annuel")[0].text) == opens
    assert ("De quelle année" in typing(role=role).tap("yearly/open:new")[0].text) == opens


def test_a_number_that_is_also_that_of_a_button_is_the_number() -> None:
    """« 1 » is one project, not « Retour »."""
    talk = typing("bilan annuel", "2025", "Projets aidés")
    assert "Nombre : 1" in talk.say("1")[0].text


@pytest.mark.parametrize("button", ["yearly/year:1999", "yearly/year:2999", "yearly/figure:nulle_part"])
def test_a_year_or_a_figure_that_nobody_offered_is_not_taken(button: str) -> None:
    """Neither old nor to come, whatever the button says."""
    talk = typing("bilan annuel", *(("2025",) if "figure" in button else ()))
    said = talk.tap(button)[0].text
    assert "valable" in said or "Choisissez" in said or "De quelle année" in said or "Quel chiffre" in said
    draft = talk.conversation().memo["draft-yearly"]
    assert button.rpartition(":")[2] not in draft


def test_who_lost_the_role_in_the_middle_enters_nothing() -> None:
    """The draft is lost, and said to be."""
    talk = typing("bilan annuel", "2025", "Projets aidés", "12")
    talk.doors.held["u1"] = ()
    heard = talk.say("envoyer")
    assert "draft-yearly" not in talk.conversation().memo
    assert not any("C’est noté" in each.text for each in heard)


def test_the_turn_says_the_role_and_never_the_person() -> None:
    """What is kept is a year, a figure, a number, a role and its network."""
    assert set(EnterFigure.__slots__) == {"year", "figure", "value", "role", "network"}
