"""How the public agenda is served: to whom, in which form, how often, and what it never lets out (lab.md TG13, 9)."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from bot.process import Process
from bot.settings import Settings
from bot.web.server import WebServer
from tests.databases import Databases
from tests.handlers.packs import guide
from tests.web.read_pages import titles
from tests.web.site import BASE, NOON, Site
from tests.web.test_hook import served as listening

CANARY = "canari-de-l-agenda"
MISSING = (
    *("/agenda/999", "/agenda/x", "/agenda/x.ics", "/agenda/999.ics", "/zzz", "/agenda?network=x", "/agenda?series=x"),
    *("/agenda?month=2026-13", "/agenda?month=x", "/agenda?page=0", "/agenda?page=-1", "/agenda?page=x"),
    *("/agenda?page=99999", "/agenda/%D9%A1", "/agenda/..%2f..%2fetc"),
)


async def test_a_page_that_is_not_there_says_so_in_words(site: Site) -> None:
    """With a way on, and without a word of what was asked."""
    for path in (*MISSING, f"/agenda/{'9' * 30}", f"/{CANARY}"):
        answer = await site.get(path, fresh=False)
        assert answer.status_code == 404, path
        assert "Cette page n&#39;existe pas" in answer.text
        assert 'href="/agenda"' in answer.text
        assert CANARY not in answer.text


async def test_pages_are_read_and_nothing_is_written_there(site: Site) -> None:
    """Whatever else is tried is refused in words."""
    answer = await site.get("/agenda", method="POST")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert "Cette page se lit" in answer.text


async def test_a_browser_that_has_it_already_is_told_so(site: Site) -> None:
    """304 without a word, until something changes."""
    site.announce("Un")
    for path in ("/agenda", "/agenda.ics", "/lieux"):
        answer = await site.get(path)
        tag = answer.headers["etag"]
        assert "max-age=60" in answer.headers["cache-control"]
        again = await site.get(path, if_none_match=f'"other", W/{tag}')
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        site.announce("Un de plus", "2026-12-09 08:30")
        assert (await site.get(path, if_none_match=tag)).status_code == (304 if path == "/lieux" else 200)


PAGES = ("/agenda", "/agenda/1", "/agenda.ics", "/agenda/1.ics", "/lieux", "/agenda.css")


async def test_a_question_about_a_page_gets_its_headers_alone(served: Site) -> None:
    """HEAD: the same length and tag as the page, and no page."""
    served.announce("Un")
    for path in PAGES:
        whole, head = await served.get(path), await served.get(path, method="HEAD")
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-length", "content-type", "etag", "content-security-policy"):
            assert head.headers.get(name) == whole.headers.get(name)


async def test_no_page_may_run_a_program_or_be_framed(site: Site) -> None:
    """Even one that was smuggled in; nor may it leave anything in the browser."""
    site.announce("Un")
    for path in (*PAGES, "/", "/zzz"):
        headers = (await site.get(path)).headers
        policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert "script-src" not in policy
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
        assert "set-cookie" not in headers


async def test_no_page_says_who_comes(site: Site) -> None:
    """Neither names nor needs, nor what one types at the door, nor what a calendar calls a gathering elsewhere."""
    id = site.announce("Un", seats=5, code="canaricode", uid=f"{CANARY}-uid")
    site.book(id, 2, name=CANARY, needs=f"{CANARY}-needs")
    for path in ("/agenda", f"/agenda/{id}", "/agenda.ics", f"/agenda/{id}.ics", "/lieux"):
        page = (await site.text(path)).replace("\r\n ", "")
        assert CANARY not in page
        assert "canaricode" not in page


async def test_the_database_is_asked_once_a_second_whoever_asks(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of that second is made of what was read then. It lasts a minute here, however slow the machine is."""
    monkeypatch.setattr("bot.web.kept.FRESH_SECONDS", 60.0)
    site.announce("Un")
    reads = 0
    read = site.public._kept._read

    def counted() -> Any:
        nonlocal reads
        reads += 1
        return read()

    site.public._kept._read = counted  # type: ignore[method-assign]  # still the real one, counted
    paths = ["/agenda", "/agenda/1", "/agenda.ics", "/lieux", "/agenda?month=2026-12"] * 6
    answers = await asyncio.gather(*(site.get(path, fresh=False) for path in paths))
    assert {answer.status_code for answer in answers} == {200}
    assert reads == 1


async def test_a_database_that_does_not_answer_leaves_the_pages_as_they_were(site: Site, databases: Databases) -> None:
    """For an hour; after that, or if nothing was read yet, the page says to come back."""
    site.announce("Un")
    assert titles(await site.text("/agenda")) == ["Un"]
    databases.goes_away()
    assert titles(await site.text("/agenda")) == ["Un"]
    site.clock.move(NOON.replace(hour=13))
    answer = await site.get("/agenda")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "Réessayez dans une minute." in answer.text


async def test_the_hour_goes_on_while_nothing_changes(site: Site) -> None:
    """What has ended leaves the list by itself, and its page says that it is over."""
    id = site.announce("Un", "2026-12-01 12:30")
    assert titles(await site.text("/agenda")) == ["Un"]
    site.clock.move(NOON.replace(hour=16))
    assert titles(await site.text("/agenda")) == []
    assert "Cette rencontre est terminée." in await site.text(f"/agenda/{id}")


async def test_a_pack_that_is_loaded_again_is_shown_at_once(site: Site) -> None:
    """Pages and calendars of the former one are thrown away."""
    await site.text("/lieux")
    site.app.turns.guide = guide("exemple")
    assert "Halle aux voiles" in await site.text("/lieux")


async def test_the_root_leads_to_the_agenda_and_a_network_to_its_list(site: Site) -> None:
    """An address that is cut by hand still leads somewhere."""
    for path, target in {"/": "/agenda", "/agenda/apes": "/agenda?network=apes"}.items():
        answer = await site.get(path)
        assert (answer.status_code, answer.headers["location"]) == (302, target)


async def test_the_pages_of_the_process_stay_where_they_were(site: Site) -> None:
    """Health and figures are beside the agenda."""
    assert (await site.get("/healthz")).text == "ok\n"
    assert (await site.get("/metrics")).status_code == 200


async def test_the_running_bot_serves_them_at_its_public_address(site: Site) -> None:
    """Beside health, on the port of the configuration."""
    settings = Settings.model_validate({"web": {"port": 0, "url": f"{BASE}/"}})
    web = Process(site.app, settings, [], {})._web()
    assert isinstance(web, WebServer)
    async for port in listening(web._application):
        site.root = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient() as site.client:
            assert f'<link rel="canonical" href="{BASE}/agenda">' in await site.text("/agenda")
            assert (await site.get("/healthz")).text == "ok\n"
