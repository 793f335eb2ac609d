"""The summaries served over HTTP from a real database: the interface for programs, and the page of one reader."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import insert

from bot.app import App
from bot.channels import Channel
from bot.health import Health
from bot.metrics import Metrics
from bot.web.agenda import PublicPages
from bot.web.pages import Pages
from bot.web.readers import serve_readers
from handlers.messages import Address, Inbound
from handlers.notice import Notice
from handlers.roles import code_in
from scheduler.clock import SetClock
from scheduler.runner import Runner
from storage import roles, tokens
from storage.database import Database
from storage.tables import tallies
from tests.bot.listeners import Line
from tests.handlers.packs import guide

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
"""Of 2026-W48, in the morning: the last week that is over is 2026-W47."""
WEEK = "2026-W47"
BASE = "https://boussole.example.org"
AGENT = Address("terminal", "agent")


class Desk:
    """One app with what it serves to readers; `http` asks it."""

    def __init__(self, app: App, clock: SetClock, channel: Line, web: FastAPI) -> None:
        self.app = app
        self.clock = clock
        self.channel = channel
        self.web = web
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url=BASE)
        self._said = 0

    @property
    def database(self) -> Database:
        """Where all is."""
        return self.app.database

    def token(self, *scopes: str, until: datetime | None = None) -> str:
        """A new token."""
        with self.database.write() as connection:
            return tokens.new(connection, self.clock.draw, "Un tableur", scopes, self.clock.now(), until)

    async def get(self, path: str, token: str = "", *, method: str = "GET", **headers: Any) -> httpx.Response:
        """What a program gets."""
        known = {name.replace("_", "-"): str(value) for name, value in headers.items()}
        if token:
            known["Authorization"] = f"Bearer {token}"
        return await self.http.request(method, path, headers=known)

    async def say(self, text: str, who: Address = AGENT, choice: str | None = None) -> list[str]:
        """What someone reads after what they wrote."""
        self._said += 1
        before = len(self.channel.sent)
        kind = "text" if choice is None else "choice"
        message = Inbound(who, f"m{self._said}", who.peer, text, choice, kind, sent_at=self.clock.now())
        await self.app.receive(message)
        await self.app.delivery.settled()
        return [each.reply.text for each in self.channel.sent[before:]]

    async def becomes(self, role: str, who: Address = AGENT, network: str = "") -> None:
        """Someone takes a role by its code."""
        with self.database.write() as connection:
            code = roles.invite(connection, self.clock.draw, role, network, self.clock.now())
        assert code_in(code)
        await self.say("bonjour", who)
        await self.say(code, who)

    async def link(self) -> str:
        """The address of a new link, as the agent reads it, without the site."""
        said = " ".join(await self.say("bilan"))
        return next(word for word in said.split() if word.startswith(BASE)).removeprefix(BASE)


@asynccontextmanager
async def opened(
    database: Database, pack: str = "lille", *, channels: Sequence[Channel] = (), secure: bool = True, **options: Any
) -> AsyncIterator[Desk]:
    """A desk on a database in which something was counted since 2026-W40; `channels`: besides that of the agents;
    `secure`: behind https."""
    with database.write() as connection:
        connection.execute(insert(tallies), {"week": "2026-W40", "name": "conversation", "of": "", "count": 7})
    channel = Line("terminal")
    channel.files = True
    clock = SetClock(MONDAY)
    known: dict[str, Channel] = {"terminal": channel, **{each.name: each for each in channels}}
    async with App(database, guide(pack), clock, known, notice=Notice(site=BASE)) as app:
        web = Pages(app, Health(), Runner(app.wake), Metrics()).application()
        PublicPages(app, base=BASE).serve_on(web)
        serve_readers(app, web, base=BASE if secure else "", **options)
        yield Desk(app, clock, channel, web)
