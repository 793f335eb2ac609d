"""Reads the Fluent texts of one language, and keeps of them only what is said or shown: their whole tree would be
the largest thing in the memory of the bot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from handlers.fluent_entries import entries


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in its text, by characters: from its comment on, its name or its fault, its sentence."""

    start: int
    at: int
    sentence: tuple[int, int]
    name: str
    comment: str
    is_junk: bool


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of a language: `bare` are those in which nothing is set, `filled` the others. `resource` holds
    what Fluent needs to say these."""

    places: tuple[Place, ...]
    bare: Mapping[str, str]
    filled: Mapping[str, ast.Pattern]
    resource: ast.Resource


@lru_cache(maxsize=64)
def parsed(source: str) -> Texts:
    """Parsing is slow, and the same text is read to check it and to say it."""
    body = entries(source)
    last = {entry.id.name: entry for entry in body if isinstance(entry, ast.Message) and entry.value is not None}
    bare = {name: text for name, entry in last.items() if (text := _bare(entry)) is not None}
    filled = {name: entry.value for name, entry in last.items() if name not in bare and entry.value is not None}
    places = tuple(_places(body))  # Before they are forgotten.
    return Texts(places, bare, filled, _needed(body, last, bare))


def _bare(message: ast.Message) -> str | None:
    """The text of a sentence in which nothing is set."""
    match message.value:
        case ast.Pattern(elements=[ast.TextElement(value=text)]):
            return str(text)
        case _:
            return None


def _places(body: list[ast.EntryType]) -> Iterator[Place]:
    for entry in body:
        start = entry.span.start if entry.span else 0
        if isinstance(entry, ast.Junk):
            span = entry.annotations[0].span if entry.annotations else None
            yield Place(start, max(start, span.start - 1) if span else start, (0, 0), "", "", is_junk=True)
        elif isinstance(entry, ast.Message):
            at = entry.id.span.start if entry.id.span else start
            said = entry.value.span if entry.value else None
            comment = (entry.comment.content or "") if entry.comment else ""
            sentence = (said.start, said.end) if said else (0, 0)
            yield Place(start, at, sentence, entry.id.name, comment, is_junk=False)


def _needed(body: list[ast.EntryType], last: Mapping[str, ast.Message], bare: Mapping[str, str]) -> ast.Resource:
    """What is not said as it is written, and what it refers to; no place, no comment."""
    kept: list[ast.EntryType] = [
        entry
        for entry in body
        if isinstance(entry, ast.Term) or (isinstance(entry, ast.Message) and (entry.attributes or not _is_bare(entry)))
    ]
    lightened = _Lightened()
    for entry in kept:
        lightened.visit(entry)
    kept += [last[name] for name in sorted(lightened.referred & bare.keys())]
    # The last of a name is the one said, whichever it is.
    return ast.Resource([entry for entry in kept if not isinstance(entry, ast.Message) or _is_last(entry, last)])


def _is_bare(message: ast.Message) -> bool:
    return _bare(message) is not None


def _is_last(message: ast.Message, last: Mapping[str, ast.Message]) -> bool:
    return last.get(message.id.name, message) is message


class _Lightened(Visitor):
    """Forgets where everything stood, and remembers to which messages it refers."""

    def __init__(self) -> None:
        self.referred: set[str] = set()

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.SyntaxNode):
            node.span = None
        if isinstance(node, ast.Message | ast.Term):
            node.comment = None
        if isinstance(node, ast.MessageReference):
            self.referred.add(node.id.name)
        super().generic_visit(node)
