"""The words of a broadcast: read back as they were typed, for nobody they are not for, and only its author's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.channels.matrix.render import Placed, contents
from bot.channels.telegram.render import message
from handlers.messages import Address, Reply
from storage.outbox import unpacked
from storage.tables import addresses, memberships, people, profiles
from storage.tables import outbox as ledger
from tests import rows
from tests.bot.test_broadcasting import FILLED, LATER, confirm, fill, numbers
from tests.bot.test_relay import MEMBERS, NETWORK, Town, played
from tests.broadcasting import block, confirmed, sent, states
from tests.databases import Anew
from tests.echo import NOON
from tests.members import enrolled
from tests.scheduler.test_posts import gathering
from tests.transcript import Enrolled

MARKS = "**gras *penché_ [ici](http://x.example) <b>jamais fermé & </i> { $name } `code"
CANARY = "canari"


async def leave(here: Town) -> None:
    """The minute passes, and the message leaves."""
    here.channel.heard.clear()
    here.clock.move(LATER + timedelta(seconds=61))
    for _ in range(3):
        await here.tick()


@pytest.mark.row("I15", "D3", "D17")
def test_marks_that_are_not_closed_are_read_back_and_arrive_as_they_were_typed(anew: Anew) -> None:
    """Nothing can be unbalanced where nothing is a mark: the author reads it so before it leaves, and so do they, on
    each messenger; one button says no more; the journal says to how many it went."""

    async def body(here: Town) -> None:
        await fill(here, FILLED[0])
        await here.says("u1", MARKS)
        await fill(here, *FILLED[2:])
        assert f"{MARKS}\n" in here.heard_by("u1").partition("comme il sera lu")[2]
        await confirm(here)
        await leave(here)
        heard = [each for each in here.channel.heard if each.who in ("u2", "u3") and MARKS in each.text]
        assert sorted(each.who for each in heard) == ["u2", "u3"]
        assert [[choice.id for choice in each.choices] for each in heard] == [["consent/community:non"]] * 2
        text = heard[0].text
        assert message("812", text, None)["text"] == text
        (content,) = contents("broadcast", Reply(text), Placed("@u2:a.org"))
        assert text in content["body"]
        assert "&lt;b&gt;jamais fermé &amp; &lt;/i&gt;" in content["formatted_body"]
        assert ("animator", NETWORK, "broadcast-send") in rows.journal(here.app.database)

    played(anew, body)


@pytest.mark.row("I55")
def test_what_members_wrote_is_in_nothing_that_is_sent_to_many(anew: Anew) -> None:
    """A link, a name to follow, a number in a card stay there: what many read was written by who animates."""

    async def body(here: Town) -> None:
        said = f"https://{CANARY}.example @{CANARY} 06 39 98 00 01"
        here.write(update(profiles).values(name=said, structure=said, line=said, offers_text=said, seeks_text=said))
        id = gathering(here.app.database, NOON + timedelta(days=9), NETWORK)
        await here.says("u2", "", choice=f"coming/yes:{id}")
        before = len(here.channel.heard)
        confirmed(here.app.database, MEMBERS, network=NETWORK, gathering=id)
        for days in (1, 6, 8, 10):
            here.clock.move(NOON + timedelta(days=days))
            for _ in range(3):
                await here.tick()
        with here.app.database.read() as connection:
            sent = select(ledger.c.body).where(ledger.c.kind != "reply", ledger.c.body.is_not(None))
            bodies = [unpacked(each).text for each in connection.execute(sent).scalars()]
        assert (len(bodies) >= 4, len(here.channel.heard) > before) == (True, True)
        assert [each for each in bodies if CANARY in each or "06 39" in each] == []
        assert CANARY in "\n".join(each.text for each in await here.says("u2", "ma fiche membre"))

    played(anew, body)


@pytest.mark.row("I56")
def test_to_nobody_there_is_nothing_to_send(anew: Anew) -> None:
    """Neither by its button, which is not there, nor by a forged one, nor by typing zero."""

    async def body(here: Town) -> None:
        for who in ("u2", "u3"):
            await here.says(who, "stop")
        await fill(here)
        assert "broadcasts/review:send" not in [each.id for each in here.channel.heard[-1].choices]
        await here.says("u1", "", choice="broadcasts/review:send")
        assert "Personne ne peut le recevoir" in here.heard_by("u1")
        await here.says("u1", "0")
        assert numbers(here) == [1]

    played(anew, body)


def joins(here: Town, who: str) -> int:
    """One more member; their number."""
    member = Enrolled(who, "metropole", (("name", who),))
    return enrolled(here.app.database, NOON, Address("terminal", who), member, "fr")


LEFT_OUT = """\
2 personnes le recevront.
5 personnes ne le recevront pas :
• 2 sans accord pour ces messages
• 1 qui ont bloqué le bot
• 1 sans adresse connue
• 1 en silence dans la communauté
"""


def test_who_does_not_receive_it_is_counted_by_reason_before_and_is_in_no_row_after(anew: Anew) -> None:
    """What is read before the number is typed is what was kept of it, and what the ledger then adds up to; who says no
    in between has a row that tells why."""

    async def body(here: Town) -> None:
        several = {who: joins(here, who) for who in ("u4", "u5", "u6", "u7", "u8")}
        for who in ("u4", "u5"):
            await here.says(who, "stop")
        block(here.app.database, several["u6"])
        here.write(update(people).where(people.c.id == several["u7"]).values(last_address=None))
        here.write(addresses.delete().where(addresses.c.person == several["u7"]))
        here.write(update(memberships).where(memberships.c.person == several["u8"]).values(state="muted"))
        await fill(here)
        assert f"\n{LEFT_OUT}" in here.heard_by("u1")
        await confirm(here)
        (_, id) = numbers(here)
        kept = sent(here.app.database, id).audience
        assert (kept.reached, dict(kept.excluded)) == (2, {"no-yes": 2, "blocked": 1, "no-address": 1, "muted": 1})
        await here.says("u3", "stop")
        await leave(here)
        assert states(here.app.database, id) == {"sent": 1, "skipped": 1}
        with here.app.database.read() as connection:
            theirs = select(ledger.c.person, ledger.c.reason).where(ledger.c.subject == f"broadcast/{id}")
            found = {row.person: row.reason for row in connection.execute(theirs)}
        assert (set(found.values()), set(found) & set(several.values())) == ({None, "stopped"}, set())

    played(anew, body)


STALE = "Attention : le premier texte a changé."


def test_a_translation_that_was_stale_when_it_was_taken_back_is_still_asked_about(anew: Anew) -> None:
    """Whoever sent it all the same decides again, until it is written anew."""

    async def body(here: Town) -> None:
        await fill(here, *FILLED[:2], "Hello, a coffee on Thursday?", *FILLED[3:])
        await here.says("u1", "", choice="broadcasts/review:text-fr")
        await here.says("u1", "Bonjour, un café vendredi ?")
        for _ in range(2):
            assert STALE in here.heard_by("u1")
            await here.says("u1", "envoyer")
            assert "Voulez-vous l'envoyer quand même ?" in here.heard_by("u1")
            await here.says("u1", "envoyer quand même")
            await here.says("u1", "2")
            await here.says("u1", "", choice=here.button("u1", "broadcasts/draft"))
            assert "Le message est repris." in here.heard_by("u1")
        await here.says("u1", "", choice="broadcasts/review:text-en")
        await here.says("u1", "Hello, a coffee on Friday?")
        assert STALE not in here.heard_by("u1")
        await here.says("u1", "envoyer")
        assert "écrivez le nombre de personnes : 2" in here.heard_by("u1")

    played(anew, body)
