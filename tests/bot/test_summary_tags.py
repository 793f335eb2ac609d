"""The tags of the PDF files, read from their bytes and not from what the library that wrote them says of them."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import pairwise

import pytest

from bot.formats.summary_files import PDF, made
from bot.formats.summary_week import week_report
from bot.formats.summary_year import year_data, year_report
from handlers.summary import as_json, summarise
from tests.handlers.made_up_years import made_year
from tests.handlers.packs import guide

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_KEY = re.compile(rb"/S\s*/(\w+)")
LEAST_ON_A_PAGE = 4


class Tags:
    """The objects of a file, and its elements in the order in which they are read."""

    def __init__(self, content: bytes) -> None:
        self.objects = {int(number): body.partition(b"stream")[0] for number, body in _OBJECT.findall(content)}
        self.content = content
        self.order: list[tuple[str, bytes]] = []
        root = next(body for body in self.objects.values() if b"/Type/StructTreeRoot" in body.replace(b" ", b""))
        self._walk(root)

    def _walk(self, body: bytes) -> None:
        kids = re.search(rb"/K\s*(\[.*?\]|\d+ 0 R)", body, re.DOTALL)
        for number in re.findall(rb"(\d+) 0 R", kids[1]) if kids else ():
            element = self.objects[int(number)]
            kind = _KEY.search(element)
            if kind:
                self.order.append((kind[1].decode(), element))
                self._walk(element)

    def of(self, *kinds: str) -> list[bytes]:
        """The elements of these kinds."""
        return [body for kind, body in self.order if kind in kinds]


@cache
def tags(name: str) -> Tags:
    """Those of a week, or of a year, of a pack with everything in it."""
    pack, _, period = name.partition(" ")
    told = guide(pack)
    summary = summarise(told, made_year(random.Random(1), 9, 2026, pack), period)
    if period == "2026":
        report, data = year_report(told, summary, (), {}), year_data(told, summary, {})
    else:
        report, data = week_report(summary), as_json(summary)
    return Tags(made(report, data, PDF).content)


@pytest.fixture(params=["lille 2026-W53", "exemple 2026"])
def read(request: pytest.FixtureRequest) -> Tags:
    """Two files: a week with its closed periods, and a year."""
    return tags(request.param)


def test_the_file_says_its_language_its_title_and_that_it_is_tagged(read: Tags) -> None:
    """The title is what a window shows, not the name of the file; PDF/UA is claimed where it has to be."""
    catalogue = next(body for body in read.objects.values() if re.search(rb"/Type\s*/Catalog\b", body))
    assert re.search(rb"/Lang\s*\(fr\)", catalogue)
    assert re.search(rb"/Marked\s+true", catalogue)
    assert re.search(rb"/DisplayDocTitle\s+true", catalogue)
    assert re.search(rb"<pdfuaid:part>1<|pdfuaid:part=.1", read.content)
    assert "Bilan," in re.search(rb"<dc:title>(.*?)</dc:title>", read.content, re.DOTALL)[1].decode()  # type: ignore[index]  # no title is a failure too


def test_headings_begin_with_one_title_and_skip_no_level(read: Tags) -> None:
    """A screen reader lists them as a table of contents."""
    levels = [int(kind[1:]) for kind, _ in read.order if re.fullmatch(r"H[1-6]", kind)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert len(levels) > 10
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_table_has_headers_that_say_what_they_head(read: Tags) -> None:
    """And rows below them."""
    tables, heads = read.of("Table"), read.of("TH")
    assert len(tables) == len(read.of("THead")) == len(read.of("TBody")) > 5
    assert len(heads) >= 2 * len(tables)
    assert all(re.search(rb"/Scope\s*/(Column|Row)", body) for body in heads)


def test_each_picture_has_its_text_and_each_page_its_order(read: Tags) -> None:
    """Bars are drawings beside the number that they are: they are marked as nothing to be read."""
    assert all(b"/Alt" in body for body in read.of("Figure", "Formula"))
    pages = [body for body in read.objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    assert len(pages) > 1
    assert all(re.search(rb"/Tabs\s*/S\b", body) and b"/StructParents" in body for body in pages)


def test_nothing_is_left_alone_by_the_end_of_a_page(read: Tags) -> None:
    """What is below a heading is on its page; the last page is not there for the foot only."""
    shown = [(kind, page[1]) for kind, body in read.order if (page := re.search(rb"/Pg\s*(\d+) 0 R", body))]
    alone = [(kind, page) for (kind, page), (_, below) in pairwise(shown) if kind[0] == "H" and page != below]
    last = shown[-1][1]
    assert alone == []
    assert [page for _, page in shown].count(last) > LEAST_ON_A_PAGE


def test_every_letter_can_be_read_and_every_font_is_inside(read: Tags) -> None:
    """Else what is heard would not be what is seen."""
    fonts = [body for body in read.objects.values() if re.search(rb"/Subtype\s*/Type0\b", body)]
    described = [body for body in read.objects.values() if re.search(rb"/Type\s*/FontDescriptor\b", body)]
    assert fonts
    assert all(b"/ToUnicode" in body for body in fonts)
    assert all(re.search(rb"/FontFile[23]?\s", body) for body in described)
