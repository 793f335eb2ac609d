"""Two addresses become one person while both write: no turn is lost, and nothing is played twice at once."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, event, select, text

from bot.lane import MOST_TOGETHER
from bot.turns import Turns
from handlers.engine import respond, sorry
from handlers.messages import Address, Inbound
from scheduler.clock import SystemClock
from storage import joining
from storage.database import Database
from storage.locks import lock_people, lock_person, number_of
from storage.tables import addresses, conversations, people
from storage.tables import outbox as ledger
from tests.conversation import guide
from tests.databases import emptied, opened
from tests.echo import NOON
from tests.linking import MX, TG, Place, code_of

PAIRS, EACH = 5, 6


def turns(database: Database) -> Turns:
    """The lanes of the whole conversation."""
    return Turns(database, respond, sorry, guide("exemple"), SystemClock())


@pytest.fixture
def on_server(postgresql: str) -> Iterator[Database]:
    """The only kind of database with several writers."""
    yield from opened(emptied(postgresql))


async def code(lanes: Turns, who: str) -> str:
    """A code asked for on Telegram."""
    rows = await lanes.submit(said(TG, who, "lier", "code"))
    return code_of("\n".join(row.reply.text for row in rows))


def said(channel: str, who: str, text: str, id: str) -> Inbound:
    """What someone types."""
    return Inbound(Address(channel, who), id, who, text)


async def test_no_turn_is_lost_when_both_write_while_they_are_linked(database: Database) -> None:
    """Whatever the lanes: each message of either is one version more of the one conversation."""
    async with turns(database) as lanes:
        whos = [f"u{n}" for n in range(PAIRS)]
        codes = [await code(lanes, who) for who in whos]
        asked = [lanes.submit(said(MX, who, text, "link")) for who, text in zip(whos, codes, strict=True)]
        for n in range(EACH):
            for who in whos:
                asked += [lanes.submit(said(channel, who, "menu", f"m{n}")) for channel in (MX, TG)]
        answered = await asyncio.gather(*asked)
    assert all(answered)
    with database.read() as connection:
        versions = connection.execute(select(conversations.c.version)).scalars().all()
    assert list(versions) == [2 + 2 * EACH] * PAIRS


async def test_two_people_who_exchange_their_codes_at_once_are_linked_once(database: Database) -> None:
    """Each waits for the other's lock: one of the two transactions is played again."""
    async with turns(database) as lanes:
        for number in range(PAIRS):
            who = f"u{number}"
            codes = {
                channel: code_of((await lanes.submit(said(channel, who, "/lier", "code")))[-1].reply.text)
                for channel in (TG, MX)
            }
            answered = await asyncio.gather(
                lanes.submit(said(TG, who, codes[MX], "link")), lanes.submit(said(MX, who, codes[TG], "link"))
            )
            assert all(answered)
    with database.read() as connection:
        assert len(connection.execute(select(people.c.id)).all()) == PAIRS


async def test_what_a_link_puts_off_comes_before_all_that_waits(file_database: Database) -> None:
    """One person's messages are played in their order, however many there are."""
    many = MOST_TOGETHER + 6
    async with turns(file_database) as lanes:
        typed = await code(lanes, "u1")
        held = asyncio.ensure_future(lanes.run(lambda connection: time.sleep(0.2)))
        await asyncio.sleep(0.05)
        texts = [typed, *["menu"] * many]
        await asyncio.gather(*(lanes.submit(said(MX, "u1", words, f"m{n}")) for n, words in enumerate(texts)), held)
    with file_database.read() as connection:
        keys = (
            connection.execute(select(ledger.c.key).where(ledger.c.key.like("reply/matrix/%/0")).order_by(ledger.c.id))
            .scalars()
            .all()
        )
    assert [key.split("/")[3] for key in keys] == [f"m{n}" for n in range(many + 1)]


async def test_a_link_ends_its_batch(file_database: Database) -> None:
    """What came with it is played in the next transaction, in its order."""
    commits: list[str] = []
    async with turns(file_database) as lanes:
        typed = await code(lanes, "u1")

        def counted(connection: Connection) -> None:
            commits.append("")

        event.listen(Engine, "commit", counted)
        try:
            held = asyncio.ensure_future(lanes.run(lambda connection: time.sleep(0.2)))
            await asyncio.sleep(0.05)
            texts = ["menu", typed, "aide", "menu"]
            asked = [lanes.submit(said(MX, "u1", text, f"m{n}")) for n, text in enumerate(texts)]
            answered = await asyncio.gather(*asked)
            await held
        finally:
            event.remove(Engine, "commit", counted)
    assert len(commits) == 3  # the job that held the lane, the batch up to the link, the rest
    assert [bool(rows) for rows in answered] == [True] * 4
    assert "relié" in answered[1][0].reply.text


def test_whoever_waited_for_a_person_locks_the_one_that_they_became(on_server: Database) -> None:
    """On a server: a third address of someone who is being linked is served by nobody else meanwhile."""
    database = on_server
    place = Place(database)
    place.says(TG, "bonjour")
    place.says(MX, "bonjour")
    place.says("terminal", place.code(MX))
    kept, gone = persons(database)
    entered, leave = threading.Event(), threading.Event()

    def third() -> None:
        with database.write() as connection:
            lock_people(connection, [Address("terminal", "u1")])
            entered.set()
            leave.wait(10)

    serving = threading.Thread(target=third)
    with database.write() as connection:
        lock_people(connection, [Address(MX, "u1")])
        lock_person(connection, kept)
        serving.start()
        time.sleep(0.2)  # so that it waits, having read who it was
        joining.join(connection, kept, gone, MX, NOON)
    assert entered.wait(10)
    with database.write() as connection:
        free = connection.execute(text("SELECT pg_try_advisory_xact_lock(:k)"), {"k": number_of(f"person {kept}")})
        taken = not free.scalar_one()
    leave.set()
    serving.join()
    assert taken


def persons(database: Database) -> tuple[int, int]:
    """Who is on Telegram, and who is on Matrix."""
    with database.read() as connection:
        found = {row.channel: row.person for row in connection.execute(select(addresses)).all()}
    return found[TG], found[MX]
