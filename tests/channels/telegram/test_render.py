"""What Telegram shows: texts that fit, buttons in rows, nothing to escape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.render import LONGEST_TEXT, is_room, keyboard, message, pieces
from handlers.messages import Choice


def rows(*choices: Choice) -> list[list[str]]:
    """The labels of a keyboard."""
    return [[button["text"] for button in row] for row in keyboard(choices)["inline_keyboard"]]


def test_short_labels_go_two_by_two() -> None:
    """They fit side by side."""
    assert rows(Choice("o/a:1", "Oui"), Choice("o/a:2", "Non"), Choice("o/a:3", "x" * 20)) == [
        ["Oui", "Non"],
        ["x" * 20],
    ]


def test_one_long_label_puts_each_on_its_own_row() -> None:
    """More than twenty characters: all of them one under the other (TG7)."""
    assert rows(Choice("o/a:1", "Oui"), Choice("o/a:2", "x" * 21)) == [["Oui"], ["x" * 21]]


def test_the_ways_out_of_a_question_are_the_last_rows() -> None:
    """Done, skip and back stand apart, whatever their place, and do not make the answers narrow."""
    shown = rows(
        Choice("o/a:back", "Retour"), Choice("o/a:1", "Oui"), Choice("o/a:2", "Non"), Choice("o/a:skip", "?" * 30)
    )
    assert shown == [["Oui", "Non"], ["Retour"], ["?" * 30]]


def test_a_button_carries_its_choice() -> None:
    """The id as it is: it was checked with the pack."""
    (row,) = keyboard((Choice("orientation/etape:idee", "Une idée"),))["inline_keyboard"]
    assert row == [{"text": "Une idée", "callback_data": "orientation/etape:idee"}]


def test_no_keyboard_is_larger_than_the_server_takes() -> None:
    """A hundred buttons; what is left out can still be typed."""
    assert sum(map(len, rows(*(Choice(f"o/a:{n}", str(n)) for n in range(150))))) == 100


@pytest.mark.row("I15", "I55")
def test_a_message_is_plain_text() -> None:
    """No mode that would read marks in it, no preview of links."""
    params = message("812", "<b>& *_[ `</a>", None)
    assert params == {"chat_id": 812, "text": "<b>& *_[ `</a>", "link_preview_options": {"is_disabled": True}}


def test_a_room_is_known_by_its_number() -> None:
    """People are positive."""
    assert (is_room("-1001"), is_room("812")) == (True, False)


@pytest.mark.row("I12")
def test_a_text_that_fits_is_one_piece() -> None:
    """To the last code point, emoji counted once (faults I12)."""
    assert pieces("😀" * LONGEST_TEXT) == ["😀" * LONGEST_TEXT]
    assert len(pieces("😀" * (LONGEST_TEXT + 1))) == 2


@pytest.mark.row("I12")
def test_a_long_text_is_cut_between_paragraphs() -> None:
    """Rather than between lines, sentences or words."""
    first, second = "a. b\n" * 500, "c d\n" * 500
    assert pieces(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


@pytest.mark.parametrize(("mark", "kept"), [("\n", ""), (". ", "."), (" ", "")])
def test_a_long_paragraph_is_cut_where_it_can_be(mark: str, kept: str) -> None:
    """Between lines, else sentences, else words."""
    found = pieces(mark.join(["x" * 99] * 60))
    assert len(found) == 2
    assert [len(word) for piece in found for word in piece.split()].count(99 + len(kept)) >= 58
    assert found[0].endswith("x" * 99 + kept)


def test_an_emoji_made_of_several_is_not_torn() -> None:
    """A family stays together."""
    family = "👩\u200d👩\u200d👧"
    found = pieces(family * 1000)
    assert {len(each) % len(family) for each in found} == {0}


@given(st.text(st.sampled_from("ab .\n😀\u200d"), max_size=400), st.integers(20, 60))
def test_nothing_is_lost_but_blanks(text: str, longest: int) -> None:
    """Every piece fits, is not empty, and the pieces say what the text says."""
    found = pieces(text, longest)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(each) <= longest for each in found)
    assert all(found) or not text.strip()
