"""The summary in a browser: a link opens it once, for an hour, to who may read it (H1 of the City's issue)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.database import Database
from storage.roles import listed_roles, revoke_role
from storage.tables import openings, outbox, sittings
from tests.web.reading import BASE, WEEK, Desk, opened

COOKIE = "bilan"


@pytest.fixture
async def desk(lasting_database: Database) -> AsyncIterator[Desk]:
    async with opened(lasting_database) as found:
        yield found


async def inside(desk: Desk) -> str:
    """An agent in their browser; what it keeps."""
    await desk.becomes("agent")
    answer = await desk.get(await desk.link(), method="POST")
    assert answer.status_code == 303
    return answer.cookies[COOKIE]


async def test_a_link_opens_once_by_its_button(desk: Desk) -> None:
    await desk.becomes("agent")
    link = await desk.link()
    for method in ("HEAD", "GET"):
        assert (await desk.get(link, method=method)).status_code == 200, "looking does not use it"
    shown = await desk.get(link)
    assert f'action="{link}"' in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert not shown.cookies
    entered = await desk.get(link, method="POST")
    assert (entered.status_code, entered.headers["Location"]) == (303, "/bilan")
    kept = entered.headers["Set-Cookie"]
    assert all(each in kept for each in ("HttpOnly", "SameSite=strict", "Secure", "Path=/bilan", "Max-Age=3600"))
    desk.http.cookies.clear()
    for method in ("GET", "POST"):
        assert (await desk.get(link, method=method)).status_code == 410
    page = await desk.get(f"/bilan/{WEEK}")
    assert page.status_code == 403
    page = await desk.get(f"/bilan/{WEEK}", Cookie=f"{COOKIE}={entered.cookies[COOKIE]}")
    assert page.status_code == 200
    assert "<h1>" in page.text
    assert "private" in page.headers["Cache-Control"]


async def test_a_link_that_waited_a_quarter_of_an_hour_opens_nothing(desk: Desk) -> None:
    await desk.becomes("agent")
    link = await desk.link()
    desk.clock.move(desk.clock.now() + timedelta(minutes=14, seconds=59))
    assert (await desk.get(link)).status_code == 200
    for later in (timedelta(seconds=1), timedelta(minutes=30)):
        desk.clock.move(desk.clock.now() + later)
        for method in ("GET", "POST"):
            assert (await desk.get(link, method=method)).status_code == 410


async def test_the_browser_is_let_out_after_an_hour(desk: Desk) -> None:
    await inside(desk)
    desk.clock.move(desk.clock.now() + timedelta(minutes=59))
    assert (await desk.get("/bilan")).headers["Location"] == f"/bilan/{WEEK}"
    desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    assert (await desk.get("/bilan")).status_code == 403
    assert (await desk.get(f"/bilan/{WEEK}.json")).status_code == 403


@pytest.mark.parametrize("how", ["revoked", "erased", "left"])
async def test_who_may_no_longer_read_is_out_at_once(desk: Desk, how: str) -> None:
    """The role is taken back, the person is erased, or they close it."""
    kept = await inside(desk)
    if how == "revoked":
        with desk.database.write() as connection:
            (held,) = listed_roles(connection)
            assert revoke_role(connection, held.id, desk.clock.now())
    elif how == "erased":
        await desk.say("oublier")
        await desk.say("", choice="privacy/forget:yes")
    else:
        assert (await desk.get("/bilan", method="POST")).status_code == 200
    answer = await desk.get(f"/bilan/{WEEK}", Cookie=f"{COOKIE}={kept}")
    assert answer.status_code == 403


async def test_no_one_else_is_given_a_link(desk: Desk) -> None:
    """Neither a stranger nor an animator."""
    await desk.becomes("animator", network=desk.app.guide.pack.territory.networks[0].id)
    said = await desk.say("bilan")
    assert not any(BASE in each for each in said)
    with desk.database.read() as connection:
        assert connection.execute(openings.select()).all() == []


async def test_the_weeks_that_are_over_are_read_one_by_one(desk: Desk) -> None:
    await inside(desk)
    page = await desk.get(f"/bilan/{WEEK}")
    assert 'href="/bilan/2026-W46"' in page.text
    assert 'rel="next"' not in page.text
    for absent in ("2026-W48", "2026-W39", "2026-W54", "2025", "chose", f"{WEEK}.exe", "a" * 33):
        assert (await desk.get(f"/bilan/{absent}")).status_code == 404, absent
    asked = await desk.get("/bilan?semaine=2026-W41")
    assert asked.headers["Location"] == "/bilan/2026-W41"
    for strange in ("2026-W99", "//ailleurs.example", "%0d%0aSet-Cookie:x"):
        assert (await desk.get(f"/bilan?semaine={strange}")).headers["Location"] == f"/bilan/{WEEK}"


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf", "html"])
async def test_every_form_is_given_and_never_twice_for_nothing(desk: Desk, form: str) -> None:
    await inside(desk)
    answer = await desk.get(f"/bilan/{WEEK}.{form}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    again = await desk.get(f"/bilan/{WEEK}.{form}", If_None_Match=answer.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")


async def test_the_page_may_load_nothing_but_its_own_styles(desk: Desk) -> None:
    await inside(desk)
    page = await desk.get(f"/bilan/{WEEK}")
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == page.text.count("<style>")
    assert "<script" not in page.text


async def test_what_opens_is_kept_nowhere_as_it_is(desk: Desk) -> None:
    """Not in the rows, and not for long in what was said."""
    await desk.becomes("agent")
    key = (await desk.link()).rpartition("/")[2]
    secret = (await desk.get(f"/bilan/{key}", method="POST")).cookies[COOKIE]
    with desk.database.read() as connection:
        rows = [str(row) for table in (openings, sittings) for row in connection.execute(table.select())]
    assert rows
    assert not any(key in row or secret in row for row in rows)
    await desk.say("menu")
    with desk.database.read() as connection:
        assert not any(key in str(row) for row in connection.execute(outbox.select()))


async def test_the_page_speaks_the_language_of_its_reader_and_says_that_the_report_does_not(desk: Desk) -> None:
    """By the browser, or by the address, which keeps it from page to page; the report keeps its own words."""
    await desk.becomes("agent")
    link = await desk.link()
    first = await desk.get(link, Accept_Language="en")
    assert "Open the summary" in first.text
    assert '<html lang="en">' in first.text
    entered = await desk.get(f"{link}?lang=en", method="POST")
    where = (await desk.get(entered.headers["Location"])).headers["Location"]
    assert where == f"/bilan/{WEEK}?lang=en"
    page = (await desk.get(where)).text
    assert "The summary itself is in French" in page
    assert 'lang="en" aria-label="Weeks beside"' in page
    assert "Fermer le bilan" in (await desk.get(f"/bilan/{WEEK}")).text
