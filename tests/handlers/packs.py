"""The packs of `content/`, read once for all the tests of what decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from bot.detection import language_of
from bot.packs import content, folders, texts
from handlers.decide import Table
from handlers.guide import Guide
from handlers.load import load
from handlers.pack import Condition
from handlers.prove import options

NAMES = tuple(folder.name for folder in folders())


@cache
def guide(name: str) -> Guide:
    """One pack, ready."""
    return Guide(load(*texts(content() / name)), language_of)


def paths(table: Table) -> Iterator[dict[str, str]]:
    """Every complete set of answers, places of equal effect taken once."""
    yield from _paths(table, {})


def _paths(table: Table, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    question = table.next_question(answers)
    if question is None:
        yield answers
        return
    for value in options(table, question):
        yield from _paths(table, {**answers, question.fact: value})


def holds(table: Table, condition: Condition, facts: Mapping[str, str]) -> bool:
    """A condition read word for word, without the table's bits: the reference of the tests."""
    groups, chosen = table.orientation.groups, facts.get(table.need, "").split()
    for fact, values in condition.facts.items():
        if facts.get(fact, "") not in chain.from_iterable(groups.get(fact, {}).get(one, (one,)) for one in values):
            return False
    if condition.any_need and not set(chosen) & set(condition.any_need):
        return False
    return condition.not_ is None or not holds(table, condition.not_, facts)
