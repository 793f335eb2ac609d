"""Writes replies as Matrix shows them: plain text that says everything, and the same with lists. No I/O."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from html import escape
from typing import Any

from bot.formats import File
from bot.plain import LETTERED, numbered, pieces, plain
from handlers.messages import Choice, Reply

LONGEST_TEXT = 5_000
"""Characters of one message."""

SHORTEST_TEXT = 600
"""And of a piece of it: what is too large then is not so for its text, and would never fit."""

LARGEST = 46_000
"""Bytes of one message: an event holds 64 KiB once encrypted, which adds a third. What is not ASCII is written
as six of them, in the text and in its HTML: there are fewer characters in a message that is full of it."""

QUIET = "m.notice"
RINGING = "m.text"
_PARAGRAPHS = re.compile(r"\n{2,}")

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a message goes: whom it must ring for, in which thread, and what is added under it in a room."""

    person: str | None = None
    thread: str | None = None
    link: tuple[str, str] | None = None


def contents(kind: str, reply: Reply, placed: Placed) -> list[Content]:
    """The messages that say this reply; its choices are under the last one."""
    found, longest = _pieces(kind, reply, placed, LONGEST_TEXT), LONGEST_TEXT
    while longest > SHORTEST_TEXT and any(len(json.dumps(content)) > LARGEST for content in found):
        longest //= 2
        found = _pieces(kind, reply, placed, longest)
    return found


def _pieces(kind: str, reply: Reply, placed: Placed, longest: int) -> list[Content]:
    parts = pieces(reply.text, longest)
    return [
        _content(kind, Reply(text, reply.choices if number == len(parts) else ()), placed, last=number == len(parts))
        for number, text in enumerate(parts, 1)
    ]


def transaction(key: str, number: int = 0, text: str = "") -> str:
    """The name of one piece for the server, which for a day drops what it saw under the same name: the same row that
    says the same `text`. Where an older copy was put back, new rows get keys again that others have had."""
    return hashlib.sha256(f"{key}#{number}#{text}".encode()).hexdigest()


def _content(kind: str, reply: Reply, placed: Placed, *, last: bool) -> Content:
    rings = kind != "reply" and placed.person is not None
    body, html = plain(kind, reply), _html(kind, reply)
    if last and placed.link is not None:
        label, url = placed.link
        body += f"\n{label} : {url}"
        html += f'<p><a href="{escape(url)}">{escape(label)}</a></p>'
    content: Content = {
        "msgtype": RINGING if rings else QUIET,
        "body": body,
        "format": "org.matrix.custom.html",
        "formatted_body": html,
        # Said even when it is empty: without it, clients ring for a name that they find in the text.
        "m.mentions": {"user_ids": [placed.person]} if rings else {},
    }
    if placed.thread is not None:
        content["m.relates_to"] = {"rel_type": "m.thread", "event_id": placed.thread}
    return content


def instead(content: Content, of: str) -> Content:
    """What changes a message of ours; clients that cannot change it show the new words under a star."""
    new = {name: value for name, value in content.items() if name != "m.relates_to"}
    shown = {**new, "body": f"* {content['body']}", "formatted_body": f"* {content['formatted_body']}"}
    return {**shown, "m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": of}}


def attached(file: File, uri: str, keys: dict[str, Any] | None) -> Content:
    """The message that gives a file; `keys` open it where it is encrypted."""
    where: Content = {"file": {**keys, "url": uri}} if keys else {"url": uri}
    info = {"mimetype": file.media_type.partition(";")[0], "size": len(file.content)}
    named: Content = {"msgtype": "m.file", "body": file.name, "filename": file.name, "info": info}
    if file.alt and file.media_type.startswith("image/"):
        # Without a name of its own, the body is what is read to those who do not see it.
        named = {"msgtype": "m.image", "body": file.alt, "info": info}
    return {**named, "m.mentions": {}, **where}


def _html(kind: str, reply: Reply) -> str:
    said = [f"<p>{_lines(paragraph)}</p>" for paragraph in _PARAGRAPHS.split(reply.text) if paragraph.strip()]
    return "".join(said) + _choices(kind, reply.choices)


def _choices(kind: str, choices: tuple[Choice, ...]) -> str:
    if not choices:
        return ""
    if kind not in LETTERED:
        return "<ol>{}</ol>".format("".join(f"<li>{escape(choice.label)}</li>" for choice in choices))
    # Lists of letters are not among what clients show.
    return "<p>{}</p>".format("<br>".join(f"{sign}. {escape(label)}" for sign, label in numbered(kind, choices)))


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
