"""Reads updates of Telegram: what a person said or tapped, and what became of a chat. No I/O."""

from __future__ import annotations

import re
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from bot.channels import EDIT_LASTS, RECEIPT
from bot.channels.telegram.heard import Heard, Joined, Left, Me, Nameless, Refused, Renamed, Replied, Said, Tapped
from handlers.messages import Address, Enclosed, Inbound
from handlers.uncommon import FORWARD

__all__ = ["Heard", "Joined", "Left", "Me", "Nameless", "Refused", "Renamed", "Replied", "Said", "Tapped"]

NAME = "telegram"
START = "/start"

# The commands of a message begin with `/`, and may name whom they are for.
_COMMAND = re.compile(r"[/／](?P<name>\w+)(?:@(?P<bot>\w+))?")
_START = re.compile(r"[/／]start\b", re.IGNORECASE)
_GATHERING = re.compile(r"[/／]start(?:@\w+)?\s+(evt_\d{1,18})\s*", re.IGNORECASE | re.ASCII)
_TYPE = re.compile(r"[a-z_]{1,40}")
_KINDS = ("sticker", "photo", "voice", "location", "contact")
_SENT = (
    "animation", "audio", "checklist", "dice", "document", "game", "gift", "giveaway", "invoice", "live_photo",
    "paid_media", "poll", "story", "venue", "video", "video_note",
)  # fmt: skip
_NAMING = frozenset({"message_id", "date", "chat", "from"})
_IN_CHAT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED)


def update_of(raw: dict[str, Any]) -> Update:
    """A raw update as the library reads it. Of the message that was tapped or quoted only the name is kept:
    reading its buttons back costs more than all the rest (measured). Raises whatever a malformed one causes."""
    lean = dict(raw)
    for kind, inner in (("callback_query", "message"), ("message", "reply_to_message")):
        told = lean.get(kind)
        if isinstance(told, dict) and isinstance(told.get(inner), dict):
            named = {name: value for name, value in told[inner].items() if name in _NAMING}
            lean[kind] = {**told, inner: named}
    return Update.de_json(lean, None)


def plain_tap(raw: dict[str, Any]) -> Said | None:
    """A tap in a private chat, read without the library, which takes a sixth of a whole turn to do so
    (measured); None for whatever is less plain than that."""
    match raw:
        case {
            "update_id": int(id),
            "callback_query": {
                "id": str(tap),
                "from": {"id": int(person), "is_bot": False, **about},
                "message": {"message_id": int(message), "chat": {"type": Chat.PRIVATE}},
                "data": str(choice),
            },
        }:
            hint = about.get("language_code")
            return _tapped(id, tap, person, choice, message, hint) if hint is None or isinstance(hint, str) else None
        case _:
            return None


def heard(update: Update, me: Me) -> Heard | None:
    """What an update means to us; None for what is not for us, or says nothing."""
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.message is not None:
        return _message(update.update_id, update.message, me)
    if update.edited_message is not None:
        return _edit(update.update_id, update.edited_message, me)
    if update.my_chat_member is not None:
        return _standing(update.my_chat_member)
    return None


def address_of(chat: object) -> Address:
    """Where a chat is answered."""
    return Address(NAME, _number(chat))


def _number(id: object) -> str:
    """An id as text. The library takes whatever comes for one."""
    if not isinstance(id, int) or isinstance(id, bool):
        raise TypeError
    return str(id)


def _words(text: object) -> str:
    """A text, or nothing if there is none."""
    if text is not None and not isinstance(text, str):
        raise TypeError
    return text or ""


def _tap(id: int, query: CallbackQuery) -> Heard:
    chat = query.message.chat if query.message is not None else None
    if query.from_user.is_bot or (chat is not None and chat.type != Chat.PRIVATE):
        # A room has no buttons of ours that call back: whatever this is, it is nobody's answer.
        return Tapped(query.id)
    message = query.message.message_id if query.message is not None else None
    return _tapped(id, query.id, query.from_user.id, _words(query.data), message, query.from_user.language_code)


def _tapped(id: int, tap: str, person: int, choice: str, message: int | None, hint: str | None) -> Said:
    replies_to = f"{RECEIPT}{_number(message)}" if message is not None else None
    author = _number(person)
    inbound = Inbound(
        Address(NAME, author), str(id), author, choice=choice, kind="choice", replies_to=replies_to, hint=_words(hint)
    )
    return Said(inbound, tap)


def _message(id: int, message: Message, me: Me) -> Heard | None:
    if message.migrate_to_chat_id is not None:
        return Renamed(address_of(message.chat.id), address_of(message.migrate_to_chat_id))
    if message.migrate_from_chat_id is not None:
        return Renamed(address_of(message.migrate_from_chat_id), address_of(message.chat.id))
    author = _person(message)
    if author is None:
        return _nameless(message, me)
    if message.chat.type != Chat.PRIVATE:
        return _in_room(id, message, author, me)
    kind = _kind(message)
    if kind is None:
        return None
    text = message.text or ""
    return Said(_inbound(id, message, author, _started(text), kind))


