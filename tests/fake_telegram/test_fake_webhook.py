"""Deliveries of the fake server to a webhook: the secret, the order, the repeats, the method in the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from tests.fake_telegram.bare import Client
from tests.fake_telegram.server import FakeTelegram

HOLDER, OTHER = 812, 813
SECRET = "abc-DEF_123"


@dataclass
class Hook:
    """A webhook that notes what it receives and answers as it is told."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    slow: float = 0.0
    busy: int = 0
    busiest: int = 0

    async def hear(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append(await request.json())
        await asyncio.sleep(self.slow)
        self.busy -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [each["message"]["text"] for each in self.got]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    heard = Hook()
    app = web.Application()
    app.router.add_post("/hook", heard.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    heard.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield heard
    await runner.cleanup()


async def delivered(server: FakeTelegram, number: int) -> None:
    await server.until(lambda: server.updates.confirmed >= number)


async def test_a_delivery_carries_the_secret_and_is_confirmed_by_its_answer(
    server: FakeTelegram, bot: Client, hook: Hook
) -> None:
    server.user(HOLDER).sends("avant")
    await bot.ok("setWebhook", url=hook.url, secret_token=SECRET, max_connections=5)
    server.user(HOLDER).sends("après")
    await delivered(server, 2)
    assert (hook.texts, hook.secrets) == (["avant", "après"], [SECRET] * 2)
    info = await bot.ok("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["pending_update_count"]) == (hook.url, 5, 0)


async def test_polling_is_refused_while_a_webhook_is_set(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await bot.ok("setWebhook", url=hook.url)
    assert (await poll)[1]["description"] == "Conflict: terminated by setWebhook request"
    assert "webhook is active" in await bot.refused("getUpdates")
    await bot.ok("deleteWebhook")
    assert await bot.ok("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/"}, "Bad Request: invalid webhook URL specified"),
        ({"url": "http://example.org/"}, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        ({"secret_token": "é"}, "Bad Request: secret token contains unallowed characters"),
        ({"secret_token": "a" * 257}, "Bad Request: secret token is too long"),
    ],
)
async def test_a_webhook_must_be_sound(bot: Client, params: dict[str, str], words: str) -> None:
    assert await bot.refused("setWebhook", **({"url": "http://127.0.0.1:1/"} | params)) == words


async def test_a_failed_delivery_comes_again_before_the_next_of_its_chat(
    server: FakeTelegram, bot: Client, hook: Hook
) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=503)]
    await bot.ok("setWebhook", url=hook.url)
    server.user(HOLDER).sends("un")
    server.user(HOLDER).sends("deux")
    await delivered(server, 2)
    assert hook.texts == ["un", "un", "un", "deux"]
    assert [each.status for each in server.webhook.deliveries] == [500, 503, 200, 200]


async def test_a_webhook_that_is_down_hears_everything_later(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    await bot.ok("setWebhook", url="http://127.0.0.1:9/")
    server.user(HOLDER).sends("un")
    await asyncio.sleep(0.1)
    assert (await bot.ok("getWebhookInfo"))["last_error_message"] == "Connection closed"
    await asyncio.sleep(0.05)
    await bot.ok("setWebhook", url=hook.url)
    await delivered(server, 1)
    assert hook.texts == ["un"]


async def test_chats_are_delivered_in_parallel_and_one_chat_in_order(
    server: FakeTelegram, bot: Client, hook: Hook
) -> None:
    hook.slow = 0.02
    await bot.ok("setWebhook", url=hook.url, max_connections=3)
    for text in "abc":
        for number in range(5):
            server.user(HOLDER + number).sends(f"{number}{text}")
    await delivered(server, 15)
    assert hook.busiest == 3
    for number in range(5):
        assert [text[1] for text in hook.texts if text[0] == str(number)] == ["a", "b", "c"]


async def test_updates_can_come_out_of_order_and_several_times(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    server.webhook.unordered, server.webhook.copies = True, 2
    hook.slow = 0.02
    await bot.ok("setWebhook", url=hook.url)
    for text in "abc":
        server.user(HOLDER).sends(text)
    await server.until(lambda: len(hook.got) == 6)
    assert sorted(hook.texts) == ["a", "a", "b", "b", "c", "c"]
    assert hook.busiest > 1


async def test_a_method_in_the_answer_is_executed_once(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    asked = {"method": "sendMessage", "chat_id": HOLDER, "text": "bonjour"}
    orders = [asked, asked | {"chat_id": OTHER}, {"method": "getMe"}]
    hook.answers = [web.json_response(order) for order in orders]
    await bot.ok("setWebhook", url=hook.url)
    holder = server.user(HOLDER)
    for text in "abc":
        holder.sends(text)
    await delivered(server, 3)
    assert [each.text for each in holder.heard] == ["bonjour"]
    assert [(each.method, each.executed) for each in server.webhook.deliveries] == [
        ("sendmessage", True),
        ("sendmessage", False),
        ("getme", False),
    ]
    assert [each.via for each in server.called_with("sendMessage")] == ["webhook", "webhook"]


async def test_an_answer_can_get_lost(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    asked = {"method": "sendMessage", "chat_id": HOLDER, "text": "bonjour"}
    hook.answers = [web.json_response(asked)]
    await bot.ok("setWebhook", url=hook.url)
    server.webhook.lose(1)
    server.user(HOLDER).sends("un")
    await delivered(server, 1)
    assert hook.texts == ["un", "un"]
    assert server.user(HOLDER).heard == ()


async def test_setting_a_webhook_again_and_again_is_throttled(server: FakeTelegram, bot: Client, hook: Hook) -> None:
    await bot.ok("setWebhook", url=hook.url)
    status, told = await bot("setWebhook", url=hook.url)
    assert (status, told["parameters"]) == (429, {"retry_after": 1})
