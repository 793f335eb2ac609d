"""A calendar fetched: within a time and a size, and never from the network of the house unless it is allowed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.ics_fetch import Fetched, fetch, url_of
from bot.ics_lines import LARGEST, CalendarRefused
from tests.calendars import calendar, event

RAW = calendar(event("a"))


async def _calendar(request: web.Request) -> web.Response:
    if request.headers.get("If-None-Match") == '"1"':
        return web.Response(status=304)
    return web.Response(body=RAW, content_type="text/calendar", headers={"ETag": '"1"'})


async def _there(request: web.Request) -> web.Response:
    raise web.HTTPFound("/agenda.ics")


async def _round(request: web.Request) -> web.Response:
    raise web.HTTPFound("/rond")


async def _file(request: web.Request) -> web.Response:
    raise web.HTTPFound("file:" + "///etc/passwd")


async def _endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    for _ in range(LARGEST // 50_000 + 2):
        await answer.write(b"x" * 50_000)
    return answer


async def _slow(request: web.Request) -> web.Response:
    await asyncio.sleep(5)
    return web.Response(body=RAW)


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """A machine of this network that publishes calendars, well and badly."""
    application = web.Application()
    paths = {"/agenda.ics": _calendar, "/la": _there, "/rond": _round, "/fichier": _file, "/gros": _endless}
    application.add_routes([web.get(path, answer) for path, answer in {**paths, "/lent": _slow}.items()])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_calendar_is_fetched_with_its_mark_and_again_only_if_it_changed() -> None:
    async with served() as address:
        first = await fetch(f"{address}/agenda.ics", private=True)
        assert first == Fetched(RAW, '"1"')
        assert await fetch(f"{address}/agenda.ics", private=True, tag=first.tag) == Fetched(None, '"1"')
        assert (await fetch(f"{address}/la", private=True)).raw == RAW


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/rond", "cli-ics-away"),
        ("/fichier", "cli-ics-url"),
        ("/gros", "cli-ics-large"),
        ("/lent", "cli-ics-slow"),
        ("/rien", "cli-ics-status"),
    ],
)
async def test_what_goes_on_for_ever_or_leads_elsewhere_is_refused(path: str, name: str) -> None:
    """With the reason; a redirection leads to the web only."""
    async with served() as address:
        with pytest.raises(CalendarRefused) as refused:
            await fetch(f"{address}{path}", private=True, seconds=0.5)
    assert refused.value.name == name


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "[::ffff:127.0.0.1]", "169.254.169.254"],
)
async def test_no_address_of_the_house_is_asked_unless_it_is_allowed(host: str) -> None:
    """However it is written: nothing reaches the machine that listens there."""
    async with served() as address:
        port = address.rpartition(":")[2]
        with pytest.raises(CalendarRefused) as refused:
            await fetch(f"http://{host}:{port}/agenda.ics")
    unreadable = host in ("127.1", "2130706433")
    assert refused.value.name == ("cli-ics-away" if unreadable else "cli-ics-private")


@pytest.mark.parametrize(
    "url", ["", "agenda.ics", "ftp://exemple.org/a", "file:" + "///etc/passwd", "http://", "http:///a"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(CalendarRefused) as refused:
        url_of(url)
    assert refused.value.name == "cli-ics-url"


def test_a_subscription_is_an_address_of_the_web() -> None:
    """As calendars write it."""
    assert url_of("webcal://exemple.org/a.ics") == "https://exemple.org/a.ics"


async def test_who_does_not_answer_is_named_without_the_rest_of_the_address() -> None:
    """It may be secret."""
    async with served() as address:
        port = int(address.rpartition(":")[2])
    with pytest.raises(CalendarRefused) as refused:
        await fetch(f"http://127.0.0.1:{port}/secret", private=True)
    assert (refused.value.name, refused.value.facts) == ("cli-ics-away", {"host": "127.0.0.1"})
