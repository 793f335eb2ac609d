"""What was entered by hand of a year, read in the transaction of the turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from handlers.yearly import Entered
from storage.yearly import entered


@dataclass(frozen=True, slots=True)
class YearAnswers:
    """Read in the transaction of the turn."""

    connection: Connection

    def of(self, year: int) -> Mapping[str, Entered]:
        """The figures of a year, by their names."""
        return entered(self.connection, year)
