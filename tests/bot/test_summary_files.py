"""The files of a summary: the same numbers in each, the same bytes twice, nothing that a program obeys."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.formats import summary_files
from bot.formats.summary_files import CSV, FORMATS, HTML, JSON, PDF, XLSX, NoPrinter, made
from bot.formats.summary_report import Report, lines, plain
from bot.formats.summary_text import plain_lines
from bot.formats.summary_week import week_report
from handlers.summary import as_json
from tests.house.source import ROOT
from tests.summaries import NASTY, SCRIPT, summary

HEAVY = ("xlsxwriter", "typst", "jinja2")
STARTS = ("=", "+", "-", "@", "\t", "\r")


def file(form: str, *, empty: bool = False) -> bytes:
    """One of the files of a made-up week."""
    week = summary(empty=empty)
    return made(week_report(week), as_json(week), form).content


def report() -> Report:
    """What they all show."""
    return week_report(summary())


def shown() -> set[str]:
    """All that a reader is to find: labels, numbers as they are said, sentences."""
    said = {each.strip() for line in lines(report()) for each in (*line[:4], line[5])}
    return {plain(each) for each in said if each}


class Words(HTMLParser):
    """The words of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.where: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.where += [
            value or "" for name, value in attrs if name in ("src", "href", "style") or name.startswith("on")
        ]

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        """All of them."""
        return re.sub(r"\s+", " ", " ".join(self.said))


def digests() -> list[str]:
    """The fingerprint of each file, of a week with something and of a week with nothing."""
    return [sha256(file(form, empty=empty)).hexdigest() for form in FORMATS for empty in (False, True)]


@pytest.fixture(scope="module")
def elsewhere() -> list[str]:
    """What another process says: the heavy libraries that it read to be a bot, then the same fingerprints."""
    code = (
        "import json, sys; import bot.formats.recipes, bot.cli_summary, bot.app;"
        f"print(json.dumps([each for each in {HEAVY} if each in sys.modules]));"
        "from tests.bot.test_summary_files import digests; print(json.dumps(digests()))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return said.stdout.splitlines()


@pytest.mark.row("D19")
def test_the_same_numbers_give_the_same_bytes(elsewhere: list[str]) -> None:
    """In another process too: nothing in a file says when it was made, nor depends on an order of chance."""
    here = digests()
    assert len(set(here)) == 2 * len(FORMATS)
    assert json.loads(elsewhere[1]) == here


def test_a_bot_at_rest_has_read_none_of_the_libraries_of_files(elsewhere: list[str]) -> None:
    """They come with the first file."""
    assert json.loads(elsewhere[0]) == []


def test_the_json_is_the_summary_itself() -> None:
    """Word for word, and it ends as a text does."""
    assert json.loads(file(JSON)) == as_json(summary())
    assert file(JSON).endswith(b"}\n")


@pytest.mark.row("I52")
def test_a_french_spreadsheet_opens_the_csv_and_takes_nothing_for_a_formula() -> None:
    """A mark of UTF-8, semicolons, ends of line of its own, decimal commas; what began as a formula begins by '."""
    content = file(CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head == ["Tableau", "Ligne", "Colonne", "Affiché", "Nombre", "Période"]
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(STARTS)] == []
    assert f"'{NASTY}" in cells
    assert {each if not each.startswith(STARTS) else f"'{each}" for each in shown()} <= set(cells)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content.decode())


@pytest.mark.row("I51")
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\x00=", " =", "\u200b=", "＝"])
def test_no_way_of_beginning_makes_a_formula(start: str) -> None:
    """Nor one that hides behind a blank, a mark of direction or a wide letter."""
    assert summary_files.safe(f"{start}1+1").startswith("'")


def test_decimals_are_written_with_a_comma() -> None:
    """And whole numbers without one; what is hidden is no number at all."""
    assert [summary_files.decimal(value) for value in (12.5, 12.0, 0, None)] == ["12,5", "12", "0", ""]


def workbook() -> Any:
    """The workbook, as another library reads it."""
    return load_workbook(io.BytesIO(file(XLSX)))


