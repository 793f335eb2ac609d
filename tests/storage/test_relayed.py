"""Sentences that answer a network: who reads them, how many do, what stays of them, and what is never taken for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Executable, select, update

from handlers.broadcasts import LONGEST_ANSWER, Segment
from handlers.messages import Address, Inbound
from storage.database import Database
from storage.tables import audit, broadcasts, conversations, roles
from tests.broadcasting import confirmed
from tests.conversation import guide
from tests.lives import HERE, Life
from tests.members import enrolled
from tests.roles import invited
from tests.transcript import Enrolled

MEMBERS = Segment(communities=("metropole",))
NETWORK = "mel"
NIGHT = timedelta(hours=11)
ASKED = "Voulez-vous envoyer ceci"
IDEA = "J'ai une idée de terreau"


@dataclass
class Town(Life):
    """A network, its animators, and a member who received what one of them, u1, wrote."""

    def animates(self, who: str) -> None:
        """Someone animates the network from now on."""
        self.says(invited(self.database, self.now, "animator", NETWORK), who)

    def receives(self) -> None:
        """The network writes to the members."""
        confirmed(self.database, MEMBERS, network=NETWORK, author=self.person("u1"), confirmed_at=self.now)
        for _ in range(2):
            self.waits(seconds=70)

    def quotes(self, text: str, who: str = "u2") -> str:
        """Someone quotes the last message that they had from a network; what they hear."""
        key = next(key for key, peer, _ in reversed(self.sent) if peer == who and "broadcast/" in key)
        return "\n".join(self._plays(Inbound(Address(HERE, who), f"q{self._number()}", who, text, replies_to=key)))

    def read(self, text: str) -> list[str]:
        """Who received a text, of all whom something was sent to."""
        told = zip(self.sent, self.texts, strict=True)
        return [peer for (key, peer, _), said in told if key.startswith("answer/") and f"« {text} »" in said]

    def change(self, statement: Executable) -> None:
        """Behind their backs."""
        with self.database.write() as connection:
            connection.execute(statement)

    def answer(self) -> str:
        """The button « Répondre » under the last words passed on."""
        key = next(key for key, _, _ in reversed(self.sent) if key.startswith("answer/"))
        _, reference, _, token = key.split("/")
        return f"relay/write:{reference}.{token}"


@pytest.fixture
def town(either_database: Database) -> Town:
    """Two animators, one of whom wrote."""
    town = Town(either_database, guide=guide())
    member = Enrolled("u2", "metropole", (("name", "Aiguille"),))
    enrolled(either_database, town.now, Address(HERE, "u2"), member, "fr")
    for who in ("u1", "u3"):
        town.animates(who)
    town.receives()
    return town


def test_who_wrote_reads_the_answers_and_else_three_animators_but_never_its_own_writer(town: Town) -> None:
    """By what they are now, and not when it was written."""
    assert "C'est envoyé au réseau" in town.quotes(IDEA)
    assert town.read(IDEA) == ["u1"]
    town.change(update(roles).where(roles.c.person == town.person("u1")).values(revoked_at=town.now))
    town.quotes("Encore une")
    assert town.read("Encore une") == ["u3"]
    for who in ("u2", "u4", "u5", "u6"):
        town.animates(who)
    town.quotes("Et une dernière")
    assert town.read("Et une dernière") == ["u3", "u4", "u5"]


def test_what_is_too_long_or_no_word_at_all_is_not_passed_on(town: Town) -> None:
    """Up to the length that is said."""
    longest = "a" * LONGEST_ANSWER
    assert f"{LONGEST_ANSWER} caractères" in town.quotes(f"{longest}a")
    assert "envoyé" not in town.quotes("👍")
    assert (town.read(f"{longest}a"), town.read("👍")) == ([], [])
    town.quotes(longest)
    assert town.read(longest) == ["u1"]


def test_nothing_is_offered_to_be_sent_to_nobody_nor_by_who_is_told_of_it(town: Town) -> None:
    """Neither after the progress of a broadcast, nor after words that were passed on."""
    town.change(update(broadcasts).values(author=None))
    town.quotes(IDEA)
    assert ASKED not in "\n".join(town.says("Merci pour cette idée", "u3"))
    assert any(key.startswith("progress/") and peer == "u1" for key, peer, _ in town.sent)
    town.change(update(roles).values(revoked_at=town.now))
    town.receives()
    assert ASKED not in "\n".join(town.says("Je viendrai avec plaisir jeudi", "u2"))


def test_who_sent_it_may_say_a_word_after_its_progress_and_sends_nothing(town: Town) -> None:
    """It would go to the other animator, as if a member had written it."""
    assert [key for key, peer, _ in town.sent if peer == "u1"][-1].startswith("progress/")
    assert ASKED not in "\n".join(town.says("Parfait, merci beaucoup", "u1"))


def test_a_yes_to_send_holds_while_it_is_asked_and_nothing_of_it_is_kept_afterwards(town: Town) -> None:
    """A button of a question that was left sends nothing."""

    def kept() -> str:
        (row,) = town.rows(select(conversations.c.memo).where(conversations.c.person == town.person("u2")))
        return str(row[0])

    assert ASKED in "\n".join(town.says(IDEA, "u2"))
    assert IDEA in kept()
    town.says("oui", "u2")
    assert (town.read(IDEA), IDEA in kept()) == (["u1"], False)
    town.receives()
    assert ASKED in "\n".join(town.says("Une autre idée", "u2"))
    town.says("commencer", "u2")
    town.taps("relay/send:yes", "u2")
    assert town.read("Une autre idée") == []


def test_an_animator_who_answers_is_in_the_journal_and_at_night_is_read_in_the_morning(town: Town) -> None:
    """Either side is told when it will be."""
    town.now += NIGHT
    assert "le lira demain matin" in town.quotes(IDEA)
    assert town.read(IDEA) == []
    town.waits(hours=12)
    town.taps(town.answer(), "u1")
    town.now += NIGHT
    assert "demain matin" in town.says("Venez jeudi", "u1")[0]
    assert town.rows(select(audit.c.action).order_by(audit.c.id))[-1] == ("answer",)
