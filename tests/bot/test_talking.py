"""Someone asks, a network answers in its group: who hears what, what is kept, and how it may go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update

from handlers.effects_requests import PassRequestOn
from handlers.messages import Address
from storage import requests as moves
from storage import rooms as places
from storage.requests import pass_on
from storage.tables import requests, roles
from tests.roles import invited
from tests.talking import GROUP, QUESTION, Town, played, room

PARIS = ZoneInfo("Europe/Paris")
OTHER = Address("terminal", "room:g2")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of December, on a clock of the territory."""
    return datetime(2026, 12, day, hour, minute, tzinfo=PARIS)


def test_no_name_goes_either_way_and_the_words_are_erased_once_delivered() -> None:
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

    played(body)


def test_several_people_of_the_group_answer_and_each_is_heard() -> None:
    """Whoever is in it: the group was wanted by the network. Each use is in the journal, once."""

    async def body(here: Town) -> None:
        await here.asks()
        for who in ("u8", "u9", "u10"):
            await here.answers(f"C'est {who}", who=who)
            assert f"« C'est {who} »" in here.heard_by("u1")
        assert here.used().count("talk-answer") == 3

    played(body)


def test_an_answer_that_is_corrected_is_said_to_be() -> None:
    """The holder must not go on a Tuesday that became a Thursday."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("Venez mardi")
        await here.answers("Venez jeudi", kind="edit")
        assert "corrige sa réponse :\n« Venez jeudi »" in here.heard_by("u1")

    played(body)


@pytest.mark.parametrize(
    ("said", "kind", "why"),
    [("", "sticker", "seul un texte"), ("", "photo", "seul un texte"), ("x" * 901, "text", "trop long")],
)
def test_what_cannot_be_passed_on_is_said_to_the_group(said: str, kind: str, why: str) -> None:
    """Nothing is cut in silence, and the holder hears nothing."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers(said, kind=kind)
        assert why in here.group()
        assert here.heard_by("u1") == ""

    played(body)


@pytest.mark.parametrize("word", ["fermer", "/fermer", "Fermer", "/clore@essai_bot"])
def test_the_group_closes_the_question_and_an_answer_after_that_reaches_nobody(word: str) -> None:
    """The holder hears the end, with what they may do then."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers(word)
        assert "a fermé votre question" in here.heard_by("u1")
        assert [each.id for each in here.choices("u1")] == ["talk/ask:new", "talk/network:contacts"]
        await here.answers("Encore un mot")
        assert "est fermée. La personne n'a rien reçu." in here.group()
        assert here.heard_by("u1") == ""

    played(body)


def test_a_command_under_a_question_is_for_the_bot() -> None:
    """« /aide » is not an answer to anybody."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("/aide")
        assert here.heard_by("u1") == ""
        assert "Écrivez-moi en privé" in here.group()

    played(body)


