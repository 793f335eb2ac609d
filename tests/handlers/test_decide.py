"""The table decides what the pack says, word for word, on any answers."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache

import pytest

from handlers.check_personas import persona_answers
from handlers.decide import Table
from handlers.intake import UNKNOWN, record
from handlers.summary_words import Words
from tests.handlers.packs import NAMES, guide, holds, paths

Lines = list[tuple[str, str, int, bool]]


def expected(table: Table, facts: Mapping[str, str]) -> Lines:
    """The doors read rule by rule: best of each scheme, by points then order, completed if too few."""
    pack = table.orientation
    best: dict[str, tuple[str, str, int, bool]] = {}
    for rule in pack.rules:
        if holds(table, rule.when, facts) and (rule.scheme not in best or best[rule.scheme][2] < rule.points):
            best[rule.scheme] = (rule.scheme, rule.id, rule.points, rule.to_confirm)
    lines = sorted(best.values(), key=lambda line: (-line[2], pack.order.index(line[0])))[: pack.most_doors]
    if holds(table, pack.fallback.when, facts):
        for scheme in pack.fallback.schemes:
            if len(lines) < pack.fallback.at_least and scheme not in [line[0] for line in lines]:
                lines.append((scheme, pack.fallback.id, pack.fallback.points, False))
    return lines


@cache
def sample(table: Table, size: int) -> list[dict[str, str]]:
    """Some complete sets of answers, always the same."""
    every = list(paths(table))
    return random.Random(1).sample(every, min(size, len(every)))


@pytest.mark.parametrize("name", NAMES)
def test_the_doors_are_those_of_the_rules_read_one_by_one(name: str) -> None:
    table = guide(name).table
    for answers in sample(table, 1500):
        result, facts = table.decide(answers), table.facts(answers)
        shown = [(one.scheme, one.rule, one.points, one.to_confirm) for one in result.recommendations]
        assert shown == expected(table, facts), answers
        notes = tuple(note.id for note in table.orientation.notes if holds(table, note.when, facts))
        assert result.notes == notes[: table.orientation.most_notes], answers


@pytest.mark.parametrize("name", NAMES)
def test_the_questions_asked_are_exactly_those_whose_condition_holds(name: str) -> None:
    table = guide(name).table
    for answers in sample(table, 500):
        facts = table.facts(answers)
        asked = tuple(question.fact for question in table.questions if holds(table, question.when, facts))
        assert table.asked(answers) == asked


@pytest.mark.parametrize("name", NAMES)
def test_every_persona_receives_exactly_what_it_expects(name: str) -> None:
    ready = guide(name)
    for persona in ready.pack.personas:
        answers = persona_answers(ready, persona)
        assert answers is not None
        result = (ready.table_on(persona.on) if persona.on else ready.table).decide(answers)
        shown = [(one.scheme, one.rule, one.points, one.to_confirm) for one in result.recommendations]
        assert shown == [(one.scheme, one.rule, one.points, one.to_confirm) for one in persona.expected], persona.id
        assert result.notes == persona.notes


@pytest.mark.parametrize("name", NAMES)
def test_questions_come_one_at_a_time_and_end(name: str) -> None:
    table = guide(name).table
    answers: dict[str, str] = {}
    while (question := table.next_question(answers)) is not None:
        assert question.fact not in answers
        answers[question.fact] = table.questions[0].answers[0].value if not answers else ""
    assert len(answers) <= table.orientation.most_questions


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_to_a_question_that_is_not_asked_counts_for_nothing(name: str) -> None:
    table = guide(name).table
    for answers in sample(table, 200):
        noisy = dict(answers)
        for question in table.questions:
            if question.fact not in answers and question.answers:
                noisy[question.fact] = question.answers[-1].value
        assert table.decide(noisy) == table.decide(answers)


@pytest.mark.parametrize("name", NAMES)
def test_a_value_that_the_pack_no_longer_has_is_asked_again(name: str) -> None:
    table = guide(name).table
    first = table.questions[0]
    question = table.next_question({first.fact: "a_value_of_last_year"})
    assert question is not None
    assert question.fact == first.fact


@pytest.mark.parametrize("name", NAMES)
def test_skipping_what_insists_gives_the_entry_doors_and_a_human(name: str) -> None:
    table = guide(name).table
    insisting = [question for question in table.questions if question.if_skipped.insist]
    for question in insisting:
        result = table.decide({question.fact: ""})
        assert result.human
        assert [one.rule for one in result.recommendations] == [table.orientation.fallback.id] * len(
            result.recommendations
        )
        assert result.recommendations
        assert table.next_question({question.fact: ""}) is None


def test_skipping_the_form_of_the_structure_ends_with_its_door_and_a_human() -> None:
    table = guide("exemple").table
    answers = {"avancement": "ouvert", "ville": "sablegrand", "statut": ""}
    result = table.decide(answers)
    assert (result.asked, result.human) == (("avancement", "ville", "statut"), True)
    assert [(one.scheme, one.rule, one.text) for one in result.recommendations] == [
        ("cercle_mains", "FB", "door-statut-cercle_mains")
    ]
    assert table.next_question(answers) is None


def test_several_answers_count_whatever_their_order() -> None:
    table = guide("exemple").table
    answers = {"avancement": "ouvert", "ville": "sablegrand", "statut": "coop"}
    one, other = ({**answers, "sujet": said} for said in ("argent lieu", "lieu argent"))
    assert table.decide(one) == table.decide(other)
    assert table.facts(other)["sujet"] == "argent lieu"


def test_a_skipped_place_counts_as_the_unknown_one() -> None:
    table = guide("exemple").table
    facts = table.facts({"avancement": "reve", "ville": ""})
    assert (facts["ville"], facts["secteur"]) == ("", "cote")


@pytest.mark.parametrize("name", NAMES)
def test_an_end_without_a_rule_writes_one_need_and_no_other_end_does(name: str) -> None:
    """The first need that was said, as the summary calls it; or that none was."""
    ready, ends = guide(name), set[str]()
    table = ready.table
    for answers in sample(table, 1500):
        lines = expected(table, table.facts(answers))
        found = any(rule != table.orientation.fallback.id for _, rule, _, _ in lines)
        said = answers.get(table.need, "").split() or [UNKNOWN]
        code = record(ready, answers, "2026-W01").unmatched
        assert code == ("" if found else said[0]), answers
        ends.add(code)
    words = Words(ready)
    assert len(ends) > 1
    assert {words.need(code) for code in ends - {"", UNKNOWN}} & {words.need(UNKNOWN), *ends} == set()
