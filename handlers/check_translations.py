"""Names the sentences that a language lacks, and those whose source changed since they were translated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.defects import Report, Severity
from handlers.pack import Pack
from handlers.texts import Entry, entries, in_language
from handlers.wording import inline_texts

_FOR_TOOLS = ("check-", "cli-", "settings-", "summary-")
_OF_COMMUNITY = ("community-", "domain-", "exchange-")
_OF_GATHERINGS = ("kind-", "series-", "busy-")
_NEEDED = ("question-", "answer-", "topic-", "reason-", "note-", "door-", "elsewhere-", *_OF_COMMUNITY, *_OF_GATHERINGS)
_EVERYWHERE = ("other-language-", "words-language-", "lexicon-recognised", "lexicon-greetings")
"""Words of several languages at once: the same whatever the language spoken."""
_SYNONYMS = "-says"
_OPTIONAL = re.compile(r".*-why|answer-.*-other")
COMMON = "common/"


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence to translate; `needed` if nobody can do without its translation; `common` if every
    pack says it."""

    text: str
    needed: bool
    common: bool = False


def digest(sentence: str) -> str:
    """What a translator copies in the comment above a translation (`# fr 1a2b3c4d`)."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:8]


def check_translations(pack: Pack, files: Mapping[str, str], common: Mapping[str, str], report: Report) -> None:
    """Every language of the pack but the first. One of courtesy may lack sentences; see `untranslated`."""
    references = _references(pack, files, common)
    for language in pack.territory.courtesy:
        for entry in entries(files, common, language):
            _compared(entry, references, pack.reference_language, report)
    for language in pack.territory.languages[1:]:
        translated = {entry.name: entry for entry in entries(files, common, language)}
        file = next((name for name, _ in in_language(files, language)), f"texts.{language}.ftl")
        for name, reference in references.items():
            if name not in translated:
                severity: Severity = "error" if reference.needed else "warning"
                missing_in = f"{COMMON}texts.{language}.ftl" if reference.common else file
                report.add(missing_in, 1, 1, "check-translation-missing", severity, value=name, language=language)
        for entry in translated.values():
            _compared(entry, references, pack.reference_language, report)


@dataclass(frozen=True, slots=True)
class Courtesy:
    """How far a language of courtesy is translated: how many sentences there are, and those that it lacks."""

    language: str
    count: int
    lacking: tuple[str, ...]


def untranslated(pack: Pack, files: Mapping[str, str], common: Mapping[str, str]) -> tuple[Courtesy, ...]:
    """What is left to translate in each language of courtesy."""
    names = tuple(_references(pack, files, common))
    done = {
        language: {entry.name for entry in entries(files, common, language)} for language in pack.territory.courtesy
    }
    return tuple(
        Courtesy(language, len(names), tuple(name for name in names if name not in translated))
        for language, translated in done.items()
    )


def _references(pack: Pack, files: Mapping[str, str], common: Mapping[str, str]) -> dict[str, Reference]:
    found = {
        name: Reference(text, name.startswith(_NEEDED) and not _OPTIONAL.fullmatch(name))
        for name, text in inline_texts(pack).items()
    }
    for entry in entries(files, common, pack.reference_language):
        if entry.name and not entry.name.startswith((*_FOR_TOOLS, *_EVERYWHERE)):
            is_common = entry.file.startswith(COMMON)
            found[entry.name] = Reference(entry.written, is_common, is_common)
    return found


def _compared(entry: Entry, references: Mapping[str, Reference], first: str, report: Report) -> None:
    reference = references.get(entry.name)
    if reference is None:
        known = entry.name.endswith(_SYNONYMS) or entry.name.startswith((*_FOR_TOOLS, *_EVERYWHERE))
        if entry.name and not known:
            report.add(entry.file, entry.line, 1, "check-translation-orphan", "warning", value=entry.name)
        return
    dated = re.search(rf"\b{first} ([0-9a-f]{{8}})\b", entry.comment)
    if dated is None or dated[1] != digest(reference.text):
        name = "check-translation-undated" if dated is None else "check-translation-stale"
        report.add(entry.file, entry.line, 1, name, "warning", value=entry.name, digest=digest(reference.text))
