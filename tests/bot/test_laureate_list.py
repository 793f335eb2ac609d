"""The City's list as a file: taken whole, or refused line by line; the sheet of codes holds no formula."""

from __future__ import annotations

import csv
import io

import pytest

from bot.laureate_list import MOST_LINES, Line, ListRefusedError, read, sheet
from handlers.projects import LONGEST_NAME, PLACES
from tests.conversation import guide
from tests.projects import CALL

GUIDE = guide("lille")
CITY = GUIDE.pack.community.by_id["laureats"]
HEADER = "projet;annee;appel"


def taken(text: str, encoding: str = "utf-8") -> tuple[Line, ...]:
    """The projects of a list of this text."""
    return read("liste.csv", text.encode(encoding), GUIDE, CITY, 2026)


def refused(text: str) -> list[str]:
    """Where it is refused: file and line of each reason."""
    with pytest.raises(ListRefusedError) as caught:
        taken(text)
    assert all(len(line.rpartition(": ")[2]) > len("trop") for line in caught.value.lines)
    return [":".join(line.split(":")[:2]) for line in caught.value.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ","])
def test_a_list_is_read_as_spreadsheets_write_it(encoding: str, mark: str) -> None:
    """Accents or not in the header, quotes, empty lines, spaces, the ends of lines of Windows."""
    text = (
        f'Projet;Année;APPEL;Places\r\n" L’Épi ";2026;appel a projets PERMANENT;\r\n\r\n;;;\r\nFour;2025;{CALL};5\r\n'
    )
    lines = taken(text.replace(";", mark), encoding)
    assert lines == (Line("L’Épi", CALL, 2026, PLACES), Line("Four", CALL, 2025, 5))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", ["liste.csv:1"] * 3),
        (f"{HEADER}\n", ["liste.csv:1"]),
        (f"projet;annee\nFour;2026\n{CALL}", ["liste.csv:1"]),
        (f"{HEADER};telephone\nFour;2026;{CALL};0639980001", ["liste.csv:1"]),
        (f"{HEADER}\nFour;2026\n", ["liste.csv:2"]),
        (f"{HEADER}\n;2026;{CALL}\nFour;26;{CALL}\nÉpi;2099;{CALL}\n", ["liste.csv:2", "liste.csv:3", "liste.csv:4"]),
        (f"{HEADER}\nFour;2026;Un autre appel\n", ["liste.csv:2"]),
        (f"{HEADER}\n{'a' * (LONGEST_NAME + 1)};2026;{CALL}\n", ["liste.csv:2"]),
        (f"{HEADER}\nle projet de quelqu.un@example.org;2026;{CALL}\n", ["liste.csv:2"]),
        (f"{HEADER}\nFour;2026;{CALL}\n\nFOUR ;2026;{CALL}\n", ["liste.csv:4"]),
        (f"{HEADER};places\nFour;2026;{CALL};21\nÉpi;2026;{CALL};-1\n", ["liste.csv:2", "liste.csv:3"]),
        (f'{HEADER}\n"Four;2026;{CALL}\n', ["liste.csv:2"]),
    ],
)
def test_each_wrong_line_is_named_and_nothing_is_taken(text: str, where: list[str]) -> None:
    assert refused(text) == where


def test_a_list_that_is_too_long_is_refused() -> None:
    rows = "".join(f"Projet {n};2026;{CALL}\n" for n in range(MOST_LINES + 1))
    with pytest.raises(ListRefusedError):
        taken(f"{HEADER}\n{rows}")


@pytest.mark.row("I4")
def test_no_invisible_or_reversing_character_stays_in_a_name() -> None:
    (line,) = taken(f"{HEADER}\n\u202eruoF\u200b \u2067;2026;{CALL}\n")
    assert line.name == "ruoF"


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_the_sheet_is_a_formula(name: str) -> None:
    (row,) = list(
        csv.reader(io.StringIO(sheet([(Line(name, CALL, 2026), "AAAA-22AA-AAAA")], "2027-02-19")), delimiter=";")
    )[1:]
    assert row == [f"'{name}", "2026", CALL, "AAAA-22AA-AAAA", "2027-02-19"]
