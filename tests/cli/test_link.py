"""One person on two messengers, from outside: a program plays both."""

from __future__ import annotations

import re

import pytest

from tests.cli.program import Answer, Talk, talking

NOW = "2026-12-01T12:00:00+01:00"
TG, MX = {"channel": "telegram"}, {"channel": "matrix"}


def code(talk: Talk, **where: str) -> str:
    """A code asked for there."""
    (found,) = re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b", talk.text("lier", **where).text)
    return str(found)


def at(answer: Answer, channel: str) -> str:
    """What one messenger shows."""
    return "\n".join(message["text"] for message in answer.messages if message["channel"] == channel)


def asked(answer: Answer) -> list[str]:
    """The buttons of the question in course."""
    return [id for id in answer.ids if id.startswith("orientation/")]


def test_the_same_question_goes_on_elsewhere_also_after_a_restart(db: str) -> None:
    """The code is typed on Matrix: the question of Telegram is asked there, and its answer counts on both."""
    with talking("--db", db) as talk:
        talk.text("bonjour", **TG)
        second = asked(talk.tap("orientation/etape:idee", **TG))
        linked = talk.text(code(talk, **TG), **MX)
        assert "relié" in at(linked, "matrix")
        assert "relié" in at(linked, "telegram")
        assert asked(linked) == second
    with talking("--db", db) as talk:
        third = asked(talk.text("Lille", **MX))
        assert third != second
        assert asked(talk.text("menu", **TG))[-len(third) :] == third
        assert "Telegram, Matrix" in talk.text("mes données", **MX).text


@pytest.mark.parametrize("wrong", ["expired", "reused", "unknown"])
def test_a_code_that_is_worth_nothing_links_nothing(wrong: str) -> None:
    """And says so in a sentence."""
    with talking() as talk:
        talk.clock(NOW)
        given = code(talk, **TG)
        if wrong == "expired":
            talk.clock("2026-12-01T12:10:00+01:00")
        if wrong == "reused":
            talk.text(given, "u2", **MX)
        said = talk.text("ABCD-2345-EFGH" if wrong == "unknown" else given, "u3", **MX)
        assert "Ce code" in said.text
        assert {message["channel"] for message in said.messages} == {"matrix"}
        assert "Telegram" not in talk.text("mes données", "u3", **MX).text


def test_after_five_wrong_codes_a_right_one_waits_an_hour() -> None:
    """Nobody guesses."""
    with talking() as talk:
        talk.clock(NOW)
        given = code(talk, **TG)
        for n in range(5):
            talk.text(f"ABCD-234{n + 2}-EFGH", **MX)
        assert "heure" in talk.text(given, **MX).text
        talk.clock("2026-12-01T13:00:00+01:00")
        assert "relié" in talk.text(code(talk, **TG), **MX).text


def test_a_role_is_shared_only_after_a_yes_on_both() -> None:
    """The one that gave the code is asked last."""
    with talking() as talk:
        (made,) = talk.send({"invite": "admin"}).messages
        talk.text(made["code"], **MX)
        talk.text(code(talk, **TG), **MX)
        assert "administration" not in talk.text("mes rôles", **TG).text
        told = talk.tap("linking/agree:oui", **MX)
        assert [message["channel"] for message in told.messages] == ["matrix", "telegram"]
        assert "administration" not in talk.text("mes rôles", **TG).text
        talk.tap("linking/confirm:oui", **TG)
        assert "administration" in talk.text("mes rôles", **TG).text


@pytest.mark.parametrize("where", [TG, MX])
def test_parted_the_second_starts_from_nothing(where: dict[str, str]) -> None:
    """And the first goes on."""
    with talking() as talk:
        talk.text("bonjour", **TG)
        second = asked(talk.tap("orientation/etape:idee", **TG))
        talk.text(code(talk, **TG), **MX)
        parted = talk.text("délier", **where)
        assert at(parted, "telegram")
        assert at(parted, "matrix")
        assert "programme" in talk.text("bonjour", **MX).text
        assert asked(talk.text("langue", **TG)) == second
