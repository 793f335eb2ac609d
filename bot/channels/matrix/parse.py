"""Reads events of Matrix: what a person wrote, chose by a reaction, corrected or took back. No I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.channels import RECEIPT
from handlers.messages import Address, Enclosed, Inbound

NAME = "matrix"
START = "!start"
BACK = "!retour"

LONGEST_ID = 255
"""Bytes of the name of an event, says the specification of Matrix (room versions, event ids)."""

CLOSED = "closed"
"""A choice that nobody offers: what was offered under that message is not known any more."""

_COMMAND = re.compile(r"[!/／][\w-]+")
# What older clients put before an answer: the quoted lines, then an empty one.
_QUOTED = re.compile(r"\A> <[^\n]*(?:\n>[^\n]*)*\n\n?")
_KINDS = {"m.image": "photo", "m.audio": "voice", "m.location": "location", "m.file": "other", "m.video": "other"}
_FILES, _OPENS = ("m.image", "m.file"), ("url", "key", "iv", "hashes")
_WRITTEN = ("m.text", "m.emote")
_VERIFICATION = "m.key.verification.request"
_KEYCAP = re.compile(r"\A([0-9])\ufe0f?\u20e3\Z")
_TEN, _SQUARED = "\U0001f51f", {"\U0001f170": "A", "\U0001f171": "B"}
_FLAG_A, _FLAG_Z = 0x1F1E6, 0x1F1FF
_SIGNS = frozenset(("\U0001f44d", "\U0001f44e", "\u2705", "\u274c"))

Source = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """Where an event comes from. `private`: nobody is there but one person and the bot, `me`."""

    id: str
    me: str
    private: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A message for the conversation; `thread` is the message under which it was written."""

    inbound: Inbound
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Replied:
    """An answer to a message in a room: `said` is read if that message passed words on, else `otherwise`."""

    said: Said
    otherwise: Said | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A message changed: `of` was sent by somebody, at some hour, which only the server knows."""

    inbound: Inbound
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reacted:
    """A sign put under a message of somebody; `sign` is what one could have typed for it."""

    inbound: Inbound
    of: str
    sign: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Something was erased by who wrote it: a message, or a reaction."""

    inbound: Inbound
    of: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """The room is closed: what follows is said in another one."""

    by: str


@dataclass(frozen=True, slots=True)
class Verifies:
    """A person wants to compare keys, which this bot cannot do."""

    address: Address


Heard = Said | Replied | Corrected | Reacted | TakenBack | Replaced | Verifies


def heard(source: Source, room: Room, now: datetime) -> Heard | None:
    """What an event means to us; None for what is not for us, or says nothing. TypeError, KeyError or
    ValueError for one that is not made as it should be."""
    if "redacted_because" in _mapping(source.get("unsigned", {})):
        return None
    kind, content = _text(source["type"]), _mapping(source["content"])
    if kind == "m.room.tombstone" and source.get("state_key") == "":
        return Replaced(_text(content["replacement_room"]))
    if _text(source["sender"]) == room.me or "state_key" in source:
        return None
    base = _inbound(source, room, now)
    match kind:
        case "m.room.message":
            return _message(base, content, room, source)
        case "m.sticker" if room.private:
            return Said(_of_kind(base, "sticker"), _thread(content))
        case "m.reaction" if room.private:
            return _reaction(base, content)
        case "m.room.redaction" if room.private:
            # The place of the name changed with the versions of rooms.
            return TakenBack(base, _named(content.get("redacts", source.get("redacts"))))
        case _:
            return None


def address_of(room: Room, person: str) -> Address:
    """Where an answer goes: the person when nobody else is there, else the room."""
    return Address(NAME, person if room.private else room.id)


def sign_of(key: str) -> str | None:
    """What one could have typed instead of a reaction: a number, a letter, a bare yes or no; None for a feeling."""
    if found := _KEYCAP.match(key):
        return found[1]
    bare = key.replace("\ufe0f", "")
    if bare == _TEN:
        return "10"
    if len(bare) == 1 and _FLAG_A <= ord(bare) <= _FLAG_Z:
        return chr(ord("A") + ord(bare) - _FLAG_A)
    if bare in _SQUARED:
        return _SQUARED[bare]
    # A thumb of any colour is a thumb.
    return bare[:1] if bare[:1] in _SIGNS else None


def _inbound(source: Source, room: Room, now: datetime) -> Inbound:
    author = _text(source["sender"])
    return Inbound(
        address_of(room, author),
        _text(source["event_id"]),
        author,
        sent_at=_instant(source.get("origin_server_ts"), now),
        private=room.private,
    )


def _instant(milliseconds: object, now: datetime) -> datetime:
    """The sender's hour, which their server may have invented: never one to come (faults I35)."""
    try:
        return min(datetime.fromtimestamp(float(str(milliseconds)) / 1000, UTC), now)
    except (ValueError, OverflowError, OSError):
        return now


