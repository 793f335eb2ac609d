"""What a turn may cause to the figures of a year that are entered by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EnterFigure:
    """Keep this number for this figure of this year, instead of a former one; an empty one takes the former away.
    Who wrote it is the role alone."""

    year: int
    figure: str
    value: str
    role: str
    network: str


YearlyEffect = EnterFigure
