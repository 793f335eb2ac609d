"""What comes in and what goes out, in plain values that every channel shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

LONGEST_TEXT = 1_000
"""Characters of a free answer that are kept (faults I11); what is beyond is never read."""

LONGEST_CHOICE = 64
"""Bytes of a choice id: what Telegram carries in a button."""

_COMBINING_KEPT = 2
# Zero-width joiners make one emoji of several; every other invisible format character is dropped.
_JOINERS = {"\u200d"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where one person (or one room) is reached: a channel and the channel's own name for them."""

    channel: str
    peer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. `id` is `<dialogue>/<step>:<value>`, at most 64 bytes; `label` is what people read."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture or a file that came with a message. `reference`: how its channel finds it again; `size` in bytes, 0 if
    the channel does not say. `kept`: what names it once its bytes are ours, `12.png`; `problem`: a word that says why
    they are not."""

    reference: str
    size: int = 0
    kept: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message received.

    `address` is where to answer; `author` the channel's name of who wrote (the peer itself when
    private). `kind` is text, choice, edit, forward (words of someone else passed on), or what cannot be
    read (sticker, photo, voice, location, contact, other). `hint` is the client's language. `replies_to`
    is the ledger key of the quoted message. `private` is false in a room of several people. `file`: what
    came with it, where it is awaited.
    """

    address: Address
    message_id: str
    author: str = ""
    text: str = ""
    choice: str | None = None
    kind: str = "text"
    replies_to: str | None = None
    hint: str | None = None
    sent_at: datetime | None = None
    private: bool = True
    file: Enclosed | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to send. `text` is plain (adapters escape it); `attachments` are recipes;
    `replaces` is the ledger key of the message that this one edits."""

    text: str
    choices: tuple[Choice, ...] = ()
    attachments: tuple[str, ...] = ()
    replaces: str | None = None


NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def clean(text: str) -> str:
    """Text as it may be stored and shown: NFC, no control, no invisible or bidirectional character,
    at most two accents on a letter, lone surrogates replaced, line ends kept, cut at LONGEST_TEXT."""
    if text.isascii() and text.isprintable():
        # Most messages, and all choices: nothing of what follows could change them.
        return text.strip()[:LONGEST_TEXT]
    text = text[: LONGEST_TEXT * 4].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    kept: list[str] = []
    accents = 0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        accents = accents + 1 if category in ("Mn", "Me") else 0
        if character in "\n\t":
            kept.append("\n" if character == "\n" else " ")
        elif (
            (category == "Cf" and character not in _JOINERS)
            or category in ("Cc", "Co", "Cn")
            or accents > _COMBINING_KEPT
        ):
            continue
        else:
            kept.append(character)
    return "".join(kept).strip()[:LONGEST_TEXT]


def cleaned(inbound: Inbound) -> Inbound:
    """The same message as it may be read: text cleaned once, at the door (faults I1 to I7)."""
    return replace(inbound, text=clean(inbound.text), choice=_sound_choice(inbound.choice))


def _sound_choice(choice: str | None) -> str | None:
    if choice is None:
        return None
    sound = clean(choice)
    return sound if len(sound.encode()) <= LONGEST_CHOICE else sound[:16] + "…"


_SPLIT = re.compile(r"^(?P<dialogue>[^/:]+)/(?P<step>[^/:]+):(?P<value>.+)$")


def choice_parts(choice: str) -> tuple[str, str, str] | None:
    """`dialogue/step:value` in three parts, or None when it is not of that form."""
    found = _SPLIT.match(choice)
    return (found["dialogue"], found["step"], found["value"]) if found else None


_DIGITS = 18
"""No number of a row is longer than what a database holds."""


def number_of(value: str) -> int | None:
    """The number that a choice carries, before a point if there is one; None if it carries none."""
    first = value.partition(".")[0]
    return int(first) if first.isascii() and first.isdecimal() and len(first) <= _DIGITS else None
