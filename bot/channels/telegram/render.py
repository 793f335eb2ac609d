"""Writes replies as Telegram shows them: plain text in pieces that fit, and buttons in rows. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from telegram import InputFile

from bot.channels import Outgoing
from bot.formats import File
from bot.plain import pieces as cut
from handlers.messages import Choice

LONGEST_TEXT = 4096
"""Code points of one message."""

LONGEST_CAPTION = 1024
"""UTF-16 units of the text under a picture."""

LONGEST_LABEL = 20
"""Two buttons with longer labels do not fit side by side on a small screen."""

MOST_BUTTONS = 100
# What ends a question or leaves it stands apart, under the answers.
_LAST = ("done", "skip", "back")
_NO_PREVIEW = {"is_disabled": True}

Params = dict[str, Any]


def pieces(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The text in pieces that fit."""
    return cut(text, longest)


def keyboard(choices: Sequence[Choice]) -> Params:
    """The choices as buttons under the message."""
    return {"inline_keyboard": [[_button(choice) for choice in row] for row in _rows(choices[:MOST_BUTTONS])]}


def _button(choice: Choice) -> Params:
    return {"text": choice.label, "callback_data": choice.id}


def _rows(choices: Sequence[Choice]) -> Iterator[Sequence[Choice]]:
    answers = [choice for choice in choices if not _is_last(choice)]
    width = 1 if any(len(choice.label) > LONGEST_LABEL for choice in answers) else 2
    for start in range(0, len(answers), width):
        yield answers[start : start + width]
    for choice in choices:
        if _is_last(choice):
            yield [choice]


def _is_last(choice: Choice) -> bool:
    return choice.id.rpartition(":")[2] in _LAST


def link(label: str, url: str) -> Params:
    """One button that opens an address."""
    return {"inline_keyboard": [[{"text": label, "url": url}]]}


def message(peer: str, text: str, markup: Params | None) -> Params:
    """The parameters of a message; its text is shown as it is, with nothing to escape."""
    params: Params = {"chat_id": int(peer), "text": text, "link_preview_options": _NO_PREVIEW}
    if markup is not None:
        params["reply_markup"] = markup
    return params


def to(peer: str) -> Params:
    """Whom a file is for."""
    return {"chat_id": int(peer)}


def way_of(file: File) -> tuple[str, str]:
    """The method that gives a file, and the name of its parameter: a picture that is told in words is shown."""
    if file.alt and file.media_type.startswith("image/"):
        return "sendPhoto", "photo"
    return "sendDocument", "document"


def upload(file: File) -> InputFile:
    """The file itself."""
    return InputFile(file.content, filename=file.name)


def name_of(sent: Params, field: str) -> str:
    """What the server calls the file that it was given; empty if it does not say."""
    held = sent.get(field)
    largest = held[-1] if isinstance(held, list) and held else held
    return str(largest.get("file_id", "")) if isinstance(largest, dict) else ""


def captioned(outgoing: Outgoing, markup: Params | None) -> Params:
    """The text of a message, under its file."""
    params = {**to(outgoing.address.peer), "caption": outgoing.reply.text}
    return {**params, "reply_markup": markup} if markup is not None else params


def with_text(outgoing: Outgoing) -> File | None:
    """The one file that goes in the same message as the text: told in words, the same for many, and short enough."""
    if len(outgoing.files) != 1 or not outgoing.files[0].same:
        return None
    units = len(outgoing.reply.text.encode("utf-16-le")) // 2
    return outgoing.files[0] if 0 < units <= LONGEST_CAPTION else None


def is_room(peer: str) -> bool:
    """True for a chat of several people: their numbers are negative."""
    return peer.startswith("-")
