"""How long to wait before a server that fails is asked again: further and further apart, with chance in between."""

from __future__ import annotations

LONGEST_PAUSE = 30.0
BREAKDOWN = 3
"""Failures in a row after which a channel is said to be down."""


def pause_after(failures: int, chance: float) -> float:
    """Seconds before the next try: about 1, 2, 4… up to half a minute, a quarter more or less."""
    return float(min(2.0 ** (failures - 1), LONGEST_PAUSE) * (0.75 + chance / 2))
