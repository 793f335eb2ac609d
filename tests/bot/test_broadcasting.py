"""What an animator may do with a broadcast, and may not: each step looks again at the role and at what is there."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from storage.tables import addresses, bookings, broadcasts, consents, recipients, roles
from storage.tables import outbox as ledger
from tests.bot.test_relay import MEMBERS, NETWORK, Town, played
from tests.broadcasting import confirmed, sent, states
from tests.databases import Anew
from tests.echo import NOON
from tests.scheduler.test_posts import gathering

FILLED = (
    "broadcasts/new:go",
    "Bonjour, un café jeudi ?",
    "pas de traduction",
    "rien d'autre",
    "5",
    "non",
    "tout de suite",
)
LATER = NOON + timedelta(seconds=70)


async def fill(here: Town, *answers: str) -> None:
    """The form, one answer after the other."""
    for each in answers or FILLED:
        await here.says("u1", "" if "/" in each else each, **({"choice": each} if "/" in each else {}))


async def confirm(here: Town) -> None:
    """From the review to the number."""
    for each in ("envoyer", "envoyer quand même", "2"):
        await here.says("u1", each)


def numbers(here: Town) -> list[int]:
    """The broadcasts that there are."""
    with here.app.database.read() as connection:
        return list(connection.execute(select(broadcasts.c.id).order_by(broadcasts.c.id)).scalars())


def waiting(here: Town) -> int:
    """For how many people a message is still to be made."""
    with here.app.database.read() as connection:
        return len(connection.execute(select(recipients)).all())


def test_what_is_confirmed_is_kept_with_its_people_and_leaves_after_a_minute(anew: Anew) -> None:
    """Whoever says no in that minute is not written to, and is counted."""

    async def body(here: Town) -> None:
        await fill(here)
        await confirm(here)
        assert "C'est prêt. 2 personnes le recevront dans 60 secondes." in here.heard_by("u1")
        assert (numbers(here), waiting(here)) == ([1, 2], 2)
        await here.says("u2", "stop")
        here.clock.move(LATER + timedelta(seconds=61))
        for _ in range(3):
            await here.tick()
        assert states(here.app.database, 2) == {"sent": 1, "skipped": 1}
        assert "• Envoyés : 1\n• Plus d'accord ou plus d'adresse : 1" in here.heard_by("u1")

    played(anew, body)


@pytest.mark.row("I56")
def test_a_number_that_is_no_longer_right_sends_nothing(anew: Anew) -> None:
    """Someone joined or left between the review and the typing: the new number is asked."""

    async def body(here: Town) -> None:
        await fill(here)
        await here.says("u1", "envoyer")
        await here.says("u1", "envoyer quand même")
        await here.says("u2", "stop")
        await here.says("u1", "2")
        assert "Ce n'est pas le bon nombre." in here.heard_by("u1")
        assert "le nombre de personnes : 1" in here.heard_by("u1")
        assert numbers(here) == [1]

    played(anew, body)


def test_a_role_taken_back_in_the_middle_sends_nothing(anew: Anew) -> None:
    """The draft goes with the role."""

    async def body(here: Town) -> None:
        await fill(here)
        await here.says("u1", "envoyer")
        await here.says("u1", "envoyer quand même")
        here.write(update(roles).values(revoked_at=NOON))
        await here.says("u1", "2")
        assert numbers(here) == [1]

    played(anew, body)


@pytest.mark.row("I21")
def test_nobody_touches_the_broadcast_of_another_network(anew: Anew) -> None:
    """Nor by a forged button, nor by that of someone else's list."""

    async def body(here: Town) -> None:
        id = confirmed(here.app.database, MEMBERS, network="apes", starts_at=LATER + timedelta(days=1))
        for step in ("draft", "stop", "pause", "resume-sending", "again"):
            await here.says("u1", "", choice=f"broadcasts/{step}:{id}")
            await here.says("u2", "", choice=f"broadcasts/{step}:{id}")
        assert sent(here.app.database, id).state == "waiting"

    played(anew, body)


def test_a_segment_of_another_network_cannot_be_forged(anew: Anew) -> None:
    """Only what this network looks after is offered, and only what is offered is taken."""

    async def body(here: Town) -> None:
        await fill(here, *FILLED[:4])
        for value in ("network/apes", "series/petits_dej", "community/laureats", "coming/1"):
            await here.says("u1", "", choice=f"broadcasts/who:{value}")
            assert "À qui écrivez-vous ?" in here.heard_by("u1")

    played(anew, body)


@pytest.mark.row("I56")
def test_it_can_be_taken_back_for_a_minute_and_not_after_it_began(anew: Anew) -> None:
    """Taken back, it is a draft again, and nobody is written to; later, what is going on is said."""

    async def body(here: Town) -> None:
        await fill(here)
        await confirm(here)
        button = here.button("u1", "broadcasts/draft")
        await here.says("u1", "", choice=button)
        assert "Le message est repris." in here.heard_by("u1")
        assert "moins de 10 minutes" not in here.heard_by("u1")
        await here.tick()
        assert waiting(here) == 0
        await confirm(here)
        button = here.button("u1", "broadcasts/draft")
        here.clock.move(LATER + timedelta(seconds=61))
        await here.tick()
        await here.says("u1", "", choice=button)
        assert "Trop tard" in here.heard_by("u1")
        await here.tick()
        assert (states(here.app.database, 2), states(here.app.database, 3)) == ({}, {"sent": 2})

    played(anew, body)


