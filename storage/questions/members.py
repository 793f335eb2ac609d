"""What the person of the turn is a member of, and says of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from handlers.members import PROFILE_FIELDS, Membership, Profile
from storage.tables import memberships, profiles

_MINE = (
    select(
        memberships.c.id,
        memberships.c.community,
        memberships.c.state,
        memberships.c.joined_at,
        memberships.c.checked_at,
        memberships.c.project,
        memberships.c.asked_at,
    )
    .where(memberships.c.person == bindparam("person"))
    .order_by(memberships.c.id)
)
_PROFILE = select(profiles).where(profiles.c.person == bindparam("person"))


@dataclass(frozen=True, slots=True)
class MemberAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None = None

    def mine(self) -> tuple[Membership, ...]:
        """Their memberships, the oldest first."""
        if self.person is None:
            return ()
        return tuple(Membership(*row) for row in self.connection.execute(_MINE, {"person": self.person}))

    def profile(self) -> Profile | None:
        """What they say of themselves."""
        if self.person is None:
            return None
        row = self.connection.execute(_PROFILE, {"person": self.person}).one_or_none()
        return profile_of(row) if row is not None else None


def profile_of(row: Any) -> Profile:
    """The profile in a row that has its columns."""
    said = {name: getattr(row, name) for name in PROFILE_FIELDS if getattr(row, name)}
    return Profile(said, frozenset(row.shown.split()), row.visibility)
