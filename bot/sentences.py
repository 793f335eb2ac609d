"""What the command line says before, or without, a pack: the common texts in the first language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

COMMON = Path(__file__).resolve().parent.parent / "content" / "common"
LANGUAGE = "fr"


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    for path in sorted(COMMON.glob(f"*.{LANGUAGE}.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")), allow_overrides=True)
    return bundle


def sentence(name: str, /, **values: object) -> str:
    """The common sentence of this name, or the bare name if there is none."""
    bundle = _bundle()
    if not bundle.has_message(name):
        return name
    pattern = bundle.get_message(name).value
    return str(bundle.format_pattern(pattern, values)[0]) if pattern else name
