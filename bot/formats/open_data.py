"""The figures of closed periods as open data: a table for any program, what its columns hold, the licence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from bot.formats import File
from bot.formats.lists import CSV_TYPE
from bot.formats.summary_files import JSON_TYPE, as_json, safe
from bot.packs import COMMON, content
from bot.sentences import sentence
from handlers.open_data import Line, definitions, lines
from handlers.summary_shape import Summary

TABLE, SCHEMA, PACKAGE, READ_ME, LICENCE = "bilans.csv", "schema.json", "datapackage.json", "LISEZ-MOI.md", "LICENCE.md"
TEXT_TYPE = "text/markdown; charset=utf-8"
_LICENCE = content() / COMMON / "licence-ouverte-2.0.md"
_LICENCES = ({"name": "etalab-2.0", "title": "Licence Ouverte 2.0", "path": LICENCE},)
_PERIOD = r"^[0-9]{4}-W[0-9]{2}--[0-9]{4}-W[0-9]{2}$"
_WHOLE = {"type": "integer", "constraints": {"minimum": 0}}
_KEY = ("periode", "indicateur", "ligne")
_FORMS: Mapping[str, Mapping[str, Any]] = {
    "periode": {"type": "string", "constraints": {"required": True, "pattern": _PERIOD}},
    "duree": {"type": "string", "constraints": {"required": True, "enum": ["trimestre", "semestre", "annee"]}},
    "debut": {"type": "date", "format": "%Y-%m-%d", "constraints": {"required": True}},
    "fin": {"type": "date", "format": "%Y-%m-%d", "constraints": {"required": True}},
    "unite": {"type": "string", "constraints": {"required": True, "enum": ["nombre", "pourcentage", "tranche"]}},
    "valeur": _WHOLE,
    "numerateur": _WHOLE,
    "denominateur": _WHOLE,
    "masque": {"type": "boolean", "constraints": {"required": True}},
}
_TEXT = {"type": "string", "constraints": {"required": True}}


def open_data(summaries: Sequence[Summary], hidden: str) -> tuple[File, ...]:
    """All files, of what was published in these summaries. `hidden`: what is read of what is masked."""
    found = lines(summaries, hidden)
    return (
        File(TABLE, CSV_TYPE, _table(found)),
        File(SCHEMA, JSON_TYPE, as_json(schema())),
        File(PACKAGE, JSON_TYPE, as_json(_package(found))),
        File(READ_ME, TEXT_TYPE, _read_me(definitions(summaries)).encode()),
        File(LICENCE, TEXT_TYPE, _LICENCE.read_bytes()),
    )


def _table(found: Sequence[Line]) -> bytes:
    """UTF-8, commas, ends of line of its own, as the guides of the State want it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([each.name for each in fields(Line)])
    for line in found:
        writer.writerow([_cell(getattr(line, each.name)) for each in fields(Line)])
    return held.getvalue().encode()


def _cell(value: str | date | bool | int | None) -> str:
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return safe(value)
    return "" if value is None else str(value)


def schema() -> Mapping[str, Any]:
    """The columns, as a Table Schema of Frictionless Data."""
    columns = [
        {"name": each.name, "description": _says(each.name), **_FORMS.get(each.name, _TEXT)} for each in fields(Line)
    ]
    return {"fields": columns, "primaryKey": list(_KEY), "missingValues": [""]}


def _says(column: str) -> str:
    return sentence(f"cli-open-{column.replace('_', '-')}")


def _package(found: Sequence[Line]) -> Mapping[str, Any]:
    dialect = {"delimiter": ",", "lineTerminator": "\r\n", "header": True}
    form = {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    resource = {"name": "bilans", "path": TABLE, **form, "dialect": dialect, "schema": SCHEMA}
    last = {"created": f"{max(each.fin for each in found)}T00:00:00Z"} if found else {}
    said = {"title": sentence("cli-open-title"), "description": sentence("cli-open-about")}
    profile = {"profile": "tabular-data-package", "name": "boussole-bilans"}
    return {**profile, **said, **last, "licenses": list(_LICENCES), "resources": [resource]}


def _read_me(known: Mapping[str, tuple[str, str]]) -> str:
    """The dictionary: what each column holds, what each indicator means."""
    said = [f"# {sentence('cli-open-title')}", sentence("cli-open-about"), sentence("cli-open-licence", file=LICENCE)]
    said += [f"## {sentence('cli-open-columns')}"]
    said += ["\n".join(f"- `{each.name}` : {_says(each.name)}" for each in fields(Line))]
    said += [f"## {sentence('cli-open-indicators')}"]
    named = (f"- `{id}`, {label} : {text}" for id, (label, text) in sorted(known.items()))
    return "\n\n".join([*said, "\n".join(named)]) + "\n"
