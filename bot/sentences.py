"""What the command line says before, or without, a pack: the common texts in the first language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle

from handlers.fluent_texts import parsed

COMMON = Path(__file__).resolve().parent.parent / "content" / "common"
LANGUAGE = "fr"


@cache
def _files() -> tuple[str, ...]:
    return tuple("\n" + path.read_text(encoding="utf-8") for path in sorted(COMMON.glob(f"*.{LANGUAGE}.ftl")))


@cache
def _source(name: str) -> str:
    """The one file that says this: reading all of them takes longer than most commands. None refers to another."""
    return next((text for text in _files() if f"\n{name} =" in text), "")


@cache
def _bundle(source: str) -> FluentBundle:
    """Made when a sentence first has something set in it: its data are slow to read, and large."""
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    bundle.add_resource(parsed(source).resource, allow_overrides=True)
    return bundle


def sentence(name: str, /, **values: object) -> str:
    """The common sentence of this name, or the bare name if there is none."""
    source = _source(name)
    texts = parsed(source)
    if name not in texts.filled:
        return texts.bare.get(name, name)
    bundle = _bundle(source)
    pattern = bundle.get_message(name).value
    assert pattern is not None
    return str(bundle.format_pattern(pattern, values)[0])
