"""What is kept of the people of a conversation in memory, as the storage would say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.effects import Agree, Effect, Withdraw
from handlers.rights import Said


@dataclass(frozen=True)
class RightsOf:
    """The questions about the rights of one person."""

    said_last: Mapping[str, Said]
    counted: Mapping[str, int]
    recipes: tuple[str, ...] = ("sheet:1", "export:1")

    def said(self) -> tuple[Said, ...]:
        return tuple(self.said_last.values())

    def counts(self) -> Mapping[str, int]:
        return self.counted

    def file(self) -> tuple[str, ...]:
        return self.recipes


def written(said: dict[str, Said], effect: Effect, now: datetime) -> None:
    """What a turn said of a purpose, as the shell writes it."""
    if isinstance(effect, Agree | Withdraw):
        said.pop(effect.purpose, None)
        said[effect.purpose] = Said(effect.purpose, isinstance(effect, Agree), now, "terminal")
