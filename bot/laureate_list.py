"""The City's list of laureate projects as a file: read whole or refused line by line, and the sheet of codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.cells import no_formula
from bot.sentences import sentence
from handlers import sensitive
from handlers.guide import Guide
from handlers.messages import clean
from handlers.pack import Community
from handlers.projects import LONGEST_NAME, MOST_PLACES, OLDEST_YEAR, PLACES, same_project
from handlers.understand import key

NAME, YEAR, CALL, PLACES_COLUMN = "projet", "annee", "appel", "places"
_WANTED = (NAME, YEAR, CALL)
_KNOWN = (*_WANTED, PLACES_COLUMN)
LARGEST, MOST_LINES = 1_000_000, 2_000


class ListRefusedError(Exception):
    """The list cannot be taken: `lines` say where and why, a line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Line:
    """One project of the list."""

    name: str
    call: str
    year: int
    places: int = PLACES


def read(file: str, raw: bytes, guide: Guide, community: Community, this_year: int) -> tuple[Line, ...]:
    """The projects of a file, all of them right; raises ListRefusedError with every line that is not."""
    rows = _rows(file, raw)
    number, header = next(rows, (1, []))
    columns = _columns(file, number, header)
    lines: list[Line] = []
    wrong: list[str] = []
    seen: dict[tuple[tuple[str, str], int], int] = {}
    for number, cells in rows:
        try:
            line = _line(columns, cells, guide, community, this_year)
            first = seen.setdefault((same_project(line.name, line.call), line.year), number)
            if first != number:
                raise ListRefusedError(sentence("cli-laureates-twice", line=str(first)))
            lines.append(line)
        except ListRefusedError as refused:
            wrong += [f"{file}:{number}: {said}" for said in refused.lines]
    if not (lines or wrong):
        wrong = [f"{file}:{number}: {sentence('cli-laureates-empty')}"]
    if wrong:
        raise ListRefusedError(*wrong)
    return tuple(lines)


def _rows(file: str, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with the number of its line."""
    if len(raw) > LARGEST:
        raise ListRefusedError(f"{file}: {sentence('cli-laureates-large', most=str(MOST_LINES))}")
    text = _decoded(file, raw)
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    try:
        for count, cells in enumerate(reader):
            if count > MOST_LINES:
                raise ListRefusedError(f"{file}: {sentence('cli-laureates-large', most=str(MOST_LINES))}")
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [" ".join(clean(cell).split()) for cell in cells]
    except csv.Error as error:
        raise ListRefusedError(f"{file}:{reader.line_num}: {sentence('cli-laureates-csv')}") from error


def _decoded(file: str, raw: bytes) -> str:
    """UTF-8, else what a spreadsheet writes on Windows in this part of the world."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListRefusedError(f"{file}: {sentence('cli-laureates-encoding')}")


def _columns(file: str, number: int, header: Sequence[str]) -> Mapping[str, int]:
    names = [key(cell) for cell in header]
    known = ", ".join(_KNOWN)
    wrong = [sentence("cli-laureates-column", column=cell, known=known) for cell in header if key(cell) not in _KNOWN]
    wrong += [sentence("cli-laureates-missing", column=name) for name in _WANTED if names.count(name) != 1]
    if wrong:
        raise ListRefusedError(*(f"{file}:{number}: {said}" for said in wrong))
    return {name: names.index(name) for name in names}


def _line(columns: Mapping[str, int], cells: Sequence[str], guide: Guide, community: Community, this_year: int) -> Line:
    if len(cells) != len(columns):
        raise ListRefusedError(sentence("cli-laureates-cells", count=str(len(cells)), wanted=str(len(columns))))
    said = {name: cells[place] for name, place in columns.items()}
    places = said.get(PLACES_COLUMN) or str(PLACES)
    wrong = [*_of_name(said[NAME], guide), *_of_year(said[YEAR], this_year)]
    call = call_of(community, said[CALL])
    if not call:
        wrong.append(sentence("cli-laureates-call", call=said[CALL], known=", ".join(community.calls)))
    if not places.isdecimal() or int(places) > MOST_PLACES:
        wrong.append(sentence("cli-laureates-places", most=str(MOST_PLACES)))
    if wrong:
        raise ListRefusedError(*wrong)
    return Line(said[NAME], call, int(said[YEAR]), int(places))


def _of_name(name: str, guide: Guide) -> Iterator[str]:
    if not name:
        yield sentence("cli-laureates-name")
    elif len(name) > LONGEST_NAME:
        yield sentence("cli-laureates-long", most=str(LONGEST_NAME))
    elif sensitive.find(name, guide.wording) == "personal-answer":
        yield sentence("cli-laureates-personal")


def _of_year(year: str, this_year: int) -> Iterator[str]:
    if not (year.isdecimal() and OLDEST_YEAR <= int(year) <= this_year + 1):
        yield sentence("cli-laureates-year", first=str(OLDEST_YEAR), last=str(this_year + 1))


def call_of(community: Community, said: str) -> str:
    """The call of a community as its pack writes it; any call where the pack names none; nothing if unknown."""
    if not community.calls:
        return said[:LONGEST_NAME]
    return next((call for call in community.calls if key(call) == key(said)), "")


def sheet(rows: Sequence[tuple[Line, str]], until: str) -> str:
    """The codes as a table for a spreadsheet, where no cell is a formula."""
    paper = io.StringIO()
    writer = csv.writer(paper, delimiter=";", lineterminator="\n")
    writer.writerow([NAME, YEAR, CALL, "code", "valable_jusqu_au"])
    for line, code in rows:
        writer.writerow([no_formula(line.name), line.year, no_formula(line.call), code, until])
    return paper.getvalue()
