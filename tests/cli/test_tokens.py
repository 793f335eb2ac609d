"""Tokens and mailboxes from outside: made, listed and taken back by whoever runs the machine."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import ran


def test_a_token_is_shown_once_and_taken_back_by_its_number(db: str, tmp_path: Path) -> None:
    made = ran("tokens", "new", "--name", "Grist", "--scope", "summary:read", "--days", "30", "--db", db)
    assert made.code == 0, made.err
    token = made.out.strip()
    assert token.startswith("bsl_")
    listed = ran("tokens", "list", "--db", db).out
    assert listed.split()[:3] == ["1", "Grist", "[summary:read]"]
    assert token not in listed
    assert token.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert ran("tokens", "revoke", "1", "--db", db).code == 0
    assert ran("tokens", "revoke", "1", "--db", db).refused
    assert "retiré" in ran("tokens", "list", "--db", db).out


def test_a_scope_that_does_not_exist_is_bad_usage(db: str) -> None:
    done = ran("tokens", "new", "--name", "x", "--scope", "all", "--db", db)
    assert (done.code, done.out) == (2, "")


def test_an_address_is_registered_once_and_taken_away_by_its_number(db: str) -> None:
    added = ran("tokens", "mail", "add", "Agente.Une@Ville.Example", "--db", db)
    assert added.code == 0
    assert "[smtp]" in added.err, "nothing leaves yet"
    assert ran("tokens", "mail", "add", "Agente.Une@ville.example", "--db", db).refused
    assert "Agente.Une@ville.example" in ran("tokens", "mail", "list", "--db", db).out
    assert ran("tokens", "mail", "remove", "1", "--db", db).code == 0
    assert ran("tokens", "mail", "remove", "1", "--db", db).refused
    assert "@" not in ran("tokens", "mail", "list", "--db", db).out
