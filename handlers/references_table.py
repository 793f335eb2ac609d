"""Checks what the decision table names: facts, values, groups, needs, schemes, ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.blanks import BLANK
from handlers.decide import UNKNOWN
from handlers.defects import Report
from handlers.messages import LONGEST_CHOICE
from handlers.names import Defined, Names, own_values
from handlers.pointing import Place, column, known, once
from handlers.shapes import condition_paths
from handlers.source import Path, Sheet
from handlers.understand import key

RESERVED = frozenset({"done", "skip", "back"})
"""Values that every question understands; none of its answers may be called so."""

RESERVED_FACTS = frozenset({"scheme", "any_need", "not"})


def check_table(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect of orientation.yaml between values."""
    table = sheets.get("orientation.yaml")
    if table is None or table.root is None:
        return
    _questions(table, names, report)
    _groups(table, names, report)
    for path, when in condition_paths(table):
        _condition(table, path, when, names, report)
    _lines(table, names, report)


def _lines(table: Sheet, names: Defined, report: Report) -> None:
    ids = [*column(table, "id", "rules"), *table.texts("fallback", "id"), *column(table, "id", "notes")]
    once(table, ids, report, "check-id-twice")
    once(table, column(table, "id", "guards"), report, "check-id-twice")
    once(table, table.texts("order"), report, "check-id-twice")
    proposed = list(_proposed(table))
    about = [*column(table, "about", "notes"), *column(table, "schemes", "guards"), *table.texts("order")]
    known(table, [*proposed, *about], names.schemes, report, "check-scheme-unknown")
    ordered = frozenset(scheme for _, scheme in table.texts("order"))
    known(table, [one for one in proposed if one[1] in (names.schemes or ())], ordered, report, "check-not-in-order")
    for path, scheme in table.texts("order"):
        _short(table, path, f"orientation/scheme:{scheme}", report)


def _proposed(table: Sheet) -> Iterator[Place]:
    yield from column(table, "scheme", "rules")
    yield from table.texts("fallback", "schemes")
    for path, _ in table.rows("questions"):
        yield from column(table, "scheme", *path, "if_skipped", "doors")


def _questions(table: Sheet, names: Defined, report: Report) -> None:
    facts = list(column(table, "fact", "questions"))
    once(table, facts, report, "check-id-twice")
    for path, fact in facts:
        if fact in names.given or fact in RESERVED_FACTS:
            report.at(table, path, "check-fact-taken", value=fact)
    rows = [path for path, _ in table.rows("questions")]
    for path in [path for path in rows if table.text(*path, "kind") == "place"][1:]:
        report.at(table, (*path, "kind"), "check-second-place")
    for path in [path for path in rows if table.text(*path, "most") not in ("", "1")][1:]:
        report.at(table, (*path, "most"), "check-second-need")
    for path in rows:
        _question(table, path, names, report)


def _question(table: Sheet, path: Path, names: Defined, report: Report) -> None:
    fact = table.text(*path, "fact")
    answers = list(column(table, "value", *path, "answers"))
    is_place = table.text(*path, "kind") == "place"
    once(table, answers, report, "check-value-twice")
    _labels(table, path, report)
    if table.text(*path, "kind") != BLANK and (is_place == bool(answers) or len(answers) == 1):
        report.at(table, (*path, "answers"), "check-place-answers" if is_place else "check-few-answers", value=fact)
    if is_place and table.text(*path, "most") not in ("", "1"):
        report.at(table, (*path, "most"), "check-place-answers", value=fact)
    for place, value in answers:
        _short(table, place, f"orientation/{fact}:{value}", report)
        if value in RESERVED:
            report.at(table, place, "check-reserved", value=value)
    _if_skipped(table, path, is_place, names, report)
    known(table, column(table, "value", *path, "if_not_asked"), own_values(table, path), report, "check-value-unknown")


def _labels(table: Sheet, path: Path, report: Report) -> None:
    """Neither two buttons alike, nor one phrase that means two answers. Labels come first: what is added to
    them is what must give way."""
    first: dict[str, tuple[Path, int]] = {}
    for kind in ("label", "other", "says"):
        name = "check-says-twice" if kind == "says" else "check-label-twice"
        for row, _ in table.rows(*path, "answers"):
            for place, said in table.texts(*row, kind):
                line, _ = table.position(place)
                # A sign alone has no letters: it is itself.
                owner, first_line = first.setdefault(key(said) or said, (row, line))
                if owner != row and said:
                    report.at(table, place, name, value=said, first=first_line)


def _if_skipped(table: Sheet, path: Path, is_place: bool, names: Defined, report: Report) -> None:
    skipped = (*path, "if_skipped")
    ways = [way for way in table.keys(*skipped) if table.text(*skipped, way) not in ("no", "false")]
    if len(ways) != 1 and table.at(skipped) is not None:
        report.at(table, skipped, "check-if-skipped")
    allowed = names.elsewhere | {UNKNOWN} if is_place else own_values(table, path)
    known(table, table.texts(*skipped, "value"), allowed, report, "check-value-unknown")


def _groups(table: Sheet, names: Defined, report: Report) -> None:
    if names.values is None:
        return
    for fact in table.keys("groups"):
        if names.lacks(fact):
            report.at(table, ("groups", fact), "check-fact-unknown", of_key=True, value=fact)
            continue
        values = names.values.get(fact)
        for group in table.keys("groups", fact):
            if group in (values or ()):
                report.at(table, ("groups", fact, group), "check-group-is-value", of_key=True, value=group)
            known(table, table.texts("groups", fact, group), values, report, "check-value-unknown")
            once(table, table.texts("groups", fact, group), report, "check-value-twice")


def _condition(table: Sheet, path: Path, when: Mapping[str, object], names: Defined, report: Report) -> None:
    earlier = _earlier(table, path, names)
    for fact in when:
        if fact == "not":
            continue
        place, asked = (*path, fact), names.need if fact == "any_need" else fact
        if fact == "any_need" and not names.need and BLANK not in (names.values or ()):
            report.at(table, place, "check-no-need", of_key=True)
        elif fact == names.need:
            report.at(table, place, "check-use-any-need", of_key=True, value=fact)
        elif names.lacks(asked):
            report.at(table, place, "check-fact-unknown", of_key=True, value=fact)
        elif earlier is not None and asked not in earlier and BLANK not in earlier:
            report.at(table, place, "check-fact-later", of_key=True, value=asked)
        elif asked in (names.values or ()):
            known(table, table.texts(*place), names.allowed(asked), report, "check-value-unknown")
            once(table, table.texts(*place), report, "check-value-twice")
        if when[fact] == []:
            report.at(table, place, "check-list-empty", of_key=True, key=fact)


def _earlier(table: Sheet, path: Path, names: Defined) -> Names | None:
    """The facts known when a question is about to be asked; None for a condition of anything else."""
    if path[0] != "questions" or not isinstance(path[1], int):
        return None
    before = frozenset(table.text("questions", index, "fact") for index in range(path[1]))
    return before | names.given if not names.place or names.place in before else before


def _short(table: Sheet, path: Path, choice: str, report: Report) -> None:
    if len(choice.encode()) > LONGEST_CHOICE:
        report.at(table, path, "check-choice-long", value=choice)
