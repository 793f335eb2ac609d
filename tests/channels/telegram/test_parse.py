"""What an update means: who wrote, what, in which kind of chat; what is for nobody is nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.parse import (
    Heard,
    Joined,
    Left,
    Me,
    Refused,
    Renamed,
    Said,
    Tapped,
    heard,
    plain_tap,
    update_of,
)
from handlers.messages import Address, Inbound
from tests.fake_telegram.payloads import CONTENTS

ME = Me(99, "essai_bot")
PERSON = {"id": 812, "is_bot": False, "first_name": "P", "language_code": "fr"}
BOT = {"id": 99, "is_bot": True, "first_name": "Essai", "username": "essai_bot"}
PRIVATE = {"id": 812, "type": "private", "first_name": "P"}
GROUP = {"id": -1001, "type": "supergroup", "title": "G"}
NOON = 1_795_000_000


def told(kind: str, **content: Any) -> Heard | None:
    """What an update of this kind means."""
    return heard(update_of({"update_id": 7, kind: content}), ME)


def message(**content: Any) -> Heard | None:
    """What a message means, in private unless said otherwise."""
    return told("message", **{"message_id": 5, "date": NOON, "chat": PRIVATE, "from": PERSON, **content})


def in_group(text: str, **content: Any) -> Heard | None:
    """What a text in a group means."""
    return message(chat=GROUP, text=text, **content)


def inbound(found: Heard | None) -> Inbound:
    """The message for the conversation."""
    assert isinstance(found, Said)
    return found.inbound


def test_a_text_is_a_message_of_its_person() -> None:
    """Known by the id of its update; the client's language is a hint."""
    found = inbound(message(text="bonjour"))
    assert (found.address, found.message_id, found.author) == (Address("telegram", "812"), "7", "812")
    assert (found.text, found.kind, found.hint, found.private) == ("bonjour", "text", "fr", True)
    assert found.sent_at is not None
    assert found.sent_at.timestamp() == NOON


def test_a_person_may_have_a_number_beyond_32_bits_and_no_name() -> None:
    """Ids up to 2^52 (faults I53)."""
    large = 2**52 - 1
    found = inbound(message(text="a", chat={"id": large, "type": "private"}, **{"from": {**PERSON, "id": large}}))
    assert found.address.peer == str(large)


def test_entities_and_hidden_links_are_not_read() -> None:
    """Plain text only (faults I54)."""
    entity = {"type": "text_link", "offset": 0, "length": 3, "url": "http://canari"}
    assert inbound(message(text="ici", entities=[entity] * 100)).text == "ici"


def test_a_quoted_message_is_named_and_not_read() -> None:
    """By its id there; its text says nothing about the question in course (faults I32)."""
    quoted = {"message_id": 3, "date": NOON, "chat": PRIVATE, "from": BOT, "text": "canari"}
    found = inbound(message(text="oui", reply_to_message=quoted))
    assert (found.replies_to, found.text) == ("receipt:3", "oui")


@pytest.mark.parametrize(
    "typed", ["/start", "/start src_affiche", "/START evt_12", "／start x", "/start@essai_bot admin"]
)
def test_what_follows_start_in_a_link_is_not_read(typed: str) -> None:
    """Anyone can forge it: a plain start (faults I19)."""
    assert inbound(message(text=typed)).text == "/start"


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


def test_a_recent_correction_is_an_edit() -> None:
    """Ten minutes at most (faults I29)."""
    assert (inbound(edited(600, text="oui")).kind, inbound(edited(600, text="oui")).text) == ("edit", "oui")
    assert edited(601, text="oui") is None


def test_a_moving_location_and_a_correction_in_a_group_are_nothing() -> None:
    """One is edited every few seconds; the other was not for us."""
    assert edited(5, location={"latitude": 50.0, "longitude": 3.0}) is None
    assert edited(5, text="/aide", chat=GROUP) is None


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


def test_in_a_group_a_command_is_heard_without_what_follows() -> None:
    """Nothing that could be personal is read there (faults I25)."""
    found = inbound(in_group("/pourquoi mon canari"))
    assert (found.text, found.private, found.address.peer) == ("/pourquoi", False, "-1001")


@pytest.mark.parametrize("text", ["/aide@essai_bot", "/aide@Essai_Bot canari"])
def test_a_command_that_names_us_is_heard(text: str) -> None:
    """Whatever the case (faults I24)."""
    assert inbound(in_group(text)).text.casefold() == "/aide@essai_bot"


@pytest.mark.parametrize("text", ["/aide@autre_bot", "bonjour à tous", "moi@essai_bot", "aide", "@essai_bot_2 ?"])
def test_what_is_not_for_us_is_not_read(text: str) -> None:
    """Another bot's command, talk, a name that only resembles ours."""
    assert in_group(text) is None


def test_a_mention_or_an_answer_to_us_is_heard_as_a_start() -> None:
    """Of which nothing is read."""
    quoted = {"message_id": 3, "date": NOON, "chat": GROUP, "from": BOT, "text": "…"}
    assert inbound(in_group("dis, @Essai_bot, canari")).text == "/start"
    assert inbound(in_group("canari", reply_to_message=quoted)).text == "/start"


def change(chat: dict[str, Any], old: str, new: str) -> Heard | None:
    """What a change of our place means."""
    more: dict[str, dict[str, Any]] = {"kicked": {"until_date": 0}, "creator": {"is_anonymous": False}}
    members = [{"user": BOT, "status": status, **more.get(status, {})} for status in (old, new)]
    return told(
        "my_chat_member",
        chat=chat,
        date=NOON,
        old_chat_member=members[0],
        new_chat_member=members[1],
        **{"from": PERSON},
    )


def test_being_brought_and_sent_away_are_told() -> None:
    """A promotion is neither."""
    room = Address("telegram", "-1001")
    assert change(GROUP, "left", "member") == Joined(room)
    assert change(GROUP, "member", "kicked") == Left(room)
    assert change({**GROUP, "type": "channel"}, "left", "member") is None
    assert change(GROUP, "left", "kicked") is None
    assert change(GROUP, "member", "creator") is None


def test_being_blocked_and_unblocked_are_told() -> None:
    """In a private chat."""
    person = Address("telegram", "812")
    assert change(PRIVATE, "member", "kicked") == Refused(person, refused=True)
    assert change(PRIVATE, "kicked", "member") == Refused(person, refused=False)


@pytest.mark.parametrize(
    ("chat", "said"),
    [(-5, {"migrate_to_chat_id": -1005}), (-1005, {"migrate_from_chat_id": -5})],
)
def test_a_group_that_grows_says_so_on_both_sides(chat: int, said: dict[str, int]) -> None:
    """Whoever it comes from: the service message has no person (faults F23)."""
    found = message(chat={"id": chat, "type": "group", "title": "G"}, **said)
    assert found == Renamed(Address("telegram", "-5"), Address("telegram", "-1005"))


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
