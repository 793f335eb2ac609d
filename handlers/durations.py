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
    months_of_silence: int = 13
    """Silence after which someone who is a member, holds a role or said yes to be written to is erased too."""
    days_before_ending: tuple[int, ...] = (30, 7)
    """Before that erasure they are told, this many days ahead, the longest first."""
    pause_hours: int = 1
    """Silence after which a message that is no answer is taken for a return."""
    hours_of_replies: int = 24
    """The text of an answer in the ledger, at most; the next message erases it before."""
    days_of_texts: int = 30
    """The other texts of the ledger, the ids of messages, and what could not be handled."""
    days_of_backups: int = 35
    """Copies of the database: the operator keeps none longer, and erasures are remembered as long."""
    months_of_journal: int = 12
    """The uses of roles, at least."""
    months_of_intake: int = 13
    """The records of finished orientations, which are nobody's: from then on only what they add up to is kept."""
    months_of_logs: int = 6
    """Technical logs, at most: the operator's part."""

    @property
    def days_of_silence(self) -> int:
        """The same as `months_of_silence`, in days."""
        return self.months_of_silence * 365 // 12
