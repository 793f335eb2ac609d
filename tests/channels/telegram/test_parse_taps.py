"""What a tap means: a choice on its message; in a group, nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.parse import Heard, Said, Tapped, heard, plain_tap, update_of
from tests.channels.telegram.updates import BOT, GROUP, ME, NOON, PERSON, PRIVATE, inbound, told


def tap(**content: Any) -> Heard | None:
    """What a tap means."""
    tapped = {"message_id": 3, "date": NOON, "chat": PRIVATE, "from": BOT, "text": "Où ?"}
    common = {"id": "44", "from": PERSON, "chat_instance": "1", "data": "o/a:b", "message": tapped}
    return told("callback_query", **{**common, **content})


def test_a_tap_is_a_choice_on_its_message() -> None:
    """And has to be ended by its own id."""
    found = tap()
    assert isinstance(found, Said)
    assert found.tap == "44"
    assert (found.inbound.choice, found.inbound.kind, found.inbound.replies_to) == ("o/a:b", "choice", "receipt:3")


def test_a_tap_on_a_message_too_old_to_be_told_is_a_choice_too() -> None:
    """Telegram then says only where it was, or nothing at all."""
    assert inbound(tap(message={"message_id": 3, "date": 0, "chat": PRIVATE})).choice == "o/a:b"
    assert inbound(tap(message=None)).replies_to is None


def test_a_tap_without_data_is_an_empty_choice() -> None:
    """The conversation says that it is closed."""
    assert inbound(tap(data=None)).choice == ""


def test_a_tap_in_a_group_says_nothing_and_turns_no_more() -> None:
    """No button of ours calls back there."""
    assert tap(message={"message_id": 3, "date": NOON, "chat": GROUP}) == Tapped("44")


def raw_tap(**content: Any) -> dict[str, Any]:
    """A raw tap, in private unless said otherwise."""
    tapped = {"message_id": 5, "date": NOON, "chat": PRIVATE, "from": BOT, "text": "?"}
    query: dict[str, Any] = {
        "id": "4",
        "from": PERSON,
        "chat_instance": "-1",
        "data": "orientation/etape:idee",
        "message": tapped,
    }
    return {"update_id": 7, "callback_query": {**query, **content}}


@pytest.mark.parametrize(
    "raw",
    [
        raw_tap(),
        raw_tap(data=""),
        raw_tap(message={"message_id": 5, "date": 0, "chat": PRIVATE}),
        raw_tap(**{"from": {"id": 2**52 - 1, "is_bot": False, "first_name": ""}}),
    ],
)
def test_a_plain_tap_means_what_the_library_reads_in_it(raw: dict[str, Any]) -> None:
    """It is read without the library because that is quicker, for nothing else."""
    found = plain_tap(raw)
    assert isinstance(found, Said)
    assert found == heard(update_of(raw), ME)


@pytest.mark.parametrize(
    "raw",
    [
        raw_tap(message={"message_id": 5, "date": NOON, "chat": GROUP}),
        raw_tap(message=None),
        raw_tap(data=None),
        raw_tap(id=4),
        raw_tap(**{"from": BOT}),
        raw_tap(**{"from": {**PERSON, "language_code": 1}}),
        {"update_id": 7, "message": raw_tap()["callback_query"]["message"]},
        {"update_id": 7},
    ],
)
def test_anything_less_plain_is_left_to_the_library(raw: dict[str, Any]) -> None:
    """Groups, other bots, what is missing, what is malformed."""
    assert plain_tap(raw) is None
