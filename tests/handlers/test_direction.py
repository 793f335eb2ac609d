"""Texts of both directions: what is set inside a sentence stays whole, and each line opens where it is read."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.dates import in_full, in_words
from handlers.direction import bare, directed, embedded, isolated
from handlers.understand import Lexicon, key, number_in
from handlers.wording import Wording
from tests.conversation import Talk, guide
from tests.handlers.test_wording import PACK

OPEN, CLOSE, FROM_RIGHT = "\u2068", "\u2069", "\u200f"
DAY = date(2026, 12, 1)

GOLDEN = {
    ("fr", "in-hours", 1): "1 heure",
    ("fr", "in-hours", 24): "24 heures",
    ("en", "orientation-paused", 1): "All right, we stop here. I keep your answers 1 hour. To go on, write “resume”.",
    ("en", "orientation-paused", 2): "All right, we stop here. I keep your answers 2 hours. To go on, write “resume”.",
    ("ar", "orientation-paused", 1): "حسنا، نتوقف هنا. أحتفظ بأجوبتكم ساعة واحدة. للمتابعة، اكتبوا «متابعة».",
    ("ar", "orientation-paused", 2): "حسنا، نتوقف هنا. أحتفظ بأجوبتكم ساعتين. للمتابعة، اكتبوا «متابعة».",
    ("ar", "orientation-paused", 3): "حسنا، نتوقف هنا. أحتفظ بأجوبتكم 3 ساعات. للمتابعة، اكتبوا «متابعة».",
    ("ar", "orientation-paused", 11): "حسنا، نتوقف هنا. أحتفظ بأجوبتكم 11 ساعة. للمتابعة، اكتبوا «متابعة».",
    ("ar", "orientation-paused", 24): "حسنا، نتوقف هنا. أحتفظ بأجوبتكم 24 ساعة. للمتابعة، اكتبوا «متابعة».",
}  # fmt: skip


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case[0]}-{case[2]}")
def test_a_number_is_followed_by_the_right_form_of_the_word(case: tuple[str, str, int]) -> None:
    language, name, hours = case
    assert bare(guide("lille").wording.say(language, name, hours=hours)) == GOLDEN[case]


def test_a_day_is_said_as_people_say_it() -> None:
    assert in_words(DAY, "fr") == "1er décembre 2026"
    assert in_full(DAY, "fr") == "mardi 1er décembre 2026"
    assert in_words(DAY, "en") == "1 December 2026"
    assert in_words(DAY, "ar") == "1 ديسمبر 2026"
    assert in_full(DAY, "ar") == "الثلاثاء 1 ديسمبر 2026"


def test_a_figure_and_a_letter_written_in_two_ways_are_the_same() -> None:
    assert key("٣ ، ۵") == key("3, 5")
    assert key("الإدارة الأولى") == key("الاداره الاولي") == key("الإدارةــ الأولى")
    assert number_in("٣.", Lexicon()) == 3


def test_a_value_of_the_other_direction_is_isolated_and_no_other() -> None:
    wording = Wording(PACK.model_copy(update={"texts": {"fr": "said = { $name }, { $years } ans"}}))
    assert wording.say("fr", "said", name="الورشة", years="3") == f"{OPEN}الورشة{CLOSE}, 3 ans"
    assert wording.say("fr", "said", name="الورشة", years=3) == f"{OPEN}الورشة{CLOSE}, 3 ans"
    assert wording.say("fr", "said", name="Épi", years="3") == "Épi, 3 ans"
    assert isolated(isolated("الورشة")) == isolated("الورشة")


def test_a_sentence_that_is_not_translated_keeps_its_own_order() -> None:
    wording = guide("lille").wording
    name = wording.say("fr", "scheme-maillage-gives")
    assert wording.say("ar", "scheme-maillage-gives") == f"{OPEN}{name}{CLOSE}"
    assert wording.say("en", "scheme-maillage-gives") != name


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("مرحبا.", "مرحبا."),
        ("Bonjour.", f"{OPEN}Bonjour.{CLOSE}"),
        (f"{OPEN}CitésLab{CLOSE} (2017)", f"{OPEN}CitésLab (2017){CLOSE}"),
        (f"• {OPEN}فكرة{CLOSE}: {OPEN}Lille{CLOSE}", f"{FROM_RIGHT}• {OPEN}فكرة{CLOSE}: {OPEN}Lille{CLOSE}"),
        ("Lille في", f"{FROM_RIGHT}Lille في"),
        (f"اكتبوا{OPEN}{CLOSE}.", "اكتبوا."),
        ("", ""),
        ("---", "---"),
        ("أولا\nLille\n", f"أولا\n{OPEN}Lille{CLOSE}\n"),
    ],
)
def test_each_line_opens_on_the_side_where_it_is_read(said: str, read: str) -> None:
    assert directed(said) == read
    assert directed(read) == read


def test_every_isolate_that_is_opened_is_closed_on_its_line_and_no_button_has_any() -> None:
    talk = Talk(guide("lille"), hint="ar")
    said = [
        "مرحبا",
        "عندي فكرة",
        "Lille",
        "نعم",
        "١",
        "٢",
        "منحة و قرض",
        "لماذا CitésLab",
        "معنى SCIC",
        "القائمة",
        "الأماكن",
        "Wazemmes",
    ]
    heard = [each for text in said for each in talk.say(text)]
    assert len(heard) > len(said)
    for each in heard:
        assert all(line.count(OPEN) == line.count(CLOSE) for line in each.text.split("\n")), each.text
        assert [choice for choice in each.choices if choice.label != bare(choice.label)] == []


def test_a_french_conversation_has_no_mark_of_direction_at_all() -> None:
    talk = Talk(guide("lille"))
    heard = [
        each for text in ("bonjour", "1", "Lille", "2", "1", "1", "prêt et local", "menu") for each in talk.say(text)
    ]
    assert [each.text for each in heard if each.text != bare(each.text)] == []
    assert embedded("") == ""
