"""Pace: who waits after a refusal for haste, who asks a server that is silent, and how often many are written to."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.channels import Throttled
from bot.decisions import Wait, decide
from bot.pace import FAILURES_TO_CLOSE, LONGEST_WINDOW, BulkPace, Gate, Limits, Windows
from handlers.messages import Address, Reply
from storage.outbox import OutboxRow
from tests.echo import NOON

QUICK = Limits(bulk_per_second=100.0, per_chat_per_second=20.0, per_group_per_minute=600.0)
ROW = OutboxRow("k", "reply", Address("telegram", "1"), Reply("a"), NOON)


def gate(limits: Limits | None = QUICK) -> Gate:
    """One without chance."""
    return Gate(limits, lambda: 0.0)


def near(value: float, expected: float) -> bool:
    """Within the time that a test takes."""
    return expected - 0.5 < value <= expected


def test_one_chat_refused_waits_alone() -> None:
    """Whatever it is told."""
    windows = Windows()
    assert not windows.refuse("1", 10_000)
    assert not windows.refuse("1", 30)
    assert (near(windows.chat("1"), 10_000), windows.chat("2"), windows.channel) == (True, 0.0, 0.0)


def test_two_chats_refused_within_a_second_close_the_channel() -> None:
    """For as long as what they share; the one told to wait longer still does."""
    windows = Windows()
    windows.refuse("1", 10_000)
    assert windows.refuse("2", 30)
    assert (near(windows.channel, 30), near(windows.chat("1"), 10_000)) == (True, True)


def test_two_chats_refused_at_another_time_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """They asked too fast each on its own."""
    windows, now = Windows(), time.monotonic()
    windows.refuse("1", 10)
    monkeypatch.setattr(time, "monotonic", lambda: now + 1.5)
    assert not windows.refuse("2", 10)
    assert windows.channel == 0.0


def test_what_is_over_is_forgotten_and_nothing_lasts_for_ever() -> None:
    """Memory and hours stay bounded, whatever the server says."""
    windows = Windows()
    for n in range(1_000):
        windows.refuse(str(n), 0.0)
    assert len(windows._chats) < 10
    windows.refuse("1", 1e18)
    assert windows.chat("1") <= LONGEST_WINDOW


@pytest.mark.row("F17")
@pytest.mark.parametrize(
    ("told", "expected"),
    [(None, [5.0, 10.0, 20.0, 40.0, 60.0, 60.0]), (7.0, [7.0] * 6), (0.0, [0.05, 0.1, 0.2, 0.4, 0.8, 1.6])],
)
def test_a_refusal_that_says_nothing_is_waited_out_longer_and_longer(told: float | None, expected: list[float]) -> None:
    """From five seconds to a minute; what is said is believed, but never that there is nothing to wait."""
    waits = [decide(Throttled(told), ROW, failures, repeats=False) for failures in range(6)]
    assert waits == [Wait(seconds, throttled=True) for seconds in expected]


async def entered(gate: Gate, log: list[str], name: str) -> None:
    """Somebody who goes through, and gets an answer."""
    assert await gate.enter()
    log.append(name)
    gate.answered()


async def test_an_open_gate_costs_nothing() -> None:
    """Replies are never paced beforehand."""
    here, log = gate(Limits(bulk_per_second=1.0)), list[str]()
    began = time.monotonic()
    for n in range(200):
        await entered(here, log, str(n))
    assert time.monotonic() - began < 0.5


async def test_after_a_closed_channel_all_leave_in_order_and_spaced_out() -> None:
    """All at once, they would only be refused again."""
    here, log = gate(), list[str]()
    here.windows.close(0.1)
    began = time.monotonic()
    await asyncio.gather(*(entered(here, log, str(n)) for n in range(30)))
    assert log == [str(n) for n in range(30)]
    assert 0.1 + 21 / 100 <= time.monotonic() - began < 1.0


async def test_messages_to_many_go_behind_replies() -> None:
    """Also those who came before them."""
    here, log = gate(), list[str]()
    here.windows.close(0.1)

    async def many() -> None:
        assert await here.enter_last()
        log.append("many")
        here.answered()

    first = asyncio.create_task(entered(here, log, "a"))
    await asyncio.sleep(0)
    behind = asyncio.create_task(many())
    await asyncio.sleep(0)
    await asyncio.gather(first, behind, *(entered(here, log, name) for name in "bcd"))
    assert log == ["a", "b", "c", "d", "many"]


async def test_nobody_waits_in_memory_for_a_channel_closed_for_long() -> None:
    """They are told to go back to the table, also if it closes while they wait."""
    here = gate()
    here.windows.close(0.1)
    waiting = asyncio.create_task(here.enter())
    await asyncio.sleep(0.02)
    here.windows.close(10_000)
    assert not await asyncio.wait_for(waiting, 1.0)
    assert not await here.enter()


async def test_a_silent_server_is_asked_by_one_at_a_time() -> None:
    """Less and less often; once it answers, everybody goes."""
    here, log = gate(), list[str]()
    for _ in range(FAILURES_TO_CLOSE):
        await here.enter()
        here.failed()
    assert near(here.left, 1.0)
    here._probe_at = 0.0
    assert await here.enter()
    others = [asyncio.create_task(entered(here, log, name)) for name in "abc"]
    await asyncio.sleep(0.05)
    assert log == []
    here.failed()
    assert near(here.left, 2.0)
    here._probe_at = 0.0
    here._failures = 0
    await asyncio.wait_for(asyncio.gather(*others), 2.0)
    assert log == ["a", "b", "c"]


async def test_messages_that_failed_together_count_once() -> None:
    """A hundred in flight are one failure of the server, not a hundred."""
    here = gate()
    for _ in range(100):
        here.failed()
    assert near(here.left, 1.0)


async def test_who_entered_and_did_not_ask_leaves_the_place() -> None:
    """Otherwise the line would wait for ever for an answer that nobody awaits."""
    here, log = gate(), list[str]()
    for _ in range(FAILURES_TO_CLOSE):
        here.failed()
    here._probe_at = 0.0
    assert await here.enter()
    next_one = asyncio.create_task(entered(here, log, "next"))
    await asyncio.sleep(0.02)
    here.unused()
    await asyncio.wait_for(next_one, 1.0)
    assert log == ["next"]


async def test_many_are_written_to_at_the_configured_rate() -> None:
    """Neither faster nor slower, and no burst at the beginning."""
    pace, hours = BulkPace(QUICK), list[float]()
    for n in range(60):
        await pace.take(str(n), private=True)
        hours.append(time.monotonic())
    assert 51 / 100 <= hours[-1] - hours[0] < 60 / 100 * 1.3
    assert max(sum(1 for at in hours if hour <= at < hour + 0.1) for hour in hours) <= 10 + 8 + 1


async def test_messages_held_up_together_do_not_leave_together() -> None:
    """Their places are old: each waits for another."""
    pace, began = BulkPace(QUICK), time.monotonic()
    await asyncio.gather(*(pace.take_again_if_late(began - 1.0) for _ in range(30)))
    assert time.monotonic() - began >= 21 / 100
    began = time.monotonic()
    await asyncio.gather(*(pace.take_again_if_late(began) for _ in range(30)))
    assert time.monotonic() - began < 0.1


async def test_a_chat_and_a_group_have_their_own_pace() -> None:
    """The slower of both its limits for a group."""
    pace = BulkPace(QUICK)
    await pace.take("1", private=True)
    await pace.take("g", private=False)
    waits = {peer: pace.wait(peer) for peer in ("1", "g", "other")}
    assert (0 < waits["1"] <= 0.05, 0.05 < waits["g"] <= 0.1, waits["other"]) == (True, True, 0.0)
    assert Limits().spacing(private=False) == 3.0
    assert Limits(per_group_per_minute=6_000.0).spacing(private=False) == 1.0


async def test_a_chat_that_is_free_again_takes_no_memory() -> None:
    """Ten thousand chats are as many as are being written to now."""
    pace = BulkPace(Limits(bulk_per_second=5_000.0, per_chat_per_second=1_000.0))
    for n in range(500):
        await pace.take(str(n), private=True)
    assert len(pace._free_at) < 50


async def test_without_limits_nothing_waits() -> None:
    """The terminal is as fast as it prints."""
    pace, began = BulkPace(None), time.monotonic()
    for _ in range(500):
        await pace.take("1", private=True)
    assert (pace.wait("1"), time.monotonic() - began < 0.5) == (0.0, True)
