"""How long things are kept, and when one is written to first: one value each, read by the code and by the texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Durations:
    """`hours_without_yes`: silence after which answers are erased (domain.md 8.5); `days_with_keep`:
    the same after a yes to keep them; `nudge_hours`: silence after which the one nudge leaves;
    `quiet_from` and `quiet_to`: hours of the territory between which nothing unasked is sent."""

    hours_without_yes: int = 24
    days_with_keep: int = 30
    nudge_hours: int = 24
    quiet_from: int = 20
    quiet_to: int = 8
    months_with_role: int = 13
    """Silence after which someone who holds a role is erased too (domain.md 8.5)."""
    pause_hours: int = 1
    """Silence after which a message that is no answer is taken for a return."""
