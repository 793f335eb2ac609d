"""Says what is wrong with a configuration: one line for each fault, with what is expected, never a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from pydantic import ValidationError

from bot.settings import LONGEST, Section, allowed, bounds, expected, sections

# Said before any pack is read, hence from the common texts and in the first language only.
SENTENCES = Path(__file__).parent.parent / "content" / "common" / "texts.settings.fr.ftl"

_NAMES = {
    "bool_type": "settings-yes-no",
    "int_type": "settings-number",
    "greater_than_equal": "settings-number",
    "less_than_equal": "settings-number",
    "literal_error": "settings-one-of",
    "model_type": "settings-section",
    "model_attributes_type": "settings-section",
    "string_too_long": "settings-too-long",
    "string_type": "settings-text",
    "tuple_type": "settings-list",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct: where, which sentence, and what the sentence needs."""

    where: str
    name: str
    values: Mapping[str, str] = field(default_factory=dict)


class SettingsRefused(Exception):
    """The configuration cannot be used; `lines` says everything that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        self.lines = tuple(_said(self.faults))
        super().__init__("\n".join(self.lines))


def _said(faults: Iterable[Fault]) -> Iterator[str]:
    bundle = FluentBundle(["fr"], use_isolating=False)
    bundle.add_resource(FluentResource(SENTENCES.read_text(encoding="utf-8")))
    for fault in faults:
        pattern = bundle.get_message(fault.name).value
        assert pattern is not None
        said, _ = bundle.format_pattern(pattern, dict(fault.values))
        yield f"{fault.where}: {said}"


def faults_of(error: ValidationError, where: Callable[[tuple[str, ...]], str]) -> Iterator[Fault]:
    """What pydantic refused, in our words."""
    for each in error.errors(include_input=False, include_url=False):
        location = tuple(str(part) for part in each["loc"])
        if each["type"] in ("settings-needed", "settings-plain"):
            location += (str(each["ctx"]["key"]),)
            name, values = str(each["type"]), dict[str, str]()
        else:
            name, values = _of(each["type"], location)
        yield Fault(where(location), name, values)


def _of(kind: str, location: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    section = sections().get(location[0])
    if kind == "extra_forbidden":
        return _unknown(location, section)
    name = _NAMES.get(kind, "settings-text")
    if section is None or len(location) == 1:
        return name, {"section": location[0]}
    if kind == "string_pattern_mismatch":
        name = expected(section, location[1]) or name
    least, most = bounds(section, location[1])
    choices = ", ".join(allowed(section, location[1]))
    return name, {"least": least, "most": most, "choices": choices, "longest": str(LONGEST)}


def _unknown(location: tuple[str, ...], section: type[Section] | None) -> tuple[str, dict[str, str]]:
    if section is None:
        return "settings-unknown-section", {"known": ", ".join(sections())}
    close = get_close_matches(location[-1], section.model_fields, n=1)
    if close:
        return "settings-unknown-close", {"close": close[0]}
    return "settings-unknown", {"known": ", ".join(section.model_fields)}
