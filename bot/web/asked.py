"""What the address of a public page asks for: a language, and which gatherings. What it may not ask is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from handlers.pack import Pack

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")
_WRITTEN = "\nagenda-title ="
_LONGEST_HEADER = 500
_MOST_LANGUAGES = 20


class NotThere(Exception):
    """There is no such page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`chosen`: the language was asked for by the address, so that links keep it. `month`: `2026-12`. Pages count
    from 1."""

    language: str
    chosen: bool = False
    network: str = ""
    series: str = ""
    month: str = ""
    page: int = 1

    def link(self, path: str, **changes: object) -> str:
        """The address of another page in the same language, with what is asked there."""
        other = replace(Asked(self.language, self.chosen), **changes)  # type: ignore[arg-type]  # names checked by replace
        wanted = {
            "network": other.network,
            "series": other.series,
            "month": other.month,
            "page": str(other.page) if other.page > 1 else "",
            "lang": other.language if other.chosen else "",
        }
        query = urlencode({name: value for name, value in wanted.items() if value})
        return f"{path}?{query}" if query else path

    def here(self, path: str, **changes: object) -> str:
        """The address of the same list, but for these changes."""
        kept = {"network": self.network, "series": self.series, "month": self.month, "page": self.page}
        return self.link(path, **{**kept, **changes})


def asked(pack: Pack, query: Sequence[tuple[str, str]], accepted: str) -> Asked:
    """What is asked; raises NotThere for what the pack does not have. Words that mean nothing here are left out."""
    found = {name: value for name, value in query if value}
    language = found["lang"] if found.get("lang") in languages(pack) else ""
    return Asked(
        language or spoken(accepted, languages(pack)),
        bool(language),
        _one_of(found.get("network", ""), pack.network_by_id),
        _one_of(found.get("series", ""), pack.gatherings.series_by_id),
        _like(_MONTH, found.get("month", "")),
        int(_like(_PAGE, found.get("page", "")) or 1),
    )


def languages(pack: Pack) -> tuple[str, ...]:
    """Those of the public pages: the languages of the pack, and those of courtesy in which the pages are written."""
    courtesy = (each for each in pack.territory.courtesy if _WRITTEN in f"\n{pack.texts.get(each, '')}")
    return (*pack.territory.languages, *courtesy)


def _one_of(value: str, known: object) -> str:
    if value and value not in known:  # type: ignore[operator]  # a set or a mapping
        raise NotThere
    return value


def _like(pattern: re.Pattern[str], value: str) -> str:
    if value and not pattern.fullmatch(value):
        raise NotThere
    return value


def spoken(accepted: str, languages: Sequence[str]) -> str:
    """The language of ours that a browser would rather read (Accept-Language), else the first."""
    wanted = [part.partition(";") for part in accepted[:_LONGEST_HEADER].split(",")[:_MOST_LANGUAGES]]
    ranked = sorted(((_weight(rest), tag.strip().casefold()) for tag, _, rest in wanted), key=lambda each: -each[0])
    for weight, tag in ranked:
        if weight > 0 and tag.partition("-")[0] in languages:
            return tag.partition("-")[0]
    return languages[0]


def _weight(said: str) -> float:
    found = re.fullmatch(r"\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*", said)
    return float(found[1]) if found else (0.0 if said.strip() else 1.0)
