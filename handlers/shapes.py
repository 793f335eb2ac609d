"""Turns the plain values of a pack's files into typed values, with a French word for each that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from handlers.blanks import BLANK, blanks
from handlers.defects import Report
from handlers.pack import (
    Communities,
    Gatherings,
    Orientation,
    Page,
    Persona,
    Places,
    Scheme,
    Summaries,
    Term,
    Territory,
)
from handlers.source import Path, Sheet

SHAPES: dict[str, Any] = {
    "pack.yaml": Territory,
    "orientation.yaml": Orientation,
    "schemes.yaml": tuple[Scheme, ...],
    "places.yaml": Places,
    "pages.yaml": tuple[Page, ...],
    "glossary.yaml": tuple[Term, ...],
    "community.yaml": Communities,
    "gatherings.yaml": Gatherings,
    "summary.yaml": Summaries,
}
OPTIONAL = frozenset({"community.yaml", "gatherings.yaml", "summary.yaml"})
"""Files that a pack may do without."""
PERSONAS = "personas/"
_ANY_NEED, _NOT, _FACTS, _NOT_FIELD = "any_need", "not", "facts", "not_"
_LIMITS = ("max_length", "ge", "le", "expected")
_NAMES = {
    "missing": "check-key-missing",
    "extra_forbidden": "check-key-unknown",
    "string_too_long": "check-too-long",
    "string_pattern_mismatch": "check-form",
    "string_type": "check-text",
    "literal_error": "check-one-of",
    "bool_parsing": "check-yes-no",
    "int_parsing": "check-number",
    "int_from_float": "check-number",
    "greater_than_equal": "check-number-small",
    "less_than_equal": "check-number-large",
    "date_from_datetime_parsing": "check-date",
    "date_parsing": "check-date",
    "tuple_type": "check-list",
    "too_short": "check-list-empty",
    "mapping_type": "check-mapping",
    "dict_type": "check-mapping",
    "model_type": "check-mapping",
    "model_attributes_type": "check-mapping",
}


@cache
def _adapter(file: str) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[Persona, ...] if file.startswith(PERSONAS) else SHAPES[file])


def typed(sheet: Sheet, report: Report) -> Any | None:
    """The typed value of a file; None when it does not fit, each reason being reported. A text left empty
    is to be written, whatever else it should be."""
    for path in blanks(sheet):
        report.at(sheet, path, "check-empty")
    try:
        return _adapter(sheet.file).validate_python(_with_conditions(sheet.value))
    except ValidationError as refused:
        for error in refused.errors(include_url=False, include_context=True):
            if error["input"] != BLANK and not _follows(error):
                _report(sheet, error, report)
        return None


def _follows(error: ErrorDetails) -> bool:
    """True for a list said to lack values only because those it has do not fit: they are reported."""
    return error["type"] == "too_short" and bool(error["input"])


def _with_conditions(value: Any) -> Any:
    """The same values, each `when` in the shape of a Condition."""
    if isinstance(value, list):
        return [_with_conditions(one) for one in value]
    if isinstance(value, dict):
        return {key: _condition(one) if key == "when" else _with_conditions(one) for key, one in value.items()}
    return value


def _condition(when: Any) -> Any:
    if not isinstance(when, dict):
        return when
    facts = {fact: _listed(values) for fact, values in when.items() if fact not in (_ANY_NEED, _NOT)}
    shaped: dict[str, Any] = {_FACTS: facts}
    if _ANY_NEED in when:
        shaped[_ANY_NEED] = _listed(when[_ANY_NEED])
    if _NOT in when:
        shaped[_NOT_FIELD] = _condition(when[_NOT])
    return shaped


def _listed(values: Any) -> Any:
    return [values] if isinstance(values, str) else values


def _report(sheet: Sheet, error: ErrorDetails, report: Report) -> None:
    path, kind = tuple(_written(error["loc"])), error["type"]
    context = error.get("ctx", {})
    limit = next((context[one] for one in _LIMITS if one in context), "")
    name = _NAMES.get(kind, "check-value")
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), sheet.file)
    report.at(sheet, path, name, of_key=kind == "extra_forbidden", key=key, limit=limit)


def _written(location: tuple[int | str, ...]) -> Iterator[int | str]:
    """The path as the file has it: our Condition has two keys that the YAML writes otherwise."""
    inside = False
    for step in location:
        if inside and step == _FACTS:
            continue
        if inside and step == _NOT_FIELD:
            yield _NOT
            continue
        inside = inside or step == "when"
        yield step


def condition_paths(sheet: Sheet) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each condition as written, with its place; those inside `not` included."""
    yield from _conditions_in(sheet.value, ())


def _conditions_in(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from _conditions_in(one, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "when" and isinstance(one, dict):
                yield from _nested((*path, key), one)
            else:
                yield from _conditions_in(one, (*path, key))


def _nested(path: Path, when: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    yield path, when
    if isinstance(inner := when.get(_NOT), dict):
        yield from _nested((*path, _NOT), inner)
