"""« Affiche »: one page for a gathering or for the bot, with pictures that phones read and the same in letters."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.formats import File, Making, language_of
from bot.formats.printed import PNG_TYPE, can_print, html, pdf, png
from handlers.messages import Address
from handlers.posters import BOT, PDF, PNG, Poster, of_bot, of_gathering
from handlers.reading import reader
from storage.gatherings import one
from storage.play import Scene
from storage.questions.ours import OwnAnswers

_TEMPLATE = "poster"
_BORDER, _SCALE, _ON_PAPER = 4, 12, 2
"""Of a picture with a code: blank modules around it, as readers need, points of each module, and blank modules on a
page that is white around it."""


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> Making | None:
    """`poster:<gathering>.pdf`, `poster:<gathering>.png`, and the same of `bot`: public, like what they say."""
    id, _, form = what.partition(".")
    context = reader(scene.guide, language_of(connection, to), scene.now)
    names = OwnAnswers(connection).names()
    if id == BOT:
        poster = of_bot(context, names)
    else:
        gathering = one(connection, int(id)) if id.isdecimal() else None
        if gathering is None or not gathering.takes_place:
            return None
        poster = of_gathering(context, gathering, names)
    name = f"{context.say('poster-file')}-{id}"
    return partial(made, poster, form or PDF, name, context.say("poster-no-pdf"))


def made(poster: Poster, form: str, name: str, note: str) -> File:
    """The page in one of its forms; `note` is said beside it where only a browser can print it."""
    if not can_print():
        return _picture(poster, name) if form == PNG and poster.ways else html(name, _TEMPLATE, _page(poster, note))
    return (png if form == PNG else pdf)(name, _TEMPLATE, _data(poster, _svg))


def _data(poster: Poster, picture: Callable[[str], str]) -> dict[str, Any]:
    ways = [{"picture": picture(way.url), "said": way.said, "alt": way.alt} for way in poster.ways]
    return {**asdict(poster), "ways": ways}


def _page(poster: Poster, note: str) -> Mapping[str, Any]:
    return {**_data(poster, _inline), "note": note}


def _picture(poster: Poster, name: str) -> File:
    """The code alone."""
    held = io.BytesIO()
    _code(poster.ways[0].url).save(held, kind="png", scale=_SCALE, border=_BORDER)
    return File(f"{name}.png", PNG_TYPE, held.getvalue())


def _svg(url: str) -> str:
    held = io.BytesIO()
    _code(url).save(held, kind="svg", border=_ON_PAPER, xmldecl=False, light="#fff")
    return held.getvalue().decode()


def _inline(url: str) -> str:
    return str(_code(url).svg_data_uri(border=_ON_PAPER, light="#fff"))


def _code(url: str) -> Any:
    import segno

    # A quarter of it may be torn or dirty.
    return segno.make(url, error="q", micro=False)
