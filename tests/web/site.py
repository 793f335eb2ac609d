"""The public pages, served over HTTP from a real database, and gatherings announced on them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from fastapi import FastAPI
from sqlalchemy import insert

from bot.app import App
from bot.health import Health
from bot.metrics import Metrics
from bot.web.agenda import PublicPages
from bot.web.pages import Pages
from handlers.gatherings import SEATED
from scheduler.clock import SetClock
from scheduler.runner import Runner
from storage import gathering_rows, notes
from storage.database import Database
from storage.gatherings import write_stops
from storage.questions.ours import note_of
from storage.tables import bookings
from tests.handlers.packs import guide
from tests.web.test_hook import served

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
BASE = "https://boussole.example.org"


class Site:
    """One app with its pages; `root` is where they are served."""

    def __init__(self, app: App, clock: SetClock) -> None:
        self.app = app
        self.clock = clock
        self.public = PublicPages(app, base=BASE)
        self.root = ""
        self.client = httpx.AsyncClient()
        self._draw = SetClock(NOON, seed=7).draw

    @property
    def database(self) -> Database:
        """Where gatherings are."""
        return self.app.database

    def announce(
        self,
        title: str,
        day: str = "2026-12-03 08:30",
        *,
        minutes: int = 90,
        texts: dict[str, str] | None = None,
        stops: Sequence[tuple[str, str]] = (),
        **columns: Any,
    ) -> int:
        """A published gathering at an hour of the territory. Its number."""
        zone = self.app.guide.pack.territory.timezone
        start = _there(day, zone)
        hours = gathering_rows.hours(start, start + timedelta(minutes=minutes), zone)
        values = {"network": self.app.guide.pack.territory.networks[0].id, "kind": "petit_dej", "state": "published"}
        said = gathering_rows.texts({"title": title, **(texts or {})})
        with self.database.write() as connection:
            written = {**values, "uid": self._draw(20), **hours, **said, **columns}
            id = gathering_rows.new(connection, written, self.clock.now(), self._draw, None)
            walked = [{"at": _there(at, zone), "place": name, "minutes_on_foot": 0, "access": ""} for at, name in stops]
            write_stops(connection, id, walked)
        return id

    def book(self, gathering: int, seats: int = 1, name: str = "", needs: str = "", state: str = SEATED) -> None:
        """Someone holds seats."""
        now = self.clock.now()
        counted = {"offers": 0, "joins": 0, "leaves": 0, "told": 0, "asked_at": now, "updated_at": now, "useful": ""}
        row = {"gathering": gathering, "seats": seats, "state": state, "name": name, "needs": needs, **counted}
        with self.database.write() as connection:
            connection.execute(insert(bookings).values(row))

    def called(self, channel: str, name: str) -> None:
        """What the bot is called on a channel."""
        with self.database.write() as connection:
            notes.note(connection, note_of(channel), name)

    def look_again(self) -> None:
        """A second goes by: whoever asks next has the database asked."""
        self.public._kept._looked_at = float("-inf")

    async def get(self, path: str, *, fresh: bool = True, method: str = "GET", **headers: Any) -> httpx.Response:
        """What a browser gets."""
        if fresh:
            self.look_again()
        known = {name.replace("_", "-"): str(value) for name, value in headers.items()}
        return await self.client.request(method, self.root + path, headers=known)

    async def text(self, path: str, **headers: Any) -> str:
        """The same, when there must be a page."""
        answer = await self.get(path, **headers)
        assert answer.status_code == 200, answer.text
        return answer.text


def _there(day: str, zone: str) -> datetime:
    return datetime.strptime(day, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@asynccontextmanager
async def opened(database: Database, pack: str = "lille", *, listening: bool = False) -> AsyncIterator[Site]:
    """A site, with the pages of the process beside the public ones; `listening`: on a port."""
    clock = SetClock(NOON)
    async with App(database, guide(pack), clock, {}) as app:
        site = Site(app, clock)
        web = Pages(app, Health(), Runner(app.wake), Metrics()).application()
        site.public.serve_on(web)
        async for root in _served(web) if listening else _at_hand(web):
            site.root = root
            async with httpx.AsyncClient(transport=None if listening else httpx.ASGITransport(web)) as site.client:
                yield site


async def _served(web: FastAPI) -> AsyncIterator[str]:
    async for port in served(web):
        yield f"http://127.0.0.1:{port}"


async def _at_hand(_web: FastAPI) -> AsyncIterator[str]:
    yield "http://127.0.0.1"
