"""What a message means: who wrote, what, of which kind; what is for nobody is nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.parse import Heard
from handlers.messages import Address
from tests.channels.telegram.updates import BOT, GROUP, NOON, PERSON, PRIVATE, inbound, message, told
from tests.fake_telegram.payloads import CONTENTS


def test_a_text_is_a_message_of_its_person() -> None:
    """Known by the id of its update; the client's language is a hint."""
    found = inbound(message(text="bonjour"))
    assert (found.address, found.message_id, found.author) == (Address("telegram", "812"), "7", "812")
    assert (found.text, found.kind, found.hint, found.private) == ("bonjour", "text", "fr", True)
    assert found.sent_at is not None
    assert found.sent_at.timestamp() == NOON


@pytest.mark.row("I53")
def test_a_person_may_have_a_number_beyond_32_bits_and_no_name() -> None:
    """Ids up to 2^52 (faults I53)."""
    large = 2**52 - 1
    found = inbound(message(text="a", chat={"id": large, "type": "private"}, **{"from": {**PERSON, "id": large}}))
    assert found.address.peer == str(large)


@pytest.mark.row("I54")
def test_entities_and_hidden_links_are_not_read() -> None:
    """Plain text only (faults I54)."""
    kinds: tuple[dict[str, Any], ...] = (
        {"type": "text_link", "url": "http://canari"},
        {"type": "text_mention", "user": BOT},
        {"type": "custom_emoji", "custom_emoji_id": "1"},
        {"type": "spoiler"},
    )
    entities = [{**kind, "offset": 0, "length": 3} for kind in kinds] * 25
    found = inbound(message(text="ici", entities=entities))
    assert found.text == "ici"
    assert "canari" not in repr(found)


@pytest.mark.row("I32")
def test_a_quoted_message_is_named_and_not_read() -> None:
    """By its id there; its text says nothing about the question in course (faults I32)."""
    quoted = {"message_id": 3, "date": NOON, "chat": PRIVATE, "from": BOT, "text": "canari"}
    found = inbound(message(text="oui", reply_to_message=quoted))
    assert (found.replies_to, found.text) == ("receipt:3", "oui")


@pytest.mark.row("I19")
@pytest.mark.parametrize(
    "typed",
    ["/start", "/start src_affiche", "/START evt_12x", "/start evt_", "／start x", "/start@essai_bot admin",
     "/start admin", "/start K7QM-2HXD-9RTA", f"/start {'a' * 65}", "/start é../../x", "/start ' OR 1=1;--"],
)  # fmt: skip
def test_what_follows_start_in_a_link_is_not_read(typed: str) -> None:
    """Anyone can forge it: a plain start (faults I19)."""
    assert inbound(message(text=typed)).text == "/start"


@pytest.mark.parametrize("typed", ["/start evt_12", "/START EVT_12", "／start@essai_bot evt_12 "])
def test_the_gathering_that_a_poster_names_is_read_after_start(typed: str) -> None:
    """It is public, and gives no right."""
    assert inbound(message(text=typed)).text == "/start evt_12"


@pytest.mark.parametrize("typed", ["/aide", "/starter", "start src_x", "bonjour /start", "/pourquoi dla"])
def test_other_commands_keep_what_follows(typed: str) -> None:
    """Only the link's payload is dropped."""
    assert inbound(message(text=typed)).text == typed


KINDS = {"sticker": "sticker", "photo": "photo", "voice": "voice", "location": "location", "contact": "contact"}


@pytest.mark.parametrize("content", CONTENTS)
def test_everything_that_is_sent_has_a_kind(content: str) -> None:
    """What cannot be read is named, never fetched; what is not known is « other » (faults I9, I10)."""
    given = CONTENTS[content]
    if "text" in given:
        assert inbound(message(**given)).kind == "text"
    else:
        assert inbound(message(**given)).kind == next((k for k in KINDS if k in given), "other")


@pytest.mark.row("I32")
def test_words_passed_on_are_told_from_those_of_the_person() -> None:
    """Nothing is read of who wrote them first (faults I32)."""
    origin = {"type": "user", "date": NOON, "sender_user": {"id": 99, "is_bot": False, "first_name": "Pellicule"}}
    passed_on = inbound(message(text="j'ai une idée", forward_origin=origin))
    assert (passed_on.kind, passed_on.text, passed_on.author) == (
        "forward",
        "j'ai une idée",
        inbound(message(text="x")).author,
    )
    assert "Pellicule" not in str(passed_on)


def test_something_that_does_not_exist_yet_deserves_an_answer() -> None:
    """A kind of message of next year."""
    assert inbound(message(hologram={"file_id": "x"})).kind == "other"


@pytest.mark.parametrize(
    "service",
    [
        {"pinned_message": {"message_id": 1, "date": NOON, "chat": PRIVATE}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
        {"write_access_allowed": {}},
    ],
)
def test_what_the_chat_itself_says_is_nothing(service: dict[str, Any]) -> None:
    """Nobody said it."""
    assert message(**service) is None


@pytest.mark.row("I27", "I28")
@pytest.mark.parametrize(
    "author",
    [
        {"from": {**PERSON, "is_bot": True}},
        {"from": None},
        {"sender_chat": {"id": -100, "type": "channel", "title": "C"}},
    ],
)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_what_no_person_wrote_is_nothing(author: dict[str, Any], chat: dict[str, Any]) -> None:
    """Another bot, a channel, an anonymous administrator (faults I27, I28)."""
    assert message(text="/aide", chat=chat, **author) is None


def edited(after: int, **content: Any) -> Heard | None:
    """What a correction means, made so many seconds after."""
    common = {"message_id": 5, "date": NOON, "edit_date": NOON + after, "chat": PRIVATE, "from": PERSON}
    return told("edited_message", **{**common, **content})


@pytest.mark.row("I29")
def test_a_recent_correction_is_an_edit() -> None:
    """Ten minutes at most (faults I29)."""
    assert (inbound(edited(600, text="oui")).kind, inbound(edited(600, text="oui")).text) == ("edit", "oui")
    assert edited(601, text="oui") is None


def test_a_moving_location_and_a_correction_in_a_group_are_nothing() -> None:
    """One is edited every few seconds; the other was not for us."""
    assert edited(5, location={"latitude": 50.0, "longitude": 3.0}) is None
    assert edited(5, text="/aide", chat=GROUP) is None
