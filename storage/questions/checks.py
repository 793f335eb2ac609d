"""The memberships that animators check, as they are now; the one that is decided about is locked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from handlers.checks import PAGE, Entrant, Waiting
from handlers.members import ASKED, PROFILE_FIELDS, Profile
from storage.projects import IN
from storage.questions.members import profile_of
from storage.tables import conversations, memberships, profiles

_ENTRANTS = (
    select(
        memberships.c.id,
        memberships.c.person,
        memberships.c.community,
        memberships.c.state,
        memberships.c.joined_at,
        conversations.c.language,
        profiles.c.shown,
        profiles.c.visibility,
        *(profiles.c[name] for name in PROFILE_FIELDS),
    )
    .outerjoin(conversations, conversations.c.person == memberships.c.person)
    .outerjoin(profiles, profiles.c.person == memberships.c.person)
)
_LOCK = select(memberships.c.id).with_for_update()


@dataclass(frozen=True, slots=True)
class CheckAnswers:
    """Read in the transaction of the turn."""

    connection: Connection

    def waiting(self, communities: Collection[str], after: int) -> Waiting | None:
        """The oldest request after a number: a number is given when somebody asks."""
        here = (memberships.c.community.in_(communities), memberships.c.state == ASKED)
        wanted = _ENTRANTS.where(*here, memberships.c.id > after).order_by(memberships.c.id).limit(1)
        row = self.connection.execute(wanted).one_or_none()
        if row is None:
            return None
        before = self._count(select(func.count()).where(*here, memberships.c.id < row.id))
        return Waiting(_entrant(row), before + 1, self._count(select(func.count()).where(*here)))

    def members(self, communities: Collection[str], page: int) -> tuple[tuple[Entrant, ...], int]:
        """Those who are in, muted or not."""
        here = (memberships.c.community.in_(communities), memberships.c.state.in_(IN))
        wanted = _ENTRANTS.where(*here).order_by(memberships.c.community, memberships.c.joined_at, memberships.c.id)
        rows = self.connection.execute(wanted.offset(page * PAGE).limit(PAGE)).all()
        return tuple(map(_entrant, rows)), self._count(select(func.count()).where(*here))

    def claim(self, membership: int) -> Entrant | None:
        """One of them, locked first, then read."""
        here = memberships.c.id == membership
        if self.connection.execute(_LOCK.where(here)).scalar() is None:
            return None
        return _entrant(self.connection.execute(_ENTRANTS.where(here)).one())

    def _count(self, query: Select[Any]) -> int:
        return int(self.connection.execute(query.select_from(memberships)).scalar_one())


def _entrant(row: Any) -> Entrant:
    profile = profile_of(row) if row.visibility is not None else Profile()
    return Entrant(row.id, row.person, row.community, row.state, row.joined_at, row.language or "", profile)
