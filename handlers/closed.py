"""The decision table of a pack while some of its calls are closed: the same questions, without their doors."""

from __future__ import annotations

from collections.abc import Set

from handlers.pack import Orientation, Question


def without(orientation: Orientation, closed: Set[str]) -> Orientation:
    """The same orientation in which nothing leads to these schemes; what is left is completed as usual."""
    rules = tuple(rule for rule in orientation.rules if rule.scheme not in closed)
    fallback = orientation.fallback
    schemes = tuple(scheme for scheme in fallback.schemes if scheme not in closed)
    questions = tuple(_question(question, closed) for question in orientation.questions)
    completed = fallback.model_copy(update={"schemes": schemes})
    return orientation.model_copy(update={"rules": rules, "fallback": completed, "questions": questions})


def _question(question: Question, closed: Set[str]) -> Question:
    kept = tuple(door for door in question.if_skipped.doors if door.scheme not in closed)
    if kept == question.if_skipped.doors:
        return question
    return question.model_copy(update={"if_skipped": question.if_skipped.model_copy(update={"doors": kept})})
