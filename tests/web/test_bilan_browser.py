"""The summary in a real browser, with no program: from the link to the page, on a phone, by who sees little."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, async_playwright

from storage.database import Database
from tests.web.reading import WEEK, opened
from tests.web.test_agenda_browser import CHROMIUM
from tests.web.test_hook import served

PHONE = 360

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no browser: install Debian's chromium to look at the page")


async def barriers(page: Page) -> list[str]:
    """What axe finds on a page."""
    found: dict[str, Any] = (await Axe().run(page)).response
    assert found["passes"]
    return [f"{page.url}: {each['id']}" for each in found["violations"]]


async def wide(page: Page) -> bool:
    """True if it has to be pushed sideways."""
    return bool(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


async def test_an_agent_goes_from_the_link_to_the_page_and_out(lasting_database: Database, tmp_path: Path) -> None:
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    closed, found, narrow = "", ["nothing was looked at"], [True]
    async with opened(lasting_database, secure=False) as desk, async_playwright() as playwright:
        await desk.becomes("agent")
        link = await desk.link()
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        context = await browser.new_context(viewport={"width": PHONE, "height": 700}, locale="fr-FR")
        page = await context.new_page()
        async for port in served(desk.web):
            await page.goto(f"http://127.0.0.1:{port}{link}")
            found = await barriers(page)
            narrow = [await wide(page)]
            await page.get_by_role("button", name="Ouvrir le bilan").click()
            await page.wait_for_url(f"**/bilan/{WEEK}")
            found += await barriers(page)
            narrow.append(await wide(page))
            await page.screenshot(path=tmp_path / "phone.png", full_page=True)
            await page.get_by_role("link", name="Semaine 46 de 2026").click()
            await page.wait_for_url("**/bilan/2026-W46")
            await page.select_option("#semaine", "2026-W41")
            await page.get_by_role("button", name="Voir").click()
            await page.wait_for_url("**/bilan/2026-W41")
            await page.get_by_role("button", name="Fermer le bilan").click()
            found += await barriers(page)
            await page.goto(f"http://127.0.0.1:{port}/bilan")
            closed = await page.get_by_role("heading", level=1).inner_text()
            found += await barriers(page)
        await browser.close()
    assert closed == "Le bilan est fermé"
    assert found == []
    assert not any(narrow)
