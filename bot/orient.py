"""Answers as JSON lines in, recommendations as JSON lines out; the contract is that of design.md 7."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.sentences import sentence
from handlers.decide import ends_when_skipped
from handlers.guide import Guide
from handlers.pack import Question
from handlers.places import Found

_OUTSIDE = "territoire"


class AnswersRefused(Exception):
    """One line of answers cannot be used; the message says which fact and why."""


def orient(guide: Guide, lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each result as a line of JSON, and whether it is a good one. Blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _said(guide, answers_of(guide, _object(line))), True
        except AnswersRefused as refused:
            yield json.dumps({"error": str(refused), "line": number}, ensure_ascii=False), False


def _object(line: str) -> Mapping[str, Any]:
    try:
        read = json.loads(line, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise AnswersRefused(sentence("cli-orient-json")) from error
    if not isinstance(read, dict):
        raise AnswersRefused(sentence("cli-orient-object"))
    return read


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, value in pairs:
        if name in read:
            raise AnswersRefused(sentence("cli-orient-repeated", fact=_shown(name)))
        read[name] = value
    return read


def answers_of(guide: Guide, given: Mapping[str, Any]) -> dict[str, str]:
    """The answers as the table takes them; raises AnswersRefused on the first fault.

    A fact that would not be asked is ignored by the table, but its value must exist."""
    questions = guide.pack.question_by_fact
    place = next((question for question in questions.values() if question.kind == "place"), None)
    answers: dict[str, str] = {}
    for fact, value in given.items():
        if fact == _OUTSIDE and place is not None and fact not in questions:
            answers[place.fact] = _outside(guide, value)
        elif fact not in questions:
            raise AnswersRefused(sentence("cli-orient-fact", fact=_shown(fact)))
        elif questions[fact].kind != "place":
            answers[fact] = " ".join(_values(questions[fact], value))
        elif _OUTSIDE not in given:
            answers[fact] = _place(guide, fact, value)
    _complete(guide, answers)
    return answers


def _values(question: Question, value: Any) -> list[str]:
    values = value if question.most > 1 and isinstance(value, list) else [value]
    known = {answer.value for answer in question.answers}
    for each in values:
        if not isinstance(each, str) or each not in known:
            raise AnswersRefused(sentence("cli-orient-value", fact=question.fact, value=_shown(each)))
    if len(set(values)) < len(values):
        raise AnswersRefused(sentence("cli-orient-value-repeated", fact=question.fact))
    if len(values) > question.most:
        raise AnswersRefused(sentence("cli-orient-too-many", fact=question.fact, most=question.most))
    return values


def _outside(guide: Guide, value: Any) -> str:
    known = [place.id for place in guide.pack.places.elsewhere]
    if value not in known:
        raise AnswersRefused(sentence("cli-orient-outside", fact=_OUTSIDE, known=", ".join(known)))
    return str(value)


def _place(guide: Guide, fact: str, value: Any) -> str:
    if not isinstance(value, str):
        raise AnswersRefused(sentence("cli-orient-value", fact=fact, value=_shown(value)))
    if value in guide.places.name_by_slug:
        return value
    found = guide.places.find(value)
    if not isinstance(found, Found):
        name = "cli-orient-place-several" if found else "cli-orient-place"
        raise AnswersRefused(sentence(name, fact=fact, value=_shown(value)))
    return found.slug


def _complete(guide: Guide, answers: Mapping[str, str]) -> None:
    for fact in guide.table.asked(answers):
        if ends_when_skipped(guide.pack.question_by_fact[fact]) and fact not in answers:
            raise AnswersRefused(sentence("cli-orient-required", fact=fact))


def _shown(value: object) -> str:
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "".join(each if each.isprintable() else "?" for each in said[:40])


def _said(guide: Guide, answers: Mapping[str, str]) -> str:
    result = guide.table.decide(answers)
    found = [
        {
            "scheme": one.scheme,
            "rule": one.rule,
            "points": one.points,
            "to_confirm": one.to_confirm,
            "reason": one.reason,
        }
        for one in result.recommendations
    ]
    return json.dumps({"asked": result.asked, "recommendations": found, "notes": result.notes}, ensure_ascii=False)