def _message(base: Inbound, content: Source, room: Room, source: Source) -> Heard | None:
    kind, relation = _text(content["msgtype"]), _mapping(content.get("m.relates_to", {}))
    if kind in ("m.notice", "m.bad.encrypted"):
        return None  # what programs say is never answered (faults I28)
    if kind == _VERIFICATION:
        return Verifies(base.address) if room.private else None
    if relation.get("rel_type") == "m.replace":
        return _correction(base, content, relation)
    if not room.private:
        return _in_room(base, content, kind, room, _quoted(relation))
    if kind not in _WRITTEN:
        sent = replace(_of_kind(base, _KINDS.get(kind, "other")), file=_file(content, kind))
        return Said(sent, _thread(content))
    quoted = _quoted(relation)
    text = _text(content["body"])
    text = _QUOTED.sub("", text) if "m.in_reply_to" in relation else text
    return Said(_saying(base, text, "text", quoted), _thread(content))


def _file(content: Source, kind: str) -> Enclosed | None:
    """A picture or a file: where the server keeps it, and what opens it if it is encrypted."""
    if kind not in _FILES:
        return None
    shut = content.get("file")
    size = _mapping(content.get("info", {})).get("size", 0)
    where = {"url": _text(content["url"])} if shut is None else {name: _mapping(shut)[name] for name in _OPENS}
    return Enclosed(json.dumps(where), size if isinstance(size, int) and size > 0 else 0)


def _correction(base: Inbound, content: Source, relation: Source) -> Corrected | None:
    new = _mapping(content["m.new_content"])
    if new.get("msgtype") not in _WRITTEN or base.sent_at is None:
        return None
    return Corrected(_saying(base, _text(new["body"]), "edit"), _named(relation["event_id"]), base.sent_at)


def _reaction(base: Inbound, content: Source) -> Reacted | None:
    relation = _mapping(content["m.relates_to"])
    sign = sign_of(_text(relation["key"]))
    return Reacted(base, _named(relation["event_id"]), sign) if sign is not None else None


def _in_room(base: Inbound, content: Source, kind: str, room: Room, quoted: str | None) -> Said | Replied | None:
    """Among several people only what is addressed to the bot is read, and nothing of it but the command; or all that
    answers words passed on."""
    addressed = _addressed(base, content, room) if kind in _WRITTEN else None
    if quoted is None:
        return addressed
    if kind not in _WRITTEN:
        return Replied(Said(_saying(base, "", _KINDS.get(kind, "other"), quoted)), addressed)
    text = _QUOTED.sub("", _text(content["body"]))
    return Replied(Said(_saying(base, text, "text", quoted), _thread(content)), addressed)


def _addressed(base: Inbound, content: Source, room: Room) -> Said | None:
    text = _QUOTED.sub("", _text(content["body"]))
    if command := _COMMAND.match(text.lstrip()):
        return Said(_saying(base, command[0], "text"), _thread(content))
    mentioned = _mapping(content.get("m.mentions", {})).get("user_ids", ())
    if room.me in text or (isinstance(mentioned, list) and room.me in mentioned):
        return Said(_saying(base, START, "text"), _thread(content))
    return None


def _thread(content: Source) -> str | None:
    """The message under which it was written. What cannot be one is none: our answers carry it."""
    relation = _mapping(content.get("m.relates_to", {}))
    if relation.get("rel_type") != "m.thread":
        return None
    return _event_id(relation["event_id"])


def quoted_by(event: Source) -> str | None:
    """What an event answers, as it is on the server: also of one whose text is encrypted."""
    try:
        return _quoted(_mapping(_mapping(event["content"]).get("m.relates_to", {})))
    except (KeyError, TypeError):
        return None


def _quoted(relation: Source) -> str | None:
    """The message that this one answers; in a thread it may only be there for older clients."""
    if relation.get("is_falling_back") is True or "m.in_reply_to" not in relation:
        return None
    id = _event_id(_mapping(relation["m.in_reply_to"])["event_id"])
    return None if id is None else RECEIPT + id


def _saying(base: Inbound, text: str, kind: str, quoted: str | None = None) -> Inbound:
    return Inbound(
        base.address, base.message_id, base.author, text, None, kind, quoted, None, base.sent_at, base.private
    )


def _of_kind(base: Inbound, kind: str) -> Inbound:
    return _saying(base, "", kind)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _event_id(value: object) -> str | None:
    """The name of an event; None for what anybody may write there and no server gave: too long for an answer to carry
    it, or with signs that a database refuses."""
    id = _text(value)
    return id if id.startswith("$") and id.isprintable() and len(id.encode()) <= LONGEST_ID else None


def _named(value: object) -> str:
    if (id := _event_id(value)) is None:
        raise TypeError
    return id


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError
    return value
