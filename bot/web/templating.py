"""Makes pages from the templates beside this file: every value is escaped, one that is missing is an error."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from bot.web.asked import Asked, languages
from bot.web.shown import Speaker
from handlers.direction import RIGHT_TO_LEFT
from handlers.layout import capital

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "templates"


@cache
def _templates() -> Environment:
    # Read at the first page: most bots have people to answer before anybody looks.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # Letters as they are; what could end a <script> is still escaped.
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return made


@cache
def style() -> tuple[str, bytes]:
    """The style sheet, and the address that changes when it does."""
    sheet = (_FOLDER / "agenda.css").read_bytes()
    return f"/agenda.css?v={sha256(sheet).hexdigest()[:12]}", sheet


def page(
    name: str,
    speaker: Speaker,
    asked: Asked,
    *,
    title: str,
    description: str,
    address: str,
    base: str,
    **values: object,
) -> bytes:
    """A page. `address`: its own path, `base`: where the pages are served, if that is known; `values`: what the
    template names besides."""
    common = {
        "ask": asked,
        "say": speaker.say,
        "language": speaker.language,
        "site": speaker.written(speaker.guide.pack.territory.name),
        "style": style()[0],
        "direction": "rtl" if speaker.language in RIGHT_TO_LEFT else "ltr",
        "others": [_other(language, asked, address) for language in languages(speaker.guide.pack)],
        "title": title,
        "description": description,
        "address": asked.here(address) if address else "",
        "base": base,
        "here": "",
    }
    return _templates().get_template(name).render({**common, **values}).encode()


def piece(template: str, /, **values: object) -> bytes:
    """A page, or a part of one, that has a frame of its own: `values` are all that it names."""
    return _templates().get_template(template).render(values).encode()


def _other(language: str, asked: Asked, address: str) -> dict[str, str]:
    name = str(Locale.parse(language).get_language_name(language))
    link = asked.here(address or "/agenda", language=language, chosen=True)
    return {"language": language, "name": capital(name), "link": link}
