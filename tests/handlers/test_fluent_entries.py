"""A Fluent text is read as its library reads it, to the character, however it is written."""

from __future__ import annotations

from typing import Any

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.packs import content, texts
from handlers.fluent_entries import entries
from handlers.texts import joined
from tests.handlers.packs import NAMES

LINES = (
    *("a = Un texte.", "b= Un autre", "c =trois  ", "d =", "e = { $x }", "f = Un { $x } deux", "g =\tquatre"),
    *("a = Encore.", "    la suite", "    .aide = Une aide", ".aide = Au bord", "   ", "", "", "", "}", "{", " "),
    *("-terme = Un terme", "# Un mot", "#", "# ", "#collé", "## Un groupe", "### Un fichier", "h = { $n ->"),
    *("    [one] un", "   *[other] des", "}  fin", "i = {", "{ a }", "j = }", "k k = v", "= v", "1 = v", "l = [un]"),
    *("m = *", "n = é\r", "\r", "o = { -terme }", "# Deux\u2028mots", "p = \u2028"),
    *("q = { $x }{$y-2}  ", "r = Un {  $x } et { $y }, puis", "s = { $x.y }", "t = { $x } }", "u = {$x", "v = {\t$x }"),
)


def seen(body: list[ast.EntryType]) -> list[tuple[Any, ...]]:
    """What there is, and where."""
    return [_seen(entry) for entry in body]


def _seen(entry: Any) -> tuple[Any, ...]:
    parts = (entry, getattr(entry, "id", None), getattr(entry, "value", None))
    places = [(part.span.start, part.span.end) for part in parts[1:] if part is not None]
    comment = getattr(entry, "comment", None)
    return type(entry).__name__, entry.span.start, places, comment.content if comment else None


def read_alike(source: str) -> None:
    """Both readings are one."""
    mine, theirs = entries(source), FluentResource(source).body
    assert seen(mine) == seen(theirs)
    assert all(one.equals(other) for one, other in zip(mine, theirs, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_the_texts_of_a_pack_are_read_alike(name: str) -> None:
    for source in joined(*texts(content() / name)).values():
        read_alike(source)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
@example("a = Un texte.\n.aide = Au bord")
@example("a = Un texte.\n  \n\n    la suite")
@example("# Un mot\n\n# Deux\na = Un texte.  \n\n")
@example("q = { $x }{$y-2}  \nr = Un {  $x } et { $y }, puis\n\ns = { $x.y }\nt = { $x } }\nv = {\t$x }")
@example("q = { $x }{$y-2}  \n  \nr = Un {  $x } et { $y }\n# Un mot\nb= { $x } {$y}")
def test_lines_in_any_order_are_read_alike(source: str) -> None:
    """A comment, a sentence that goes on, an attribute, a fault: each beside each."""
    read_alike(source)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text('ab=#{}.-[]*" \n\r\té$', max_size=40))
def test_any_text_is_read_alike(source: str) -> None:
    read_alike(source)
