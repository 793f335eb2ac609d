"""Updates of Telegram as the tests write them, and what the bot hears in them."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.parse import Heard, Me, Said, heard, update_of
from handlers.messages import Inbound

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
