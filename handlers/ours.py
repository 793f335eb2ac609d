"""What the bot itself is called, where people look for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from handlers.messages import NO_ANSWERS

TELEGRAM, MATRIX = "telegram", "matrix"


class OwnQuestions(Protocol):
    """What the bot is called."""

    def names(self) -> Mapping[str, str]:
        """Its name on each channel where it has run: as people look for it there."""
        ...


@dataclass(frozen=True, slots=True)
class NoOwn:
    """What is answered where it runs nowhere."""

    def names(self) -> Mapping[str, str]:
        """None."""
        return NO_ANSWERS
