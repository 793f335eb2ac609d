"""HTML as Telegram reads it: plain text and entities, or the refusal that names the byte."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.fake_telegram.refusals import Json, Refusal, bad

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
LETTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPECIAL = re.compile(r"[<&]")
ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)\s*(?:=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]*(?=[\s>])))?""")


def units(text: str) -> int:
    """The length that Telegram counts entities in: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def decoded(match: re.Match[str]) -> str:
    """The letter that an entity stands for, or nothing."""
    if match[3]:
        return LETTERS[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF else ""


@dataclass(slots=True)
class Opened:
    """A tag that waits for its end."""

    name: str
    start: int
    attributes: dict[str, str]


@dataclass(slots=True)
class Reader:
    """One text being read."""

    source: str
    at: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    open: list[Opened] = field(default_factory=list)
    found: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        """The plain text and its entities, in order."""
        while mark := SPECIAL.search(self.source, self.at):
            self.keep(self.source[self.at : mark.start()])
            self.at = mark.start()
            if mark.group() == "&":
                self.letter()
            elif self.source.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        self.keep(self.source[self.at :])
        if self.open:
            raise self.error(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"', byte=None)
        return "".join(self.parts), sorted(self.found, key=lambda each: (each["offset"], -each["length"]))

    def keep(self, text: str) -> None:
        """Some text of the message."""
        self.parts.append(text)
        self.length += units(text)

    def letter(self) -> None:
        """`&lt;` and its kind; anything else is only an ampersand."""
        match = ENTITY.match(self.source, self.at)
        letter = decoded(match) if match else ""
        self.at = match.end() if match and letter else self.at + 1
        self.keep(letter or "&")

    def start_tag(self) -> None:
        """`<b>`, with its attributes."""
        begin = self.at
        name = self.name(begin + 1)
        if self.at >= len(self.source):
            raise self.error("Unclosed start tag", begin)
        if name not in KINDS:
            raise self.error(f'Unsupported start tag "{name}"', begin)
        attributes = self.attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(Opened(name, self.length, attributes))

    def name(self, start: int) -> str:
        """The name of a tag, and the reader after it."""
        match = NAME.match(self.source, start)
        self.at = match.end() if match else start
        return self.source[start : self.at].lower()

    def attributes(self, name: str, begin: int) -> dict[str, str]:
        """Up to the end of the tag."""
        found: dict[str, str] = {}
        while not self.source[self.at :].lstrip().startswith(">"):
            match = ATTRIBUTE.match(self.source, self.at)
            if match is None or self.at >= len(self.source) or match.end() >= len(self.source):
                raise self.error(f'Unclosed start tag "{name}"', begin)
            if not match[1]:
                raise self.error(f'Empty attribute name in the tag "{name}"', begin)
            found[match[1]] = ENTITY.sub(lambda each: decoded(each) or each.group(), (match[2] or "").strip("\"'"))
            self.at = match.end()
        self.at = self.source.index(">", self.at) + 1
        return found

    def end_tag(self) -> None:
        """`</b>`: what was between becomes an entity, unless it is empty."""
        begin = self.at
        if not self.open:
            raise self.error("Unexpected end tag", begin)
        name, expected = self.name(begin + 2), self.open[-1].name
        rest = self.source[self.at :]
        if not rest.lstrip().startswith(">"):
            raise self.error("Unclosed end tag", begin)
        if name and name != expected:
            words = f'Unmatched end tag at byte offset {self.byte(begin)}, expected "</{expected}>", found "</{name}>"'
            raise self.error(words, byte=None)
        self.at = self.source.index(">", self.at) + 1
        self.close(self.open.pop())

    def close(self, tag: Opened) -> None:
        """The entity of a tag that has ended."""
        if self.length == tag.start:
            return
        entity: Json = {"type": KINDS[tag.name], "offset": tag.start, "length": self.length - tag.start}
        if tag.name == "a":
            entity["url"] = tag.attributes.get("href", "")
        if tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
        self.found.append(entity)

    def byte(self, at: int) -> int:
        """Where the real server says that an error is."""
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def error(self, words: str, byte: int | None) -> Refusal:
        """A refusal that says where."""
        where = "" if byte is None else f" at byte offset {self.byte(byte)}"
        return bad(f"can't parse entities: {words}{where}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of a text in Telegram's HTML."""
    return Reader(source).read() if SPECIAL.search(source) else (source, [])
