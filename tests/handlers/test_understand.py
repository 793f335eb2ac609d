"""What is understood of a text, and what is deliberately not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understand import Lexicon, Option, distance, key, letter_in, match, number_in
from tests.conversation import guide

LEXICON = guide().lexicon
STAGE = (
    Option("idee", "J’ai une idée", ("une idée", "une envie")),
    Option("creation", "Je prépare la création"),
    Option("jeune", "Moins de 3 ans", ("un an",)),
)
NEEDS = (
    Option("argent", "Une subvention", ("subvention",)),
    Option("lieu", "Un local", ("local",)),
    Option("pret", "Un prêt", ("prêt",)),
)
YES_NO = (Option("oui", "Oui", ("ouais", "👍")), Option("non", "Non", ("nan",)))


@pytest.mark.parametrize(
    "text", ["2", " 2 ", "2.", "2)", "n° 2", "N°2", "numéro 2", "２", "2️⃣", "②", "deux", "Deux", "two", "la 2e", "2e"]
)
def test_a_number_is_read_in_digits_signs_and_words(text: str) -> None:
    assert number_in(text, LEXICON) == (2 if text != "la 2e" else None)


@pytest.mark.parametrize("text", ["", "deux ans", "2 ans", "-", "un peu", "2 et 3", "1234", "²³⁴⁵"])
def test_what_only_holds_a_number_is_not_one(text: str) -> None:
    assert number_in(text, LEXICON) is None


@pytest.mark.parametrize("number", ["0", "4", "7", "99", "douze"])
def test_a_number_beyond_the_choices_answers_nothing(number: str) -> None:
    assert not match(number, STAGE, LEXICON).found


@pytest.mark.row("I6")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("J’ai une idée", "idee"),
        ("j'ai une idee", "idee"),
        ("J AI UNE IDÉE !!!", "idee"),
        ("Ｊ’ａｉ ｕｎｅ ｉｄéｅ", "idee"),
        ("idée", "idee"),
        ("l'idée", "idee"),
        ("une idee", "idee"),
        ("j'ai une idé", "idee"),
        ("je prepare la creatoin", "creation"),
        ("je prépare", "creation"),
        ("en fait j'ai une idée pour mon quartier", "idee"),
        ("moins de 3 ans", "jeune"),
        ("1", "idee"),
        ("trois", "jeune"),
        ("une envie", "idee"),
        ("depuis un an", "jeune"),
    ],
)
def test_an_answer_is_found_in_what_people_write(text: str, value: str) -> None:
    assert match(text, STAGE, LEXICON).values == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "zzz",
        "je n'ai pas une idée",
        "ni idée ni rien",
        "aucune idée",
        "sans idée",
        "un",
        "je",
        "pas",
        "ans",
        "j'ai une idée et je prépare la création",
    ],
)
def test_doubt_and_denial_are_never_an_answer(text: str) -> None:
    found = match(text, STAGE, LEXICON)
    assert not found.found or found.numbered


@pytest.mark.row("I6", "I40")
@pytest.mark.parametrize("text", ["oui", "OUI", "ＯＵＩ", "ouais", "👍", "👍🏽", "Oui.", "oui merci", "1"])
def test_a_yes_is_a_yes(text: str) -> None:
    assert match(text, YES_NO, LEXICON).values == ("oui",)


@pytest.mark.parametrize("text", ["oui et non", "non oui", "❤️", "ou i"])
def test_a_yes_that_is_also_something_else_is_not_one(text: str) -> None:
    assert not match(text, YES_NO, LEXICON).found


@pytest.mark.parametrize(
    "text",
    [
        "subvention et local",
        "un local, une subvention",
        "1 et 2",
        "2 1",
        "1,2",
        "il me faut un local puis une subvention",
    ],
)
def test_several_needs_are_read_in_one_message(text: str) -> None:
    found = match(text, NEEDS, LEXICON, most=2)
    assert sorted(found.values) == ["argent", "lieu"]
    assert not found.unsure


@pytest.mark.parametrize("text", ["subvention, local et prêt", "1 2 3"])
def test_more_needs_than_can_be_kept_are_asked_again(text: str) -> None:
    assert match(text, NEEDS, LEXICON, most=2).unsure


def test_a_name_that_two_answers_share_is_asked_again() -> None:
    shared = (Option("un", "Une coopérative", ("coop",)), Option("deux", "Une CAE", ("coop",)))
    assert match("coop", shared, LEXICON).unsure


def test_the_words_of_the_question_win_over_a_part_of_them() -> None:
    forms = (Option("insertion", "Association d’insertion"), Option("asso", "Association"))
    assert match("association d'insertion", forms, LEXICON).values == ("insertion",)
    assert match("association", forms, LEXICON).values == ("asso",)
    assert match("nous sommes une association d'insertion ici", forms, LEXICON).values == ("insertion",)


@given(st.text(max_size=80))
def test_any_text_is_matched_without_an_error_and_only_to_known_values(text: str) -> None:
    found = match(text, STAGE, LEXICON, most=2)
    assert set(found.values) <= {option.value for option in STAGE}


@given(st.text(max_size=80))
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [("A", 0), ("b", 1), ("c.", 2), ("la lettre d", 3), ("é", 4), ("AB", None), ("1", None), ("", None)],
)
def test_a_letter_alone_is_a_place_in_the_alphabet(text: str, place: int | None) -> None:
    assert letter_in(text) == place


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("roubaix", "roubaix", 0),
        ("roubaix", "roubaxi", 1),
        ("roubaix", "rouba", 2),
        ("lille", "lile", 1),
        ("abc", "xyz", 3),
    ],
)
def test_a_swap_is_one_error_and_far_texts_are_not_measured(one: str, other: str, errors: int) -> None:
    assert distance(one, other, 2) == errors
    assert distance(other, one, 2) == errors


def test_a_lexicon_without_words_still_reads_digits() -> None:
    assert match("2", STAGE, Lexicon()).values == ("creation",)


@pytest.mark.row("I5")
@pytest.mark.parametrize("joiner", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"])
def test_invisible_joiners_change_no_word(joiner: str) -> None:
    assert match(f"une i{joiner}dée{joiner}", STAGE, LEXICON).values == ("idee",)
