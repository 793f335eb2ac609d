"""A turn that forgets somebody: what is answered, what is left, and who they are when they write again."""

from __future__ import annotations

from sqlalchemy import select

from scheduler.clock import SetClock
from storage import outbox
from storage.database import Database
from storage.outbox import Mark, OutboxRow
from storage.tables import consents
from storage.tables import outbox as ledger
from tests.echo import NOON, message, turns
from tests.rows import count


def texts(rows: tuple[OutboxRow, ...]) -> list[str]:
    """What is said."""
    return [row.reply.text for row in rows]


async def test_forgetting_is_answered_and_leaves_only_counts(database: Database) -> None:
    """The last answer is sent, then its words and the address go too."""
    clock = SetClock(NOON)
    async with turns(database, clock) as lanes:
        await lanes.submit(message("garder", "m1"))
        (row,) = await lanes.submit(message("oublier", "m2"))
        assert [count(database, name) for name in ("people", "conversations")] == [0, 0]
        owed = await lanes.run(
            lambda connection: outbox.take_owed(connection, NOON, channels={"terminal": True}, alone=True)
        )
        assert row.key in [each.key for each in owed]
        lanes.mark([Mark(each.key, "sent", NOON, receipt="9") for each in owed])
        await lanes.tidy()
    assert [count(database, name) for name in ("addresses", "inbound")] == [0, 0]
    with database.read() as connection:
        left = connection.execute(select(ledger.c.person, ledger.c.address, ledger.c.body)).all()
        proof = connection.execute(select(consents.c.person, consents.c.granted)).all()
    assert [tuple(row) for row in left] == [(None, None, None)] * 2
    assert [tuple(row) for row in proof] == [(None, True)]


async def test_someone_forgotten_who_writes_again_is_new(database: Database) -> None:
    """Also before retention ran; and the first message cannot be played twice."""
    async with turns(database) as lanes:
        await lanes.submit(message("oublier", "m1"))
        assert await lanes.submit(message("oublier", "m1")) == ()
        assert texts(await lanes.submit(message("a", "m2"))) == ["1: a"]
