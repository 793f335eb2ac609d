"""What calendars write of an entry, under the names of a gathering: OpenAgenda's, Mobilizon's, anybody's."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from handlers.gathering_fields import LONGEST
from handlers.guide import Guide
from handlers.messages import clean
from handlers.places import slug
from handlers.understand import key

_USUAL = 120
_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div)\b[^<>]{0,100}>", re.IGNORECASE)
_POSTAL = re.compile(r"^\d{4,5}\s+|\s*\(\d{2,5}\)$")
_LINK = re.compile(r"https?://\S+")


def texts(guide: Guide, entry: Mapping[str, Any]) -> dict[str, str]:
    """The texts of a gathering, as far as the entry has them."""
    place, address, commune = located(guide, plain(entry.get("LOCATION")))
    found = {
        "title": plain(entry.get("SUMMARY")),
        "about": plain(entry.get("DESCRIPTION")),
        "place": place,
        "address": address,
        "commune": commune,
        "contact": plain(entry.get("CONTACT")),
        "link": link(entry),
    }
    return {name: cut(text, LONGEST.get(name, _USUAL)) for name, text in found.items() if text}


def plain(value: object) -> str:
    """A text without markup, on one line."""
    if isinstance(value, list):
        value = value[0] if value else None
    said = str(value) if value is not None else ""
    unmarked = _TAG.sub("", _BREAK.sub(" ", said)) if "<" in said else said
    return " ".join(clean(html.unescape(unmarked)).split())


def cut(text: str, longest: int) -> str:
    """A text that fits, ended at a word."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rpartition(' ')[0] or text[: longest - 1]}…"


def link(entry: Mapping[str, Any]) -> str:
    """Where one registers, or knows more: the address of the entry, or the place of what is held on a screen."""
    for name in ("URL", "LOCATION"):
        found = _LINK.fullmatch(plain(entry.get(name)))
        if found and len(found[0]) <= LONGEST["link"]:
            return found[0]
    return ""


def located(guide: Guide, said: str) -> tuple[str, str, str]:
    """A place, an address and a commune of the pack, of « Maison X, 12 rue Y, 59000 Z »."""
    if _LINK.fullmatch(said):
        return "", "", ""
    parts = [part for part in (each.strip() for each in said.split(",")) if part]
    slugs = {slug(commune.name) for commune in guide.pack.places.communes}
    communes = [slug(_POSTAL.sub("", part)) for part in parts]
    commune = next((each for each in reversed(communes) if each in slugs), "")
    # After the commune come only a region and a country.
    whole = parts[: len(parts) - 1 - communes[::-1].index(commune)] if commune else parts
    kept = [part for part in whole if not part.isdecimal()] or parts[:1]
    return (kept[0] if kept else ""), ", ".join(kept[1:]), commune


def kind_of(guide: Guide, entry: Mapping[str, Any], *, days: bool) -> str:
    """The kind of the pack that its categories name, or its title; else the only one that lasts for days, for what
    does. Nothing when it cannot be told."""
    known = guide.pack.gatherings.kinds
    names = {key(said): kind.id for kind in known for said in (kind.label, *kind.says)}
    for said in _categories(entry):
        if key(said) in names:
            return names[key(said)]
    title = f" {key(plain(entry.get('SUMMARY')))} "
    for said in sorted(names, key=len, reverse=True):
        if f" {said} " in title:
            return names[said]
    lasting = [kind.id for kind in known if kind.form == "programme"]
    return lasting[0] if days and len(lasting) == 1 else ""


def _categories(entry: Mapping[str, Any]) -> Iterable[str]:
    given = entry.get("CATEGORIES")
    for each in given if isinstance(given, list) else [given] if given is not None else []:
        yield from (str(said) for said in each.cats)
