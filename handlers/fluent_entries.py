"""Reads the entries of a Fluent text as its library does, several times faster: a sentence of one line in which only
values are set, as most are, needs no grammar.

The library reads the rest, by pieces. What it cannot read is read again whole, so that its fault is where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fluent.runtime import FluentResource
from fluent.syntax import ast

_VALUE = re.compile(r"\{ *\$([a-zA-Z][a-zA-Z0-9_-]*) *\}")
# On a line of its own after its comment, and what follows neither continues it nor belongs to it.
_PLAIN = re.compile(
    r"^((?:#(?: [^\n\r]*)?\n)*)([a-zA-Z][a-zA-Z0-9_-]*) *= *"
    r"((?=[^ \n\r])[^{}\n\r]*(?:\{ *\$[a-zA-Z][a-zA-Z0-9_-]* *\}[^{}\n\r]*)*)"
    r"(?=\n(?: *\n)*[^ \n\r.]|\n(?: *\n)*\Z|\Z)",
    re.MULTILINE,
)


def entries(source: str) -> list[ast.EntryType]:
    """The messages, terms, comments and faults of a text, in order; the places of what is inside a message are not
    kept, but of its name and its value."""
    found = list(_by_pieces(source))
    if any(isinstance(entry, ast.Junk) for entry in found):
        return list(FluentResource(source).body)
    return found


def _by_pieces(source: str) -> Iterator[ast.EntryType]:
    at = 0
    for plain in _PLAIN.finditer(source):
        yield from _piece(source, at, plain.start())
        yield _message(plain)
        at = plain.end()
    yield from _piece(source, at, len(source))


def _piece(source: str, start: int, end: int) -> Iterator[ast.EntryType]:
    piece = source[start:end]
    if piece.strip(" \n"):
        for entry in FluentResource(piece).body:
            _move(entry, start)
            yield entry


def _move(entry: ast.EntryType, by: int) -> None:
    parts = (entry, getattr(entry, "id", None), getattr(entry, "value", None))
    for span in {id(part.span): part.span for part in parts if part is not None and part.span}.values():
        span.start += by
        span.end += by


def _message(plain: re.Match[str]) -> ast.Message:
    comment, name, text = plain.groups()
    lines = "\n".join(line[2:] for line in comment.split("\n")[:-1])
    said = ast.Pattern(list(_elements(text.rstrip(" "))))
    message = ast.Message(ast.Identifier(name), said, comment=ast.Comment(lines) if comment else None)
    message.add_span(*plain.span())
    message.id.add_span(*plain.span(2))
    said.add_span(plain.start(3), plain.end())
    return message


def _elements(text: str) -> Iterator[ast.TextElement | ast.Placeable]:
    """Texts and names of values, by turns."""
    for number, piece in enumerate(_VALUE.split(text)):
        if number % 2:
            yield ast.Placeable(ast.VariableReference(ast.Identifier(piece)))
        elif piece:
            yield ast.TextElement(piece)
