"""What the command line says before, or without, a pack: the common texts in the first language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle

from handlers.fluent_texts import Texts, parsed

COMMON = Path(__file__).resolve().parent.parent / "content" / "common"
LANGUAGE = "fr"


@cache
def _texts() -> Texts:
    # A blank line between two files, so that the end of one never continues in the next.
    return parsed("\n\n".join(path.read_text(encoding="utf-8") for path in sorted(COMMON.glob(f"*.{LANGUAGE}.ftl"))))


@cache
def _bundle() -> FluentBundle:
    """Made when a sentence first has something set in it: its data are slow to read, and large."""
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    bundle.add_resource(_texts().resource, allow_overrides=True)
    return bundle


def sentence(name: str, /, **values: object) -> str:
    """The common sentence of this name, or the bare name if there is none."""
    texts = _texts()
    if name not in texts.filled:
        return texts.bare.get(name, name)
    bundle = _bundle()
    pattern = bundle.get_message(name).value
    assert pattern is not None
    return str(bundle.format_pattern(pattern, values)[0])
