"""One question after the other: again, back, skipped, several answers, taken back."""

from __future__ import annotations

import pytest

from tests.conversation import Talk, guide
from tests.transcript import Heard
from tests.walking import by_buttons, question

NEEDS = "besoins"


def at_needs() -> Talk:
    """A person asked for their needs."""
    talk = Talk(guide("lille"))
    for said in ("bonjour", "plus de 5 ans", "lille", "association", "oui"):
        talk.say(said)
    return talk


def labels(heard: list[Heard]) -> list[str]:
    """The labels of the last message."""
    return [choice.label for choice in heard[-1].choices]


def test_every_question_can_be_skipped_left_and_explained() -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    for place in range(7):
        asked = question(talk)
        if asked is None:
            return
        shown = [choice.id.rpartition(":")[2] for choice in talk.people["u1"].choices]
        assert place == 0 or "back" in shown
        assert "skip" in shown or "nsp" in shown
        assert asked.why in talk.say("pourquoi")[0].text
        by_buttons(talk, asked.fact, asked.answers[0].value if asked.answers else "lille")


def test_each_question_says_its_number() -> None:
    talk = Talk(guide("lille"))
    heard = talk.say("bonjour")
    for number in range(1, 7):
        asked = question(talk)
        assert asked is not None
        assert f"Question {number}." in heard[-1].text
        heard = by_buttons(talk, asked.fact, asked.answers[0].value if asked.answers else "lille")


def test_choosing_a_chosen_need_takes_it_back() -> None:
    talk = at_needs()
    talk.tap(f"orientation/{NEEDS}:local")
    talk.tap(f"orientation/{NEEDS}:local")
    assert NEEDS not in talk.answers()
    assert question(talk) is not None


def test_the_last_allowed_need_ends_the_question() -> None:
    talk = at_needs()
    talk.tap(f"orientation/{NEEDS}:local")
    assert question(talk) is not None
    talk.tap(f"orientation/{NEEDS}:pret")
    assert question(talk) is None
    assert talk.answers()[NEEDS] == "pret local"


def test_done_with_nothing_chosen_is_a_skip_and_a_late_done_changes_nothing() -> None:
    talk = at_needs()
    talk.tap(f"orientation/{NEEDS}:done")
    assert talk.answers()[NEEDS] == ""
    before = talk.conversation()
    assert talk.tap(f"orientation/{NEEDS}:done")
    assert talk.answers() == before.answers


def test_a_third_need_is_refused_until_one_is_taken_back() -> None:
    talk = at_needs()
    talk.say("un local et un prêt")
    talk.tap(f"orientation/modify:{NEEDS}")
    talk.tap(f"orientation/{NEEDS}:tester")
    assert talk.answers()[NEEDS] == "pret local"
    talk.tap(f"orientation/{NEEDS}:pret")
    talk.tap(f"orientation/{NEEDS}:tester")
    assert talk.answers()[NEEDS] == "local tester"


def test_two_needs_in_one_message_replace_those_chosen_before() -> None:
    talk = at_needs()
    talk.say("un local")
    talk.say("une subvention et un prêt")
    assert talk.answers()[NEEDS] == "subvention pret"


def test_the_choices_after_a_need_show_what_is_chosen() -> None:
    talk = at_needs()
    shown = labels(talk.say("un local"))
    assert "Un local (choisi)" in shown
    assert "C'est tout" in shown
    assert "Je ne sais pas" not in shown


@pytest.mark.parametrize("fact", ["etape", "commune", "forme", "salaries"])
def test_going_back_to_a_question_and_giving_the_same_answer_changes_nothing(fact: str) -> None:
    talk = at_needs()
    before = dict(talk.answers())
    while (asked := question(talk)) is not None and asked.fact != fact:
        talk.say("retour")
    by_buttons(talk, fact, before[fact])
    assert dict(talk.answers()) == before
    assert talk.conversation().step == NEEDS


def test_the_same_commune_again_keeps_what_was_said_of_the_address() -> None:
    talk = Talk(guide("lille"))
    for said in ("bonjour", "idée", "lille", "oui", "modifier la commune", "Lille"):
        talk.say(said)
    assert dict(talk.answers()) == {"etape": "idee", "commune": "lille", "qpv": "oui"}


def test_an_answer_that_no_longer_applies_is_dropped_and_comes_back_as_a_question() -> None:
    talk = at_needs()
    talk.tap("orientation/modify:etape")
    talk.say("j'ai une idée")
    assert talk.conversation().step == "qpv"
    while (asked := question(talk)) is not None:
        assert asked.fact not in ("forme", "salaries")
        by_buttons(talk, asked.fact, asked.answers[0].value)
    assert set(talk.answers()) == {"etape", "commune", "qpv", "but", "emplois", "besoins"}


def test_another_commune_asks_again_what_was_said_of_the_former_address() -> None:
    talk = Talk(guide("lille"))
    for said in ("bonjour", "idée", "lille", "oui", "utile", "modifier la commune", "roubaix"):
        talk.say(said)
    assert dict(talk.answers()) == {"etape": "idee", "commune": "roubaix", "but": "utile"}
    assert talk.conversation().step == "qpv"


def test_the_numbers_of_an_ambiguous_commune_are_those_shown_until_it_is_chosen() -> None:
    talk = Talk(guide("lille"))
    for said in ("bonjour", "idée"):
        talk.say(said)
    assert labels(talk.say("roubaix ou tourcoing"))[:2] == ["Roubaix", "Tourcoing"]
    talk.say("euh")
    talk.say("2")
    assert talk.answers()["commune"] == "tourcoing"
    assert "Roubaix" not in labels(talk.say("retour"))


def test_a_question_that_insists_is_asked_once_more_then_a_human_is_offered() -> None:
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    assert guide().wording.say("fr", "orientation-insist") in talk.say("passer")[0].text
    assert guide().wording.say("fr", "human-nobody") in talk.say("passer")[0].text
    assert question(talk) is not None
    assert talk.answers() == {}


def test_what_is_read_in_the_middle_is_a_notice_and_the_question_comes_last() -> None:
    talk = at_needs()
    heard = talk.say("lieux")
    assert heard[0].kind == "notice"
    assert heard[-1].kind == "reply"