def test_someone_who_was_erased_is_answered_by_nobody() -> None:
    """The group is told so; the question is gone with them."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.says("u1", "oublier")
        await here.says("u1", "oui")
        await here.answers("Bonjour")
        assert "n'existe plus" in here.group()
        assert here.heard_by("u1") == ""
        assert QUESTION not in here.dump()

    played(body)


def test_only_the_group_of_the_network_answers_and_only_by_quoting_what_was_posted_there() -> None:
    """Another group that forges the name of the message, one that the network left, an invented name: nothing."""

    async def body(here: Town) -> None:
        await here.asks()
        posted = here.posted()
        for forged in (posted, "talk/1/1/0000000000000000", "receipt:1", "reply/terminal/1/m1/0"):
            await here.answers("Bonjour", room=OTHER, replies_to=forged)
            assert here.channel.heard == []
        with here.app.database.write() as connection:
            passed = connection.execute(select(requests.c.id)).scalar_one()
            pass_on(connection, PassRequestOn(passed, "cress"), here.clock.now())
        await here.answers("Bonjour")
        assert "est passée à un autre réseau" in here.group()
        assert here.heard_by("u1") == ""

    played(body)


def test_a_question_passed_on_is_asked_in_the_group_of_the_other_network() -> None:
    """With all that waits for an answer."""

    async def body(here: Town) -> None:
        room(here.app.database, OTHER, "cress")
        await here.says("u1", "humain")
        await here.says("u1", "APES")
        await here.says("u1", QUESTION)
        await here.says("u1", "oui")
        with here.app.database.write() as connection:
            passed = connection.execute(select(requests.c.id)).scalar_one()
            pass_on(connection, PassRequestOn(passed, "cress"), here.clock.now())
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by(OTHER.peer)
        await here.answers("Bonjour", room=OTHER)
        assert "CRESS Hauts-de-France vous répond" in here.heard_by("u1")

    played(body)


def test_a_group_that_the_bot_is_put_out_of_leaves_the_question_to_the_animators() -> None:
    """In private, with the button to answer; the holder notices nothing."""

    async def body(here: Town) -> None:
        await here.asks()
        with here.app.database.write() as connection:
            places.leave(connection, GROUP, here.clock.now())
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by("u8")
        await here.taps("u8", "talk/answer")
        await here.says("u8", "Passez nous voir")
        assert "« Passez nous voir »" in here.heard_by("u1")
        assert "talk-answer" in here.used()

    played(body)


def test_a_group_that_refuses_the_question_leaves_it_to_the_animators() -> None:
    """The bot may no longer write there, and nobody told it."""

    async def body(here: Town) -> None:
        here.channel.refusing.add(GROUP.peer)
        await here.asks()
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by("u8")

    played(body)


def test_a_group_where_questions_do_not_belong_is_spared_by_who_animates_the_network_only() -> None:
    """The question that was there goes to them in private, and so does the next one."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("pas ici", who="u9")
        assert "Seule une personne qui anime" in here.group()
        assert here.heard_by("u1") == ""
        await here.answers("Pas ici", who="u8")
        assert "Aucune question n'arrivera plus ici" in here.group()
        assert here.heard_by("u1") == ""
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by("u8")
        await here.asks("Et pour le bail ?", who="u2")
        assert here.group() == ""
        assert "Et pour le bail ?" in here.heard_by("u8")

    played(body)


def test_a_group_under_another_name_is_asked_again_there() -> None:
    """What was posted under the old name can no longer be answered."""

    async def body(here: Town) -> None:
        await here.asks()
        with here.app.database.write() as connection:
            places.move(connection, GROUP, OTHER)
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by(OTHER.peer)
        await here.answers("Bonjour", room=OTHER)
        assert "« Bonjour »" in here.heard_by("u1")

    played(body)


def test_nobody_answers_and_it_is_said_once_again_to_the_group() -> None:
    """After a working day, in the day; an answer or a new word starts the wait again."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.until(at(2, 11, 59))
        assert here.group() == ""
        await here.until(at(2, 12, 1))
        assert "sans réponse depuis un jour ouvré" in here.group()
        await here.answers("Nous cherchons")
        await here.until(at(3, 9))
        assert here.group() == ""
        await here.says("u1", "Et pour le bail ?", replies_to=here.key_of("u1"))
        assert "Et pour le bail ?" in here.group()
        await here.until(at(4, 12))
        assert "Et pour le bail ?" in here.group()
        assert QUESTION not in here.group()

    played(body)


def test_what_is_added_before_an_answer_is_posted_at_once_and_said_again_with_the_question() -> None:
    """Both wait for the same answer."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.says("u1", "humain")
        await here.taps("u1", "reply")
        await here.says("u1", "À Fives si possible")
        assert "la personne ajoute :\n« À Fives si possible »" in here.group()
        assert QUESTION not in here.group()
        await here.until(at(2, 12, 1))
        assert f"« {QUESTION}\nÀ Fives si possible »" in here.group()

    played(body)


def test_at_night_a_question_waits_for_the_morning_and_so_does_a_late_answer() -> None:
    """But who asked within the hour is still there, and is answered at once."""

    async def body(here: Town) -> None:
        here.clock.move(at(1, 19, 30))
        await here.asks()
        here.clock.move(at(1, 20, 10))
        await here.answers("Tout de suite")
        assert "Tout de suite" in here.heard_by("u1")
        here.clock.move(at(1, 23))
        await here.answers("Plus tard")
        assert here.heard_by("u1") == ""
        assert "partira demain matin" in here.group()
        await here.until(at(2, 8))
        assert "Plus tard" in here.heard_by("u1")
        here.clock.move(at(2, 21))
        await here.asks("Une autre ?", who="u2")
        assert here.group() == ""
        assert "mercredi" not in here.heard_by("u2")
        assert "jeudi 3 décembre à 8 h" in here.heard_by("u2")
        await here.until(at(3, 8))
        assert "Une autre ?" in here.group()

    played(body)


