"""What a turn may cause to the orientation that is followed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Follow this orientation from now on, instead of a former one; nothing if the same doors are followed already."""

    doors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SayOutcome:
    """What the person answered, and how many doors they have said closed."""

    id: int
    answer: str
    tried: int


OutcomeEffect = FollowUp | SayOutcome
