"""What a pack says of the figures of a year that are entered by hand: their names, their units, what they mean."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from handlers.pack_parts import Identifier, Label, Part, Sentence, Short

Unit = Annotated[str, StringConstraints(max_length=12)]


class Published(Part):
    """The same figure as it was published for other years, with its two parts when it is a share."""

    shown: Short
    window: Short
    numerator: str = Field(default="", max_length=20)
    denominator: str = Field(default="", max_length=20)


class ByHand(Part):
    """One figure. `unit` is written after the number: `€`, or nothing."""

    id: Identifier
    label: Label
    unit: Unit = ""
    definition: Sentence
    echoes: tuple[Published, ...] = ()
