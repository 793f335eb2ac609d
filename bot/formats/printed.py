"""A page as PDF or as a picture, where typst is installed; else as a page that any browser prints."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.formats import File

HERE = Path(__file__).parent
PDF_TYPE, PNG_TYPE, HTML_TYPE = "application/pdf", "image/png", "text/html; charset=utf-8"
_POINTS_PER_INCH = 144.0


def can_print() -> bool:
    """True where typst, an extra of the package, is installed."""
    return find_spec("typst") is not None


def pdf(name: str, template: str, data: Mapping[str, Any]) -> File:
    """A tagged PDF (PDF/UA-1), that screen readers read in order."""
    return File(f"{name}.pdf", PDF_TYPE, _typst(template, data, format="pdf", pdf_standards=["ua-1"]))


def png(name: str, template: str, data: Mapping[str, Any]) -> File:
    """The same page as a picture, for what takes pictures only."""
    return File(f"{name}.png", PNG_TYPE, _typst(template, data, format="png", ppi=_POINTS_PER_INCH))


def html(name: str, template: str, data: Mapping[str, Any]) -> File:
    """The same as a page of its own, with everything in it."""
    return File(f"{name}.html", HTML_TYPE, _environment().get_template(f"{template}.html").render(**data).encode())


def _typst(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    import typst

    # What people wrote goes in as data: none of it is ever read as markup.
    made = typst.compile(
        (HERE / f"{template}.typ").read_bytes(), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, **options
    )
    assert isinstance(made, bytes)
    return made


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
