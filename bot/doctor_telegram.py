"""Asks Telegram what it knows of our bot: the token, the webhook, the menu, and what time it is there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from bot.sentences import sentence
from bot.settings import Telegram
from scheduler.clock import SystemClock

PATIENCE_SECONDS = 10
MOST_SKEW_SECONDS = 30
ERROR_TOLD_SECONDS = 3600
_METHODS: Mapping[str, object] = {
    "getMe": {},
    "getWebhookInfo": {},
    "getMyCommands": {"scope": {"type": "all_private_chats"}},
}
_UNAUTHORIZED, _NOT_FOUND = 401, 404
_LONGEST_REASON = 120

Said = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one method answered; `result` is None when it was refused."""

    status: int
    result: Any
    date: datetime | None


def examine_telegram(telegram: Telegram) -> Iterator[Said]:
    """Each thing looked at: whether it is good, and what to say of it. The token is in none."""
    if not telegram.token:
        yield True, sentence("cli-doctor-telegram-none")
        return
    try:
        answers = asyncio.run(_ask(telegram))
    except (OSError, ValueError, TimeoutError):
        yield False, sentence("cli-doctor-telegram-away", host=urlsplit(telegram.base_url).hostname or "?")
        return
    yield from judged(telegram, answers, SystemClock().now())


async def _ask(telegram: Telegram) -> Mapping[str, Answer]:
    import aiohttp

    patience = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=patience) as session:
            return {name: await _one(session, telegram, name) for name in _METHODS}
    except aiohttp.ClientError as error:
        # Its message holds the address, hence the token.
        raise ConnectionError(type(error).__name__) from None


async def _one(session: Any, telegram: Telegram, method: str) -> Answer:
    async with session.post(
        f"{telegram.base_url.rstrip('/')}/bot{telegram.token}/{method}", json=_METHODS[method]
    ) as response:
        body = json.loads(await response.text())
        date = response.headers.get("Date")
        return Answer(response.status, body.get("result"), parsedate_to_datetime(date) if date else None)


def judged(telegram: Telegram, answers: Mapping[str, Answer], now: datetime) -> Iterator[Said]:
    """What these answers mean for this configuration, now."""
    me = answers["getMe"]
    if me.status in (_UNAUTHORIZED, _NOT_FOUND):
        yield False, sentence("cli-doctor-telegram-token")
        return
    if me.result is None:
        yield False, sentence("cli-doctor-telegram-away", host=urlsplit(telegram.base_url).hostname or "?")
        return
    yield True, sentence("cli-doctor-telegram", name=me.result.get("username", "?"))
    skew = abs((now - me.date).total_seconds()) if me.date else 0
    if skew > MOST_SKEW_SECONDS:
        yield False, sentence("cli-doctor-telegram-clock", seconds=round(skew))
    yield from _webhook(telegram, answers["getWebhookInfo"].result or {}, now)
    menu = answers["getMyCommands"].result or []
    yield bool(menu), sentence("cli-doctor-menu" if menu else "cli-doctor-menu-empty", count=len(menu))


def _webhook(telegram: Telegram, known: Mapping[str, Any], now: datetime) -> Iterator[Said]:
    wanted = telegram.webhook_url if telegram.mode == "webhook" else ""
    if known.get("url", "") != wanted:
        yield False, sentence("cli-doctor-webhook-other")
        return
    pending = known.get("pending_update_count", 0)
    yield True, sentence("cli-doctor-webhook" if wanted else "cli-doctor-webhook-polling", pending=pending)
    failed = datetime.fromtimestamp(known.get("last_error_date") or 0, UTC)
    if wanted and (now - failed).total_seconds() < ERROR_TOLD_SECONDS:
        reason = str(known.get("last_error_message", "?"))[:_LONGEST_REASON]
        yield False, sentence("cli-doctor-webhook-error", at=f"{failed:%Y-%m-%d %H:%M} UTC", reason=reason)
