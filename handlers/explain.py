"""Why a door is proposed, or is not: the answers that decide, and one change that would alter it. Nothing is
written by hand: each explanation is found by asking the table again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handlers.conditions import Literal, literals
from handlers.decide import Recommendation, Table, Walk
from handlers.pack import Condition, Rule
from handlers.prove import options

Answers = Mapping[str, str]
Alters = Callable[[str | None], bool]


@dataclass(frozen=True, slots=True)
class Flip:
    """One answer changed: with `value` for `fact`, the rule that proposes the door, None if it goes."""

    fact: str
    value: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a door is there. `deciding`: with these answers alone, the same rule proposes it; none is
    spare. `note`: a note that holds and speaks of it."""

    recommendation: Recommendation
    deciding: tuple[tuple[str, str], ...]
    flip: Flip | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Unmet:
    """A fact that its rule asks to be among `values` (or, when not `wanted`, not to be)."""

    fact: str
    values: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a door is not there. `flip` brings it; without one, `unmet` is what the closest rule lacks.
    `outranked`: the rule that holds, but behind the doors that are shown."""

    scheme: str
    note: str | None
    flip: Flip | None
    rule: str | None
    unmet: tuple[Unmet, ...]
    outranked: str | None


def why(table: Table, answers: Answers, scheme: str) -> Why | None:
    """Why `scheme` is proposed; None if it is not."""
    given = _given(table, answers)
    shown = _shown(table, given, scheme)
    if shown is None:
        return None
    deciding = _deciding(table, given, scheme, shown.rule)
    first = [fact for fact, _ in deciding]
    flip = _best_flip(table, given, scheme, first, lambda rule: rule != shown.rule)
    return Why(shown, deciding, flip, _note(table, table.walk(given), scheme))


def why_not(table: Table, answers: Answers, scheme: str) -> WhyNot | None:
    """Why `scheme` is not proposed; None if it is."""
    given = _given(table, answers)
    if _shown(table, given, scheme) is not None:
        return None
    walk = table.walk(given)
    flip = _best_flip(table, given, scheme, [], lambda rule: rule is not None)
    closest, unmet = _closest(table, walk, scheme)
    outranked = closest if closest and not unmet and walk.ended_by is None else None
    return WhyNot(scheme, _note(table, walk, scheme), flip, closest, unmet, outranked)


def _given(table: Table, answers: Answers) -> dict[str, str]:
    """The answers that count: to questions asked, as the table reads them; a skip stays a skip."""
    asked = table.asked(answers)
    return {
        question.fact: table.read(question, answers[question.fact])
        for question in table.questions
        if question.fact in asked and question.fact in answers
    }


def _shown(table: Table, answers: Answers, scheme: str) -> Recommendation | None:
    return next((one for one in table.decide(answers).recommendations if one.scheme == scheme), None)


def _rule(table: Table, answers: Answers, scheme: str) -> str | None:
    shown = _shown(table, answers, scheme)
    return None if shown is None else shown.rule


def _deciding(table: Table, given: Answers, scheme: str, rule: str) -> tuple[tuple[str, str], ...]:
    """Takes answers away one at a time, the last asked first, while the rule stays."""
    kept = {fact: value for fact, value in given.items() if value}
    if _rule(table, kept, scheme) != rule:
        kept = dict(given)
    changed = True
    while changed:
        changed = False
        for fewer in _fewer(kept):
            if _rule(table, fewer, scheme) == rule:
                kept, changed = fewer, True
                break
    return tuple((fact, value) for fact, value in kept.items())


def _fewer(answers: dict[str, str]) -> Iterator[dict[str, str]]:
    for fact in reversed(answers):
        yield {other: value for other, value in answers.items() if other != fact}
        several = answers[fact].split()
        for one in several if len(several) > 1 else ():
            yield answers | {fact: " ".join(value for value in several if value != one)}


def _best_flip(table: Table, given: Answers, scheme: str, first: list[str], alters: Alters) -> Flip | None:
    """The first change that alters the door; best one that leaves no question open, on a deciding answer."""
    found: list[tuple[bool, bool, int, Flip]] = []
    for rank, (fact, value) in enumerate(_changes(table, given)):
        changed = {**given, fact: value}
        rule = _rule(table, changed, scheme)
        if alters(rule):
            is_open = table.next_question(changed) is not None
            found.append((is_open, bool(first) and fact not in first, rank, Flip(fact, value, rule)))
    return min(found, key=lambda one: one[:3])[3] if found else None


def _changes(table: Table, given: Answers) -> Iterator[tuple[str, str]]:
    for question in table.questions:
        fact = question.fact
        if fact not in given:
            continue
        if question.most == 1:
            yield from ((fact, value) for value in options(table, question) if value not in ("", given[fact]))
        else:
            values = [answer.value for answer in question.answers]
            yield from ((fact, value) for value in _replaced(given[fact].split(), values))


def _replaced(chosen: list[str], values: list[str]) -> Iterator[str]:
    """The same answers, one of them replaced; in the question's order."""
    for one in chosen or [""]:
        rest = {value for value in chosen if value != one}
        for other in values:
            if other not in chosen:
                yield " ".join(value for value in values if value in rest | {other})


def _note(table: Table, walk: Walk, scheme: str) -> str | None:
    return next((note.id for when, note in table.notes if walk.bits & when and scheme in note.about), None)


def _closest(table: Table, walk: Walk, scheme: str) -> tuple[str | None, tuple[Unmet, ...]]:
    """The rule of the scheme that lacks the least, the strongest first."""
    rules = [rule for rule in table.orientation.rules if rule.scheme == scheme]
    if not rules:
        return None, ()
    lacking = [(_unmet(table, walk.facts, rule), rule) for rule in rules]
    unmet, rule = min(lacking, key=lambda one: (len(one[0]), -one[1].points))
    return rule.id, unmet


def _unmet(table: Table, facts: Answers, rule: Rule) -> tuple[Unmet, ...]:
    wanted = [one for one in _literals(table, rule.when) if not one.holds(facts.get(one.fact, ""))]
    unmet = [Unmet(one.fact, tuple(sorted(one.values)), True) for one in wanted]
    denied = rule.when.not_
    if denied is not None and _holds(table, denied, facts):
        unmet += [Unmet(one.fact, tuple(sorted(one.values)), False) for one in _literals(table, denied)]
    return tuple(unmet)


def _literals(table: Table, condition: Condition) -> tuple[Literal, ...]:
    return literals(condition, table.orientation.groups, table.need)


def _holds(table: Table, condition: Condition, facts: Answers) -> bool:
    together = all(one.holds(facts.get(one.fact, "")) for one in _literals(table, condition))
    return together and (condition.not_ is None or not _holds(table, condition.not_, facts))
