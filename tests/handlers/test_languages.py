"""A language is chosen or offered, never taken: the table of short messages, and what is said in an unknown one."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from bot.detection import language_of
from handlers.direction import bare
from handlers.languages import long_enough
from tests.conversation import Talk, guide
from tests.house.source import ROOT
from tests.transcript import Heard

TABLE = Path(__file__).with_name("short_messages.tsv")
SPOKEN = ("fr", "en", "ar")
FOREIGN = {
    "nl": "Nederlands",
    "es": "español",
    "tr": "Türkçe",
    "pl": "polsku",
    "de": "Deutsch",
    "uk": "українською",
    "ru": "по-русски",
}


@dataclass(frozen=True)
class Short:
    """A message of the table: small words, too few words, a sentence of a language, or noise."""

    kind: str
    language: str
    text: str


MESSAGES = tuple(Short(*line.split("\t")) for line in TABLE.read_text("utf-8").splitlines())
SENTENCES = [each for each in MESSAGES if each.kind == "sentence"]
FRENCH = ["Je voudrais ouvrir une épicerie avec mes voisines", "Nous cuisinons ensemble tous les dimanches matin"]
ENGLISH = [each.text for each in SENTENCES if each.language == "en"]


def offers(heard: list[Heard]) -> list[str]:
    """The languages offered in what was heard."""
    ids = [choice.id for each in heard for choice in each.choices if each.kind == "notice"]
    return [id.partition(":")[2] for id in ids if id.startswith("language/choose:")]


def begun(hint: str | None = None) -> Talk:
    """Someone who was welcomed, at the first question."""
    talk = Talk(guide("lille"), hint=hint)
    talk.say("/start")
    return talk


def test_the_table_has_two_hundred_messages_of_every_kind() -> None:
    assert len(MESSAGES) >= 200
    assert len({each.text for each in MESSAGES}) == len(MESSAGES)
    kinds = Counter(each.kind for each in MESSAGES)
    assert set(kinds) == {"lexicon", "short", "sentence", "noise"}
    assert min(kinds.values()) >= 15
    assert {"fr", "en", "ar", "nl", "es", "tr", "pl"} <= {each.language for each in SENTENCES}


@pytest.mark.row("I41")
@pytest.mark.parametrize("language", SPOKEN)
def test_small_words_short_texts_and_noise_never_cause_an_offer(language: str) -> None:
    talk = begun(language)
    for each in MESSAGES:
        if each.kind != "sentence":
            assert offers([*talk.say(each.text), *talk.say(each.text)]) == [], each
            assert talk.conversation().memo.get("heard", "") == "", each


@pytest.mark.parametrize("language", SPOKEN)
def test_two_sentences_in_a_language_that_is_spoken_cause_its_offer_and_nothing_ever_changes_it(language: str) -> None:
    for each in MESSAGES if language == "fr" else SENTENCES:
        talk = begun(language)
        assert offers(talk.say(each.text)) == [], each
        offered = each.kind == "sentence" and each.language in SPOKEN and each.language != language
        assert offers(talk.say(each.text)) == ([each.language] if offered else []), each
        chosen = talk.conversation().memo.get("language_chosen", "")
        assert (talk.conversation().language == language) or chosen, each


@pytest.mark.row("I42")
@pytest.mark.parametrize("each", [s for s in SENTENCES if s.language in FOREIGN], ids=lambda each: each.text[:20])
def test_a_language_that_is_not_spoken_gets_one_sentence_of_its_own_and_the_question(each: Short) -> None:
    talk = begun()
    first, second = talk.say(each.text), talk.say(each.text)
    assert FOREIGN[each.language] in first[-1].text
    assert "Français, English, العربية" in bare(first[-1].text)
    assert "Où en êtes-vous" in first[-1].text
    assert FOREIGN[each.language] not in second[-1].text


@pytest.mark.row("I41")
def test_the_same_texts_have_the_same_languages_twenty_times_and_in_another_process() -> None:
    among = guide("lille").recognised
    found = [language_of(each.text, among) for each in MESSAGES]
    for _ in range(20):
        assert [language_of(each.text, among) for each in SENTENCES] == [
            one for one, each in zip(found, MESSAGES, strict=True) if each.kind == "sentence"
        ]
    program = (
        "import sys; from bot.detection import language_of\n"
        f"print([language_of(line.split('\\t')[2].rstrip('\\n'), {among!r}) for line in sys.stdin])"
    )
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        input=TABLE.read_text("utf-8"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    assert said.stdout.strip() == str(found)


def test_a_text_that_no_profile_knows_has_no_language() -> None:
    for text in ("", "123", "…", "😀😀😀", "https://exemple.example"):
        assert language_of(text, ("en", "fr")) == ""


def test_what_is_long_enough_is_counted_without_small_words() -> None:
    small = guide("lille").small_words
    assert long_enough("Nous réparons des vélos ensemble", small)
    assert not long_enough("Nous aidons des vélos", small)  # 18 letters
    assert not long_enough("Réparations extraordinairement compliquées", small)  # three words
    assert not long_enough("bonjour, merci beaucoup, au revoir, merci, bonne journée", small)
    assert not long_enough("<script>alert(1)</script> L'atelier du vélo", small)
    assert not long_enough("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", small)


def test_two_languages_in_turn_cause_no_offer() -> None:
    talk = begun()
    said = [ENGLISH[0], FRENCH[0], ENGLISH[1], FRENCH[1]]
    assert [offers(talk.say(text)) for text in said] == [[], [], [], []]


def test_an_offer_is_made_once_for_each_language_of_a_conversation() -> None:
    talk = begun()
    heard = [offers(talk.say(text)) for text in ENGLISH]
    assert list(chain(*heard)) == ["en"]
    arabic = [each.text for each in SENTENCES if each.language == "ar"]
    assert list(chain(*(offers(talk.say(text)) for text in arabic))) == ["ar"]


def test_a_yes_changes_the_language_and_the_question_is_asked_in_it() -> None:
    talk = begun()
    talk.say(ENGLISH[0])
    assert talk.say(ENGLISH[1])[-1].text == "Would you like to continue in English?"
    heard = talk.tap("Yes, in English")
    assert "Where are you with your project?" in heard[-1].text
    assert talk.conversation().language == "en"


@pytest.mark.parametrize("no", ["No, change nothing", "B"])
def test_a_no_changes_nothing_and_the_question_stays(no: str) -> None:
    talk = begun()
    talk.say(ENGLISH[0])
    talk.say(ENGLISH[1])
    heard = talk.say(no)
    assert "Où en êtes-vous" in heard[-1].text
    assert talk.conversation().language == "fr"
    assert [offers(talk.say(text)) for text in ENGLISH] == [[]] * len(ENGLISH)


@pytest.mark.row("I41")
def test_no_offer_is_made_to_someone_who_chose() -> None:
    talk = begun()
    talk.say("langue français")
    assert [offers(talk.say(text)) for text in ENGLISH[:4]] == [[]] * 4


def test_an_answer_in_another_language_counts_and_is_still_an_answer() -> None:
    talk = begun()
    talk.say("Our structure is less than 3 years old")
    assert talk.answers() == {"etape": "moins_3"}
    assert talk.conversation().memo["heard"] == "en"


@pytest.mark.parametrize(
    ("said", "welcome"),
    [("English", "Hello"), ("en anglais", "Hello"), ("العربية", "مرحبا"), ("français", "Bonjour"), ("Arabic", "مرحبا")],
)
def test_a_language_named_alone_is_chosen_even_as_the_first_word(said: str, welcome: str) -> None:
    talk = Talk(guide("lille"))
    heard = talk.say(said)
    assert heard[0].text.startswith(welcome)
    assert len(heard) == 2
    other = begun("en" if welcome == "Bonjour" else "fr")
    other.say(said)
    assert other.conversation().language == talk.conversation().language


def test_a_language_inside_a_sentence_changes_nothing() -> None:
    talk = begun()
    for said in ("je donne des cours de français", "My project is to give lessons in English", "cours d'arabe"):
        talk.say(said)
        assert talk.conversation().language == "fr", said


def test_a_first_message_in_a_language_not_spoken_is_welcomed_then_told() -> None:
    heard = Talk(guide("lille")).say("Ik wil graag een kleine winkel openen in mijn buurt")
    assert heard[0].text.startswith("Bonjour")
    assert heard[1].text.startswith("Ik spreek nog geen Nederlands")
    assert "Où en êtes-vous" in heard[2].text


def test_a_pack_of_one_language_offers_no_other() -> None:
    talk = Talk(guide("exemple"))
    talk.say("/start")
    heard = [each for text in ENGLISH[:3] for each in talk.say(text)]
    assert offers(heard) == []
    assert sum("Je ne parle pas encore votre langue" in each.text for each in heard) == 1
