"""What the commands about laureates do in one transaction: the same list twice, a new code, a project off the list."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from bot.cli_requests import REQUESTS
from bot.request_refused import RequestRefused
from handlers.projects import LONGEST_NAME
from scheduler.clock import SystemClock
from storage.database import Database
from storage.play import Scene
from tests.conversation import guide
from tests.echo import NOON
from tests.projects import CALL, CITY, Hall

ROWS = [["Le Fil", CALL, 2026, 3], ["Le Four", CALL, 2025, 0]]


@pytest.fixture
def hall(either_database: Database) -> Hall:
    """On each of the two."""
    return Hall(either_database)


def asked(hall: Hall, name: str, **texts: str) -> Mapping[str, str]:
    """What a command asks."""
    scene = Scene(guide("lille"), NOON, SystemClock().draw)
    with hall.database.write() as connection:
        return REQUESTS[name](connection, scene, **texts)


def imported(hall: Hall, rows: list[list[object]]) -> list[str]:
    """A code, or nothing, for each row."""
    done = asked(hall, "laureates-import", community=CITY, rows=json.dumps(rows))
    return list(json.loads(done["codes"]))


def test_the_same_list_makes_each_project_once_and_changes_nobodys_yes(hall: Hall) -> None:
    """Also written otherwise; a project of another year is another one."""
    first, second = imported(hall, ROWS)
    hall.enter("u1", first)
    before = hall.count("consents")
    assert imported(hall, [["LE FIL", CALL.upper(), 2026, 9], *ROWS]) == ["", "", ""]
    assert imported(hall, [["Le Fil", CALL, 2024, 3]]) != [""]
    assert (hall.count("projects"), hall.count("consents"), first == second) == (3, before, False)
    assert hall.members() == {"u1": "member"}


def test_a_project_without_a_place_lets_no_colleague_in(hall: Hall) -> None:
    hall.enter("u1", imported(hall, ROWS)[1])
    assert "Inviter un ou une collègue" not in hall.offered("u1")
    assert "Toutes les places" in hall.says("u1", "inviter un collègue")


def test_a_new_code_takes_the_place_of_the_one_that_nobody_used(hall: Hall) -> None:
    lost, _ = imported(hall, ROWS)
    code = asked(hall, "laureates-code", id="1")["code"]
    assert "pas valable" in hall.says("u1", lost)
    hall.enter("u1", code)
    assert hall.members() == {"u1": "member"}


def test_a_project_off_the_list_closes_its_codes_and_its_people_are_out(hall: Hall) -> None:
    hall.enter("u1", imported(hall, ROWS)[0])
    spare = hall.colleague()
    asked(hall, "laureates-revoke", id="1")
    assert hall.members() == {}
    assert "pas valable" in hall.says("u2", spare)
    with pytest.raises(RequestRefused):
        asked(hall, "laureates-code", id="1")
    assert imported(hall, ROWS[:1]) != [""]


@pytest.mark.parametrize("id", ["0", "99", "x", ""])
def test_a_number_that_is_nobodys_is_refused(hall: Hall, id: str) -> None:
    for name in ("laureates-code", "laureates-revoke", "passes-revoke"):
        with pytest.raises(RequestRefused):
            asked(hall, name, id=id)


@pytest.mark.parametrize("rows", ["", "[1]", json.dumps([["a" * (LONGEST_NAME + 1), CALL, 2026, 3]]), "[[]]"])
def test_rows_that_no_command_would_send_are_refused(hall: Hall, rows: str) -> None:
    with pytest.raises(RequestRefused):
        asked(hall, "laureates-import", community=CITY, rows=rows)
    assert hall.count("projects") == 0


def test_the_journal_counts_what_was_added_and_names_nobody(hall: Hall) -> None:
    imported(hall, ROWS)
    assert hall.journal() == [("operator", "ville", "laureates-import")]
