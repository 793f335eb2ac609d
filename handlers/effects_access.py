"""What a turn may cause for those who read the summary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenBilan:
    """Keep the fingerprint of a link that opens the summary once, in the browser of the person of this turn."""

    key: str


@dataclass(frozen=True, slots=True)
class ReadMondays:
    """The person of this turn gets the summary each Monday from now on, or no longer."""

    wants: bool


@dataclass(frozen=True, slots=True)
class AskSummary:
    """The person of this turn gets the last summary where they write, as soon as it is made."""


AccessEffect = OpenBilan | ReadMondays | AskSummary
