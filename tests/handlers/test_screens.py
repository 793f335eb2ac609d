"""What is shown stays one screen: menu, help and desk, even for who holds every role at once."""

from __future__ import annotations

import pytest

from handlers.dialogues.roles import DESK
from handlers.members import MEMBER, Membership
from handlers.roles import ADMIN, AGENT, ANIMATOR, Role
from tests.conversation import LONGEST_MESSAGE, START, Talk, guide
from tests.transcript import ME, Heard

MOST_BUTTONS, MOST_LINES, LONGEST_LINE = 12, 14, 110
LISTS = {"enlisting/again:new"}
"""Only where a community has a list of laureates."""


def everything(pack: str, language: str) -> Talk:
    """Someone who is a member and holds each role, in a language."""
    talk = Talk(guide(pack), hint=language)
    talk.say("menu")
    territory = guide(pack).pack
    here = territory.community.communities[0]
    talk.doors.held[ME] = (Role(ANIMATOR, here.network), Role(AGENT), Role(ADMIN))
    talk.members.held[ME] = (Membership(1, here.id, MEMBER, START, START),)
    return talk


@pytest.mark.parametrize(("pack", "language"), [("lille", "fr"), ("lille", "en"), ("lille", "ar"), ("exemple", "fr")])
@pytest.mark.parametrize("said", ["menu", "aide", "mes rôles", "communauté"])
def test_it_is_read_without_scrolling_far(pack: str, language: str, said: str) -> None:
    """Even for who has everything: at most 12 buttons, and few lines, none too long."""
    heard: list[Heard] = everything(pack, language).say(said)
    assert sum(len(each.choices) for each in heard) <= MOST_BUTTONS
    lines = [line for each in heard for line in each.text.splitlines()]
    assert sum(len(line) + 1 for line in lines) <= LONGEST_MESSAGE
    assert len(lines) <= MOST_LINES
    if said in ("menu", "aide", "mes rôles"):
        assert max(map(len, lines)) <= LONGEST_LINE


@pytest.mark.parametrize("pack", ["lille", "exemple"])
def test_the_buttons_that_have_no_room_are_one_tap_away(pack: str) -> None:
    """Each that any of the roles has, and the way back."""
    talk = everything(pack, "fr")
    first = {choice.id for each in talk.say("mes rôles") for choice in each.choices}
    then = {choice.id for each in talk.tap("roles/open:rest") for choice in each.choices}
    assert len(then) <= MOST_BUTTONS
    assert {id for role in (ANIMATOR, AGENT, ADMIN) for id, _ in DESK[role]} - first - then <= LISTS
    assert "roles/open:mine" in then


# What the last words before the menu tell to write


def astray(talk: Talk) -> str:
    """What is said to someone who is not understood for the second time."""
    talk.say("zzyzx")
    return talk.say("zzyzx")[0].text


def test_passing_is_told_only_where_a_question_can_be_passed() -> None:
    """« Écrivez passer » under a question that must be answered, or under the menu, would not be true."""
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    assert "« passer »" in astray(talk)
    for said in ("communauté", "rejoindre", "oui", "Terreau", "passer", "passer"):
        talk.say(said)
    assert "« passer »" in astray(talk)
    for said in ("passer", "passer", "passer"):
        talk.say(said)
    assert "Qui peut lire" in talk.say("zzyzx")[0].text
    assert "« passer »" not in talk.say("zzyzx")[0].text
    known = everything("lille", "fr")
    assert "« passer »" not in astray(known)


@pytest.mark.parametrize("said", ["?", "...", "\U0001f600"])
def test_a_sentence_without_a_word_is_not_kept(said: str) -> None:
    """« Je propose : ? » would be shown to all the members."""
    talk = Talk(guide("exemple"))
    for each in ("bonjour", "communauté", "rejoindre", "oui", "Terreau", "passer", "passer", "passer"):
        talk.say(each)
    assert "Que pouvez-vous proposer" in talk.say(said)[-1].text
    assert "Que cherchez-vous" in talk.say("recoudre ?")[-1].text


@pytest.mark.parametrize(("pack", "told"), [("lille", True), ("exemple", False)])
def test_another_language_is_told_only_where_there_is_one(pack: str, told: bool) -> None:
    assert ("English?" in Talk(guide(pack)).say("aide")[-1].text) == told
