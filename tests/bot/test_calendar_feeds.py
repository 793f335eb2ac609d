"""The calendars of networks, read by the running bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.calendar_feeds import CalendarFeeds, Feed, feed_of, source_of
from bot.settings import CalendarSettings
from bot.turns import Turns
from handlers.engine import respond, sorry
from scheduler.clock import SetClock
from storage.database import Database
from storage.tables import gatherings
from tests.calendars import calendar, event
from tests.conversation import guide
from tests.echo import NOON


@dataclass
class Agenda:
    """A machine that publishes one calendar, under a secret address."""

    raw: bytes = b""
    asked: list[str | None] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        """The calendar, or that it is still the same."""
        mark = f'"{hash(self.raw)}"'
        self.asked.append(request.headers.get("If-None-Match"))
        if self.asked[-1] == mark:
            return web.Response(status=304)
        return web.Response(body=self.raw, headers={"ETag": mark})


@asynccontextmanager
async def published(agenda: Agenda) -> AsyncIterator[str]:
    """Where it is."""
    application = web.Application()
    application.add_routes([web.get("/secret.ics", agenda.answer)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/secret.ics"
    finally:
        await runner.cleanup()


@pytest.fixture
def life(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def dates(database: Database) -> list[tuple[str, str]]:
    """What takes place, and whether."""
    with database.read() as connection:
        rows = connection.execute(select(gatherings).order_by(gatherings.c.starts_at)).all()
    return [(row.starts_wall, row.state) for row in rows]


async def test_a_calendar_is_read_again_and_only_if_it_changed(life: Database) -> None:
    """What it says now is what is here; a reload of the pack reads it once more."""
    agenda, clock = Agenda(calendar(event("a"), event("b", "20261210T083000"))), SetClock(NOON)
    async with published(agenda) as url, Turns(life, respond, sorry, guide(), clock) as turns:
        feeds, feed = CalendarFeeds(turns, clock, [], private=True), Feed("apes", url)
        await feeds.look(feed)
        assert dates(life) == [("2026-12-03 08:30", "published"), ("2026-12-10 08:30", "published")]
        await feeds.look(feed)
        assert agenda.asked[-1] is not None
        agenda.raw = calendar(event("a", "20261204T083000"), event("b", "20261210T083000", status="CANCELLED"))
        await feeds.look(feed)
        assert dates(life) == [("2026-12-04 08:30", "moved"), ("2026-12-10 08:30", "cancelled")]
        turns.guide = guide("exemple")
        await feeds.look(Feed("cercle", url))
        assert agenda.asked[-1] is None


async def test_a_calendar_that_cannot_be_read_is_logged_without_its_address_and_the_rest_goes_on(
    life: Database,
) -> None:
    """Neither where it is nor what it says."""
    agenda, clock = Agenda(b"<html>panne</html>"), SetClock(NOON)
    async with published(agenda) as url, Turns(life, respond, sorry, guide(), clock) as turns:
        feeds = CalendarFeeds(turns, clock, [], private=True)
        with capture_logs() as logs:
            await feeds.look(Feed("apes", url))
            await feeds.look(Feed("personne", url))
            agenda.raw = calendar(event("a", summary="Petit Déj du canari"), event("b", summary="Sans sorte"))
            await feeds.look(Feed("apes", url))
    assert [(log["event"], log["section"]) for log in logs] == [
        ("calendar not read", "apes"),
        ("calendar not read", "personne"),
        ("calendar read", "apes"),
    ]
    assert (logs[0]["reason"], logs[0]["line"]) == ("cli-ics-no-calendar", 1)
    assert (logs[2]["rows"], logs[2]["defects"]) == (1, 1)
    assert not [log for log in logs if "secret" in str(log) or "canari" in str(log) or "panne" in str(log)]


async def test_an_address_of_the_house_is_not_read_unless_it_is_allowed(life: Database) -> None:
    """As the configuration says."""
    agenda, clock = Agenda(calendar(event("a"))), SetClock(NOON)
    async with published(agenda) as url, Turns(life, respond, sorry, guide(), clock) as turns:
        await CalendarFeeds(turns, clock, []).look(Feed("apes", url))
    assert (agenda.asked, dates(life)) == ([], [])


def test_the_configuration_names_a_network_an_address_and_perhaps_a_kind() -> None:
    """In the file or in the environment."""
    (said,) = CalendarSettings.model_validate({"feeds": "apes https://exemple.org/a.ics rencontre"}).feeds
    assert feed_of(said) == Feed("apes", "https://exemple.org/a.ics", "rencontre")
    assert "exemple.org" not in repr(feed_of(said))


def test_a_calendar_is_known_by_its_machine_and_not_by_its_secret() -> None:
    """What is kept, and what is shown."""
    assert source_of("webcal://exemple.org/secret.ics").startswith("exemple.org/")
    assert "secret" not in source_of("webcal://exemple.org/secret.ics")
    assert source_of("webcal://exemple.org/a.ics") == source_of("https://exemple.org/a.ics")
