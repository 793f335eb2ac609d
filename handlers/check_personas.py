"""Runs the personas of a pack, which are its tests, and names each rule and note that none of them reaches."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.decide import Result
from handlers.defects import Report
from handlers.guide import Guide
from handlers.pack import Persona
from handlers.places import Found
from handlers.shapes import PERSONAS
from handlers.source import Path, Sheet

Lines = list[tuple[str, str, int, bool]]


def check_personas(guide: Guide, sheets: Mapping[str, Sheet], report: Report) -> None:
    """Every persona in order, then what none of them shows."""
    places = ((sheet, path) for file, sheet in sheets.items() if file.startswith(PERSONAS) for path, _ in sheet.rows())
    shown: set[str] = set()
    for persona, (sheet, path) in zip(guide.pack.personas, places, strict=True):
        answers = persona_answers(guide, persona)
        if answers is None:
            report.at(sheet, (*path, "answers"), "check-persona-place", value=persona.id)
            continue
        result = (guide.table_on(persona.on) if persona.on else guide.table).decide(answers)
        shown |= {one.rule for one in result.recommendations} | set(result.notes)
        _answers(guide, persona, answers, result, sheet, path, report)
        _result(persona, result, sheet, path, report)
    _unseen(guide, shown, sheets["orientation.yaml"], report)


def persona_answers(guide: Guide, persona: Persona) -> dict[str, str] | None:
    """The answers of a persona as the table reads them; None if the place is not found."""
    answers = {fact: value if isinstance(value, str) else " ".join(value) for fact, value in persona.answers.items()}
    place = answers.get(guide.table.place_fact)
    if place:
        found = guide.places.find(place)
        if place not in guide.table.facts_by_place and not isinstance(found, Found):
            return None
        answers[guide.table.place_fact] = found.slug if isinstance(found, Found) else place
    return answers


def _answers(
    guide: Guide, persona: Persona, answers: dict[str, str], result: Result, sheet: Sheet, path: Path, report: Report
) -> None:
    for fact in persona.answers:
        question = guide.pack.question_by_fact[fact]
        if fact not in result.asked:
            report.at(sheet, (*path, "answers", fact), "check-persona-not-asked", value=fact)
        elif answers[fact] and len(guide.table.read(question, answers[fact]).split()) < len(answers[fact].split()):
            report.at(sheet, (*path, "answers", fact), "check-persona-many", value=fact, limit=question.most)


def _result(persona: Persona, result: Result, sheet: Sheet, path: Path, report: Report) -> None:
    given = [(one.scheme, one.rule, one.points, one.to_confirm) for one in result.recommendations]
    wanted = [(one.scheme, one.rule, one.points, one.to_confirm) for one in persona.expected]
    if given != wanted:
        index = _first_difference(given, wanted)
        place: Path = (*path, "expected", index) if index < len(wanted) else (*path, "expected")
        report.at(
            sheet,
            place,
            "check-persona-result",
            value=persona.id,
            wanted=_line(wanted, index),
            given=_line(given, index),
        )
    if result.notes != persona.notes:
        notes = ", ".join(result.notes) or "-"
        report.at(sheet, (*path, "notes"), "check-persona-notes", value=persona.id, given=notes)
    shown = {one.scheme for one in result.recommendations}
    for index, scheme in enumerate(persona.must_not):
        if scheme in shown:
            report.at(sheet, (*path, "must_not", index), "check-persona-forbidden", value=persona.id, scheme=scheme)


def _first_difference(given: Lines, wanted: Lines) -> int:
    both = min(len(given), len(wanted))
    return next((index for index in range(both) if given[index] != wanted[index]), both)


def _line(lines: Lines, index: int) -> str:
    return " ".join(map(str, lines[index])) if index < len(lines) else "-"


def _unseen(guide: Guide, shown: set[str], sheet: Sheet, report: Report) -> None:
    table = guide.pack.orientation
    for index, rule in enumerate(table.rules):
        if rule.id not in shown:
            report.at(sheet, ("rules", index, "id"), "check-rule-no-persona", value=rule.id)
    for index, note in enumerate(table.notes):
        if note.id not in shown:
            report.at(sheet, ("notes", index, "id"), "check-note-no-persona", value=note.id)
    if table.fallback.id not in shown:
        report.at(sheet, ("fallback", "id"), "check-rule-no-persona", value=table.fallback.id)
