"""Who stands behind the bot."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class RoleAnswers:
    """Read in the transaction of the turn."""

    connection: Connection

    def someone_reads(self) -> bool:
        """Nobody can hold a role yet: there is no table of roles."""
        return False
