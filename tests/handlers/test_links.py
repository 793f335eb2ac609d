"""The words that link two messengers, understood in each language and never in a room."""

from __future__ import annotations

import pytest

from handlers.roles import code_in
from tests.conversation import Talk
from tests.handlers.packs import guide
from tests.transcript import ROOM, Message

SAID = ["lier", "/lier", "!lier", "relier", "Autre messagerie", "je voudrais utiliser une autre messagerie"]


@pytest.mark.parametrize("said", [*SAID, "link", "use another messenger please"])
def test_a_code_is_given_to_who_asks(said: str) -> None:
    """Alone on its line; in a question, the question is asked again after it."""
    talk = Talk(guide("lille"))
    talk.say("bonjour")
    first, again = talk.say(said)
    assert [line for line in first.text.splitlines() if code_in(line)]
    assert again.choices[0].id.startswith("orientation/")


@pytest.mark.parametrize("said", ["délier", "delier", "/delier", "unlink"])
def test_who_has_one_messenger_has_nothing_to_part(said: str) -> None:
    """And learns the word that links."""
    assert "« lier »" in Talk(guide("lille")).say(said)[-1].text


@pytest.mark.parametrize("said", ["/lier", "/delier", "lier"])
def test_no_code_is_given_in_a_room(said: str) -> None:
    """Everybody would read it."""
    talk = Talk(guide("lille"))
    heard = talk.hears(Message("u1", said, how=ROOM))
    assert [line for each in heard for line in each.text.split() if code_in(line)] == []
    assert len(heard) == (1 if said.startswith("/") else 0)


def test_the_menu_and_the_help_say_that_it_can_be_done() -> None:
    """Nobody guesses a word."""
    talk = Talk(guide("lille"))
    assert "lier" in talk.say("aide")[-2].text + talk.say("aide")[-1].text
    talk.say("menu")
    assert any(code_in(line) for each in talk.tap("linking/open:code") for line in each.text.splitlines())
