"""The City's list from outside: taken in once, codes shown once, projects counted, codes and projects taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import ran, talking
from tests.projects import CALL

LIST = f"projet;annee;appel\nLe Fil;2026;{CALL}\n=1+1;2025;{CALL}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of two projects."""
    path = tmp_path / "liste.csv"
    path.write_text(LIST, "utf-8")
    return path


def test_a_list_is_taken_in_once_and_its_codes_let_people_in(db: str, file: Path, tmp_path: Path) -> None:
    """The sheet belongs to its owner alone; the same list again makes no second project and no code."""
    sheet = tmp_path / "codes.csv"
    done = ran("laureates", "import", file, "-o", sheet, "--db", db)
    assert (done.code, done.out, sheet.stat().st_mode & 0o777) == (0, "", 0o600)
    codes = [line.split(";")[3] for line in sheet.read_text("utf-8-sig").splitlines()[1:]]
    assert ran("laureates", "import", file, "-o", sheet, "--db", db).refused
    again = ran("laureates", "import", file, "--db", db)
    assert (again.code, len(again.out.splitlines())) == (0, 1)
    with talking("--db", db) as talk:
        talk.text(codes[0])
        assert "bienvenue" in talk.text("oui").text
        assert "pas valable" in talk.text(codes[0], "u2").text
    counted = ran("laureates", "list", "--counts", "--db", db).out.splitlines()
    assert [line.split()[0] for line in counted] == ["2026", "2025"]
    assert "1 projet, 1 entré, 1 personne" in counted[0]


def test_a_code_of_a_project_is_listed_and_taken_back_with_its_letter(db: str, file: Path) -> None:
    file.write_text(LIST + "Le Four;26;Autre\n", "utf-8")
    wrong = ran("laureates", "import", file, "--db", db)
    assert (wrong.code, wrong.out) == (1, "")
    assert [line.startswith("liste.csv:4: ") for line in wrong.sentences] == [True, True, False]
    file.write_text(LIST, "utf-8")
    ran("laureates", "import", file, "--db", db)
    assert ran("codes", "revoke", "L1", "--db", db).code == 0
    listed = ran("codes", "list", "--db", db).out.splitlines()
    assert [(line.split()[0], "retiré" in line) for line in listed] == [("L1", True), ("L2", False)]
