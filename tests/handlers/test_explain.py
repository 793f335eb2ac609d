"""Every explanation can be checked: replaying it gives what it says."""

from __future__ import annotations

import random

import pytest

from handlers.decide import Table
from handlers.explain import why, why_not
from tests.handlers.packs import NAMES, guide, paths


def rule_of(table: Table, answers: dict[str, str], scheme: str) -> str | None:
    """The rule that proposes a scheme."""
    return next((one.rule for one in table.decide(answers).recommendations if one.scheme == scheme), None)


def some_paths(name: str, size: int) -> list[dict[str, str]]:
    """Some complete sets of answers, always the same."""
    every = list(paths(guide(name).table))
    return random.Random(2).sample(every, min(size, len(every)))


@pytest.mark.parametrize("name", NAMES)
def test_the_deciding_answers_alone_give_the_same_door_and_none_is_spare(name: str) -> None:
    table = guide(name).table
    for answers in some_paths(name, 150):
        for door in table.decide(answers).recommendations:
            explained = why(table, answers, door.scheme)
            assert explained is not None
            deciding = dict(explained.deciding)
            assert rule_of(table, deciding, door.scheme) == door.rule
            for fact in deciding:
                fewer = {other: value for other, value in deciding.items() if other != fact}
                assert rule_of(table, fewer, door.scheme) != door.rule


@pytest.mark.parametrize("name", NAMES)
def test_the_change_quoted_gives_the_other_result_quoted(name: str) -> None:
    table = guide(name).table
    flips = 0
    for answers in some_paths(name, 150):
        for door in table.decide(answers).recommendations:
            explained = why(table, answers, door.scheme)
            assert explained is not None
            if explained.flip is not None:
                flips += 1
                changed = {**answers, explained.flip.fact: explained.flip.value}
                assert rule_of(table, changed, door.scheme) == explained.flip.rule != door.rule
    assert flips


@pytest.mark.parametrize("name", NAMES)
def test_why_not_quotes_one_change_that_brings_the_door_or_what_its_closest_rule_lacks(name: str) -> None:
    table = guide(name).table
    for answers in some_paths(name, 60):
        shown = {one.scheme for one in table.decide(answers).recommendations}
        for scheme in {rule.scheme for rule in table.orientation.rules} - shown:
            explained = why_not(table, answers, scheme)
            assert explained is not None
            if explained.flip is not None:
                changed = {**answers, explained.flip.fact: explained.flip.value}
                assert rule_of(table, changed, scheme) == explained.flip.rule is not None
            else:
                assert explained.unmet or explained.outranked


@pytest.mark.parametrize("name", NAMES)
def test_a_door_that_is_shown_has_no_why_not_and_the_others_no_why(name: str) -> None:
    table = guide(name).table
    answers = some_paths(name, 1)[0]
    shown = [one.scheme for one in table.decide(answers).recommendations]
    assert all(why_not(table, answers, scheme) is None for scheme in shown)
    assert all(why(table, answers, scheme) is None for scheme in table.orientation.order if scheme not in shown)


def test_a_note_that_speaks_of_the_door_answers_why_not() -> None:
    table = guide("exemple").table
    answers = {"avancement": "reve", "ville": "sablegrand", "equipe": "seul", "sujet": "argent"}
    explained = why_not(table, answers, "coffre_embruns")
    assert explained is not None
    assert explained.note == "N1"
