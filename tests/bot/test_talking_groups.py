"""Groups where a question is answered: which may, which refuse it, and who stands for a network there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, select, update

from handlers.effects_requests import PassRequestOn
from handlers.messages import Address
from storage import rooms as places
from storage.requests import pass_on
from storage.tables import requests, roles
from tests.databases import Anew
from tests.roles import invited
from tests.talking import GROUP, QUESTION, Town, played, room

OTHER = Address("terminal", "room:g2")


def test_only_the_group_of_the_network_answers_and_only_by_quoting_what_was_posted_there(anew: Anew) -> None:
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

    played(anew, body)


def test_a_question_passed_on_is_asked_in_the_group_of_the_other_network(anew: Anew) -> None:
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

    played(anew, body)


def test_a_group_that_the_bot_is_put_out_of_leaves_the_question_to_the_animators(anew: Anew) -> None:
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

    played(anew, body)


def test_a_group_that_refuses_the_question_leaves_it_to_the_animators(anew: Anew) -> None:
    """The bot may no longer write there, and nobody told it."""

    async def body(here: Town) -> None:
        here.channel.refusing.add(GROUP.peer)
        await here.asks()
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by("u8")

    played(anew, body)


def test_a_group_where_questions_do_not_belong_is_spared_by_who_animates_the_network_only(anew: Anew) -> None:
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

    played(anew, body)


def test_a_group_under_another_name_is_asked_again_there(anew: Anew) -> None:
    """What was posted under the old name can no longer be answered."""

    async def body(here: Town) -> None:
        await here.asks()
        with here.app.database.write() as connection:
            places.move(connection, GROUP, OTHER)
        await here.until(here.clock.now() + timedelta(minutes=1))
        assert QUESTION in here.heard_by(OTHER.peer)
        await here.answers("Bonjour", room=OTHER)
        assert "« Bonjour »" in here.heard_by("u1")

    played(anew, body)


def test_a_network_that_nobody_reads_for_any_more_is_not_promised(anew: Anew) -> None:
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

    played(anew, body, group=False)


def test_who_lost_the_role_answers_no_more(anew: Anew) -> None:
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

    played(anew, body, group=False)


def test_a_button_of_someone_else_opens_nothing(anew: Anew) -> None:
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

    played(anew, body)


def test_who_animates_another_network_answers_for_their_own_only(anew: Anew) -> None:
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

    played(anew, body, group=False)


def test_no_more_than_three_questions_wait_at_once(anew: Anew) -> None:
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

    played(anew, body)