@pytest.mark.row("I51")
def test_the_workbook_has_three_sheets_with_the_same_words_and_no_formula() -> None:
    """Read back by another library: texts are texts, numbers are numbers."""
    book = workbook()
    assert book.sheetnames == ["Synthèse", "Détail", "Lisez-moi"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    words = {str(cell.value) for cell in cells}
    assert NASTY in words
    assert shown() <= words
    detail = [row[4].value for row in book["Détail"].iter_rows(min_row=2)]
    assert [value for value in detail if value is not None] == [
        line[4] for line in lines(report()) if line[4] is not None
    ]


def test_the_charts_of_the_workbook_are_native_and_say_in_words_what_they_show() -> None:
    """One for each table with bars, over the very cells of that table; a hidden line has no number to draw."""
    drawn = [section for section in report().sections if section.bars]
    with zipfile.ZipFile(io.BytesIO(file(XLSX))) as inside:
        charts = sorted(name for name in inside.namelist() if name.startswith("xl/charts/chart"))
        drawing = inside.read("xl/drawings/drawing1.xml").decode()
        first = inside.read(charts[0]).decode()
        assert "xl/vbaProject.bin" not in inside.namelist()
    assert len(charts) == len(drawn) > 3
    described = re.findall(r'descr="([^"]*)"', drawing)
    assert len(described) == len(drawn)
    assert all(alt.startswith("Image en barres. ") for alt in described)
    assert "masqué" in " ".join(described)
    assert re.search(r"<c:f>Synthèse!\$B\$\d+:\$B\$\d+</c:f>", first)
    assert "<c:v>masqué</c:v>" not in first


def test_the_workbook_can_be_sorted_and_says_when_its_period_ended() -> None:
    """Filters and a fixed first line; the date of the file is that of the numbers."""
    book = workbook()
    assert book["Détail"].freeze_panes == "A2"
    assert book["Détail"].auto_filter.ref.startswith("A1:F")
    assert book.properties.created.date() == date(2026, 11, 22)
    assert book.properties.title == "Bilan de la semaine 47 de 2026"


def test_the_page_shows_all_runs_nothing_and_asks_nobody_for_anything() -> None:
    """Every label and every number is text; nothing written by someone is a tag; no picture of elsewhere."""
    page = Words(file(HTML))
    assert [each for each in shown() if each not in page.text] == []
    assert {"script", "link", "img", "iframe", "form"} & set(page.tags) == set()
    assert page.where == []
    assert plain(SCRIPT) in page.text


def test_the_bars_of_the_page_are_as_long_as_the_numbers_and_hidden_ones_have_none() -> None:
    """The longest takes all the width; of what is hidden nothing can be measured."""
    page = file(HTML).decode()
    schemes = page.partition("Première porte proposée")[2].partition("</table>")[0]
    assert re.findall(r'class="bar" width="(\d+)"', schemes) == ["1000", "545"]
    assert schemes.count('class="hidden"') == 1
    hidden = {re.sub(r"\s+", " ", each) for each in re.findall(r'<rect class="hidden"[^>]*>', page)}
    assert len(hidden) == 1


def test_the_pdf_is_tagged_titled_and_in_french() -> None:
    """PDF/UA-1: the library refuses to write one that does not hold; it is dated of the period's end."""
    content = file(PDF)
    assert content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in content
    assert b"/Lang (fr)" in content or b"<dc:language>" in content
    assert b"D:20261122" in content
    assert b"/Marked true" in content


def test_without_the_printing_extra_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asked is told, and every other form is made."""
    monkeypatch.setattr(summary_files, "can_print", lambda: False)
    with pytest.raises(NoPrinter):
        file(PDF)
    assert all(file(form) for form in FORMATS if form != PDF)


def test_plain_lines_say_all_in_order() -> None:
    """For a terminal and who listens to it."""
    said = "\n".join(plain_lines(report()))
    assert "\x07" not in said
    assert said.index("Semaine 47") < said.index("Orientations finies : 6 (la semaine)") < said.index("Une idée : 8")
    assert "Avec un autre service : 33 % (6 sur 18, du 30 juin au 28 septembre 2026)" in said
    assert "2016-2020 : 33 % (121 sur 361), porteurs reçus avec un autre service" in said


def test_a_share_of_the_step_before_is_said_of_two_numbers_that_are_shown() -> None:
    """And of no other: a hidden line gives nothing to the next one either."""
    funnel = next(each for each in report().sections if each.id == "funnel")
    assert [[cell.shown for cell in row.cells] for row in funnel.rows] == [["40", ""], ["18", "45 %"], ["masqué", ""]]
