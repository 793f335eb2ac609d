"""What is heard in a group, and what becomes of the bot's place in a chat."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.parse import Heard, Joined, Left, Refused, Renamed, Replied
from handlers.messages import Address
from tests.channels.telegram.updates import BOT, GROUP, NOON, PERSON, PRIVATE, in_group, inbound, message, told


def test_in_a_group_a_command_is_heard_without_what_follows() -> None:
    """Nothing that could be personal is read there (faults I25)."""
    found = inbound(in_group("/pourquoi mon canari"))
    assert (found.text, found.private, found.address.peer) == ("/pourquoi", False, "-1001")


@pytest.mark.row("I24")
@pytest.mark.parametrize("text", ["/aide@essai_bot", "/aide@Essai_Bot canari"])
def test_a_command_that_names_us_is_heard(text: str) -> None:
    """Whatever the case (faults I24)."""
    assert inbound(in_group(text)).text.casefold() == "/aide@essai_bot"


@pytest.mark.row("I24")
@pytest.mark.parametrize("text", ["/aide@autre_bot", "bonjour à tous", "moi@essai_bot", "aide", "@essai_bot_2 ?"])
def test_what_is_not_for_us_is_not_read(text: str) -> None:
    """Another bot's command, talk, a name that only resembles ours."""
    assert in_group(text) is None


def test_a_mention_or_an_answer_to_us_is_heard_as_a_start() -> None:
    """Of which nothing is read."""
    quoted = {"message_id": 3, "date": NOON, "chat": GROUP, "from": BOT, "text": "…"}
    assert inbound(in_group("dis, @Essai_bot, canari")).text == "/start"
    found = in_group("canari", reply_to_message=quoted)
    assert isinstance(found, Replied)
    assert found.otherwise is not None
    assert found.otherwise.text == "/start"


def test_an_answer_to_a_message_of_ours_is_kept_apart_until_it_is_known_what_that_was() -> None:
    """Whole, with the name of the message, or as the kind that it is; one of other people is nothing."""
    quoted = {"message_id": 3, "date": NOON, "chat": GROUP, "from": BOT}
    found = in_group("Passez mardi", reply_to_message=quoted)
    assert isinstance(found, Replied)
    assert (found.inbound.text, found.inbound.replies_to, found.inbound.private) == ("Passez mardi", "receipt:3", False)
    smile = message(chat=GROUP, sticker=STICKER, reply_to_message=quoted)
    assert isinstance(smile, Replied)
    assert (smile.inbound.kind, smile.otherwise) == ("sticker", None)
    assert in_group("Passez mardi", reply_to_message={**quoted, "from": PERSON}) is None
    assert in_group("/aide@autre_bot", reply_to_message=quoted) is None


def test_an_answer_in_a_group_is_corrected_while_it_is_recent() -> None:
    """Ten minutes, as anywhere else; what answers nobody of ours is nothing."""
    quoted = {"message_id": 3, "date": NOON, "chat": GROUP, "from": BOT}
    known = {"message_id": 5, "date": NOON, "chat": GROUP, "from": PERSON, "text": "Passez jeudi"}
    found = told("edited_message", **known, edit_date=NOON + 60, reply_to_message=quoted)
    assert isinstance(found, Replied)
    assert (found.inbound.kind, found.inbound.text, found.otherwise) == ("edit", "Passez jeudi", None)
    assert told("edited_message", **known, edit_date=NOON + 601, reply_to_message=quoted) is None
    assert told("edited_message", **known, edit_date=NOON + 60) is None


STICKER = {
    "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip


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
    assert change(GROUP, "left", "member") == Joined(room, "812")
    assert change(GROUP, "member", "kicked") == Left(room)
    assert change({**GROUP, "type": "channel"}, "left", "member") is None
    assert change(GROUP, "left", "kicked") is None
    assert change(GROUP, "member", "creator") is None


def test_being_blocked_and_unblocked_are_told() -> None:
    """In a private chat."""
    person = Address("telegram", "812")
    assert change(PRIVATE, "member", "kicked") == Refused(person, refused=True)
    assert change(PRIVATE, "kicked", "member") == Refused(person, refused=False)


@pytest.mark.row("F23")
@pytest.mark.parametrize(
    ("chat", "said"),
    [(-5, {"migrate_to_chat_id": -1005}), (-1005, {"migrate_from_chat_id": -5})],
)
def test_a_group_that_grows_says_so_on_both_sides(chat: int, said: dict[str, int]) -> None:
    """Whoever it comes from: the service message has no person (faults F23)."""
    found = message(chat={"id": chat, "type": "group", "title": "G"}, **said)
    assert found == Renamed(Address("telegram", "-5"), Address("telegram", "-1005"))
