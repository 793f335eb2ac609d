"""People from outside, by numbers: where one stands, erase one, the retention, the register, a breach."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli_privacy import ACTIVITIES
from storage.data_map import data_map
from tests.cli.program import ran, talking

CANARY = "canari-des-rues"


@pytest.fixture
def db(tmp_path: Path) -> str:
    """The address of a database where somebody wrote."""
    url = f"sqlite:///{tmp_path}/boussole.db"
    with talking("--db", url) as talk:
        talk.text("bonjour", CANARY)
        talk.text("1", CANARY)
    return url


def test_where_someone_stands_is_told_without_anything_of_theirs(db: str) -> None:
    """The step, the cause, what comes next; exit 1 for a number that nobody has."""
    shown = ran("people", "show", "1", "--db", db)
    assert shown.code == 0, shown.err
    for words in ("orientation", "une question lui est posée", "tout s'efface"):
        assert words in shown.out
    assert CANARY not in shown.out
    missing = ran("people", "show", "9", "--db", db)
    assert (missing.code, missing.sentences) == (1, ["Aucune personne n'a le numéro 9."])


def test_someone_is_erased_by_their_number(db: str) -> None:
    """Then unknown, and greeted as anybody new; no byte of them is left."""
    erased = ran("people", "erase", "1", "--db", db)
    assert (erased.code, "35 jours" in erased.out) == (0, True), erased.err
    assert ran("people", "erase", "1", "--db", db).code == 1
    path = Path(db.removeprefix("sqlite:///"))
    assert [name for name in path.parent.iterdir() if CANARY.encode() in name.read_bytes()] == []


@pytest.mark.row("D12")
def test_the_retention_says_what_it_does_and_does_nothing_when_asked_not_to(db: str) -> None:
    """The clock of the machine is later than that of nobody here: nothing is due."""
    for words in (("--dry-run",), ()):
        done = ran("retention", "run", *words, "--db", db)
        assert (done.code, "personnes : 0" in done.out) == (0, True), done.err
        assert "cli-" not in done.out
    assert ran("people", "show", "1", "--db", db).code == 0


@pytest.mark.row("D26")
def test_the_register_holds_every_activity_and_every_column() -> None:
    """Straight from the data map: a table without an activity fails here (D26)."""
    told = ran("privacy", "register")
    assert told.code == 0, told.err
    listed = [table for tables in ACTIVITIES.values() for table in tables]
    assert sorted(listed) == sorted(data_map())
    for table, columns in data_map().items():
        for name in columns:
            assert f"- {table}.{name} : " in told.out
    assert "Métropole d'essai" in told.out
    # And two more: security, and the help for an impact assessment.
    assert told.out.count("\n## ") == len(ACTIVITIES) + 2
    assert "cli-" not in told.out


@pytest.mark.row("D27")
def test_a_breach_is_counted_by_messages_people_and_uses_of_roles(db: str) -> None:
    """Between two days; days that cannot be read are bad usage (D27)."""
    ran("invite", "--role", "admin", "--db", db)
    found = ran("privacy", "breach", "2026-01-01", "2036-01-01", "--db", db)
    assert found.code == 0, found.err
    assert "invite-admin, par operator : 1 fois, 1 lignes" in found.out
    assert "invite-admin" not in ran("privacy", "breach", "2020-01-01", "2020-02-01", "--db", db).out
    for days in (("2026-02-01", "2026-01-01"), ("demain", "2026-01-01")):
        assert ran("privacy", "breach", *days, "--db", db).code == 2


@pytest.mark.row("I23")
@pytest.mark.parametrize("who", ["@quelquun", CANARY, f"terminal:{CANARY}", "@p:a.org", "0x1"])
@pytest.mark.parametrize("words", [("people", "show"), ("people", "erase"), ("roles", "revoke"), ("codes", "revoke")])
def test_nobody_is_named_by_a_handle(db: str, words: tuple[str, str], who: str) -> None:
    """A handle can be taken by somebody else: bad usage, whoever it would have been, who is still there."""
    ended = ran(*words, "--db", db, "--", who)
    assert ended.code == 2, ended.err
    assert ran("people", "show", "1", "--db", db).code == 0
