"""The durations of `handlers.durations` as spans of time, for what erases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from handlers.durations import Durations


@dataclass(frozen=True, slots=True)
class Retention:
    """`answers` are the durations that people read: each has one value, there."""

    answers: Durations = field(default_factory=Durations)

    @property
    def replies(self) -> timedelta:
        """Texts of answers in the ledger."""
        return timedelta(hours=self.answers.hours_of_replies)

    @property
    def others(self) -> timedelta:
        """Other texts of the ledger, once sent."""
        return timedelta(days=self.answers.days_of_texts)

    @property
    def received(self) -> timedelta:
        """Ids of messages, to know one that comes twice."""
        return timedelta(days=self.answers.days_of_texts)

    @property
    def quarantined(self) -> timedelta:
        """Messages set aside."""
        return timedelta(days=self.answers.days_of_texts)

    @property
    def intake(self) -> timedelta:
        """Records of finished orientations, after their week."""
        return timedelta(days=self.answers.months_of_intake * 365 // 12)

    @property
    def backups(self) -> timedelta:
        """Copies, and so what is remembered of erasures."""
        return timedelta(days=self.answers.days_of_backups)

    @property
    def silence_of_known(self) -> timedelta:
        """The silence after which someone who stays known (storage.staying) is erased too."""
        return timedelta(days=self.answers.days_of_silence)

    def silence(self, keeps: bool) -> timedelta:
        """The silence after which someone's answers, address and ids are erased."""
        return timedelta(days=self.answers.days_with_keep) if keeps else timedelta(hours=self.answers.hours_without_yes)
