"""What is kept of the person of the turn: their yes and no, how much, and the recipes of their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from handlers.rights import Said
from storage import belonging
from storage.tables import consents

EXPORT, SHEET = "export", "sheet"
"""Recipes of a file for programs and of one to read, as `export:<person>`."""

_SAID = (
    select(consents.c.purpose, consents.c.granted, consents.c.at, consents.c.channel)
    .where(consents.c.person == bindparam("person"))
    .order_by(consents.c.id)
)


@dataclass(frozen=True, slots=True)
class RightsAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None = None

    def said(self) -> tuple[Said, ...]:
        """Their last word on each purpose."""
        found: dict[str, Said] = {}
        for row in self.connection.execute(_SAID, {"person": self.person}):
            found.pop(row.purpose, None)
            found[row.purpose] = Said(row.purpose, row.granted, row.at, row.channel)
        return tuple(found.values())

    def counts(self) -> Mapping[str, int]:
        """How many rows each table holds of them."""
        return belonging.counts(self.connection, self.person) if self.person is not None else {}

    def file(self) -> tuple[str, ...]:
        """The file to read, then the one for programs."""
        return (f"{SHEET}:{self.person}", f"{EXPORT}:{self.person}") if self.person is not None else ()
