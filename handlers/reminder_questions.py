"""What a dialogue may ask of what the person of the turn is told about gatherings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from handlers.messages import Choice


class ReminderQuestions(Protocol):
    """About the person of the turn."""

    def leads(self) -> frozenset[str] | None:
        """The tellings that they want; None if they never chose."""
        ...

    def stopped(self) -> bool:
        """True if they took back their yes to messages about gatherings, or want no telling at all: they are told
        only what changes."""
        ...

    def told(self, since: datetime) -> tuple[Choice, ...]:
        """The buttons of the last message about a gathering that left for them after an instant."""
        ...


@dataclass(frozen=True, slots=True)
class NoReminders:
    """What is answered where nothing is told."""

    def leads(self) -> frozenset[str] | None:
        """Never chosen."""
        return None

    def stopped(self) -> bool:
        """No."""
        return False

    def told(self, since: datetime) -> tuple[Choice, ...]:
        """Nothing."""
        return ()
