"""The decision table of a pack as typed values: questions, rules, notes, guards, and the personas that try it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from handlers.pack_parts import Identifier, Label, Part, RuleId, Sentence, Short


class Condition(Part):
    """`facts` maps a fact to its allowed values (or names of groups of values); all must hold.
    `any_need`: one of these was chosen in the question that takes several answers.
    `not_`: this second condition must not hold as a whole."""

    facts: Mapping[str, tuple[str, ...]]
    any_need: tuple[str, ...] = ()
    not_: Condition | None = None


class Answer(Part):
    """One value of a question, its button and the other ways in which people say it."""

    value: Identifier
    label: Label
    says: tuple[str, ...]


class QuestionAnswer(Answer):
    """An answer of the table. `other` is its label when someone answers for another person."""

    other: Label | None = None


class Door(Part):
    """A scheme named outside the rules, with the reason shown."""

    scheme: Identifier
    reason: Sentence


class IfSkipped(Part):
    """What a skipped question means; exactly one of the three. `value`: this value counts.
    `insist`: asked once more, then a human is offered. `doors`: the questions end here, with these
    doors and a human."""

    value: Identifier | None = None
    insist: bool = False
    doors: tuple[Door, ...] = ()


class Default(Part):
    """The value of a fact that was not asked, where `when` holds (the first that holds counts)."""

    when: Condition
    value: Identifier


class Question(Part):
    """One question, asked when `when` holds over the facts before it. `most` above 1 takes several
    answers. A `place` question reads places.yaml and has no answers of its own. `topic` names the
    fact in summaries; `ask_other` is the question when someone answers for another person."""

    fact: Identifier
    kind: Literal["choice", "place"]
    topic: Short
    ask: Sentence
    ask_other: Sentence
    why: Sentence
    help: Sentence | None = None
    most: int = Field(default=1, ge=1, le=5)
    when: Condition
    answers: tuple[QuestionAnswer, ...] = ()
    if_skipped: IfSkipped
    if_not_asked: tuple[Default, ...] = ()


class Rule(Part):
    """If `when` holds, `scheme` is proposed with `points` and `reason`; `to_confirm` adds the mark."""

    id: RuleId
    scheme: Identifier
    points: int = Field(ge=1, le=100)
    to_confirm: bool
    when: Condition
    reason: Sentence


class Fallback(Part):
    """Completes to `at_least` doors with `schemes`, in order, where `when` holds."""

    id: RuleId
    at_least: int = Field(ge=1, le=5)
    points: int = Field(ge=1, le=100)
    schemes: tuple[Identifier, ...] = Field(min_length=1)
    when: Condition
    reason: Sentence


class Note(Part):
    """What does not apply, and what to do instead; also the answer to « pourquoi pas » for `about`."""

    id: RuleId
    about: tuple[Identifier, ...]
    when: Condition
    text: Sentence


class Guard(Part):
    """What must never be recommended: none of `schemes` where `when` holds."""

    id: Identifier
    schemes: tuple[Identifier, ...] = Field(min_length=1)
    when: Condition
    says: Sentence


class Holders(Part):
    """Whom one counts as carrying a project."""

    when: Condition


EVERYBODY = Holders(when=Condition(facts={}))


class Orientation(Part):
    """The decision table. `groups` names sets of values of a fact; `order` breaks ties."""

    most_questions: int = Field(ge=1, le=7)
    most_doors: int = Field(ge=1, le=5)
    most_notes: int = Field(ge=0, le=2)
    groups: Mapping[str, Mapping[str, tuple[str, ...]]]
    questions: tuple[Question, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    fallback: Fallback
    notes: tuple[Note, ...]
    guards: tuple[Guard, ...]
    order: tuple[Identifier, ...] = Field(min_length=1)
    holders: Holders = EVERYBODY


class Expected(Part):
    """One line of a persona's result."""

    scheme: Identifier
    rule: RuleId
    points: int
    to_confirm: bool


class Persona(Part):
    """A described (never named) person: the answers, the exact result, and the doors that must not show. `on`: the
    day when they ask, for what depends on it; none: a day when every call is open."""

    id: Identifier
    says: Sentence
    answers: Mapping[str, str | tuple[str, ...]]
    expected: tuple[Expected, ...] = Field(min_length=1)
    must_not: tuple[Identifier, ...]
    notes: tuple[RuleId, ...]
    on: date | None = None
