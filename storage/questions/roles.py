"""Who stands behind the bot, and what the person of the turn may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from handlers.roles import Invitation, Role
from storage.roles import fingerprint
from storage.tables import codes, guesses, roles

_MINE = (
    select(roles.c.role, roles.c.network)
    .where(roles.c.person == bindparam("person"), roles.c.revoked_at.is_(None))
    .order_by(roles.c.id)
)
_CODE = select(codes).where(codes.c.hash == bindparam("hash")).with_for_update()
_GUESSES = (
    select(func.count())
    .select_from(guesses)
    .where(guesses.c.person == bindparam("person"), guesses.c.at > bindparam("since", type_=guesses.c.at.type))
)


@dataclass(frozen=True, slots=True)
class RoleAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None = None

    def someone_reads(self) -> bool:
        """No role has a desk to read at yet."""
        return False

    def mine(self) -> tuple[Role, ...]:
        """The roles of the person, as they are now."""
        if self.person is None:
            return ()
        return tuple(Role(*row) for row in self.connection.execute(_MINE, {"person": self.person}))

    def claim(self, code: str) -> Invitation | None:
        """What a code gives, locked until the commit, so that two people cannot both use it."""
        known = fingerprint(self.connection, code)
        row = self.connection.execute(_CODE, {"hash": known}).one_or_none() if known is not None else None
        if row is None:
            return None
        role = Role(row.role, row.network)
        return Invitation(row.id, role, row.expires_at, row.used_at is not None, row.revoked_at is not None)

    def guesses(self, since: datetime) -> int:
        """The wrong codes of the person."""
        return self.connection.execute(_GUESSES, {"person": self.person, "since": since}).scalar_one()
