"""The public pages in a real browser: with no program, on a phone, by the keyboard, by those who see little or not."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from tests.databases import opened as of_kind
from tests.web.site import Site, opened

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
PHONE = 320

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not CHROMIUM, reason="no browser: install Debian's chromium to look at the public pages"),
]


@dataclass
class Seen:
    """A browser and the pages that it looks at. `paths`: one of each kind of page."""

    browser: Browser
    site: Site
    paths: tuple[str, ...] = ()

    @asynccontextmanager
    async def page(self, path: str, *, width: int = 900, **options: Any) -> AsyncIterator[Page]:
        """A page in a window of its own."""
        size: Any = {"width": width, "height": 800}
        context = await self.browser.new_context(viewport=size, locale="fr-FR", **options)
        page = await context.new_page()
        await page.goto(self.site.root + path)
        yield page
        await context.close()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def seen(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Seen]:
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    for database in of_kind(f"sqlite:///{tmp_path_factory.mktemp('site')}/boussole.db"):
        async with opened(database, listening=True) as site, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
            yield Seen(browser, site, tuple(announced(site)))
            await browser.close()


def announced(site: Site) -> list[str]:
    """Gatherings of each kind, and a page of each."""
    site.called("telegram", "essai_bot")
    site.called("matrix", "@essai:example.org")
    said = {"about": "On y trouve des personnes.", "place": "Gare", "commune": "roubaix", "access": "Ascenseur"}
    one = site.announce("Un", texts=said, network="apes", series="petit_dej_apes", seats=9)
    stops = [("2026-12-12 14:00", "Premier lieu"), ("2026-12-12 14:45", "Second lieu")]
    walk = site.announce("Visite", "2026-12-12 14:00", stops=stops, kind="en_marchant", network="mel")
    gone = site.announce("Annulée", "2026-12-13 14:00", state="cancelled", sequence=1, reason="La salle est fermée.")
    link = {"link": "https://forum.example.org/" + "venir" * 20, "about": "Sans-espace" * 30}
    far = site.announce("W" * 60, "2027-01-12 14:00", texts=link, state="moved", sequence=1, aside=1, seats=1)
    for number in range(25):
        site.announce(f"Permanence {number}", f"2027-02-{number + 1:02} 09:00", network="bge", kind="permanence")
    pages = ["/agenda", "/agenda?page=2", "/agenda?month=2027-02&network=bge", "/lieux", "/rien"]
    return [*pages, *(f"/agenda/{id}" for id in (one, walk, gone, far))]


@pytest.mark.row("D28")
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_barrier_is_found_by_axe(seen: Seen, scheme: str) -> None:
    """Names, headings, landmarks, contrast, languages: in both colours, and nothing left undecided."""
    found: dict[str, list[str]] = {}
    for number, path in enumerate(seen.paths if scheme == "light" else seen.paths[::3]):
        language = "en" if number % 2 else "fr"
        asked = f"{path}{'&' if '?' in path else '?'}lang={language}"
        async with seen.page(asked, width=PHONE if number % 3 else 900, color_scheme=scheme, bypass_csp=True) as page:
            said = (await Axe().run(page)).response
            found[asked] = [each["id"] for each in (*said["violations"], *said["incomplete"])]
    assert {path: rules for path, rules in found.items() if rules} == {}


async def test_a_phone_shows_all_without_being_pushed_aside(seen: Seen) -> None:
    """320 points wide, also with letters twice as large."""
    wide = "document.documentElement.scrollWidth"
    for path in seen.paths:
        async with seen.page(path, width=PHONE, bypass_csp=True) as page:
            assert await page.evaluate(wide) <= PHONE, path
            await page.add_style_tag(content="html { font-size: 225% !important }")
            assert await page.evaluate(wide) <= PHONE, path
            hidden = await page.locator(".skip").bounding_box()
            assert hidden is not None
            assert hidden["x"] + hidden["width"] < 0


async def test_everything_works_without_a_program(seen: Seen) -> None:
    """The list, the choice of a network and of a month, a gathering, the language, the calendar."""
    async with seen.page("/agenda", java_script_enabled=False) as page:
        await page.select_option("#network", "bge")
        await page.select_option("#month", "2027-02")
        await page.click("text=Afficher")
        assert page.url.endswith("/agenda?network=bge&month=2027-02")
        assert await page.locator("article").count() == 20
        await page.click("text=Page suivante")
        assert await page.locator("article").count() == 5
        await page.click("text=English")
        assert await page.get_attribute("html", "lang") == "en"
        await page.click("article a")
        assert await page.locator("h1").inner_text() == "Permanence 20"
        assert "Sunday 21 February 2027" in await page.locator("dl").inner_text()
        file = await page.get_attribute("text=Add to my calendar", "href")
        assert file is not None
        assert (await page.request.get(seen.site.root + file)).ok


async def test_a_page_asks_for_nothing_that_it_may_not(seen: Seen) -> None:
    """The browser has nothing to report: neither a refused style nor a program, nor another machine."""
    for path in seen.paths[::2]:
        async with seen.page(path) as page:
            said: list[str] = []
            asked: list[str] = []
            reports = partial(_kept, said, "text"), partial(_kept, asked, "url")
            page.on("console", reports[0])
            page.on("request", reports[1])
            await page.reload()
            assert [each for each in said if "404" not in each] == []
            assert [each for each in asked if not each.startswith((seen.site.root, "data:"))] == []
            assert await page.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"
            assert await page.evaluate("document.styleSheets[0].cssRules.length") > 20


def _kept(found: list[str], name: str, report: object) -> None:
    found.append(getattr(report, name))


async def test_the_keyboard_goes_everywhere_and_shows_where_it_is(seen: Seen) -> None:
    """First a way past what every page repeats, then each link, seen."""
    async with seen.page("/agenda") as page:
        await page.keyboard.press("Tab")
        first = page.locator(":focus")
        assert await first.inner_text() == "Aller au contenu"
        box = await first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        await page.keyboard.press("Enter")
        assert await page.evaluate("document.activeElement.id") == "main"
        reached = []
        for _ in range(12):
            await page.keyboard.press("Tab")
            look = "(() => {const e = document.activeElement; return [e.tagName, getComputedStyle(e).outlineStyle]})()"
            reached.append(tuple(await page.evaluate(look)))
        assert [outline for _, outline in reached] == ["solid"] * 12
        assert [tag for tag, _ in reached][:3] == ["SELECT", "SELECT", "BUTTON"]


async def test_paper_shows_what_is_read_and_nothing_to_press(seen: Seen) -> None:
    """Black on white, without the ways through the site."""
    async with seen.page(seen.paths[5], color_scheme="dark") as page:
        await page.emulate_media(media="print", color_scheme="dark")
        assert not await page.locator("nav").first.is_visible()
        assert await page.locator("dl").is_visible()
        colours = "(() => {const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]})()"
        assert await page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


async def test_a_language_of_courtesy_is_read_from_its_own_side(seen: Seen) -> None:
    """Arabic: from right to left, nothing pushed aside on a phone, and no barrier that axe finds."""
    found: dict[str, list[str]] = {}
    for path in (*seen.paths[:1], *seen.paths[3:4], *seen.paths[5:]):
        asked = f"{path}{'&' if '?' in path else '?'}lang=ar"
        async with seen.page(asked, width=PHONE, bypass_csp=True) as page:
            assert await page.evaluate("document.documentElement.dir + document.documentElement.lang") == "rtlar"
            assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE, path
            said = (await Axe().run(page)).response
            found[asked] = [each["id"] for each in (*said["violations"], *said["incomplete"])]
    assert {path: rules for path, rules in found.items() if rules} == {}
