"""« Affiche »: one page whatever is written on it, with codes that phones read and the same in letters."""

from __future__ import annotations

import json
import re
import struct
from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from sqlalchemy import select

from bot.formats import File, begun, finished, posters, printed
from bot.formats.recipes import MAKERS
from bot.turns import Turns
from handlers.engine import respond, sorry
from handlers.gatherings import CANCELLED, Stop
from handlers.messages import Address, Reply
from handlers.ours import MATRIX, TELEGRAM
from handlers.posters import LONGEST_TEXT, newsletter, of_bot, of_gathering
from handlers.reading import reader
from scheduler.clock import SetClock
from storage import notes
from storage.database import Database
from storage.outbox import OutboxRow
from storage.questions.ours import note_of
from storage.tables import audit
from tests.bot.test_calendars import ONE, START
from tests.codes import grey, seen
from tests.conversation import guide
from tests.echo import NOON
from tests.gatherings import CHANNEL, Crowd, planned

NAMES = {TELEGRAM: "exemple_bot", MATRIX: "@exemple:exemple.org"}
LONGEST = dict.fromkeys(("about", "access", "audience", "rain_plan", "meeting_point"), "mot très long, " * 20)


@pytest.fixture
def life(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def pages(file: File) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", file.content))


def files(life: Database, *recipes: str) -> tuple[File, ...]:
    """What anybody is given."""
    with life.read() as connection:
        return finished(begun(connection, Crowd(life).scene(), MAKERS, Address(CHANNEL, "u1"), recipes))


def known_as(life: Database) -> None:
    """The bot has run on both channels."""
    with life.write() as connection:
        for channel, name in NAMES.items():
            notes.note(connection, note_of(channel), name)


def test_a_poster_says_the_date_in_words_the_place_the_access_and_both_links_in_letters() -> None:
    """All that decides whether one comes, and how to say so."""
    poster = of_gathering(reader(guide(), "fr", NOON), ONE, NAMES)
    place = "Maison des associations, 3 rue des Lilas, Lille"
    assert poster.lines == ("Jeudi 3 décembre 2026, de 8 h 30 à 10 h", place)
    assert poster.above == "Petit déjeuner"
    assert "Accès : sans marche" in poster.said
    assert [way.url for way in poster.ways] == [
        "https://t.me/exemple_bot?start=evt_12",
        "https://matrix.to/#/@exemple:exemple.org",
    ]
    assert [way.said for way in poster.ways] == [
        "Sur Telegram : t.me/exemple_bot?start=evt_12",
        "Sur Matrix : écrivez evt_12 à @exemple:exemple.org",
    ]


@pytest.mark.row("D28")
def test_a_poster_is_a_tagged_pdf_of_one_page_and_a_picture_of_it(life: Database) -> None:
    """Both from the same page."""
    known_as(life)
    id = planned(life, NOON, "apes", "petit_dej", START, title="Petit Déj", access="sans marche")
    pdf, png = files(life, f"poster:{id}.pdf", f"poster:{id}.png")
    assert (pdf.name, pdf.media_type, pages(pdf)) == (f"affiche-{id}.pdf", "application/pdf", 1)
    assert b"pdfuaid:part" in pdf.content
    assert (png.name, png.media_type) == (f"affiche-{id}.png", "image/png")
    width, height = struct.unpack(">II", png.content[16:24])
    assert height / width == pytest.approx(297 / 210, rel=0.01)


def test_whatever_is_written_a_poster_is_one_page() -> None:
    """The text shrinks until it fits."""
    stop = Stop(1, START, "Une étape au nom très long, au bout du parc", 15, "marches")
    stops = tuple(replace(stop, position=number) for number in range(1, 21))
    long = replace(ONE, kind="en_marchant", texts={**ONE.texts, **LONGEST, "title": "Un titre de soixante signes " * 2})
    poster = of_gathering(reader(guide(), "fr", NOON), replace(long, stops=stops), NAMES)
    assert pages(posters.made(poster, "pdf", "affiche", "")) == 1


def test_what_people_wrote_is_never_read_as_the_language_of_the_page() -> None:
    """Neither by the printer nor by a browser."""
    wild = replace(ONE, texts={**ONE.texts, "title": '#read("/etc/passwd") <script> $x$ *a* @b \\'})
    poster = of_gathering(reader(guide(), "fr", NOON), wild, NAMES)
    assert pages(posters.made(poster, "pdf", "affiche", "")) == 1
    page = printed.html("affiche", "poster", posters._page(poster, "")).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


async def test_a_file_that_takes_long_is_made_outside_of_any_transaction(life: Database) -> None:
    """The lane is free meanwhile; files of both kinds stay in their order."""
    id = planned(life, NOON, "apes", "petit_dej", START, title="Petit Déj")
    recipes = (f"poster:{id}.pdf", f"ics:{id}@0", f"poster:{id}.png")
    row = OutboxRow("k", "reply", Address(CHANNEL, "u1"), Reply("Voici.", attachments=recipes), NOON)
    async with Turns(life, respond, sorry, guide(), SetClock(NOON)) as turns:
        found = await turns.files(row)
    assert [file.media_type.partition(";")[0] for file in found] == ["application/pdf", "text/calendar", "image/png"]
    with life.read() as connection:
        begun_ = begun(connection, Crowd(life).scene(), MAKERS, Address(CHANNEL, "u1"), recipes)
    assert [isinstance(each, File) for each in begun_] == [False, True, False]


def test_the_poster_of_the_bot_names_no_gathering(life: Database) -> None:
    """A plain start."""
    poster = of_bot(reader(guide(), "fr", NOON), NAMES)
    assert [way.url for way in poster.ways] == [
        "https://t.me/exemple_bot?start=src_affiche",
        "https://matrix.to/#/@exemple:exemple.org",
    ]
    known_as(life)
    (pdf,) = files(life, "poster:bot.pdf")
    assert pages(pdf) == 1


def test_what_is_cancelled_a_draft_or_nothing_has_no_poster(life: Database) -> None:
    """Nobody is called to what does not take place."""
    gone = planned(life, NOON, "apes", "petit_dej", START, state=CANCELLED)
    draft = planned(life, NOON, "apes", "matinale", START, state="draft")
    assert files(life, f"poster:{gone}.pdf", f"poster:{draft}.png", "poster:99.pdf", "poster:x.pdf") == ()


def test_without_the_printing_extra_a_poster_is_a_page_to_print_and_a_code(
    life: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a sentence that says so, which is not printed."""
    monkeypatch.setattr(posters, "can_print", lambda: False)
    known_as(life)
    id = planned(life, NOON, "apes", "petit_dej", START, title="Petit Déj")
    page, code = files(life, f"poster:{id}.pdf", f"poster:{id}.png")
    assert (page.name, page.media_type) == (f"affiche-{id}.html", printed.HTML_TYPE)
    said = page.content.decode()
    assert '<p class="screen">Ce serveur ne fait pas de fichier prêt' in said
    assert said.count("<img ") == 2
    assert "t.me/exemple_bot?start=evt_" in said
    assert code.content.startswith(b"\x89PNG")


def test_an_animator_has_posters_of_their_network_only_and_each_use_is_written_down(life: Database) -> None:
    """A tap on another network's button says that it is closed."""
    crowd = Crowd(life)
    crowd.animates("chef", "apes")
    ours = planned(life, NOON, "apes", "petit_dej", START, title="Le nôtre")
    theirs = planned(life, NOON, "cress", "matinale", START, title="Le leur")
    over = planned(life, NOON, "apes", "rencontre", NOON - timedelta(days=1), title="Passée")
    said = crowd.says("chef", "affiche")
    assert ("Le nôtre" in said, "Le leur" in said, "Passée" in said) == (True, False, False)
    crowd.taps("chef", f"poster/make:{ours}")
    crowd.taps("chef", "poster/make:bot")
    files = [f"poster:{which}.{form}" for which in (ours, "bot") for form in ("pdf", "png")]
    assert [each for read in crowd.heard for each in read.attachments] == files
    assert "plus d’affiche" in crowd.taps("chef", f"poster/make:{over}")
    for which in (theirs, 99, "x"):
        assert "affiche" not in crowd.taps("chef", f"poster/make:{which}")
    assert "affiche" not in crowd.taps("u1", f"poster/make:{ours}")
    assert [each for read in crowd.heard for each in read.attachments] == files
    with life.read() as connection:
        used = connection.execute(select(audit.c.network, audit.c.action).where(audit.c.action == "poster")).all()
    assert used == [("apes", "poster")] * 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_text_for_a_newsletter_fits_and_keeps_what_matters(language: str) -> None:
    """At most 500 characters: the date, the place and the links first."""
    long = replace(ONE, texts={**ONE.texts, **LONGEST})
    for gathering in (ONE, long):
        poster = of_gathering(reader(guide(), language, NOON), gathering, NAMES)
        text = newsletter(poster)
        assert len(text) <= LONGEST_TEXT
        for line in (poster.title, *poster.lines, *(way.said for way in poster.ways)):
            assert line in text
    assert newsletter(of_gathering(reader(guide(), "fr", NOON), ONE, NAMES)).count("\n") >= 6


def test_without_an_address_a_poster_promises_no_way() -> None:
    """Nothing to scan, and no heading above nothing."""
    poster = of_gathering(reader(guide(), "fr", NOON), ONE, {})
    assert (poster.ways, poster.heading) == ((), "")
    assert pages(posters.made(poster, "pdf", "affiche", "")) == 1
    assert json.dumps(posters._data(poster, str))


def test_the_codes_of_a_printed_poster_are_read_by_another_library(
    life: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both of them, from further away than anybody holds a phone; each says what stands in letters under it."""
    known_as(life)
    monkeypatch.setattr(printed, "_POINTS_PER_INCH", 60.0)
    id = planned(life, NOON, "apes", "petit_dej", START, title="Petit Déj")
    (poster,) = files(life, f"poster:{id}.png")
    ways = [f"https://t.me/exemple_bot?start=evt_{id}", "https://matrix.to/#/@exemple:exemple.org"]
    assert seen(poster.content) == sorted(ways)


def test_a_code_is_still_read_when_a_corner_of_it_is_torn(life: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a wall, posters are rained upon: a stain of a fifth of its width, and a light ink."""
    known_as(life)
    monkeypatch.setattr(posters, "can_print", lambda: False)
    (poster,) = files(life, "poster:bot.png")
    width = struct.unpack(">I", poster.content[16:20])[0]

    def torn(left: int, top: int, value: int) -> int:
        if left > width * 4 // 5 and top > width * 4 // 5:
            return 255
        return 90 if value < 128 else 200

    (code,) = zxingcpp.read_barcodes(grey(poster.content, torn))
    assert code.text == "https://t.me/exemple_bot?start=src_affiche"