@pytest.mark.row("I56")
def test_the_same_words_sooner_than_ten_minutes_are_asked_about(anew: Anew) -> None:
    """Twice the same message is most often a mistake."""

    async def body(here: Town) -> None:
        await fill(here)
        await confirm(here)
        await fill(here)
        assert "vous avez envoyé ce texte il y a moins de 10 minutes" in here.heard_by("u1")
        here.clock.move(LATER + timedelta(minutes=11))
        await fill(here, "broadcasts/new:go", *FILLED[1:])
        assert "moins de 10 minutes" not in here.heard_by("u1")

    played(anew, body)


@pytest.mark.row("I15")
def test_a_test_goes_to_each_of_ones_own_addresses_and_to_nobody_else(anew: Anew) -> None:
    """One message for each messenger; the others hear nothing."""

    async def body(here: Town) -> None:
        with here.app.database.write() as connection:
            me = connection.execute(select(addresses.c.person).where(addresses.c.peer == "u1")).scalar_one()
            other = {"person": me, "channel": "terminal", "peer": "u1-too", "private": True, "linked_at": NOON}
            connection.execute(insert(addresses), other)
        await fill(here)
        await here.says("u1", "M'envoyer un essai")
        assert {each.who for each in here.channel.heard} == {"u1", "u1-too"}
        assert here.heard_by("u1-too").count("Bonjour, un café jeudi ?") == 1
        assert "2 essais sont partis vers vous" in here.heard_by("u1")

    played(anew, body)


def test_a_letter_typed_after_a_broadcast_is_its_button(anew: Anew) -> None:
    """« A » is « Je viens » where nothing else is asked."""

    async def body(here: Town) -> None:
        id = gathering(here.app.database, NOON + timedelta(days=9), NETWORK)
        confirmed(here.app.database, MEMBERS, network=NETWORK, gathering=id)
        await here.tick()
        await here.says("u2", "A")
        with here.app.database.read() as connection:
            booked = connection.execute(select(bookings.c.state).where(bookings.c.gathering == id)).scalars().all()
        assert list(booked) == ["seated"]

    played(anew, body)


def test_a_broadcast_of_a_gathering_that_does_not_take_place_is_stopped_before_it_begins(anew: Anew) -> None:
    """Nobody is invited to what was cancelled meanwhile."""

    async def body(here: Town) -> None:
        id = gathering(here.app.database, NOON + timedelta(days=9), NETWORK, state="cancelled")
        author = sent(here.app.database, 1).author
        other = confirmed(here.app.database, MEMBERS, network=NETWORK, gathering=id, author=author)
        for _ in range(3):
            await here.tick()
        assert (sent(here.app.database, other).state, states(here.app.database, other)) == ("stopped", {"cancelled": 2})
        assert "La rencontre n'a plus lieu." in here.heard_by("u1")

    played(anew, body)


def test_whoever_had_three_messages_this_week_reads_the_rest_in_the_digest(anew: Anew) -> None:
    """Of whatever network; a new week begins anew."""

    async def body(here: Town) -> None:
        for number in range(3):
            confirmed(here.app.database, MEMBERS, network="apes" if number % 2 else NETWORK)
        for _ in range(3):
            await here.tick()
        assert states(here.app.database, 4) == {"skipped": 2}
        with here.app.database.read() as connection:
            reasons = connection.execute(select(ledger.c.reason).where(ledger.c.state == "skipped")).scalars()
            assert set(reasons) == {"digest"}
        assert sent(here.app.database, 4).held == 2
        here.clock.move(NOON + timedelta(days=7))
        last = confirmed(here.app.database, MEMBERS, network=NETWORK)
        await here.tick()
        assert states(here.app.database, last) == {"sent": 2}

    played(anew, body)


@pytest.mark.row("D3")
def test_a_no_more_button_ends_the_yes_that_the_message_needed(anew: Anew) -> None:
    """In one tap, under the message itself."""

    async def body(here: Town) -> None:
        await here.says("u2", "A")
        with here.app.database.read() as connection:
            said = connection.execute(select(consents.c.purpose, consents.c.granted).order_by(consents.c.id.desc()))
            assert said.first() == ("community", False)

    played(anew, body)


def test_a_broadcast_that_cannot_be_read_silences_nothing_else(anew: Anew) -> None:
    """Whoever comes is reminded all the same; the look says afterwards that something failed."""

    async def body(here: Town) -> None:
        id = gathering(here.app.database, NOON + timedelta(days=5))
        await here.says("u2", "", choice=f"coming/yes:{id}")
        confirmed(here.app.database, MEMBERS, network=NETWORK, author=None)
        here.write(update(broadcasts).where(broadcasts.c.id == numbers(here)[-1]).values(texts="{"))
        here.channel.heard.clear()
        here.clock.move(NOON + timedelta(days=3))
        with pytest.raises(json.JSONDecodeError):
            await here.tick()
        await here.app.delivery.due()
        assert "Ce rappel arrive en retard, pardon. Petit déj" in here.heard_by("u2")

    played(anew, body)
