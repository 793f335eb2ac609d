"""The Fluent files of a pack: joined by language, and their syntax checked with the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handlers.defects import Report
from handlers.fluent_texts import parsed

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
    file, line, counted = -1, 1, 0
    for place in parsed(source).places:
        index = bisect_right(starts, place.start) - 1
        if index != file:
            file, line, counted = index, 1, starts[index]
        line += source.count("\n", counted, place.at)
        counted = max(counted, place.at)
        written = source[slice(*place.sentence)]
        yield Entry(names[index], line, place.name, written, place.comment, is_junk=place.is_junk)


def check_syntax(files: Mapping[str, str], common: Mapping[str, str], report: Report, languages: Iterable[str]) -> None:
    """Reports what Fluent cannot read in these languages, and names given twice in one file."""
    seen: set[tuple[str, str]] = set()
    for language in languages:
        for entry in entries(files, common, language):
            if entry.is_junk:
                report.add(entry.file, entry.line, 1, "check-fluent")
            elif (entry.file, entry.name) in seen:
                report.add(entry.file, entry.line, 1, "check-text-twice", value=entry.name)
            seen.add((entry.file, entry.name))


def _starts(files: Mapping[str, str], common: Mapping[str, str], language: str) -> tuple[list[int], list[str]]:
    starts, names, at = [0], [""], 0
    for folder, source in (("common/", common), ("", files)):
        for file, text in in_language(source, language):
            starts.append(at)
            names.append(folder + file)
            at += len(_ended(text))
    return starts, names
