"""Delivery: each row leaves once, in order, and each failure has one decision."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from bot.channels import Blocked, Channel, Misconfigured, Outgoing, Rejected, SendError, Throttled, Unreachable
from bot.decisions import Done, Stop, Wait, decide
from bot.delivery import Delivery
from bot.turns import Turns
from handlers.conversation import Conversation, Turn
from handlers.effects import Say
from handlers.messages import Address, Inbound, Reply
from handlers.world import World
from scheduler.clock import SetClock
from storage.database import Database
from storage.outbox import LEASE, OutboxRow
from storage.tables import outbox as ledger
from tests.echo import NOON, message, turns

AFTER = NOON + LEASE + timedelta(seconds=1)
"""When what was being sent at noon belongs to nobody."""


@dataclass
class Paper:
    """A channel that writes on paper; it fails as it is told, once for each failure."""

    failures: list[SendError | Exception] = field(default_factory=list)
    repeats: bool = False
    seconds: float = 0.0
    name: str = "terminal"
    edits: bool = True
    buttons: bool = False
    files: bool = False
    longest_text: int = 4_000
    sent: list[Outgoing] = field(default_factory=list)
    wrote: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, outgoing: Outgoing) -> str:
        """Write, or fail."""
        await asyncio.sleep(self.seconds)
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append(outgoing)
        self.wrote.set()
        return f"r{len(self.sent)}"

    @property
    def said(self) -> list[str]:
        """What was written."""
        return [outgoing.reply.text for outgoing in self.sent]


@asynccontextmanager
async def delivering(
    database: Database, *channels: Channel, now: datetime = NOON
) -> AsyncIterator[tuple[Turns, Delivery]]:
    """Lanes and a delivery over these channels."""
    clock = SetClock(now)
    async with turns(database, clock) as lanes:
        delivery = Delivery(lanes, {channel.name: channel for channel in channels}, clock)
        yield lanes, delivery
        await delivery.close()


def states(database: Database) -> list[tuple[str, str | None, str | None]]:
    """State, reason and receipt of each row, in order."""
    with database.read() as connection:
        columns = (ledger.c.state, ledger.c.reason, ledger.c.receipt)
        return [(row[0], row[1], row[2]) for row in connection.execute(select(*columns).order_by(ledger.c.id))]


async def test_a_reply_is_sent_and_marked_with_its_receipt(lasting_database: Database) -> None:
    """The row says that it left, and under which name."""
    paper = Paper()
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("a", "m1")))
        await delivery.settled()
    assert (paper.said, states(lasting_database)) == (["1: a"], [("sent", None, "r1")])


async def test_messages_to_one_address_leave_in_order_and_do_not_wait_for_others(lasting_database: Database) -> None:
    """A slow chat slows itself."""
    paper = Paper(seconds=0.01)
    async with delivering(lasting_database, paper) as (lanes, delivery):
        for n in range(5):
            for peer in ("u1", "u2"):
                delivery.hand_over(await lanes.submit(message(str(n), f"m{n}", peer)))
        await delivery.settled()
    for peer in ("u1", "u2"):
        mine = [each.reply.text for each in paper.sent if each.address.peer == peer]
        assert mine == [f"{n + 1}: {n}" for n in range(5)]


async def test_a_reply_leaves_once_the_one_before_it_is_marked(lasting_database: Database) -> None:
    """A kill in the middle of an answer of two messages repeats one of them."""

    class Watching(Paper):
        async def send(self, outgoing: Outgoing) -> str:
            seen.append([state for state, *_ in states(lasting_database)])
            return await super().send(outgoing)

    seen: list[list[str]] = []
    async with delivering(lasting_database, Watching()) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("deux", "m1")))
        await delivery.settled()
    assert seen == [["sending", "sending"], ["sent", "sending"]]


ROW = OutboxRow("k", "reply", Address("terminal", "u1"), Reply("a"), NOON)
BULK = replace(ROW, kind="broadcast")
AGAIN = replace(ROW, attempts=2)


@pytest.mark.row("F19", "F22")
@pytest.mark.parametrize(
    ("error", "row", "repeats", "expected"),
    [
        (Blocked(), ROW, False, Done("failed", "blocked")),
        (Rejected("too-long"), ROW, False, Done("failed", "too-long")),
        (Throttled(7.5), BULK, False, Wait(7.5, throttled=True)),
        (Misconfigured(), ROW, False, Stop()),
        (Unreachable(), BULK, False, Wait(8.0)),
        (Unreachable(maybe_sent=True), ROW, False, Wait(8.0, counts=True)),
        (Unreachable(maybe_sent=True), AGAIN, False, Done("uncertain", "unreachable")),
        (Unreachable(maybe_sent=True), BULK, False, Done("uncertain", "unreachable")),
        (Unreachable(maybe_sent=True), BULK, True, Wait(8.0, counts=True)),
        (SendError(), ROW, False, Done("failed", "SendError")),
    ],
)
def test_each_failure_has_one_decision(error: SendError, row: OutboxRow, repeats: bool, expected: object) -> None:
    """After three failures; two copies of a reply at most, never two of a broadcast."""
    assert decide(error, row, 3, repeats=repeats) == expected


@pytest.mark.row("F18")
def test_the_wait_grows_to_a_minute_and_no_further() -> None:
    """At most twelve requests a minute on average, for ever."""
    waits = [decide(Unreachable(), ROW, failures, repeats=False) for failures in range(9)]
    assert waits == [Wait(seconds) for seconds in (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0)]


async def test_a_message_that_failed_is_tried_again_and_the_next_waits(lasting_database: Database) -> None:
    """The order of a chat survives a failure."""
    paper = Paper([Throttled(0.01), Throttled(0.01)])
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("deux", "m1")))
        await delivery.settled()
    assert paper.said == ["1: deux", "encore"]
    assert states(lasting_database) == [("sent", None, "r1"), ("sent", None, "r2")]


async def test_a_refused_message_does_not_stop_the_next(lasting_database: Database) -> None:
    """It is final, with its reason."""
    paper = Paper([Rejected("too-long")])
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("deux", "m1")))
        await delivery.settled()
    assert states(lasting_database) == [("failed", "too-long", None), ("sent", None, "r1")]


async def test_a_fault_in_the_code_of_a_channel_is_recorded(lasting_database: Database) -> None:
    """By its type alone: its words might repeat the message."""
    paper = Paper([ValueError("secret")])
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("deux", "m1")))
        await delivery.settled()
    assert states(lasting_database) == [("failed", "ValueError", None), ("sent", None, "r1")]


async def test_a_channel_that_is_refused_stops_and_still_owes(lasting_database: Database) -> None:
    """The rows wait for a good token; the other channels go on."""
    paper = Paper([Misconfigured()])
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("a", "m1")))
        await delivery.settled()
        delivery.hand_over(await lanes.submit(message("b", "m2")))
        await delivery.settled()
        assert (delivery.stopped, paper.said) == ({"terminal"}, [])
        assert await delivery.owed(starting=True) == 0
    assert [state for state, _, _ in states(lasting_database)] == ["sending", "sending"]


async def test_what_a_former_process_owed_is_sent_at_the_start(lasting_database: Database) -> None:
    """Once: what is being sent is not taken again. On a server its lease has to be over: whoever took it may live."""
    async with turns(lasting_database) as lanes:
        await lanes.submit(message("a", "m1"))
    paper = Paper(seconds=0.02)
    async with delivering(lasting_database, paper, now=AFTER) as (_, delivery):
        assert [await delivery.owed(starting=True) for _ in range(3)] == [1, 0, 0]
        await delivery.settled()
    assert paper.said == ["1: a"]


async def test_a_message_played_while_the_table_is_read_at_the_start_is_sent_once(lasting_database: Database) -> None:
    """Whoever hands it over first."""
    paper = Paper()
    async with delivering(lasting_database, paper) as (lanes, delivery):
        rows = await lanes.submit(message("a", "m1"))
        # On a server another process may be sending it.
        assert await delivery.owed(starting=True) == int(lasting_database.is_sqlite)
        delivery.hand_over(rows)
        await delivery.settled()
        delivery.hand_over(await lanes.submit(message("b", "m2")))
        await delivery.settled()
    assert paper.said == ["1: a", "2: b"]


async def test_what_leaves_while_the_table_is_read_at_the_start_is_sent_once(lasting_database: Database) -> None:
    """It was played after the start began to look, and sent before the look was over."""
    gate, left = threading.Event(), threading.Event()

    class Quick(Paper):
        async def send(self, outgoing: Outgoing) -> str:
            receipt = await super().send(outgoing)
            left.set()
            return receipt

    def taken(*asked: Any) -> None:
        if asked[2].startswith("UPDATE") and "leased_until" in asked[2]:
            left.wait(10)

    async def played(lanes: Turns, delivery: Delivery) -> None:
        delivery.hand_over(await lanes.submit(message("a", "m1")))

    event.listen(lasting_database._writing, "before_cursor_execute", taken)
    paper = Quick()
    async with delivering(lasting_database, paper) as (lanes, delivery):
        asked = [lanes.run(lambda _: gate.wait(10)), played(lanes, delivery), delivery.owed(starting=True)]
        tasks = [asyncio.ensure_future(each) for each in asked]
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(*tasks)
        await delivery.settled()
    assert paper.said == ["1: a"]
    assert states(lasting_database) == [("sent", None, "r1")]


async def test_the_loop_finds_what_was_never_handed_over(lasting_database: Database) -> None:
    """A lost hand-over costs seconds, never a message."""
    paper = Paper()
    async with turns(lasting_database) as lanes:
        await lanes.submit(message("a", "m1"))
    async with delivering(lasting_database, paper, now=AFTER) as (_, delivery):
        loop = asyncio.create_task(delivery.run(0.01))
        await asyncio.wait_for(paper.wrote.wait(), 30)
        loop.cancel()
        await delivery.settled()
    assert states(lasting_database) == [("sent", None, "r1")]


async def test_a_reply_that_replaces_another_names_it_as_the_channel_does(lasting_database: Database) -> None:
    """By its receipt, also after a restart."""

    def edit(before: Conversation, inbound: Inbound, world: World) -> Turn:
        key = None if inbound.text == "first" else inbound.text
        return Turn(before, (Say(Reply(inbound.message_id, replaces=key)),))

    paper, clock = Paper(), SetClock(NOON)
    key = ""
    for text in ("first", "again"):
        async with turns(lasting_database, clock, edit) as lanes:
            delivery = Delivery(lanes, {"terminal": paper}, clock)
            rows = await lanes.submit(message(key or text, text))
            key = rows[0].key
            delivery.hand_over(rows)
            await delivery.settled()
    assert [each.edits for each in paper.sent] == [None, "r1"]


async def test_closing_waits_for_what_is_being_sent(lasting_database: Database) -> None:
    """And leaves the rest owed, for the next start."""
    paper = Paper(seconds=0.05)
    async with delivering(lasting_database, paper) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("a", "m1")))
        await asyncio.sleep(0.01)
        await delivery.close()
        assert paper.said == ["1: a"]
    slow = Paper(seconds=60.0)
    async with delivering(lasting_database, slow) as (lanes, delivery):
        delivery.hand_over(await lanes.submit(message("b", "m2")))
        await delivery.close(0.01)
    assert [state for state, _, _ in states(lasting_database)] == ["sent", "sending"]
