"""How long the rows that are nobody's answers are kept; answers themselves: handlers.durations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from handlers.durations import Durations

KEEP = "keep"
"""The purpose of the consent « garder mes réponses »."""


@dataclass(frozen=True, slots=True)
class Retention:
    """`replies` and `others`: texts in the ledger; `received`: ids of messages, to know one that comes
    twice; `quarantined`: messages set aside. `answers` are the durations that people read."""

    answers: Durations = field(default_factory=Durations)
    replies: timedelta = timedelta(hours=24)
    others: timedelta = timedelta(days=30)
    received: timedelta = timedelta(days=30)
    quarantined: timedelta = timedelta(days=30)

    @property
    def silence_with_role(self) -> timedelta:
        """The silence after which someone who holds a role is erased too."""
        return timedelta(days=self.answers.months_with_role * 365 // 12)

    def silence(self, keeps: bool) -> timedelta:
        """The silence after which someone's answers, address and ids are erased."""
        return timedelta(days=self.answers.days_with_keep) if keeps else timedelta(hours=self.answers.hours_without_yes)
