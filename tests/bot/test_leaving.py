"""A channel that leaves before the commit takes nothing with it: what was written is sent (faults F9)."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from storage.database import Database
from storage.outbox import OutboxRow
from tests.echo import message, turns


async def test_the_answers_to_who_left_are_still_handed_over(database: Database) -> None:
    """A stop cancels the channel's task between the message and its commit."""
    owed: list[OutboxRow] = []
    async with turns(database) as lanes:
        lanes.unclaimed = owed.extend
        waiting = asyncio.create_task(lanes.submit(message("bonjour", "m1")))
        await asyncio.sleep(0)
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
        await lanes.finish()
    assert [row.reply.text for row in owed] == ["1: bonjour"]


@pytest.mark.row("F9")
async def test_finishing_waits_for_all_that_was_submitted(database: Database) -> None:
    """In every lane."""
    async with turns(database) as lanes:
        waiting = [asyncio.create_task(lanes.submit(message("bonjour", f"m{n}", f"p{n}"))) for n in range(50)]
        await asyncio.sleep(0)
        await lanes.finish()
        await asyncio.sleep(0)
        assert all(task.done() for task in waiting)
        assert all(len(task.result()) == 1 for task in waiting)
