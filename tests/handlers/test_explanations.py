"""« Pourquoi ? » and « Pourquoi pas ? » as people read them: true, sourced, and about their own answers (A6)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers import explain
from tests.conversation import Talk, guide
from tests.handlers.packs import NAMES
from tests.walking import label, sample, walk

LATE = datetime(2027, 6, 15, 9, tzinfo=UTC)


@pytest.mark.parametrize("name", NAMES)
def test_why_quotes_the_deciding_answers_the_source_and_the_change_of_the_table(name: str) -> None:
    table = guide(name).table
    for answers in sample(name)[:40]:
        talk = Talk(guide(name))
        walk(talk, answers)
        for door in table.decide(answers).recommendations:
            found = explain.why(table, answers, door.scheme)
            assert found is not None
            said = talk.tap(f"orientation/why:{door.scheme}")[0].text
            for fact, value in found.deciding:
                assert all(label(talk, fact, one) in said for one in value.split())
            assert "Source" in said
            assert door.reason in said
            if found.flip is not None:
                quoted = ", ".join(label(talk, found.flip.fact, one) for one in found.flip.value.split())
                assert f"« {quoted} »" in said


@pytest.mark.parametrize("name", NAMES)
def test_the_change_quoted_gives_what_is_said_when_the_person_makes_it(name: str) -> None:
    table, seen = guide(name).table, 0
    for answers in sample(name)[:60]:
        for door in table.decide(answers).recommendations[:2]:
            found = explain.why(table, answers, door.scheme)
            if found is None or found.flip is None:
                continue
            talk = Talk(guide(name))
            walk(talk, {**answers, found.flip.fact: found.flip.value})
            rule = {one.scheme: one.rule for one in table.decide(talk.answers()).recommendations}.get(door.scheme)
            complete = table.next_question({**answers, found.flip.fact: found.flip.value}) is None
            if complete:
                seen += 1
                assert rule == found.flip.rule != door.rule
    assert seen


@pytest.mark.parametrize("name", NAMES)
def test_every_scheme_has_an_answer_to_why_not_by_its_name(name: str) -> None:
    answers = sample(name)[0]
    shown = {one.scheme for one in guide(name).table.decide(answers).recommendations}
    for scheme in guide(name).pack.schemes:
        talk = Talk(guide(name))
        walk(talk, answers)
        said = talk.say(f"pourquoi pas {scheme.name} ?")[0].text
        wanted = "why-because" if scheme.id in shown else "why-not-listed"
        assert said.startswith(guide(name).wording.say("fr", wanted, name=scheme.name)), scheme.id
        assert "Source" in said


def test_the_name_of_a_form_opens_no_door() -> None:
    """« Association » alone is what a project may be, not the beginning of the name of one association."""
    talk = Talk(guide("lille"))
    talk.say("/start")
    assert "Association Maillage" in talk.say("association maillage")[0].text
    assert "Association Maillage" not in talk.say("association")[0].text


def test_why_before_any_answer_says_when_it_will_be_known() -> None:
    talk = Talk(guide())
    assert (
        guide().wording.say("fr", "why-not-yet")
        in talk.say("pourquoi le DLA")[-1].text + talk.say("pourquoi le DLA")[0].text
    )


def test_an_explanation_in_the_middle_of_the_questions_keeps_the_question() -> None:
    talk = Talk(guide())
    for said in ("bonjour", "idée", "lille"):
        talk.say(said)
    heard = talk.say("pourquoi pas le DLA")
    assert "Question 3" in heard[-1].text
    assert talk.conversation().step == "qpv"


def test_facts_that_were_not_reviewed_in_time_are_marked() -> None:
    """A7: past `review_by`, the reader is told."""
    mark = guide("exemple").wording.say("fr", "mark-to-check")
    for now, marked in ((datetime(2026, 11, 23, tzinfo=UTC), False), (LATE, True)):
        talk = Talk(guide("exemple"), now=now)
        said = talk.tap("orientation/scheme:atelier_brume")[-1].text
        assert said.endswith(mark) == marked


def test_the_appointment_message_holds_the_answers_two_doors_three_questions_and_the_date() -> None:
    for name in NAMES:
        answers = sample(name)[0]
        talk = Talk(guide(name))
        walk(talk, answers)
        said = talk.say("préparer mon rendez-vous")[-1].text
        for fact, value in answers.items():
            assert all(label(talk, fact, one) in said for one in value.split())
        for door in guide(name).table.decide(answers).recommendations[:2]:
            assert next(s.name for s in guide(name).pack.schemes if s.id == door.scheme) in said
        assert "lundi 23 novembre 2026" in said
        assert said.count("?") >= 3
