"""Answers in; the questions that they call for, the doors in order and the notes out.

The whole table is one integer: a bit for each clause of each condition. An answer keeps the bits of
the clauses that it does not contradict, so a decision is a handful of ANDs and one look in a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handlers.conditions import Clause, Literal, clauses
from handlers.pack import Condition, Orientation, Places, Question, Rule
from handlers.places import slug

UNKNOWN = "unknown"
"""What a place question says in `if_skipped` for the facts of `places.unknown`."""

_WALKS_KEPT = 256


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One door. `text` names the message that holds `reason` in other languages."""

    scheme: str
    rule: str
    points: int
    to_confirm: bool
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a set of answers gives. `human`: nothing precise was found, or the person could not say."""

    asked: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    notes: tuple[str, ...]
    human: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """The part of a result that the facts decide."""

    recommendations: tuple[Recommendation, ...]
    notes: tuple[str, ...]
    fell_back: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """The questions asked, every fact, the bits still on; `ended_by` stopped the questions."""

    asked: tuple[str, ...]
    facts: dict[str, str]
    bits: int
    ended_by: Question | None


class Table:
    """The decision table of a pack, compiled once; every method is a pure question."""

    def __init__(self, orientation: Orientation, places: Places) -> None:
        self.orientation = orientation
        self.places = places
        self.questions = orientation.questions
        self.need = next((question.fact for question in self.questions if question.most > 1), "")
        self.place_fact = next((question.fact for question in self.questions if question.kind == "place"), "")
        self.facts_by_place = _facts_by_place(places)
        self._literals: dict[str, list[tuple[int, Literal]]] = {}
        self._clause_count = 0
        self._compile()
        self.every_bit = (1 << self._clause_count) - 1
        self._kept: dict[tuple[str, str], int] = {}
        self._outcomes: dict[int, Outcome] = {}
        self._walks: dict[tuple[tuple[str, str], ...], Walk] = {}
        self._rank = {scheme: rank for rank, scheme in enumerate(orientation.order)}

    def _compile(self) -> None:
        orientation = self.orientation
        self.when = {question.fact: self._bits(question.when) for question in self.questions}
        self.defaults = {
            question.fact: tuple((self._bits(default.when), default.value) for default in question.if_not_asked)
            for question in self.questions
        }
        self.holders = self._bits(orientation.holders.when)
        outcome_starts = self._clause_count
        self.rules = tuple((self._bits(rule.when), rule) for rule in orientation.rules)
        self.notes = tuple((self._bits(note.when), note) for note in orientation.notes)
        self.fallback = self._bits(orientation.fallback.when)
        self.outcome_bits = ((1 << self._clause_count) - 1) ^ ((1 << outcome_starts) - 1)
        self.guards = tuple((self._bits(guard.when), guard) for guard in orientation.guards)

    def _bits(self, condition: Condition) -> int:
        return sum(self._bit(clause) for clause in clauses(condition, self.orientation.groups, self.need))

    def _bit(self, clause: Clause) -> int:
        bit = 1 << self._clause_count
        self._clause_count += 1
        for literal in clause:
            self._literals.setdefault(literal.fact, []).append((bit, literal))
        return bit

    def kept(self, fact: str, value: str) -> int:
        """The bits that this value of this fact leaves on; a place brings the facts that it gives."""
        bits = self._kept.get((fact, value))
        if bits is None:
            bits = self._kept[fact, value] = self._contradicted(fact, value)
        return bits

    def _contradicted(self, fact: str, value: str) -> int:
        bits = self.every_bit
        for bit, literal in self._literals.get(fact, ()):
            if not literal.holds(value):
                bits &= ~bit
        if fact == self.place_fact:
            for given, given_value in self.place_facts(value).items():
                bits &= self.kept(given, given_value)
        return bits

    def place_facts(self, place: str) -> Mapping[str, str]:
        """What a place gives; an unknown or skipped one gives what the pack says of the unknown."""
        return self.facts_by_place.get(place, self.places.unknown)

    def read(self, question: Question, answer: str | None) -> str:
        """The answer as it counts: known values in the question's order, empty if nothing is known."""
        if not answer:
            return ""
        if question.kind == "place":
            return answer if answer in self.facts_by_place else ""
        given = answer.split()
        known = [one.value for one in question.answers if one.value in given]
        return " ".join(known[: question.most])

    def default(self, fact: str, bits: int) -> str:
        """The value of a fact that is not asked, with the bits left on by the facts before it."""
        return next((value for when, value in self.defaults[fact] if bits & when), "")

    def start(self) -> int:
        """The bits before the first question."""
        bits = self.every_bit
        if not self.place_fact:
            for fact, value in self.places.unknown.items():
                bits &= self.kept(fact, value)
        return bits

    def walk(self, answers: Mapping[str, str]) -> Walk:
        """The questions in order with what was answered; what is missing counts as skipped. One message
        asks for the same walk several times: the last ones are remembered."""
        key = tuple(answers.items())
        walk = self._walks.get(key)
        if walk is None:
            if len(self._walks) >= _WALKS_KEPT:
                self._walks.clear()
            walk = self._walks[key] = self._walked(answers)
        return walk

    def _walked(self, answers: Mapping[str, str]) -> Walk:
        bits, facts, asked = self.start(), dict(self.places.unknown), list[str]()
        ended_by: Question | None = None
        for question in self.questions:
            if ended_by is None and bits & self.when[question.fact]:
                asked.append(question.fact)
                value = self.read(question, answers.get(question.fact))
                if not value:
                    value = skip_value(question)
                    ended_by = question if ends_when_skipped(question) else None
            else:
                value = self.default(question.fact, bits)
            bits &= self.kept(question.fact, value)
            facts[question.fact] = value
            if question.kind == "place":
                facts.update(self.place_facts(value))
        return Walk(tuple(asked), facts, bits, ended_by)

    def facts(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Every fact: answered, skipped, not asked, or given by the place; empty if nothing is known."""
        return dict(self.walk(answers).facts)

    def asked(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        """The facts asked, in order: exactly the questions whose condition holds."""
        return self.walk(answers).asked

    def next_question(self, answers: Mapping[str, str]) -> Question | None:
        """The first question asked that has no answer which still exists; None when all have one."""
        asked = frozenset(self.asked(answers))
        for question in self.questions:
            if question.fact in asked and not self.is_answered(question, answers):
                return question
        return None

    def is_answered(self, question: Question, answers: Mapping[str, str]) -> bool:
        """True if skipped, or answered with a value that the pack still has."""
        answer = answers.get(question.fact)
        return answer is not None and (answer == "" or self.read(question, answer) != "")

    def decide(self, answers: Mapping[str, str]) -> Result:
        """The doors in order, at most so many, with the notes."""
        walk = self.walk(answers)
        if walk.ended_by is not None:
            return Result(walk.asked, self.doors(walk.ended_by), self.outcome(walk.bits).notes, human=True)
        outcome = self.outcome(walk.bits)
        return Result(walk.asked, outcome.recommendations, outcome.notes, outcome.fell_back)

    def holds_project(self, answers: Mapping[str, str]) -> bool:
        """True for who carries a project, as the pack has it."""
        return bool(self.walk(answers).bits & self.holders)

    def doors(self, question: Question) -> tuple[Recommendation, ...]:
        """The doors of a question whose skipping ends the questions; else those of the fallback."""
        fallback = self.orientation.fallback
        if not question.if_skipped.doors:
            return tuple(self._completed(()))
        return tuple(
            Recommendation(
                door.scheme, fallback.id, fallback.points, False, door.reason, f"door-{question.fact}-{door.scheme}"
            )
            for door in question.if_skipped.doors
        )

    def outcome(self, bits: int) -> Outcome:
        """Doors and notes for the bits left on by all the facts."""
        key = bits & self.outcome_bits
        outcome = self._outcomes.get(key)
        if outcome is None:
            outcome = self._outcomes[key] = self._outcome(key)
        return outcome

    def _outcome(self, bits: int) -> Outcome:
        found = self._ranked(bits)
        notes = tuple(note.id for when, note in self.notes if bits & when)[: self.orientation.most_notes]
        if len(found) >= self.orientation.fallback.at_least or not bits & self.fallback:
            return Outcome(found, notes, fell_back=False)
        return Outcome(found + tuple(self._completed(found)), notes, fell_back=True)

    def _ranked(self, bits: int) -> tuple[Recommendation, ...]:
        best: dict[str, Rule] = {}
        for when, rule in self.rules:
            if bits & when and (rule.scheme not in best or rule.points > best[rule.scheme].points):
                best[rule.scheme] = rule
        ranked = sorted(best.values(), key=lambda rule: (-rule.points, self._rank[rule.scheme]))
        return tuple(
            Recommendation(rule.scheme, rule.id, rule.points, rule.to_confirm, rule.reason, f"reason-{rule.id}")
            for rule in ranked[: self.orientation.most_doors]
        )

    def _completed(self, found: tuple[Recommendation, ...]) -> Iterator[Recommendation]:
        fallback, listed = self.orientation.fallback, {one.scheme for one in found}
        others = [scheme for scheme in fallback.schemes if scheme not in listed]
        for scheme in others[: fallback.at_least - len(found)]:
            yield Recommendation(scheme, fallback.id, fallback.points, False, fallback.reason, f"reason-{fallback.id}")


def skip_value(question: Question) -> str:
    """The value that counts when the question is skipped."""
    value = question.if_skipped.value
    return "" if value is None or (question.kind == "place" and value == UNKNOWN) else value


def ends_when_skipped(question: Question) -> bool:
    """True if skipping this question ends the questions with a human."""
    return question.if_skipped.insist or bool(question.if_skipped.doors)


def _facts_by_place(places: Places) -> dict[str, Mapping[str, str]]:
    given: dict[str, Mapping[str, str]] = {slug(commune.name): commune.facts for commune in places.communes}
    return given | {other.id: other.facts for other in places.elsewhere}
