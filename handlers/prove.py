"""Follows a decision table over every combination of answers.

Two beginnings that leave the same bits on have the same future, so each future is followed once. Futures
are numbered so that two are equal exactly when they give the same result for every later answer: a
question is useful where the futures of its answers are not all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations

from handlers.decide import Outcome, Recommendation, Table, ends_when_skipped, skip_value
from handlers.pack import Question

Progress = Callable[[int, int], None]
"""Told (done, total) while the proof runs."""

Answers = tuple[tuple[str, str], ...]
_REPORTED_AT = 2


@dataclass(slots=True)
class Proof:
    """What was seen. Each defect keeps the first answers that show it."""

    combinations: int = 0
    most_asked: int = 0
    longest: Answers = ()
    asked: set[str] = field(default_factory=set)
    matched: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    empty: Answers | None = None
    useless: dict[str, Answers] = field(default_factory=dict)
    alike: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    broken: dict[tuple[str, str, str], Answers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Future:
    number: int
    count: int
    asked: int


def prove(table: Table, progress: Progress | None = None) -> Proof:
    """The proof of a whole table."""
    return _Prover(table, progress).proof


def options(table: Table, question: Question) -> tuple[str, ...]:
    """Every answer that can matter: sets up to `most`; of places of equal effect, the first."""
    if question.kind == "choice":
        values = [answer.value for answer in question.answers]
        sizes = range(1, question.most + 1)
        return tuple(" ".join(chosen) for size in sizes for chosen in combinations(values, size))
    by_effect: dict[int, str] = {}
    for place in (*table.facts_by_place, ""):
        by_effect.setdefault(table.kept(question.fact, place), place)
    return tuple(by_effect.values())


class _Prover:
    def __init__(self, table: Table, progress: Progress | None) -> None:
        self.table, self.proof, self._progress = table, Proof(), progress
        self._options = [options(table, question) for question in table.questions]
        self._telling = self._telling_bits()
        self._futures: dict[tuple[int, int], _Future] = {}
        self._numbers: dict[object, int] = {}
        self._counts: dict[tuple[int, int], int] = {}
        self._done = 0
        self._total = self._count(0, table.start()) if progress else 0
        whole = self._follow(0, table.start(), ())
        self.proof.combinations, self.proof.most_asked = whole.count, whole.asked
        self.proof.longest = self._longest(0, table.start())

    def _telling_bits(self) -> list[int]:
        """At each question, the bits that can still change something."""
        table = self.table
        bits = table.outcome_bits
        for when, _ in table.guards:
            bits |= when
        telling = [bits]
        for question in reversed(table.questions):
            bits |= table.when[question.fact]
            for when, _ in table.defaults[question.fact]:
                bits |= when
            telling.append(bits)
        return telling[::-1]

    def _branches(self, index: int, bits: int) -> tuple[tuple[str, ...], bool]:
        """The values to follow, and whether the question is asked."""
        question = self.table.questions[index]
        if bits & self.table.when[question.fact]:
            return self._options[index], True
        return (self.table.default(question.fact, bits),), False

    def _count(self, index: int, bits: int) -> int:
        if index == len(self._options):
            return 1
        at = (index, bits & self._telling[index])
        if at not in self._counts:
            fact = self.table.questions[index].fact
            values, _ = self._branches(index, bits)
            self._counts[at] = sum(self._count(index + 1, bits & self.table.kept(fact, value)) for value in values)
        return self._counts[at]

    def _follow(self, index: int, bits: int, path: Answers) -> _Future:
        at = (index, bits & self._telling[index])
        future = self._futures.get(at)
        if future is None:
            future = self._futures[at] = (
                self._end(bits, path) if index == len(self._options) else self._branch(index, bits, path)
            )
        if index == min(_REPORTED_AT, len(self._options)) and self._progress:
            self._done += future.count
            self._progress(self._done, self._total)
        return future

    def _branch(self, index: int, bits: int, path: Answers) -> _Future:
        question = self.table.questions[index]
        values, asked = self._branches(index, bits)
        steps = [(*path, (question.fact, value)) if asked else path for value in values]
        futures = [
            self._follow(index + 1, bits & self.table.kept(question.fact, value), step)
            for value, step in zip(values, steps, strict=True)
        ]
        numbers = [future.number for future in futures]
        if asked:
            self._judge(question, values, numbers, path)
            self._skipped(index, bits, path)
        same = len(set(numbers)) == 1
        number = numbers[0] if same else self._number((index, tuple(numbers)))
        return _Future(number, sum(one.count for one in futures), max(one.asked for one in futures) + asked)

    def _judge(self, question: Question, values: tuple[str, ...], numbers: list[int], path: Answers) -> None:
        self.proof.asked.add(question.fact)
        if len(set(numbers)) == 1:
            self.proof.useless.setdefault(question.fact, path)
        if question.kind == "choice":
            single = [(value, number) for value, number in zip(values, numbers, strict=True) if " " not in value]
            pairs = {(one, other) for (one, a), (other, b) in combinations(single, 2) if a == b}
            known = self.proof.alike.setdefault(question.fact, pairs)
            self.proof.alike[question.fact] = known & pairs

    def _skipped(self, index: int, bits: int, path: Answers) -> None:
        """Where a skipped question ends the questions, its doors are held to the guards too."""
        question = self.table.questions[index]
        if not ends_when_skipped(question):
            return
        bits &= self.table.kept(question.fact, skip_value(question))
        for later in self.table.questions[index + 1 :]:
            bits &= self.table.kept(later.fact, self.table.default(later.fact, bits))
        self._guarded(bits, self.table.doors(question), (*path, (question.fact, "")))

    def _end(self, bits: int, path: Answers) -> _Future:
        outcome = self.table.outcome(bits)
        self._see(bits, outcome)
        if not outcome.recommendations and self.proof.empty is None:
            self.proof.empty = path
        self._guarded(bits, outcome.recommendations, path)
        return _Future(self._number((outcome.recommendations, outcome.notes)), 1, 0)

    def _see(self, bits: int, outcome: Outcome) -> None:
        self.proof.matched.update(rule.id for when, rule in self.table.rules if bits & when)
        self.proof.shown.update(one.rule for one in outcome.recommendations)
        self.proof.noted.update(outcome.notes)

    def _guarded(self, bits: int, doors: tuple[Recommendation, ...], path: Answers) -> None:
        for when, guard in self.table.guards:
            if bits & when:
                self.proof.met.add(guard.id)
                for door in doors:
                    if door.scheme in guard.schemes:
                        self.proof.broken.setdefault((guard.id, door.rule, door.scheme), path)

    def _number(self, meaning: object) -> int:
        return self._numbers.setdefault(meaning, len(self._numbers))

    def _longest(self, index: int, bits: int) -> Answers:
        """Answers that ask the most questions."""
        if index == len(self._options):
            return ()
        fact = self.table.questions[index].fact
        values, asked = self._branches(index, bits)
        after = [bits & self.table.kept(fact, value) for value in values]
        known = [self._futures[index + 1, one & self._telling[index + 1]].asked for one in after]
        best = known.index(max(known))
        return (((fact, values[best]),) if asked else ()) + self._longest(index + 1, after[best])
