"""Joining, changing and leaving, by the engine alone: what is asked, what is kept, and what an old button does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import drafts
from handlers.effects import Agree, TellPerson
from handlers.effects_members import Join, KeepProfile, Leave
from handlers.members import ASKED, MEMBER, MUTED, PUBLIC, Membership
from handlers.roles import ANIMATOR, Given, Role
from tests.conversation import START, Talk, guide, loaded
from tests.joining import JOIN, YES, asked, effects, reviewed
from tests.transcript import ME, Message


def test_nothing_is_kept_before_it_is_sent() -> None:
    talk = reviewed()
    assert talk.people[ME].consents == {}
    assert not talk.members.held
    talk.say("envoyer")
    assert talk.people[ME].consents == {"community": "yes"}
    assert [each.state for each in talk.members.held[ME]] == [ASKED]
    assert talk.members.cards[ME].said == {"name": "Aiguille"}


def test_what_is_sent_is_the_yes_the_card_and_the_membership_together() -> None:
    caused = effects(reviewed(), Message(ME, "envoyer"))
    kinds = [type(each) for each in caused if isinstance(each, Agree | KeepProfile | Join)]
    assert kinds == [Agree, KeepProfile, Join]
    agreed = next(each for each in caused if isinstance(each, Agree))
    assert agreed.wording.startswith("consent-community/fr/")


def test_a_community_that_anyone_may_enter_makes_a_member_at_once() -> None:
    talk = reviewed("exemple")
    talk.say("envoyer")
    assert [each.state for each in talk.members.held[ME]] == [MEMBER]


def test_the_community_of_a_code_cannot_be_joined_by_a_button() -> None:
    talk = Talk(guide("lille"))
    talk.say("communauté")
    talk.tap("community/join:laureats")
    talk.tap("community/consent.laureats:oui")
    assert drafts.begun(talk.conversation()) == ()
    assert not talk.members.held


@pytest.mark.parametrize("button", ["community/review:send", "community/name:x", "community/review:name", YES])
def test_a_button_of_a_form_that_is_not_open_does_nothing(button: str) -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    assert "valable" in talk.tap(button)[0].text
    assert not talk.members.cards


def test_a_form_cannot_be_filled_before_the_yes() -> None:
    talk = Talk(guide("lille"))
    talk.say("communauté")
    talk.tap(JOIN)
    for button in ("community/review:send", "community/visibility:members", "community/domains:autre"):
        talk.tap(button)
    for said in ("passer", "reprendre", "recommencer", "Aiguille"):
        talk.say(said)
    assert "Êtes-vous d'accord" in talk.say("passer")[-1].text
    talk.say("communauté")
    assert "Êtes-vous d'accord" in talk.say("reprendre")[-1].text
    assert talk.answers() == {}


def test_the_numbers_of_the_list_are_not_those_of_the_question_left() -> None:
    talk = asked()
    talk.say("Aiguille")
    assert talk.say("communauté")[-1].choices[0].label == "Continuer ma fiche"
    assert "Question 2 sur 7" in talk.say("1")[-1].text


def test_an_old_send_button_sends_nothing_twice() -> None:
    talk = reviewed()
    talk.say("envoyer")
    talk.say("quitter la communauté")
    talk.say("oui")
    assert "valable" in talk.tap("community/review:send")[0].text
    assert not talk.members.held.get(ME)


def test_the_answers_of_a_form_are_no_facts_of_the_orientation() -> None:
    talk = reviewed()
    assert talk.answers() == {}
    kept = loaded(talk.people[ME].conversation).memo
    assert all(isinstance(each, str) for each in kept.values())
    assert json.loads(kept["draft-community"])["answers"]["name"] == "Aiguille"
    talk.say("annuler")
    assert "draft-community" not in talk.conversation().memo


def test_a_draft_is_forgotten_after_a_day_also_by_someone_who_keeps_writing() -> None:
    talk = asked()
    talk.say("Aiguille")
    talk.say("arrêter")
    for _ in range(3):
        talk.now += timedelta(hours=9)
        talk.say("menu")
    assert drafts.begun(talk.conversation()) == ()
    assert "Aiguille" not in talk.people[ME].conversation


def test_a_question_left_for_a_day_is_no_longer_asked() -> None:
    talk = asked()
    talk.people[ME].consents["keep"] = "yes"
    talk.now = START + timedelta(hours=25)
    talk.say("Aiguille")
    assert "Aiguille" not in talk.people[ME].conversation


def test_a_muted_member_is_told() -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    talk.members.held[ME] = (Membership(1, "metropole", MUTED, START, START),)
    assert "en pause" in talk.say("communauté")[0].text


def test_a_member_who_stopped_all_messages_is_told_and_may_hear_again() -> None:
    talk = reviewed("exemple")
    talk.say("envoyer")
    talk.say("stop")
    heard = talk.say("communauté")[0]
    assert "arrêté mes messages" in heard.text
    talk.tap("Recevoir à nouveau")
    assert talk.people[ME].consents["community"] == "yes"
    assert "arrêté" not in talk.say("communauté")[0].text


def test_with_two_communities_leaving_one_keeps_the_card() -> None:
    talk = reviewed()
    talk.say("envoyer")
    talk.members.held[ME] += (Membership(9, "laureats", MEMBER, START, START),)
    talk.say("quitter la communauté")
    talk.tap("community/leave:metropole")
    caused = effects(talk, Message(ME, "oui"))
    assert [each for each in caused if isinstance(each, Leave)] == [Leave("metropole")]
    assert talk.members.cards[ME].said["name"] == "Aiguille"
    assert talk.people[ME].consents["community"] == "yes"


class Network:
    """Someone animates the network, and nobody waits."""

    def holders(self, role: str, network: str = "") -> tuple[Given, ...]:
        held = Role(ANIMATOR, "mel")
        return (Given(1, 7, held, START, "fr", own=False),) if role == ANIMATOR else ()


def test_who_looks_after_the_community_is_told_of_a_request_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.roles import RolesOf

    monkeypatch.setattr(RolesOf, "holders", Network.holders, raising=False)
    talk = reviewed()
    told = [each for each in effects(talk, Message(ME, "envoyer")) if isinstance(each, TellPerson)]
    assert [each.person for each in told] == [7]
    assert "Aiguille" not in told[0].reply.text


def test_the_page_that_everybody_reads_is_not_offered_before_there_is_one() -> None:
    talk = reviewed()
    talk.tap("community/review:visibility")
    for way in (talk.tap("community/visibility:public"), talk.say("tout le monde"), talk.say("public")):
        offered = [choice.id.rpartition(":")[2] for choice in way[-1].choices]
        assert offered == ["members", "hidden", "back"]
    talk.say("les membres")
    talk.say("envoyer")
    assert talk.members.cards[ME].visibility == "members"


def test_who_chose_it_before_keeps_it() -> None:
    """Another field is changed; the choice is read as it was made, until another one is."""
    talk = reviewed()
    talk.say("envoyer")
    talk.members.cards[ME] = replace(talk.members.cards[ME], visibility=PUBLIC)
    talk.tap("community/edit:line")
    talk.say("Je répare des vélos.")
    assert talk.members.cards[ME].visibility == PUBLIC
    assert "Vous aviez répondu : Tout le monde" in talk.tap("community/edit:visibility")[0].text
