"""Text cleaned once, at the door."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.messages import LONGEST_CHOICE, LONGEST_TEXT, Address, Inbound, choice_parts, clean, cleaned

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()))


@pytest.mark.row("I1", "I2", "I3", "I4", "I5", "I6", "I7")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b", "ab"),
        ("\u200b\u200b ", ""),
        ("\ud83d", "\ufffd"),
        ("\u202elille\u202c", "lille"),
        ("\u2067x", "x"),
        ("e\u0301", "é"),
        ("x" + "\u0301" * 200, "x\u0301\u0301"),
        ("a\tb", "a b"),
        ("  a\nb  ", "a\nb"),
        ("a\rb", "ab"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("<b>&*_[", "<b>&*_["),
        ("APЕS", "APЕS"),
        ("\ue000x", "x"),
        ("🇫🇷", "🇫🇷"),
    ],
)
def test_what_cannot_be_shown_is_taken_away_and_the_rest_is_kept(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.row("I3", "I52")
@given(ANYTHING)
def test_a_clean_text_can_be_stored_shown_and_cleaned_again(text: str) -> None:
    done = clean(text)
    done.encode("utf-8")
    assert clean(done) == done
    assert len(done) <= LONGEST_TEXT
    assert not any(unicodedata.category(c) in ("Cc", "Co", "Cs", "Cn") for c in done if c != "\n")


@pytest.mark.row("I11")
@pytest.mark.parametrize("size", [1_000, 1_001, 4_096, 4_097, 60_000, 1_000_000])
def test_a_long_text_is_cut(size: int) -> None:
    assert len(clean("é" * size)) == LONGEST_TEXT


def test_a_choice_that_is_too_long_can_never_be_a_real_one() -> None:
    long = Inbound(Address("terminal", "u1"), "1", choice="orientation/etape:" + "é" * 60)
    kept = cleaned(long).choice
    assert kept is not None
    assert len(kept.encode()) <= LONGEST_CHOICE
    assert kept.endswith("…")


@given(ANYTHING)
def test_a_choice_is_in_three_parts_or_in_none(text: str) -> None:
    parts = choice_parts(text)
    assert parts is None or (all(parts) and f"{parts[0]}/{parts[1]}:{parts[2]}" in text)


def test_the_value_of_a_choice_may_hold_a_colon() -> None:
    assert choice_parts("places/place:a:b") == ("places", "place", "a:b")
    assert choice_parts("etape:idee") is None
    assert choice_parts("orientation/etape:") is None
