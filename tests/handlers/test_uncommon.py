"""What is read of a message that is no plain text: a correction, words passed on, a voice."""

from __future__ import annotations

import pytest

from tests.conversation import Talk, guide
from tests.transcript import Message


def after_idea(*said: str) -> Talk:
    """At the question of the commune, after these."""
    talk = Talk(guide("lille"))
    for text in ("bonjour", "une idée", *said):
        talk.say(text)
    return talk


@pytest.mark.row("I29")
def test_what_was_not_understood_may_be_corrected_where_it_stands() -> None:
    """The usual gesture after a slip of the finger; once it is understood, a correction changes nothing by itself."""
    talk = after_idea("zzyzx")
    talk.hears(Message("u1", "Lille", how="edit"))
    assert talk.answers()["commune"] == "lille"
    talk.hears(Message("u1", "non", how="edit"))
    assert "qpv" not in talk.answers()


@pytest.mark.row("I29", "I32")
@pytest.mark.parametrize("how", ["edit", "forward"])
def test_a_stop_and_a_cry_for_help_are_heard_however_they_come(how: str) -> None:
    assert "Je ne vous écrirai plus" in after_idea().hears(Message("u1", "stop", how=how))[0].text
    assert "3114" in after_idea().hears(Message("u1", "je veux mourir", how=how))[0].text


@pytest.mark.row("I32")
def test_the_words_of_someone_else_are_no_answer() -> None:
    """« Offre d'emploi à Lille » is not where the person lives; a few words may be, and a code is one."""
    talk = after_idea()
    heard = talk.hears(Message("u1", "Offre : deux postes à Lille, répondre avant lundi", how="forward"))
    assert heard[0].text.startswith("Vous avez transféré un message.")
    assert "commune" not in talk.answers()
    refused = talk.hears(Message("u1", "Voici votre code, écrivez-le seul : K7QM-2HXD-9RTA", how="forward"))
    assert "Ce code n'est pas valable." in refused[0].text
    talk.hears(Message("u1", "Lille", how="forward"))
    assert talk.answers()["commune"] == "lille"
