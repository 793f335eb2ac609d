"""What is known of the person of the turn as a reader of the summary."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from storage import mondays


@dataclass(frozen=True, slots=True)
class AccessAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None = None

    def each_monday(self) -> bool:
        """True if they asked to get it each Monday."""
        return self.person is not None and mondays.each_monday(self.connection, self.person)
