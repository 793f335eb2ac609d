"""A pack changed under a conversation in course: what is still valid is kept, what is gone is asked again,
and nobody is left silent (A9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from handlers.dialogues.questionnaire import RESULT
from handlers.guide import Guide
from tests.conversation import Talk, guide
from tests.handlers.changed import without, without_commune
from tests.walking import by_buttons, doors, question


@dataclass(frozen=True)
class Case:
    """Someone said `before`; the pack became `after`; `kept` is left of their answers when they say `then`."""

    before: tuple[str, ...]
    after: Callable[[], Guide]
    then: str
    kept: dict[str, str]


IDEA = ("bonjour", "j'ai une idée", "lille", "oui", "utile", "le mien")
ASSOCIATION = ("bonjour", "plus de 5 ans", "lille", "association", "oui")
IDEA_KEPT = {"etape": "idee", "commune": "lille", "qpv": "oui", "but": "utile", "emplois": "1"}

GONE_QUESTION = {
    "in course": Case(IDEA[:-1], lambda: without("lille", "emplois"), "3", {**IDEA_KEPT, "emplois": ""}),
    "just answered": Case(IDEA, lambda: without("lille", "emplois"), "un local", {**IDEA_KEPT, "emplois": ""}),
    "paused": Case(
        (*IDEA[:-1], "arrêter"), lambda: without("lille", "emplois"), "reprendre", {**IDEA_KEPT, "emplois": ""}
    ),
    "at the result": Case(
        (*IDEA, "un local et un prêt"), lambda: without("lille", "but"), "pourquoi", {**IDEA_KEPT, "but": ""}
    ),
    "during a page": Case(
        (*IDEA[:-1], "4p"), lambda: without("lille", "emplois"), "arrêter", {**IDEA_KEPT, "emplois": ""}
    ),
    "its own button": Case(
        IDEA[:-1], lambda: without("lille", "emplois"), "+orientation/emplois:2_4", {**IDEA_KEPT, "emplois": ""}
    ),
}
GONE_VALUE = {
    "its question just answered": Case(IDEA[:2], lambda: without("lille", "etape", "idee"), "lille", {}),
    "one of two needs": Case(
        (*IDEA, "un local et un prêt"),
        lambda: without("lille", "besoins", "local"),
        "mes portes",
        {**IDEA_KEPT, "besoins": "pret"},
    ),
    "the only need": Case(
        (*ASSOCIATION, "un local", "fini"),
        lambda: without("lille", "besoins", "local"),
        "bonjour",
        {"forme": "association"},
    ),
    "in course, by its number": Case(IDEA, lambda: without("lille", "besoins", "pret"), "4", IDEA_KEPT),
    "in course, by its button": Case(
        IDEA, lambda: without("lille", "besoins", "pret"), "+orientation/besoins:pret", IDEA_KEPT
    ),
    "a commune": Case(
        ("bonjour", "j'ai une idée", "seclin"), lambda: without_commune("lille", "Seclin"), "oui", {"etape": "idee"}
    ),
}


@pytest.mark.row("I18")
@pytest.mark.parametrize("case", [*GONE_QUESTION.values(), *GONE_VALUE.values()], ids=[*GONE_QUESTION, *GONE_VALUE])
def test_a_conversation_goes_on_to_its_result_under_the_changed_pack(case: Case) -> None:
    talk = Talk(guide("lille"))
    for said in case.before:
        talk.say(said)
    talk.guide = case.after()
    assert talk.guide.pack.revision != guide("lille").pack.revision
    heard = talk.tap(case.then[1:]) if case.then.startswith("+") else talk.say(case.then)
    assert heard
    known = talk.guide.pack.question_by_fact
    assert set(talk.answers()) <= set(known)
    for fact, value in case.kept.items():
        assert talk.answers().get(fact, "") == (value if fact in known else "")
    for _ in range(12):
        finish(talk)
    assert talk.conversation().step == RESULT
    assert doors(talk.say("mes portes"))


def finish(talk: Talk) -> None:
    """Answer the question in course, or go back to it."""
    asked = question(talk)
    if asked is None:
        talk.say("reprendre" if talk.conversation().step != RESULT else "mes portes")
    else:
        by_buttons(talk, asked.fact, asked.answers[0].value if asked.answers else "lille")


@pytest.mark.row("I18")
def test_a_number_of_a_list_that_another_pack_showed_answers_nothing() -> None:
    """« 4 » was « Un local »; without the loan it would be « Rencontrer »."""
    talk = Talk(guide("lille"))
    for said in IDEA:
        talk.say(said)
    talk.guide = without("lille", "besoins", "pret")
    heard = talk.say("4")
    assert "besoins" not in talk.answers()
    assert talk.guide.wording.say("fr", "orientation-changed") in heard[0].text
    talk.say("4")
    assert talk.answers()["besoins"] == "reseau"


def test_a_label_is_understood_right_after_the_change() -> None:
    talk = Talk(guide("lille"))
    for said in IDEA:
        talk.say(said)
    talk.guide = without("lille", "besoins", "pret")
    talk.say("un local")
    assert talk.answers()["besoins"] == "local"


def test_stop_and_help_are_heard_even_if_the_question_is_gone() -> None:
    for said, name in {"aide": "help", "menu": "menu"}.items():
        talk = Talk(guide("lille"))
        for each in IDEA[:-1]:
            talk.say(each)
        talk.guide = without("lille", "emplois")
        assert talk.say(said)[0].text.startswith(talk.guide.wording.say("fr", name))


def test_the_same_pack_read_again_changes_nothing() -> None:
    talk = Talk(guide("lille"))
    for said in IDEA:
        talk.say(said)
    before = talk.conversation()
    talk.guide = Guide(guide("lille").pack)
    talk.say("4")
    assert talk.answers() == {**before.answers, "besoins": "local"}
