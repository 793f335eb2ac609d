"""Every way of answering leads to the same doors: buttons, numbers, words, detours."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.dialogues.questionnaire import RESULT
from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.walking import Answer, by_buttons, by_numbers, by_words, doors, question, sample, walk

WAYS = (by_buttons, by_numbers, by_words)
DETOURS = (
    "back",
    "wrong",
    "skip",
    "modify",
    "mot SCIC",
    "menu",
    "aide",
    "pourquoi",
    "garder",
    "arrêter",
    "blabla",
    "4p",
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_digits_words_and_buttons_lead_to_the_doors_of_the_table(name: str, way: Answer) -> None:
    for answers in sample(name):
        talk = Talk(guide(name))
        heard = walk(talk, answers, way)
        assert dict(talk.answers()) == answers
        expected = guide(name).table.decide(answers).recommendations
        assert doors(heard) == tuple(door.scheme for door in expected)


@pytest.mark.parametrize("name", NAMES)
def test_skipping_everything_ends_too(name: str) -> None:
    talk = Talk(guide(name))
    first = guide(name).pack.orientation.questions[0]
    for answer in first.answers:
        talk = Talk(guide(name))
        assert doors(walk(talk, {first.fact: answer.value}))


@pytest.mark.row("D9")
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_mix_of_answers_returns_corrections_and_skips_ends_as_the_direct_answers_do(
    name: str, data: st.DataObject
) -> None:
    """S1: whatever the detours, the same answers and the same doors."""
    target = data.draw(st.sampled_from(sample(name)))
    detours = data.draw(st.lists(st.sampled_from(DETOURS), max_size=12))
    talk = Talk(guide(name))
    talk.say("bonjour")
    for detour in detours:
        forward(talk, target)
        wander(talk, detour, data)
    for _ in range(80):
        if talk.conversation().step == RESULT and dict(talk.answers()) == target:
            break
        forward(talk, target)
    assert dict(talk.answers()) == target
    assert doors(talk.say("mes portes")) == tuple(d.scheme for d in guide(name).table.decide(target).recommendations)


def forward(talk: Talk, target: dict[str, str]) -> None:
    """One step towards the target: answer, correct, or take up again."""
    asked = question(talk)
    if asked is not None:
        by_buttons(talk, asked.fact, target.get(asked.fact, asked.answers[0].value if asked.answers else ""))
        return
    different = [fact for fact, value in talk.answers().items() if target.get(fact) != value]
    if talk.conversation().step == RESULT and different:
        talk.tap(f"orientation/modify:{different[0]}")
    elif talk.conversation().dialogue == "pages":
        talk.say("arrêter")
    elif talk.conversation().step != RESULT:
        talk.say("reprendre")


def wander(talk: Talk, detour: str, data: st.DataObject) -> None:
    """Something else than the next answer."""
    asked = question(talk)
    if detour == "back":
        talk.say("retour")
    elif detour == "skip":
        talk.say("passer")
    elif detour == "modify" and talk.answers():
        talk.tap(f"orientation/modify:{data.draw(st.sampled_from(sorted(talk.answers())))}")
    elif detour == "wrong" and asked is not None and asked.answers:
        by_buttons(talk, asked.fact, data.draw(st.sampled_from(asked.answers)).value)
    elif detour not in ("modify", "wrong"):
        talk.say(detour)
