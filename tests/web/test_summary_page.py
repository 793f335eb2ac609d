"""The page of a summary in a real browser: no barrier, a phone, black and white, paper."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from bot.formats.summary_files import HTML, made
from bot.formats.summary_week import week_report
from handlers.summary import as_json
from tests.summaries import summary

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
PHONE, DESK = 360, 1200
WIDE = "document.documentElement.scrollWidth"
LEAST_CONTRAST = 3
"""Between two parts of a picture (WCAG 1.4.11)."""

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not CHROMIUM, reason="no browser: install Debian's chromium to look at the pages"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield found
        await found.close()


def written(folder: Path, *, empty: bool = False) -> str:
    """The address of the file, as one opens it from a mail."""
    week = summary(empty=empty)
    path = folder / "bilan.html"
    path.write_bytes(made(week_report(week), as_json(week), HTML).content)
    return path.as_uri()


async def opened(browser: Browser, address: str, width: int, **options: Any) -> Page:
    size: Any = {"width": width, "height": 800}
    page = await browser.new_page(viewport=size, locale="fr-FR", **options)
    await page.goto(address)
    return page


@pytest.mark.row("D28")
async def test_no_barrier_is_found_by_axe(browser: Browser, tmp_path: Path) -> None:
    """On a phone and on a desk, with figures and without, and nothing left undecided."""
    for width, empty in ((PHONE, False), (DESK, False), (DESK, True)):
        page = await opened(browser, written(tmp_path, empty=empty), width)
        said = (await Axe().run(page)).response
        assert [each["id"] for each in (*said["violations"], *said["incomplete"])] == []
        await page.close()


async def test_a_phone_shows_all_without_being_pushed_aside(browser: Browser, tmp_path: Path) -> None:
    """360 points wide, also with letters twice as large."""
    page = await opened(browser, written(tmp_path), PHONE, java_script_enabled=True)
    assert await page.evaluate(WIDE) <= PHONE
    await page.add_style_tag(content="html { font-size: 200% !important }")
    assert await page.evaluate(WIDE) <= PHONE


async def test_the_bars_are_told_apart_without_colours(browser: Browser, tmp_path: Path) -> None:
    """Dark on light for what is counted, an outline for what is hidden: the greys are far enough apart."""
    page = await opened(browser, written(tmp_path), DESK)
    colour = "n => getComputedStyle(document.querySelector(n)).fill"
    bar, track = [luminance(await page.evaluate(colour, name)) for name in (".bar", ".track")]
    assert (track + 0.05) / (bar + 0.05) >= LEAST_CONTRAST
    assert await page.evaluate(colour, ".hidden") == "none"
    assert await page.evaluate("getComputedStyle(document.querySelector('.hidden')).strokeDasharray") != "none"


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1 (WCAG)."""
    parts = [int(each) / 255 for each in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_paper_shows_the_numbers_and_what_they_mean(browser: Browser, tmp_path: Path) -> None:
    """The definitions too, and no more than a few sheets."""
    page = await opened(browser, written(tmp_path), DESK)
    await page.emulate_media(media="print")
    assert await page.locator(".definitions").is_visible()
    paper = await page.pdf(format="A4", print_background=False)
    assert paper.count(b"/Type /Page\n") <= 3
