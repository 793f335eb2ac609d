"""Conditions of a pack turned into clauses that a table can test all at once.

A condition becomes an *or* of clauses, a clause an *and* of literals: with that, a whole table is one
row of bits, and each answer switches off the bits of the clauses that it contradicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.pack import Condition

Groups = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Literal:
    """`fact` has one of `values`; or, when not `positive`, none of them."""

    fact: str
    values: frozenset[str]
    positive: bool = True

    def holds(self, value: str) -> bool:
        """True for a value of the fact; several values are joined by one space, none is empty."""
        return any(part in self.values for part in value.split()) == self.positive

    def negated(self) -> Literal:
        """The literal that holds exactly where this one does not."""
        return Literal(self.fact, self.values, not self.positive)


Clause = tuple[Literal, ...]


def expanded(fact: str, values: tuple[str, ...], groups: Groups) -> frozenset[str]:
    """The values meant, names of groups replaced by what they name."""
    named = groups.get(fact, {})
    return frozenset(one for value in values for one in named.get(value, (value,)))


def literals(condition: Condition, groups: Groups, need: str) -> tuple[Literal, ...]:
    """What must hold together, `not` aside; `need` is the fact that takes several answers."""
    facts = tuple(Literal(fact, expanded(fact, values, groups)) for fact, values in condition.facts.items())
    if not condition.any_need:
        return facts
    return (*facts, Literal(need, expanded(need, condition.any_need, groups)))


def clauses(condition: Condition, groups: Groups, need: str) -> tuple[Clause, ...]:
    """The condition as an *or* of clauses; no clause at all never holds, an empty one always does."""
    together = literals(condition, groups, need)
    if condition.not_ is None:
        return (together,)
    return tuple(together + other for other in _opposite(condition.not_, groups, need))


def _opposite(condition: Condition, groups: Groups, need: str) -> tuple[Clause, ...]:
    single = tuple((literal.negated(),) for literal in literals(condition, groups, need))
    return single if condition.not_ is None else single + clauses(condition.not_, groups, need)
