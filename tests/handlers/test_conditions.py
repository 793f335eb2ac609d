"""Conditions mean what they say: the bits agree with the words, whatever is written."""

from __future__ import annotations

import random

from handlers.decide import Table
from handlers.pack import Condition, Guard
from tests.handlers.packs import guide, holds, paths

TOTAL, BATCH = 10_000, 500


def fuzzed(chance: random.Random, table: Table, depth: int = 3) -> Condition:
    """A condition over the facts of the pack, with groups, needs, and `not` inside `not`."""
    facts: dict[str, tuple[str, ...]] = {}
    for question in chance.sample(table.questions, chance.randint(0, 3)):
        if question.answers and question.fact != table.need:
            values = [answer.value for answer in question.answers] + list(
                table.orientation.groups.get(question.fact, ())
            )
            facts[question.fact] = tuple(chance.sample(values, chance.randint(1, len(values))))
    needs = [answer.value for question in table.questions if question.fact == table.need for answer in question.answers]
    any_need = tuple(chance.sample(needs, chance.randint(1, 2))) if chance.random() < 0.4 else ()
    inner = fuzzed(chance, table, depth - 1) if depth and chance.random() < 0.6 else None
    return Condition(facts=facts, any_need=any_need, not_=inner)


def test_ten_thousand_fuzzed_conditions_hold_exactly_where_their_words_do() -> None:
    table, chance = guide("exemple").table, random.Random(3)
    every = list(paths(table))
    for _ in range(TOTAL // BATCH):
        conditions = [fuzzed(chance, table) for _ in range(BATCH)]
        guards = tuple(
            Guard(id=str(number), schemes=("autres_guides",), when=when, says="-")
            for number, when in enumerate(conditions)
        )
        wider = Table(table.orientation.model_copy(update={"guards": guards}), table.places)
        for answers in chance.sample(every, 10):
            walk = wider.walk(answers)
            for (bits, _), condition in zip(wider.guards, conditions, strict=True):
                assert bool(walk.bits & bits) == holds(table, condition, walk.facts), condition


def test_an_empty_condition_always_holds_and_its_opposite_never() -> None:
    table = guide("exemple").table
    always, never = Condition(facts={}), Condition(facts={}, not_=Condition(facts={}))
    guards = tuple(
        Guard(id=str(n), schemes=("autres_guides",), when=when, says="-") for n, when in enumerate((always, never))
    )
    wider = Table(table.orientation.model_copy(update={"guards": guards}), table.places)
    walk = wider.walk({"avancement": "reve"})
    assert [bool(walk.bits & bits) for bits, _ in wider.guards] == [True, False]
