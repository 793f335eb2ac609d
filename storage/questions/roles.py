"""Who stands behind the bot, and what the person of the turn may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from handlers.roles import Given, Invitation, Role, Use
from storage import roles as stored
from storage.roles import fingerprint
from storage.tables import codes, conversations, guesses, roles

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

    def holders(self, role: str, network: str = "") -> tuple[Given, ...]:
        """Those who hold it, each once."""
        wanted = _given().where(roles.c.role == role)
        found = self._read(wanted.where(roles.c.network == network) if network else wanted)
        return tuple({one.person: one for one in reversed(found)}.values())[::-1]

    def given(self, after: int, limit: int) -> tuple[Given, ...]:
        """A page of the roles held."""
        return self._read(_given().where(roles.c.id > after).limit(limit))

    def claim_role(self, id: int) -> Given | None:
        """A role held now. All of its kind are locked: the last administrator must not go twice at once."""
        kind = select(roles.c.role).where(roles.c.id == id).scalar_subquery()
        same = (roles.c.role == kind, roles.c.revoked_at.is_(None))
        self.connection.execute(select(roles.c.id).where(*same).order_by(roles.c.id).with_for_update()).all()
        return next(iter(self._read(_given().where(roles.c.id == id))), None)

    def journal(self, before: int, limit: int) -> tuple[Use, ...]:
        """A page of the journal."""
        return stored.journal(self.connection, before, limit)

    def _read(self, wanted: Select[Any]) -> tuple[Given, ...]:
        rows = self.connection.execute(wanted.order_by(roles.c.id))
        return tuple(self._one(row) for row in rows)

    def _one(self, row: Any) -> Given:
        role = Role(row.role, row.network)
        return Given(row.id, row.person, role, row.granted_at, row.language or "", row.person == self.person)


def _given() -> Select[Any]:
    columns = (roles.c.id, roles.c.person, roles.c.role, roles.c.network, roles.c.granted_at, conversations.c.language)
    spoken = conversations.c.person == roles.c.person
    return select(*columns).select_from(roles).outerjoin(conversations, spoken).where(roles.c.revoked_at.is_(None))
