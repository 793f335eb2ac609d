"""The faults of the fake server: each one as it was ordered, where it was ordered, and no longer."""

from __future__ import annotations

import asyncio
import time

import aiohttp
import pytest

from tests.fake_telegram import Limits
from tests.fake_telegram.bare import Client
from tests.fake_telegram.server import FakeTelegram

HOLDER, OTHER, GROUP = 812, 813, -77


@pytest.fixture(autouse=True)
def people(server: FakeTelegram) -> None:
    server.user(HOLDER).starts()
    server.user(OTHER).starts()
    server.group(GROUP).welcomes_bot(server.user(HOLDER))


async def test_one_chat_is_throttled_and_the_others_go_on(server: FakeTelegram, bot: Client) -> None:
    fault = server.faults.throttle(3, chat=HOLDER, window=0.2)
    for _ in range(2):
        status, told = await bot("sendMessage", chat_id=HOLDER, text="a")
        assert (status, told["parameters"]) == (429, {"retry_after": 3})
        assert told["description"] == "Too Many Requests: retry after 3"
    await bot.ok("sendMessage", chat_id=OTHER, text="a")
    await asyncio.sleep(0.25)
    await bot.ok("sendMessage", chat_id=HOLDER, text="a")
    assert (fault.early, len(fault.hits)) == (1, 1)


async def test_everybody_is_throttled_without_parameters(server: FakeTelegram, bot: Client) -> None:
    server.faults.throttle(1, mute=True)
    for chat in (HOLDER, OTHER):
        status, told = await bot("sendMessage", chat_id=chat, text="a")
        assert (status, "parameters" in told) == (429, False)
    assert await bot.ok("getUpdates")


async def test_a_refusal_is_for_a_method_and_a_number_of_times(server: FakeTelegram, bot: Client) -> None:
    server.faults.refuse(403, "Forbidden: bot was blocked by the user", method="sendMessage", times=2)
    await bot.ok("getMe")
    for _ in range(2):
        assert await bot.refused("sendMessage", chat_id=HOLDER, text="a") == "Forbidden: bot was blocked by the user"
    await bot.ok("sendMessage", chat_id=HOLDER, text="a")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_broken_proxy_answers_a_page(server: FakeTelegram, bot: Client, status: int) -> None:
    fault = server.faults.broken(status)
    async with bot.session.post(f"{server.base_url}{server.token}/getMe") as answer:
        assert (answer.status, answer.content_type) == (status, "text/html")
        assert b"<html>" in await answer.read()
    fault.lift()
    await bot.ok("getMe")


async def test_an_answer_can_be_no_json_at_all(server: FakeTelegram, bot: Client) -> None:
    server.faults.garbage(b"{", times=1)
    with pytest.raises(ValueError, match="line 1"):
        await bot("getMe")
    await bot.ok("getMe")


async def test_a_slow_answer_is_executed_at_once(server: FakeTelegram, bot: Client) -> None:
    server.faults.slow(0.2, method="sendMessage", times=1)
    asked = asyncio.create_task(bot.ok("sendMessage", chat_id=HOLDER, text="a"))
    await server.user(HOLDER).hears()
    assert not asked.done()
    began = time.monotonic()
    await asked
    assert time.monotonic() - began > 0.1


@pytest.mark.parametrize("executes", [True, False])
async def test_a_stalled_call_is_done_or_not_but_never_answered(
    server: FakeTelegram, bot: Client, executes: bool
) -> None:
    server.faults.stall(method="sendMessage", executes=executes)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await bot("sendMessage", chat_id=HOLDER, text="a")
    assert len(server.user(HOLDER).heard) == executes
    assert (server.calls[-1].status, server.calls[-1].executed) == (0, executes)


@pytest.mark.parametrize("reset", [True, False])
@pytest.mark.parametrize("executes", [True, False])
async def test_a_connection_is_cut_before_or_after_it_is_done(
    server: FakeTelegram, bot: Client, executes: bool, reset: bool
) -> None:
    server.faults.cut(method="sendMessage", executes=executes, skip=1, reset=reset)
    await bot.ok("sendMessage", chat_id=HOLDER, text="a")
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=HOLDER, text="b")
    assert len(server.user(HOLDER).heard) == 1 + executes
    await bot.ok("sendMessage", chat_id=HOLDER, text="c")


async def test_a_server_that_is_down_refuses_connections_and_forgets_nothing(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).sends("avant")
    async with server.down():
        with pytest.raises(aiohttp.ClientError):
            await bot("getMe")
    told = await bot.ok("getUpdates", offset=-1)
    assert told[0]["message"]["text"] == "avant"


async def test_the_pace_of_one_chat_is_limited(server: FakeTelegram, bot: Client) -> None:
    server.limits = Limits(speed=20)
    await bot.ok("sendMessage", chat_id=HOLDER, text="a")
    status, told = await bot("sendMessage", chat_id=HOLDER, text="b")
    assert (status, told["parameters"]["retry_after"]) == (429, 1)
    await bot.ok("sendMessage", chat_id=OTHER, text="a")
    await asyncio.sleep(0.06)
    await bot.ok("sendMessage", chat_id=HOLDER, text="b")
    assert (server.limits.refused, server.limits.early) == (1, 1)


async def test_the_pace_of_all_chats_is_limited(server: FakeTelegram, bot: Client) -> None:
    server.limits = Limits()
    for number in range(31):
        server.user(1000 + number).starts()
    answers = [await bot("sendMessage", chat_id=1000 + number, text="a") for number in range(31)]
    assert [status for status, _ in answers] == [200] * 30 + [429]
    assert (await bot("sendMessage", chat_id=HOLDER, text="a"))[0] == 429


async def test_a_group_takes_twenty_messages_a_minute(server: FakeTelegram, bot: Client) -> None:
    server.limits = Limits()
    answers = [await bot("sendMessage", chat_id=GROUP, text="a") for _ in range(21)]
    assert [status for status, _ in answers] == [200] * 20 + [429]
    assert 55 < answers[-1][1]["parameters"]["retry_after"] <= 60


async def test_a_burst_can_be_allowed(server: FakeTelegram, bot: Client) -> None:
    server.limits = Limits(burst=3)
    answers = [await bot("sendMessage", chat_id=HOLDER, text="a") for _ in range(4)]
    assert [status for status, _ in answers] == [200] * 3 + [429]