def test_a_network_that_nobody_reads_for_any_more_is_not_promised() -> None:
    """It is said before anything is kept, with the public contacts."""

    async def body(here: Town) -> None:
        await here.says("u1", "humain")
        await here.says("u1", QUESTION)
        here.write(delete(roles))
        await here.says("u1", "oui")
        assert "Personne ne lit ici" in here.heard_by("u1")
        assert QUESTION not in here.dump()
        await here.says("u1", "humain")
        assert "Aucune personne ne lit" in here.heard_by("u1")

    played(body, group=False)


def test_who_lost_the_role_answers_no_more() -> None:
    """Neither by an old button, nor with an answer already begun."""

    async def body(here: Town) -> None:
        await here.asks()
        button = here.button("u8", "talk/answer")
        await here.says("u8", choice=button, kind="choice")
        here.write(update(roles).values(revoked_at=here.clock.now()))
        await here.says("u8", "Bonjour")
        assert here.heard_by("u1") == ""
        await here.says("u8", choice=button, kind="choice")
        assert "Écrivez votre réponse" not in here.heard_by("u8")

    played(body, group=False)


def test_a_button_of_someone_else_opens_nothing() -> None:
    """Copied, or forged, by another holder."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.answers("Bonjour")
        for step in ("reply", "done", "answer", "over"):
            for number in ("1", "2", "-1", "9" * 30, "x"):
                await here.says("u2", choice=f"talk/{step}:{number}", kind="choice")
                assert here.heard_by("u1") == ""
                assert here.group() == ""
        await here.says("u1", "humain")
        assert "vous avez reçu une réponse" in here.heard_by("u1")

    played(body)


def test_who_animates_another_network_answers_for_their_own_only() -> None:
    """A button seen over a shoulder, or a message copied, opens nothing to them."""

    async def body(here: Town) -> None:
        await here.says("u7", invited(here.app.database, here.clock.now(), "animator", "cress"))
        await here.says("u1", "humain")
        await here.says("u1", "APES")
        await here.says("u1", QUESTION)
        await here.says("u1", "oui")
        assert QUESTION in here.heard_by("u8")
        assert here.heard_by("u7") == ""
        for step in ("answer", "over"):
            await here.says("u7", choice=f"talk/{step}:1", kind="choice")
            assert "Écrivez votre réponse" not in here.heard_by("u7")
        await here.says("u7", "Bonjour", replies_to=here.key_of("u8"))
        assert here.heard_by("u1") == ""

    played(body, group=False)


def test_the_next_sentence_after_an_answer_is_perhaps_for_the_network() -> None:
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

    played(body)


def test_no_more_than_three_questions_wait_at_once() -> None:
    """One for each network; a second to the same one adds to the first."""

    async def body(here: Town) -> None:
        for number, network in enumerate(("cress", "bge", "maillage")):
            room(here.app.database, replace(OTHER, peer=f"room:h{number}"), network)
        for network in ("APES", "CRESS", "BGE"):
            await here.says("u1", choice="talk/ask:new", kind="choice")
            await here.says("u1", network)
            await here.says("u1", f"Une question à {network} ?")
            await here.says("u1", "oui")
        await here.says("u1", choice="talk/ask:new", kind="choice")
        assert "Trois questions sont déjà ouvertes" in here.heard_by("u1")

    played(body)


def test_what_is_counted_holds_no_person() -> None:
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

    played(body)


def test_a_question_settled_before_its_answer_is_said_to_the_group() -> None:
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

    played(body)


def test_who_asks_stays_known_until_the_end() -> None:
    """A week of silence from both: the answer still finds them."""

    async def body(here: Town) -> None:
        await here.asks()
        await here.until(at(8, 12))
        await here.answers("Pardon du retard")
        assert "Pardon du retard" in here.heard_by("u1")

    played(body)


def test_the_words_of_a_question_are_erased_with_its_end_whoever_ends_it() -> None:
    """Closed behind their backs, as the clock does after three weeks."""

    async def body(here: Town) -> None:
        await here.asks()
        with here.app.database.write() as connection:
            moves.close(connection, 1, "closed", "", here.clock.now())
        assert QUESTION not in here.dump()

    played(body)
