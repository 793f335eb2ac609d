"""What the person of a booking was told last of its gathering, so that a change is said against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_REST = ("place", "address", "meeting_point", "ends_wall")


@dataclass(frozen=True, slots=True)
class ToldLast:
    """`start` and `end` are hours on the wall, as `2026-12-03 08:30`; all empty when nothing is known of it."""

    start: str = ""
    place: str = ""
    address: str = ""
    meeting_point: str = ""
    end: str = ""


def told_of(gathering: Any) -> Mapping[str, Any]:
    """The columns of a booking whose person is told a row of `gatherings` now."""
    held = gathering._mapping
    rest = "\n".join(" ".join(held[name].split()) for name in _REST)
    return {"told": gathering.sequence, "told_start": gathering.starts_wall, "told_place": rest}


def told_last(booking: Any) -> ToldLast:
    """What a row of `bookings` says of it."""
    rest = booking.told_place.split("\n")
    return ToldLast(booking.told_start, *rest) if len(rest) == len(_REST) else ToldLast(booking.told_start)
