"""The Fluent files of a pack: joined by language, and their syntax checked with the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fluent.syntax import ast

from handlers.defects import Report, parsed

FTL_NAME = re.compile(r"texts(?:\.[a-z0-9_-]+)?\.(?P<language>[a-z]{2,3})\.ftl")


def language_of(file: str) -> str | None:
    """The language of `texts.places.en.ftl` is `en`."""
    found = FTL_NAME.fullmatch(file)
    return found["language"] if found else None


def in_language(files: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """The files of one language, in the order of their names."""
    for file in sorted(files):
        if language_of(file) == language:
            yield file, files[file]


def joined(files: Mapping[str, str], common: Mapping[str, str]) -> dict[str, str]:
    """A language -> all its sentences, those of the pack last: the last of a name is the one said."""
    found = sorted({language for file in (*common, *files) if (language := language_of(file))})
    return {language: "".join(_pieces(files, common, language)) for language in found}


def _pieces(files: Mapping[str, str], common: Mapping[str, str], language: str) -> Iterator[str]:
    for source in (common, files):
        for _file, text in in_language(source, language):
            yield _ended(text)


def _ended(text: str) -> str:
    """A blank line between two files, so that the end of one never continues in the next."""
    return text.replace("\r\n", "\n").rstrip("\n") + "\n\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a Fluent file with its place. `written` is the sentence as it is in the file."""

    file: str
    line: int
    name: str
    written: str
    comment: str
    is_junk: bool


def entries(files: Mapping[str, str], common: Mapping[str, str], language: str) -> Iterator[Entry]:
    """Messages of a language, and what Fluent cannot read, in order. The whole language is parsed, as it
    is when said: the work is done once."""
    source = "".join(_pieces(files, common, language))
    starts, names = _starts(files, common, language)
    for entry in parsed(source).body:
        start = entry.span.start if entry.span else 0
        index = bisect_right(starts, start) - 1
        line = source.count("\n", starts[index], _fault_at(entry, start)) + 1
        if isinstance(entry, ast.Junk):
            yield Entry(names[index], line, "", "", "", is_junk=True)
        elif isinstance(entry, ast.Message):
            span = entry.value.span if entry.value else None
            written = source[span.start : span.end] if span else ""
            comment = (entry.comment.content or "") if entry.comment else ""
            yield Entry(names[index], line, entry.id.name, written, comment, is_junk=False)


def check_syntax(files: Mapping[str, str], common: Mapping[str, str], report: Report) -> None:
    """Reports what Fluent cannot read, and names given twice in one file."""
    seen: set[tuple[str, str]] = set()
    for language in joined(files, common):
        for entry in entries(files, common, language):
            if entry.is_junk:
                report.add(entry.file, entry.line, 1, "check-fluent")
            elif (entry.file, entry.name) in seen:
                report.add(entry.file, entry.line, 1, "check-text-twice", value=entry.name)
            seen.add((entry.file, entry.name))


def _fault_at(entry: ast.EntryType, start: int) -> int:
    if isinstance(entry, ast.Junk) and entry.annotations and entry.annotations[0].span:
        return max(start, entry.annotations[0].span.start - 1)
    if isinstance(entry, ast.Message) and entry.id.span:
        return entry.id.span.start
    return start


def _starts(files: Mapping[str, str], common: Mapping[str, str], language: str) -> tuple[list[int], list[str]]:
    starts, names, at = [0], [""], 0
    for folder, source in (("common/", common), ("", files)):
        for file, text in in_language(source, language):
            starts.append(at)
            names.append(folder + file)
            at += len(_ended(text))
    return starts, names
