"""When the people of a network answer, as the pack says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handlers.pack_parts import Fact

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_HOUR = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
Span = Annotated[str, StringConstraints(pattern=rf"^{_HOUR}-{_HOUR}$")]
"""From an hour to another one, `09:00-12:30`, as a clock on the wall there shows them."""


class Opening(Fact):
    """The hours of each day of the week; a day that is not there is closed."""

    days: Mapping[Weekday, tuple[Span, ...]] = Field(min_length=1)
