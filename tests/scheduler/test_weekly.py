"""The summary leaves each Monday at eight for who wants it: once, also after an outage, also of a week with nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import counted
from handlers.effects_intake import Count
from storage import mondays, tallies
from storage.database import Database
from storage.roles import listed_roles, revoke_role
from storage.tables import openings
from storage.tables import outbox as ledger
from tests.web.reading import BASE, MONDAY, Desk, opened

EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
BOX = "agente@ville.example"


@pytest.fixture
async def desk(lasting_database: Database) -> AsyncIterator[Desk]:
    async with opened(lasting_database) as found:
        yield found


def keys(desk: Desk, *states: str) -> list[str]:
    with desk.database.read() as connection:
        mine = select(ledger.c.key, ledger.c.state).where(ledger.c.kind == "summary").order_by(ledger.c.key)
        return [row.key for row in connection.execute(mine) if not states or row.state in states]


async def at(desk: Desk, moment: datetime) -> None:
    """Time passes, and the bot looks."""
    desk.clock.move(moment)
    await desk.app.tick()
    await desk.app.turns.written()


async def reads(desk: Desk) -> None:
    await desk.becomes("agent")
    await desk.say("bilan")
    await desk.say("", choice="bilan/monday:start")


async def test_who_wants_it_gets_it_on_monday_at_eight_with_its_files(desk: Desk) -> None:
    await reads(desk)
    before = len(desk.channel.sent)
    await at(desk, MONDAY)
    assert await desk.app.next_due() == EIGHT
    await at(desk, EIGHT - timedelta(seconds=1))
    assert len(desk.channel.sent) == before
    await at(desk, EIGHT)
    (sent,) = desk.channel.sent[before:]
    assert sent.kind == "summary"
    assert 1 <= len(sent.reply.text.splitlines()) <= 10
    assert [file.name.rpartition(".")[2] for file in sent.files] == ["xlsx", "pdf"]
    for hours in (1, 24, 150):
        await at(desk, EIGHT + timedelta(hours=hours))
    assert len(desk.channel.sent) == before + 1, "once"
    assert keys(desk, "sent") == ["summary/2026-W47/1"]
    await at(desk, EIGHT + timedelta(weeks=1))
    assert keys(desk, "sent") == ["summary/2026-W47/1", "summary/2026-W48/1"]


@pytest.mark.parametrize(
    ("back", "said"), [(EIGHT + timedelta(hours=30), "late"), (EIGHT + timedelta(minutes=5), "sent")]
)
async def test_after_an_outage_it_is_late_and_still_once(desk: Desk, back: datetime, said: str) -> None:
    await reads(desk)
    await at(desk, back)
    await at(desk, back + timedelta(hours=1))
    assert keys(desk, said) == keys(desk) == ["summary/2026-W47/1"]


async def test_an_outage_that_ends_in_the_night_wakes_nobody(desk: Desk) -> None:
    await reads(desk)
    await at(desk, datetime(2026, 11, 23, 22, 30, tzinfo=UTC))
    assert keys(desk, "queued") == ["summary/2026-W47/1"]
    await at(desk, datetime(2026, 11, 24, 7, 0, tzinfo=UTC))
    assert keys(desk, "late") == ["summary/2026-W47/1"]


async def test_after_three_weeks_only_the_last_one_leaves(desk: Desk) -> None:
    await reads(desk)
    await at(desk, EIGHT + timedelta(weeks=3, hours=1))
    assert keys(desk) == ["summary/2026-W50/1"]


@pytest.mark.parametrize("how", ["stop", "button", "role", "erased"])
async def test_who_wants_it_no_longer_gets_nothing(desk: Desk, how: str) -> None:
    await reads(desk)
    if how == "stop":
        (said, *_) = await desk.say("stop")
        assert "bilan du lundi" in said
    elif how == "button":
        await desk.say("", choice="bilan/monday:stop")
    elif how == "role":
        with desk.database.write() as connection:
            assert revoke_role(connection, listed_roles(connection)[0].id, desk.clock.now())
    else:
        await desk.say("oublier")
        await desk.say("", choice="privacy/forget:yes")
    await at(desk, EIGHT)
    assert keys(desk) == []


async def test_who_asks_for_it_here_gets_it_once(desk: Desk) -> None:
    await desk.becomes("agent")
    await desk.say("bilan")
    before = len(desk.channel.sent)
    await desk.say("", choice="bilan/here:last")
    await at(desk, MONDAY + timedelta(seconds=10))
    await at(desk, MONDAY + timedelta(seconds=20))
    kinds = [each.kind for each in desk.channel.sent[before:]]
    assert kinds.count("summary") == 1
    await at(desk, EIGHT)
    assert len(keys(desk)) == 1, "asked once is not each Monday"


async def test_who_comes_after_eight_waits_for_the_next_monday(desk: Desk) -> None:
    desk.clock.move(EIGHT + timedelta(minutes=1))
    await reads(desk)
    with desk.database.write() as connection:
        assert mondays.add(connection, BOX, desk.clock.now())
    await at(desk, EIGHT + timedelta(hours=1))
    assert keys(desk) == []
    await at(desk, EIGHT + timedelta(weeks=1))
    assert keys(desk) == ["summary/2026-W48/1", "summary/2026-W48/mail-1"]


async def test_a_mailbox_gets_a_link_of_its_own_and_no_key_names_it(desk: Desk) -> None:
    with desk.database.write() as connection:
        assert mondays.add(connection, BOX, MONDAY)
    await at(desk, EIGHT)
    assert keys(desk, "queued") == ["summary/2026-W47/mail-1"], "no mail leaves in this process"
    with desk.database.read() as connection:
        body = connection.execute(select(ledger.c.body).where(ledger.c.kind == "summary")).scalar_one()
        row = connection.execute(openings.select()).one()
    assert f"{BASE}/bilan/" in body
    assert "30 novembre" in body
    assert (row.person, row.mailbox, row.expires_at) == (None, 1, EIGHT + timedelta(days=7))
    link = next(word for word in body.replace("\\n", " ").split() if word.startswith(BASE)).removeprefix(BASE)
    desk.clock.move(EIGHT + timedelta(days=6))
    assert (await desk.get(link, method="POST")).status_code == 303
    assert (await desk.get("/bilan")).status_code == 303
    with desk.database.write() as connection:
        assert mondays.remove(connection, 1, desk.clock.now())
    assert (await desk.get("/bilan")).status_code == 403
    with desk.database.read() as connection:
        assert BOX not in str(connection.exec_driver_sql("SELECT * FROM addresses").all())
        row = connection.execute(select(ledger).where(ledger.c.kind == "summary")).one()
    assert (row.state, row.body, row.address) == ("cancelled", None, None)


async def test_what_waited_for_a_mail_server_is_let_go_when_the_next_one_comes(desk: Desk) -> None:
    with desk.database.write() as connection:
        assert mondays.add(connection, BOX, MONDAY)
    await at(desk, EIGHT)
    await at(desk, EIGHT + timedelta(weeks=1))
    assert keys(desk, "skipped") == ["summary/2026-W47/mail-1"]
    assert keys(desk, "queued") == ["summary/2026-W48/mail-1"]


async def test_the_message_of_monday_is_in_the_language_of_its_reader(desk: Desk) -> None:
    """The same numbers, and no French left; a mailbox is written to in the language of the territory."""
    counted_in(desk, 3)
    await reads(desk)
    await desk.say("english")
    with desk.database.write() as connection:
        mondays.add(connection, BOX, desk.clock.now())
    await at(desk, EIGHT)
    said = desk.channel.sent[-1].reply.text.splitlines()
    assert said[0] == "Summary, week 47"
    assert said[1] == "Week 47: 0 orientations finished." or said[1].startswith("Week 47: no orientation")
    assert "People who joined a community: 1 to 4" in said
    assert said[-1] == "The details and the definitions are in the full summary, in French."
    with desk.database.read() as connection:
        body = connection.execute(select(ledger.c.body).where(ledger.c.key.endswith("mail-1"))).scalar_one()
    assert "Bilan, semaine 47" in str(body)


def counted_in(desk: Desk, people: int) -> None:
    """So many joined a community in the week that is over."""
    with desk.database.write() as connection:
        when = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
        tallies.tally(connection, when, "Europe/Paris", [Count(counted.JOINED, "metropole", people)])
