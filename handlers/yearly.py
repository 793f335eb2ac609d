"""The figures of a year that the bot cannot know, entered by hand: what was written, by which role, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from handlers.guide import Guide
from handlers.pack_yearly import ByHand

FIRST_YEAR = 2016
"""The first year of which figures were published: nothing older is entered."""
_NUMBER = re.compile(r"([0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3})+|[0-9]{1,12})(?:[,.]([0-9]{1,2}))?")
_AROUND = re.compile(r"\s*(?:€|euros?|eur)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entered:
    """One figure of one year. `value` is a decimal number, `12500` or `12500.5`; `role` and `network` say who, `at`
    (aware) when."""

    year: int
    figure: str
    value: str
    role: str
    network: str
    at: datetime


class YearQuestions(Protocol):
    """What was entered by hand."""

    def of(self, year: int) -> Mapping[str, Entered]:
        """The figures of a year, by their names."""
        ...


class NoYears:
    """What is answered where nothing was entered."""

    def of(self, year: int) -> Mapping[str, Entered]:
        """Nothing was entered."""
        return {}


def by_hand(guide: Guide) -> tuple[ByHand, ...]:
    """The figures of a year that are entered by hand in this territory, in order."""
    return guide.pack.summary.by_hand


def number_in(text: str) -> str | None:
    """The number that a text is, `12 500,50 €` as `12500.50`; None if it is none. A comma or a point before one or
    two digits at the end is that of decimals, before three digits it groups them."""
    found = _NUMBER.fullmatch(_AROUND.sub("", text.strip()))
    if found is None:
        return None
    whole = re.sub(r"\D", "", found[1]).lstrip("0") or "0"
    cents = (found[2] or "").rstrip("0")
    return f"{whole}.{cents}" if cents else whole


def written(value: str) -> str:
    """A number as people read it here: `12 500,50`."""
    whole, _, cents = value.partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u202f")
    return f"{grouped},{cents:0<2}" if cents else grouped