def _nameless(message: Message, me: Me) -> Nameless | None:
    """An administrator speaks in the name of the room itself; nothing of what they say leaves this function."""
    behind, quoted = message.sender_chat, message.reply_to_message
    if behind is None or quoted is None or behind.id != message.chat.id or not _quotes(message, me):
        return None
    room = address_of(message.chat.id)
    return Nameless(room, f"{RECEIPT}{_number(quoted.message_id)}", f"nameless/{room.peer}/{message.date:%Y-%m-%d}")


def _started(text: str) -> str:
    """What follows « /start » comes from a link that anyone can forge: only a gathering, which is public, is read."""
    if found := _GATHERING.fullmatch(text):
        return f"{START} {found[1].lower()}"
    return START if _START.match(text) else text


def _person(message: Message) -> User | None:
    """Who wrote, if it is a person: no channel, no anonymous administrator, no other bot."""
    author = message.from_user
    return None if author is None or author.is_bot or message.sender_chat is not None else author


def _inbound(id: int, message: Message, author: User, text: str, kind: str, *, private: bool = True) -> Inbound:
    quoted = message.reply_to_message
    return Inbound(
        address_of(message.chat.id),
        str(id),
        _number(author.id),
        _words(text),
        kind=kind,
        replies_to=f"{RECEIPT}{_number(quoted.message_id)}" if quoted is not None else None,
        hint=_words(author.language_code),
        sent_at=message.date,
        private=private,
        file=_file(message) if private else None,
    )


def _file(message: Message) -> Enclosed | None:
    """The picture in its largest form, or the document."""
    sent = message.photo[-1] if message.photo else message.document
    return Enclosed(_words(sent.file_id), sent.file_size or 0) if sent is not None else None


def _kind(message: Message) -> str | None:
    """What kind of message it is; None if nobody says it."""
    if message.text is not None:
        return "text" if message.forward_origin is None else FORWARD
    if found := next((kind for kind in _KINDS if getattr(message, kind)), None):
        return found
    # Anything else that is sent, or that this library does not know yet, deserves an answer.
    spoken = any(getattr(message, name) for name in _SENT) or message.api_kwargs
    return "other" if spoken else None


def _in_room(id: int, message: Message, author: User, me: Me) -> Heard | None:
    """In a group only what is addressed to the bot is read, and nothing of it but the command; or all that answers
    words passed on."""
    if message.new_chat_members or _is_for_another(message, me):
        return None
    addressed = _addressed(id, message, author, me)
    kind = _kind(message) if _quotes(message, me) else None
    if kind is None:
        return addressed
    words = _inbound(id, message, author, message.text or "", kind, private=False)
    return Replied(words, addressed.inbound if addressed is not None else None)


def _is_for_another(message: Message, me: Me) -> bool:
    command = _COMMAND.match(message.text or "")
    named = command["bot"] if command is not None else None
    return named is not None and named.casefold() != me.username.casefold()


def _addressed(id: int, message: Message, author: User, me: Me) -> Said | None:
    if message.text is None:
        return None
    command = _COMMAND.match(message.text)
    if command is not None:
        return Said(_inbound(id, message, author, command[0], "text", private=False))
    if _is_to(message, me):
        return Said(_inbound(id, message, author, START, "text", private=False))
    return None


def _is_to(message: Message, me: Me) -> bool:
    if _quotes(message, me):
        return True
    return re.search(rf"(?<!\w)@{re.escape(me.username)}(?!\w)", message.text or "", re.IGNORECASE) is not None


def _quotes(message: Message, me: Me) -> bool:
    quoted = message.reply_to_message
    return quoted is not None and quoted.from_user is not None and quoted.from_user.id == me.id


def _edit(id: int, message: Message, me: Me) -> Heard | None:
    """A corrected text, if it is recent; a moving location is edited all the time, and says nothing."""
    author = _person(message)
    if author is None or message.text is None or message.edit_date is None:
        return None
    if message.edit_date - message.date > EDIT_LASTS:
        return None
    if message.chat.type != Chat.PRIVATE:
        corrected = _inbound(id, message, author, message.text, "edit", private=False)
        return Replied(corrected) if _quotes(message, me) else None
    return Said(_inbound(id, message, author, message.text, "edit"))


def _standing(change: ChatMemberUpdated) -> Heard | None:
    address, before, after = address_of(change.chat.id), change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type == Chat.PRIVATE:
        return Refused(address, after == ChatMember.BANNED)
    if change.chat.type == Chat.CHANNEL or (before in _IN_CHAT) == (after in _IN_CHAT):
        return None
    return Joined(address, _number(change.from_user.id)) if after in _IN_CHAT else Left(address)


def strange(update: Update) -> str | None:
    """The name of a type of update that this library does not know."""
    if any(getattr(update, name, None) is not None for name in Update.ALL_TYPES):
        return None
    name = next(iter(update.api_kwargs), "")
    return f"unknown:{name}" if _TYPE.fullmatch(name) else "unknown"
