"""Makes a pack of the texts of its files, or refuses it with every defect of its structure at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from typing import Any

from handlers.defects import Defect, PackRefused, Report
from handlers.pack import NO_COMMUNITY, NO_GATHERINGS, NO_SUMMARIES, Pack
from handlers.references import cross_references
from handlers.shapes import OPTIONAL, PERSONAS, SHAPES, typed
from handlers.source import Sheet, read
from handlers.texts import FTL_NAME, check_syntax, joined

__all__ = ["Defect", "PackRefused", "load", "revision", "sheets"]

COMMON_FOLDER = "common/"


def load(files: Mapping[str, str], common: Mapping[str, str], languages: Collection[str] = ()) -> Pack:
    """The pack made of `files` (by their path in its folder) and of the common texts; raises
    `PackRefused`. `check` proves more; this is what starting needs. `languages`: of the others, only the sentences of
    the pack's first one are read."""
    report = Report(common)
    values = _values(files, report)
    texts = joined(files, common)
    if languages and "pack.yaml" in values:
        wanted = {*languages, values["pack.yaml"].languages[0]}
        texts = {language: text for language, text in texts.items() if language in wanted}
    check_syntax(files, common, report, texts)
    report.refuse()
    return _pack(values, texts, revision(files, common))


def _values(files: Mapping[str, str], report: Report) -> dict[str, Any]:
    """What each YAML file says. Where it says it is let go here: the sentences, read next, take its memory."""
    read_sheets = sheets(files)
    _unreadable(read_sheets, report)
    _expected_files(files, report)
    values = {sheet.file: typed(sheet, report) for sheet in read_sheets.values() if not sheet.faults}
    cross_references(read_sheets, report)
    return values


def sheets(files: Mapping[str, str]) -> dict[str, Sheet]:
    """The YAML files of a pack, read."""
    return {file: read(file, text) for file, text in sorted(files.items()) if _is_shaped(file)}


def _is_shaped(file: str) -> bool:
    return file in SHAPES or bool(re.fullmatch(rf"{PERSONAS}[a-z0-9_-]+\.yaml", file))


def _unreadable(read_sheets: Mapping[str, Sheet], report: Report) -> None:
    for sheet in read_sheets.values():
        for fault in sheet.faults:
            report.add(sheet.file, fault.line, fault.column, fault.name, key=fault.key)


def _expected_files(files: Mapping[str, str], report: Report) -> None:
    for file in SHAPES:
        if file not in files and file not in OPTIONAL:
            report.add(file, 1, 1, "check-file-missing", value=file)
    for file in files:
        if not _is_shaped(file) and not FTL_NAME.fullmatch(file):
            report.add(file, 1, 1, "check-file-unknown", value=file)


def _pack(values: Mapping[str, Any], texts: Mapping[str, str], revision: str) -> Pack:
    return Pack(
        territory=values["pack.yaml"],
        orientation=values["orientation.yaml"],
        schemes=values["schemes.yaml"],
        places=values["places.yaml"],
        pages=values["pages.yaml"],
        glossary=values["glossary.yaml"],
        personas=tuple(one for file, part in values.items() if file.startswith(PERSONAS) for one in part),
        community=values.get("community.yaml", NO_COMMUNITY),
        gatherings=values.get("gatherings.yaml", NO_GATHERINGS),
        summary=values.get("summary.yaml", NO_SUMMARIES),
        texts=texts,
        revision=revision,
    )


def revision(files: Mapping[str, str], common: Mapping[str, str]) -> str:
    """A short hash of every name and content."""
    digest = hashlib.sha256()
    named = {**files, **{COMMON_FOLDER + name: text for name, text in common.items()}}
    for name in sorted(named):
        digest.update(f"{name}\0{len(named[name])}\0{named[name]}\0".encode())
    return digest.hexdigest()[:16]
