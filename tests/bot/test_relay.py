"""What is answered to a broadcast or a reminder reaches the animators of its network, nobody else, and no form."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from bot.app import App
from handlers.broadcasts import Segment
from handlers.messages import Address, Inbound
from scheduler.clock import SetClock
from storage import outbox
from storage.database import Database
from storage.outbox import OutboxRow, unpacked
from storage.tables import addresses, broadcasts, people, roles
from storage.tables import outbox as ledger
from tests.broadcasting import confirmed
from tests.conversation import guide
from tests.databases import Anew
from tests.echo import NOON
from tests.members import enrolled
from tests.played import PrintedChannel
from tests.roles import invited
from tests.scheduler.test_posts import gathering
from tests.transcript import Enrolled, Heard

MEMBERS = Segment(communities=("metropole",))
NETWORK = "mel"


class Town:
    """An animator, two members, and a broadcast that both received."""

    def __init__(self, app: App, channel: PrintedChannel, clock: SetClock) -> None:
        self.app, self.channel, self.clock = app, channel, clock
        self.sent = 0

    async def says(self, who: str, text: str, **more: Any) -> list[Heard]:
        """Someone writes; what everybody hears."""
        self.sent += 1
        self.channel.heard.clear()
        kind = "choice" if "choice" in more else "text"
        message = Inbound(Address("terminal", who), f"m{self.sent}", who, text, kind=kind, **more)
        await self.app.receive(message)
        await self.app.delivery.settled()
        return list(self.channel.heard)

    async def tick(self) -> None:
        """One look of the scheduler, and all that follows from it."""
        await self.app.tick()
        await self.app.turns.written()

    def heard_by(self, who: str) -> str:
        """All that someone heard of the last message."""
        return "\n".join(each.text for each in self.channel.heard if each.who == who)

    def button(self, who: str, step: str) -> str:
        """The id of a button that someone was shown last."""
        return next(c.id for each in self.channel.heard if each.who == who for c in each.choices if step in c.id)

    def write(self, statement: Any) -> None:
        """Change the database behind their backs."""
        with self.app.database.write() as connection:
            connection.execute(statement)

    def key(self, like: str, who: str) -> str:
        """The key of a message that someone received."""
        with self.app.database.read() as connection:
            mine = select(ledger.c.key).join(addresses, addresses.c.id == ledger.c.address)
            return str(connection.execute(mine.where(addresses.c.peer == who, ledger.c.key.contains(like))).scalar())


@asynccontextmanager
async def town(database: Database) -> AsyncIterator[Town]:
    """They all exist, and the broadcast has arrived."""
    channel, clock = PrintedChannel(), SetClock(NOON)
    async with App(database, guide(), clock, {"terminal": channel}) as app:
        here = Town(app, channel, clock)
        for who in ("u2", "u3"):
            member = Enrolled(who, "metropole", (("name", who),))
            enrolled(database, NOON, Address("terminal", who), member, "fr")
        await here.says("u1", invited(database, NOON, "animator", NETWORK))
        with database.read() as connection:
            author = connection.execute(select(addresses.c.person).where(addresses.c.peer == "u1")).scalar_one()
        confirmed(database, MEMBERS, network=NETWORK, author=author)
        clock.move(NOON + timedelta(seconds=70))
        await here.tick()
        yield here


def played(anew: Anew, body: Callable[[Town], Awaitable[None]]) -> None:
    """Play this in a town of its own."""

    async def run() -> None:
        for database in anew():
            async with town(database) as here:
                await body(here)

    asyncio.run(run())


def test_a_quoted_answer_reaches_the_animator_in_the_middle_of_a_form(anew: Anew) -> None:
    """The question in course is asked again, and has no answer."""

    async def body(here: Town) -> None:
        await here.says("u2", "commencer")
        await here.says("u2", "J'ai une idée de gâteau", replies_to=here.key("broadcast/", "u2"))
        assert "« J'ai une idée de gâteau »" in here.heard_by("u1")
        assert "C'est envoyé au réseau" in here.heard_by("u2")
        assert "Question 1." in here.heard_by("u2")
        assert "Noté" not in here.heard_by("u2")

    played(anew, body)


def test_with_a_question_open_a_sentence_is_its_answer_and_no_other(anew: Anew) -> None:
    """Only a quotation, or silence before it, makes it an answer to the broadcast."""

    async def body(here: Town) -> None:
        await here.says("u2", "commencer")
        await here.says("u2", "j'ai une idée")
        assert here.heard_by("u1") == ""
        assert "Noté : J’ai une idée." in here.heard_by("u2")
        await here.says("u3", "commencer")
        here.clock.move(here.clock.now() + timedelta(minutes=1))
        confirmed(here.app.database, MEMBERS, network=NETWORK)
        await here.tick()
        await here.says("u3", "Je viendrai avec mon frère")
        assert "Voulez-vous envoyer ceci" not in here.heard_by("u3")

    played(anew, body)


def test_a_word_that_we_know_and_a_bare_yes_are_no_answer_to_a_broadcast(anew: Anew) -> None:
    """A term of the glossary is explained; a yes to nothing is not sent to anybody."""

    async def body(here: Town) -> None:
        for text in ("SCIC", "oui"):
            await here.says("u2", text)
            assert "Voulez-vous envoyer ceci" not in here.heard_by("u2")
        await here.says("u3", "Je ne peux pas venir jeudi, désolée")
        assert "Voulez-vous envoyer ceci" in here.heard_by("u3")

    played(anew, body)


def test_words_of_command_and_of_distress_are_not_passed_on(anew: Anew) -> None:
    """« stop », « menu » and a cry for help mean the bot."""

    async def body(here: Town) -> None:
        for text in ("menu", "j'ai envie de mourir", "stop"):
            await here.says("u2", text)
            assert "Voulez-vous envoyer ceci" not in here.heard_by("u2")
            await here.says("u3", text, replies_to=here.key("broadcast/", "u3"))
            assert here.heard_by("u1") == ""

    played(anew, body)


def test_only_who_received_words_may_answer_them(anew: Anew) -> None:
    """A button copied by someone else, of another number, or kept after the role was lost, opens nothing."""

    async def body(here: Town) -> None:
        await here.says("u2", "Bonjour", replies_to=here.key("broadcast/", "u2"))
        button = here.button("u1", "relay/write")
        for who, forged in (("u3", button), ("u1", f"{button}9"), ("u1", "relay/write:b1.2")):
            await here.says(who, "", choice=forged)
            assert "Écrivez votre réponse" not in here.heard_by(who)
        await here.says("u1", "", choice=button)
        await here.says("u1", "Bienvenue !")
        await here.says("u3", "", choice=here.button("u2", "relay/write"))
        assert "Écrivez votre réponse" not in here.heard_by("u3")
        here.write(update(roles).values(revoked_at=NOON))
        await here.says("u1", "", choice=button)
        assert "Écrivez votre réponse" not in here.heard_by("u1")

    played(anew, body)


def test_a_role_lost_while_the_answer_is_written_keeps_it_from_leaving(anew: Anew) -> None:
    """The role is looked at again as it leaves."""

    async def body(here: Town) -> None:
        await here.says("u2", "Bonjour", replies_to=here.key("broadcast/", "u2"))
        await here.says("u1", "", choice=here.button("u1", "relay/write"))
        here.write(update(roles).values(revoked_at=NOON))
        await here.says("u1", "Bienvenue !")
        assert here.heard_by("u2") == ""

    played(anew, body)


def test_whoever_is_gone_hears_nothing_and_it_is_said(anew: Anew) -> None:
    """Someone who had everything erased cannot be answered."""

    async def body(here: Town) -> None:
        await here.says("u2", "Bonjour", replies_to=here.key("broadcast/", "u2"))
        button = here.button("u1", "relay/write")
        await here.says("u2", "oublier")
        await here.says("u2", "oui")
        await here.says("u1", "", choice=button)
        assert here.heard_by("u1").startswith(("Cette personne n'est plus là", "Ce bouton"))

    played(anew, body)


@pytest.mark.row("D16")
def test_a_reminder_is_answered_to_the_animators_of_its_network(anew: Anew) -> None:
    """Whoever wrote it: nobody did."""

    async def body(here: Town) -> None:
        id = gathering(here.app.database, NOON + timedelta(days=1), NETWORK)
        with here.app.database.write() as connection:
            row = connection.execute(select(addresses).where(addresses.c.peer == "u3")).one()
            key = f"remind/{id}/2026-12-02T12:00/j1/{row.person}"
            sent = OutboxRow(key, "reminder", Address("terminal", "u3"), unpacked('{"t": "Demain !"}'), NOON)
            outbox.insert(connection, [sent], person=row.person, address=row.id)
        await here.says("u3", "Est-ce accessible en fauteuil ?", replies_to=key)
        assert "« Est-ce accessible en fauteuil ? »" in here.heard_by("u1")
        assert "u3" not in here.heard_by("u1")

    played(anew, body)


def test_where_nobody_animates_any_more_the_public_contacts_are_given(anew: Anew) -> None:
    """Nothing is promised to be read."""

    async def body(here: Town) -> None:
        here.write(delete(roles))
        await here.says("u2", "Bonjour à vous", replies_to=here.key("broadcast/", "u2"))
        assert "Personne ne lit ici pour le réseau" in here.heard_by("u2")

    played(anew, body)


def test_an_erased_author_leaves_the_answers_to_the_network(anew: Anew) -> None:
    """Another animator of the same network reads them."""

    async def body(here: Town) -> None:
        here.write(update(broadcasts).values(author=None))
        with here.app.database.write() as connection:
            known = {"created_at": NOON, "last_seen_at": NOON}
            other = connection.execute(insert(people).values(known).returning(people.c.id)).scalar_one()
            at = {"person": other, "channel": "terminal", "peer": "u9", "private": True}
            connection.execute(insert(addresses), at)
            held = {"person": other, "role": "animator", "network": NETWORK, "granted_at": NOON}
            connection.execute(insert(roles), held)
        await here.says("u2", "Bonjour à vous", replies_to=here.key("broadcast/", "u2"))
        assert "« Bonjour à vous »" in here.heard_by("u9")
        assert "« Bonjour à vous »" in here.heard_by("u1")

    played(anew, body)
