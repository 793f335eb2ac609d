"""Someone asks, a network answers in its group: who hears what, what is kept, and how it may go wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.databases import Anew
from tests.talking import QUESTION, Town, played


@pytest.mark.row("D16")
def test_no_name_goes_either_way_and_the_words_are_erased_once_delivered(anew: Anew) -> None:
    """The group learns a number, the holder a network; nothing else that was said in the group is kept."""

    async def body(here: Town) -> None:
        await here.asks()
        assert QUESTION in here.group()
        assert "u1" not in here.group()
        await here.answers("CANARI du groupe", who="bavard", replies_to="talk/9/9/0000000000000000")
        await here.answers("Réponse CANARI", who="bavard")
        assert "Réponse CANARI" in here.heard_by("u1")
        assert "bavard" not in here.heard_by("u1")
        assert "u1" not in here.group()
        kept = here.dump()
        assert "CANARI" not in kept
        assert "bavard" not in kept
        await here.taps("u1", "done")
        assert QUESTION not in here.dump()

    played(anew, body)


def test_several_people_of_the_group_answer_and_each_is_heard(anew: Anew) -> None:
    """Whoever is in it: the group was wanted by the network. Each use is in the journal, once."""

    async def body(here: Town) -> None:
        await here.asks()
        for who in ("u8", "u9", "u10"):
            await here.answers(f"C'est {who}", who=who)
            assert f"« C'est {who} »" in here.heard_by("u1")
        assert here.used().count("talk-answer") == 3

    played(anew, body)


def test_an_answer_that_is_corrected_is_said_to_be(anew: Anew) -> None:
    """The holder must not go on a Tuesday that became a Thursday."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("Venez mardi")
        await here.answers("Venez jeudi", kind="edit")
        assert "corrige sa réponse :\n« Venez jeudi »" in here.heard_by("u1")

    played(anew, body)


@pytest.mark.parametrize(
    ("said", "kind", "why"),
    [("", "sticker", "seul un texte"), ("", "photo", "seul un texte"), ("x" * 901, "text", "trop long")],
)
def test_what_cannot_be_passed_on_is_said_to_the_group(anew: Anew, said: str, kind: str, why: str) -> None:
    """Nothing is cut in silence, and the holder hears nothing."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers(said, kind=kind)
        assert why in here.group()
        assert here.heard_by("u1") == ""

    played(anew, body)


@pytest.mark.parametrize("word", ["fermer", "/fermer", "Fermer", "/clore@essai_bot"])
def test_the_group_closes_the_question_and_an_answer_after_that_reaches_nobody(anew: Anew, word: str) -> None:
    """The holder hears the end, with what they may do then."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers(word)
        assert "a fermé votre question" in here.heard_by("u1")
        assert [each.id for each in here.choices("u1")] == ["talk/ask:new", "talk/network:contacts"]
        await here.answers("Encore un mot")
        assert "est fermée. La personne n'a rien reçu." in here.group()
        assert here.heard_by("u1") == ""

    played(anew, body)


def test_a_command_under_a_question_is_for_the_bot(anew: Anew) -> None:
    """« /aide » is not an answer to anybody."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("/aide")
        assert here.heard_by("u1") == ""
        assert "Écrivez-moi en privé" in here.group()

    played(anew, body)


def test_someone_who_was_erased_is_answered_by_nobody(anew: Anew) -> None:
    """The group is told so; the question is gone with them."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.says("u1", "oublier")
        await here.says("u1", "oui")
        await here.answers("Bonjour")
        assert "n'existe plus" in here.group()
        assert here.heard_by("u1") == ""
        assert QUESTION not in here.dump()

    played(anew, body)


def test_the_next_sentence_after_an_answer_is_perhaps_for_the_network(anew: Anew) -> None:
    """With no question open it is asked; « merci » alone is not sent, nor a command."""

    async def body(here: Town) -> None:
        await here.says("u1", "arrêter")
        await here.asks()
        await here.answers("Bonjour")
        await here.says("u1", "Quels sont vos horaires pour venir ?")
        assert "Ce texte partira pour APES" in here.heard_by("u1")
        await here.says("u1", "oui")
        assert "Quels sont vos horaires" in here.group()
        await here.answers("Le matin")
        await here.says("u1", "merci")
        assert "partira" not in here.heard_by("u1")

    played(anew, body)


def test_what_is_counted_holds_no_person(anew: Anew) -> None:
    """Opened, answered, and the delay of each answer, in coarse steps."""

    async def body(here: Town) -> None:
        await here.asks()
        here.clock.move(here.clock.now() + timedelta(hours=3))
        await here.answers("Bonjour")
        await here.answers("Et encore")
        await here.taps("u1", "reply")
        await here.says("u1", "Merci, et pour le bail ?")
        await here.answers("Voyez la fiche")
        assert here.counted("talk-opened") == {"": 1}
        assert here.counted("talk-answered") == {"": 1}
        assert here.counted("human-delay") == {"4h": 1, "1h": 1}

    played(anew, body)


def test_a_question_settled_before_its_answer_is_said_to_the_group(anew: Anew) -> None:
    """Nobody works for nothing; once answered, the group is left in peace."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.says("u1", "humain")
        await here.taps("u1", "done")
        assert "n'attend plus de réponse" in here.group()
        await here.asks()
        await here.answers("Bonjour")
        await here.taps("u1", "done")
        assert here.group() == ""

    played(anew, body)
