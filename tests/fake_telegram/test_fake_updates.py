"""`getUpdates` of the fake server: confirmed, kept, braked and refused as by the real one."""

from __future__ import annotations

import asyncio
import time

from tests.fake_telegram.bare import Client
from tests.fake_telegram.server import FakeTelegram

HOLDER = 812


async def test_an_update_comes_until_it_is_confirmed(server: FakeTelegram, bot: Client) -> None:
    server.user(HOLDER).sends("un")
    server.user(HOLDER).sends("deux")
    server.updates.brake = False
    first, second = await bot.ok("getUpdates")
    assert await bot.ok("getUpdates") == [first, second]
    assert await bot.ok("getUpdates", offset=second["update_id"]) == [second]
    assert await bot.ok("getUpdates", offset=second["update_id"] + 1) == []
    assert (server.updates.confirmed, len(server.updates.queue)) == (2, 0)


async def test_a_negative_offset_keeps_the_newest(server: FakeTelegram, bot: Client) -> None:
    for text in "abc":
        server.user(HOLDER).sends(text)
    kept = await bot.ok("getUpdates", offset=-1)
    assert [each["message"]["text"] for each in kept] == ["c"]


async def test_a_limit_is_kept_and_the_rest_stays(server: FakeTelegram, bot: Client) -> None:
    for text in "abc":
        server.user(HOLDER).sends(text)
    assert len(await bot.ok("getUpdates", limit=2)) == 2
    assert len(server.updates.queue) == 3


async def test_a_long_poll_answers_as_soon_as_something_comes(server: FakeTelegram, bot: Client) -> None:
    began = time.monotonic()
    asked = asyncio.create_task(bot.ok("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    server.user(HOLDER).sends("un")
    server.user(HOLDER).sends("deux")
    assert [each["message"]["text"] for each in await asked] == ["un", "deux"]
    assert 0.1 <= time.monotonic() - began < 2


async def test_a_long_poll_without_news_ends_empty(server: FakeTelegram, bot: Client) -> None:
    began = time.monotonic()
    assert await bot.ok("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - began < 3


async def test_the_first_of_two_pollers_is_sent_away(server: FakeTelegram, bot: Client) -> None:
    first = asyncio.create_task(bot("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot("getUpdates", timeout=20))
    status, told = await first
    assert (status, told["description"].startswith("Conflict: terminated by other getUpdates")) == (409, True)
    server.user(HOLDER).sends("un")
    assert (await second)[0] == 200


async def test_the_same_question_in_a_hurry_is_braked(server: FakeTelegram, bot: Client) -> None:
    await bot.ok("getUpdates", offset=5)
    began = time.monotonic()
    assert await bot.ok("getUpdates", offset=5) == []
    assert time.monotonic() - began > 0.1  # three seconds, twenty times faster
    for text in "ab":
        server.user(HOLDER).sends(text)
    assert len(await bot.ok("getUpdates", offset=6)) == 2
    assert len(await bot.ok("getUpdates", offset=6)) == 1


async def test_what_is_a_day_old_is_gone(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    holder.sends("vieux")
    server.passes(hours=23)
    holder.forges("x")
    server.passes(hours=1, seconds=1)
    holder.sends("neuf")
    assert [each["message"]["text"] for each in await bot.ok("getUpdates")] == ["neuf"]


async def test_a_series_that_starts_again_lower_is_not_confirmed_by_an_old_offset(
    server: FakeTelegram, bot: Client
) -> None:
    server.updates.next_id = 5000
    server.user(HOLDER).sends("un")
    for _ in range(2):
        told = await bot.ok("getUpdates", offset=900_000_001)
        assert [each["update_id"] for each in told] == [5000]
    assert await bot.ok("getUpdates", offset=5001) == []


async def test_types_that_are_not_wanted_are_never_queued(server: FakeTelegram, bot: Client) -> None:
    holder = server.user(HOLDER)
    await bot.ok("getUpdates", allowed_updates=["message"])
    holder.forges("x")
    holder.sends("un")
    await bot.ok("getUpdates", offset=2, allowed_updates=[])
    holder.forges("y")
    told = await bot.ok("getUpdates", offset=3)
    assert [set(each) - {"update_id"} for each in told] == [{"message"}, {"callback_query"}]


async def test_any_update_can_be_pushed_and_repeated(server: FakeTelegram, bot: Client) -> None:
    server.updates.copies = 3
    server.pushes({"unheard_of": {"a": [1]}})
    server.pushes({"message": {"message_id": "seven"}}, update_id=42)
    told = await bot.ok("getUpdates")
    assert [each["update_id"] for each in told] == [told[0]["update_id"]] * 3 + [42] * 3


async def test_a_hundred_thousand_updates_wait_without_slowing(server: FakeTelegram, bot: Client) -> None:
    for number in range(100_000):
        server.updates.push("message", {"text": str(number)})
    began, offset = time.monotonic(), 0
    for _ in range(50):
        offset = (await bot.ok("getUpdates", offset=offset))[-1]["update_id"] + 1
    assert time.monotonic() - began < 2
    assert server.updates.confirmed == 4900
