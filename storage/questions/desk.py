"""What networks said of their cards: facts confirmed, corrections that wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from handlers.desk import WAITING, Confirmed, Correction
from storage.tables import confirmations, conversations, corrections

_MOST = 200

_LAST = select(func.max(confirmations.c.id)).group_by(confirmations.c.fact)
_CONFIRMED = select(confirmations.c.fact, confirmations.c.digest, confirmations.c.at).where(
    confirmations.c.id.in_(_LAST)
)


@dataclass(frozen=True, slots=True)
class DeskAnswers:
    """Read in the transaction of the turn."""

    connection: Connection
    _confirmed: dict[str, Confirmed] = field(default_factory=dict)
    _read: list[bool] = field(default_factory=list)

    def confirmed(self) -> Mapping[str, Confirmed]:
        """The last confirmation of each fact, read once for a turn: a result shows several cards."""
        if not self._read:
            self._read.append(True)
            rows = self.connection.execute(_CONFIRMED)
            self._confirmed.update({row.fact: Confirmed(row.digest, row.at) for row in rows})
        return self._confirmed

    def waiting(self, network: str | None = None) -> tuple[Correction, ...]:
        """The corrections that wait, the oldest first."""
        wanted = corrections_of().where(corrections.c.state == WAITING).order_by(corrections.c.id).limit(_MOST)
        if network is not None:
            wanted = wanted.where(corrections.c.network == network)
        return tuple(correction_of(row) for row in self.connection.execute(wanted))

    def claim(self, correction: int) -> Correction | None:
        """One of them, locked."""
        wanted = corrections_of().where(corrections.c.id == correction).with_for_update(of=corrections)
        row = self.connection.execute(wanted).one_or_none()
        return correction_of(row) if row is not None else None


def corrections_of() -> Select[Any]:
    """Corrections, each with the language that its writer last spoke."""
    spoken = conversations.c.person == corrections.c.person
    return select(corrections, conversations.c.language).outerjoin(conversations, spoken)


def correction_of(row: Any) -> Correction:
    """A correction as its row says."""
    what = (row.id, row.network, row.part, row.before, row.after, row.state, row.asked_at, row.person)
    return Correction(*what, language=row.language or "", reason=row.reason)
