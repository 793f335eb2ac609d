"""Roles from outside: codes made by a command or a program, typed by someone, listed and taken back."""

from __future__ import annotations

import pytest

from tests.cli.program import Ended, ran, talking

NETWORK = "apes"


def invited(db: str, *words: str) -> str:
    """The code that the command prints, alone on its line."""
    done = ran("invite", *words, "--db", db)
    assert done.code == 0, done.err
    return done.out.strip()


@pytest.mark.row("I22")
def test_the_first_administrator_comes_by_a_code_printed_on_the_server(db: str) -> None:
    """Typed by someone, it gives the role; the list then says so, by numbers."""
    code = invited(db, "--role", "admin")
    with talking("--db", db) as talk:
        for claim in ("/admin", "admin", "/start admin"):
            assert "administration" not in talk.text(claim, "u3").text
        assert "administration" in talk.text(code).text
        assert "administration" not in talk.text(code, "u2").text
        assert "administration" not in talk.text("/admin", "u2").text
    listed = ran("roles", "list", "--db", db).out.splitlines()
    assert [line.split()[:2] for line in listed] == [["1", "admin"]]
    assert "u1" not in listed[0]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--role", "animator"), 2),
        (("--role", "animator", "--network", "nulle-part"), 1),
        (("--role", "owner"), 2),
        ((), 2),
    ],
)
def test_a_role_that_cannot_be_given_is_refused(db: str, words: tuple[str, ...], code: int) -> None:
    """Without a code on standard output; nothing is made."""
    done = ran("invite", *words, "--db", db)
    assert (done.code, done.out) == (code, "")
    assert done.err.strip()
    assert len(ran("codes", "list", "--db", db).out.splitlines()) == 1


def test_a_code_and_a_role_are_taken_back_by_their_number(db: str) -> None:
    """Once; a number that is nobody's is refused, and changes nothing."""
    used = invited(db, "--role", "agent")
    spare = invited(db, "--role", "animator", "--network", NETWORK)
    with talking("--db", db) as talk:
        talk.text(used)
    ended = [
        ran(what, "revoke", number, "--db", db) for what, number in (("codes", "2"), ("codes", "2"), ("roles", "1"))
    ]
    assert [done.code for done in ended] == [0, 1, 0]
    assert ended[1].refused
    with talking("--db", db) as talk:
        assert NETWORK not in talk.text(spare, "u2").text.casefold()
        assert talk.text("mes rôles").choices != []
    assert "retiré" in ran("roles", "list", "--db", db).out
    assert all(code not in ran("codes", "list", "--db", db).out for code in (used, spare))


def test_an_empty_database_has_no_role_and_no_code(db: str) -> None:
    """It is not created by asking."""
    said: list[Ended] = [ran(what, "list", "--db", db) for what in ("roles", "codes")]
    assert [done.code for done in said] == [0, 0]
    assert all(len(done.out.splitlines()) == 1 for done in said)


def test_a_program_is_given_codes_too() -> None:
    """The same rules, one JSON line each way; the clock of the program counts."""
    with talking() as talk:
        talk.clock("2026-12-01T12:00:00+01:00")
        (made,) = talk.send({"invite": "animator", "network": NETWORK}).messages
        assert set(made) == {"code"}
        (late,) = talk.send({"invite": "admin"}).messages
        assert NETWORK in talk.text(made["code"].lower()).text.casefold()
        talk.clock("2026-12-03T12:00:00+01:00")
        assert "administration" not in talk.text(late["code"], "u2").text


@pytest.mark.parametrize(
    "line",
    [
        {"invite": "animator"},
        {"invite": "animator", "network": "nulle-part"},
        {"invite": "owner"},
        {"invite": 1},
        {"invite": "admin", "network": None},
        {"invite": "admin", "from": "u1"},
    ],
)
def test_an_invitation_that_is_not_understood_is_told(line: dict[str, object]) -> None:
    """Why, and at which line; the next one works."""
    with talking() as talk:
        answer = talk.send(line)
        assert [error["line"] for error in answer.errors] == [1]
        assert len(answer.errors[0]["error"]) > 20
        assert answer.messages == []
        assert talk.send({"invite": "admin"}).errors == []
