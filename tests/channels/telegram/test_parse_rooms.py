"""What is heard in a group, and what becomes of the bot's place in a chat."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.parse import Heard, Joined, Left, Refused, Renamed
from handlers.messages import Address
from tests.channels.telegram.updates import BOT, GROUP, NOON, PERSON, PRIVATE, in_group, inbound, message, told


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


@pytest.mark.parametrize(
    ("chat", "said"),
    [(-5, {"migrate_to_chat_id": -1005}), (-1005, {"migrate_from_chat_id": -5})],
)
def test_a_group_that_grows_says_so_on_both_sides(chat: int, said: dict[str, int]) -> None:
    """Whoever it comes from: the service message has no person (faults F23)."""
    found = message(chat={"id": chat, "type": "group", "title": "G"}, **said)
    assert found == Renamed(Address("telegram", "-5"), Address("telegram", "-1005"))
