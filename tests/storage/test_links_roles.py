"""Two messengers, one person with a role: nothing is linked without the yes of whoever holds one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.links import LINK_LIVES
from storage.database import Database
from storage.tables import audit
from tests.linking import MX, TG, Place

SECOND = timedelta(seconds=1)
YES, NO = "linking/confirm:oui", "linking/confirm:non"


@pytest.fixture
def place(database: Database) -> Place:
    """Each kind of database."""
    return Place(database)


def begun(place: Place, channel: str = TG, *texts: str) -> None:
    """An orientation in course, at its second question."""
    for text in ("bonjour", "1", *texts):
        place.says(channel, text)


def test_a_role_of_who_gave_the_code_asks_them_for_a_yes(place: Place) -> None:
    """Until then nothing is shared: a code read over a shoulder gives nothing."""
    place.says(TG, place.invite())
    rows = place.says(MX, place.code())
    asked = next(row for row in rows if row.address.channel == TG)
    assert [choice.id for choice in asked.reply.choices] == [YES, NO]
    assert (asked.kind, place.count("people")) == ("notice", [2])
    assert not place.held(MX)
    assert "reprendre" in "".join(r.reply.text for r in place.says(TG, choice=YES) if r.address.channel == MX)
    assert place.held(MX)
    assert place.held(TG)
    assert place.count("people") == [1]


def test_a_role_of_who_types_the_code_asks_both_for_a_yes(place: Place) -> None:
    """A code sent by someone who wants the role gives nothing when it is typed without thinking."""
    place.says(MX, place.invite())
    (asked,) = place.says(MX, place.code())
    assert [choice.id for choice in asked.reply.choices] == ["linking/agree:oui", "linking/agree:non"]
    assert place.says(TG, choice=YES)[0].reply.text == "Ce bouton n'est plus valable."
    rows = place.says(MX, choice="linking/agree:oui")
    assert [row.address.channel for row in rows] == [MX, TG]
    assert not place.held(TG)
    place.says(TG, choice=YES)
    assert place.held(TG)
    with place.database.read() as connection:
        actions = connection.execute(select(audit.c.action).order_by(audit.c.id)).scalars().all()
    assert actions == ["invite-admin", "redeem", "link"]


@pytest.mark.parametrize("where", [TG, MX])
def test_a_no_links_nothing_and_the_code_is_worth_nothing(place: Place, where: str) -> None:
    """Whoever says it; both are told."""
    place.says(MX, place.invite())
    code = place.code()
    place.says(MX, code)
    if where == MX:
        assert "je ne relie rien" in place.hears(MX, choice="linking/agree:non")
    else:
        place.says(MX, choice="linking/agree:oui")
        rows = place.says(TG, choice=NO)
        assert {row.address.channel for row in rows} == {TG, MX}
    assert place.count("people", "links") == [2, 0]
    assert "pas valable" in place.hears(MX, code)


@pytest.mark.parametrize(("typed", "links"), [("A", True), ("B", False), ("oui, c'est moi", True), ("oui", True)])
def test_the_yes_can_be_typed(place: Place, typed: str, links: bool) -> None:
    """By letter, by label, or in a word when nothing else is asked: Matrix and the terminal have no button."""
    place.says(TG, place.invite())
    place.says(MX, place.code())
    place.says(TG, typed)
    assert place.count("people") == [1 if links else 2]


def test_a_yes_comes_within_ten_minutes(place: Place) -> None:
    """Then it is too late, tapped or typed."""
    place.says(TG, place.invite())
    code = place.code()
    place.now += LINK_LIVES - SECOND
    place.says(MX, code)
    place.now += LINK_LIVES
    place.says(TG, choice=YES)
    place.says(TG, "A")
    assert place.count("people") == [2]


def test_a_code_already_typed_is_refused_to_anyone_else(place: Place) -> None:
    """While a yes is awaited, nobody can take its place."""
    place.says(TG, place.invite())
    code = place.code()
    place.says(MX, code)
    assert "ne sert plus" in place.hears(MX, code, "u2")
    place.says(TG, choice=YES)
    assert (place.held(MX), place.held(MX, "u2")) == (True, False)


def test_a_role_that_both_held_is_held_once(place: Place) -> None:
    """And no line of the journal says that it was gained."""
    place.says(TG, place.invite())
    place.says(MX, place.invite())
    place.says(MX, place.code())
    place.says(MX, choice="linking/agree:oui")
    place.says(TG, choice=YES)
    assert place.count("people", "roles") == [1, 1]
    assert place.held(MX)


@pytest.mark.parametrize("where", [TG, MX])
def test_forged_buttons_link_nothing(place: Place, where: str) -> None:
    """Nobody was asked."""
    begun(place)
    for step in ("confirm", "agree"):
        assert "n'est plus valable" in place.hears(where, choice=f"linking/{step}:oui")
    assert place.count("links") == [0]
