"""What a person may ask about what is kept of them, beside their conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Said:
    """The last word of this person on one purpose."""

    purpose: str
    granted: bool
    at: datetime
    channel: str


class RightsQuestions(Protocol):
    """What is kept of the person of this turn."""

    def said(self) -> tuple[Said, ...]:
        """Their last word on each purpose, the oldest first."""
        ...

    def counts(self) -> Mapping[str, int]:
        """How many rows each table holds of them; a table without any is absent."""
        ...

    def file(self) -> tuple[str, ...]:
        """The recipes of the files that hold all of it; none if nothing is kept."""
        ...


@dataclass(frozen=True, slots=True)
class NoRights:
    """Nothing is kept."""

    def said(self) -> tuple[Said, ...]:
        """None."""
        return ()

    def counts(self) -> Mapping[str, int]:
        """None."""
        return {}

    def file(self) -> tuple[str, ...]:
        """None."""
        return ()
