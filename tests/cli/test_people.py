"""People from outside, by numbers: where one stands, erase one, the retention, the register, a breach."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.cli_privacy import ACTIVITIES
from scheduler.clock import SystemClock
from storage.data_map import data_map
from storage.database import open_database
from storage.tables import people
from tests.cli.program import ran, talking
from tests.databases import Databases

CANARY = "canari-des-rues"


@pytest.fixture
def known(db: str) -> str:
    """The address of a database where somebody wrote."""
    with talking("--db", db) as talk:
        talk.text("bonjour", CANARY)
        talk.text("1", CANARY)
    return db


def test_where_someone_stands_is_told_without_anything_of_theirs(known: str) -> None:
    """The step, the cause, what comes next; exit 1 for a number that nobody has."""
    shown = ran("people", "show", "1", "--db", known)
    assert shown.code == 0, shown.err
    for words in ("orientation", "une question lui est posée", "tout s'efface"):
        assert words in shown.out
    assert CANARY not in shown.out
    missing = ran("people", "show", "9", "--db", known)
    assert (missing.code, missing.sentences) == (1, ["Aucune personne n'a le numéro 9."])


def test_someone_is_erased_by_their_number(known: str, databases: Databases, tmp_path: Path) -> None:
    """Then unknown, and greeted as anybody new; no byte of them is left."""
    erased = ran("people", "erase", "1", "--db", known)
    assert (erased.code, "35 jours" in erased.out) == (0, True), erased.err
    assert ran("people", "erase", "1", "--db", known).code == 1
    if databases.is_sqlite:  # the files of a server are its own
        assert [path for path in tmp_path.iterdir() if CANARY.encode() in path.read_bytes()] == []


@pytest.mark.row("D12")
def test_the_retention_says_what_it_does_and_does_nothing_when_asked_not_to(known: str) -> None:
    """Somebody of whom nothing was heard for two days: counted, still there, erased, gone."""
    database = open_database(known)
    with database.write() as connection:
        connection.execute(update(people).values(last_seen_at=SystemClock().now() - timedelta(days=2)))
    database.close()
    for words, due in ((("--dry-run",), 1), ((), 1), (("--dry-run",), 0)):
        done = ran("retention", "run", *words, "--db", known)
        assert (done.code, f"personnes : {due}" in done.out) == (0, True), done.err + done.out
        assert "cli-" not in done.out
        assert ran("people", "show", "1", "--db", known).code == (0 if words and due else 1)


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
def test_a_breach_is_counted_by_messages_people_and_uses_of_roles(known: str) -> None:
    """Between two days; days that cannot be read are bad usage (D27)."""
    ran("invite", "--role", "admin", "--db", known)
    found = ran("privacy", "breach", "2026-01-01", "2036-01-01", "--db", known)
    assert found.code == 0, found.err
    assert "invite-admin, par operator : 1 fois, 1 lignes" in found.out
    assert "invite-admin" not in ran("privacy", "breach", "2020-01-01", "2020-02-01", "--db", known).out
    for days in (("2026-02-01", "2026-01-01"), ("demain", "2026-01-01")):
        assert ran("privacy", "breach", *days, "--db", known).code == 2


@pytest.mark.row("I23")
@pytest.mark.parametrize("words", [("people", "show"), ("people", "erase"), ("roles", "revoke"), ("codes", "revoke")])
def test_nobody_is_named_by_a_handle(known: str, words: tuple[str, str]) -> None:
    """A handle can be taken by somebody else: bad usage, whoever it would have been, who is still there."""
    for who in ("@quelquun", CANARY, f"terminal:{CANARY}", "@p:a.org", "0x1"):
        ended = ran(*words, "--db", known, "--", who)
        assert ended.code == 2, (who, ended.err)
    assert ran("people", "show", "1", "--db", known).code == 0
