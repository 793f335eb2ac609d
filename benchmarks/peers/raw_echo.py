"""A bot without a library: it asks what is new and answers each message, in rooms that are not encrypted."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Coroutine
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession

from benchmarks.peers.answer import ANSWER, PASSWORD, SERVER, USER

API = f"{SERVER}/_matrix/client/v3"
NOTHING: dict[str, list[str]] = {"types": []}
FILTER = {
    "presence": NOTHING,
    "account_data": NOTHING,
    "room": {"ephemeral": NOTHING, "account_data": NOTHING, "timeline": {"limit": 50}},
}
_NUMBERS = itertools.count(1)
_WORKING: set[asyncio.Task[Any]] = set()


def apart(work: Coroutine[Any, Any, Any]) -> None:
    task = asyncio.create_task(work)
    _WORKING.add(task)
    task.add_done_callback(_WORKING.discard)


async def ask(session: ClientSession, method: str, path: str, **more: Any) -> Any:
    async with session.request(method, API + path, **more) as answer:
        answer.raise_for_status()
        return await answer.json()


def look(session: ClientSession, news: dict[str, Any]) -> None:
    rooms = news.get("rooms", {})
    for room in rooms.get("invite", {}):
        apart(ask(session, "POST", f"/join/{quote(room)}", json={}))
    for room, told in rooms.get("join", {}).items():
        for event in told["timeline"]["events"]:
            if event["type"] == "m.room.message" and event["sender"] != USER:
                path = f"/rooms/{quote(room)}/send/m.room.message/{next(_NUMBERS)}"
                apart(ask(session, "PUT", path, json=ANSWER))


async def main() -> None:
    who = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": USER}, "password": PASSWORD}
    async with ClientSession() as session:
        token = (await ask(session, "POST", "/login", json=who))["access_token"]
        session.headers["Authorization"] = f"Bearer {token}"
        asked = {"filter": json.dumps(FILTER), "timeout": "0"}
        while True:
            news = await ask(session, "GET", "/sync", params=asked)
            asked |= {"since": news["next_batch"], "timeout": "30000"}
            look(session, news)


if __name__ == "__main__":
    asyncio.run(main())
