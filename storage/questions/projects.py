"""What is known of laureate projects for the person of the turn; the project is what is locked, whoever comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from handlers.members import HIDDEN, MEMBERS, Profile, visible
from handlers.projects import Colleague, Pass, Project, Team
from storage.projects import PRESENT, claimed, find, project_of
from storage.roles import fingerprint
from storage.tables import conversations, memberships, passes, profiles, projects

_PASS = select(
    passes.c.id,
    passes.c.project,
    passes.c.person,
    passes.c.first,
    passes.c.expires_at,
    passes.c.used_at,
    passes.c.revoked_at,
)
_BY_CODE = _PASS.where(passes.c.hash == bindparam("hash"))
_BY_ID = _PASS.where(passes.c.id == bindparam("id"))
_MINE = (
    select(projects.c.id)
    .join(passes, passes.c.project == projects.c.id)
    .join(memberships, PRESENT)
    .where(passes.c.person == bindparam("person"), projects.c.revoked_at.is_(None))
    .group_by(projects.c.id)
    .order_by(projects.c.year.desc(), projects.c.id.desc())
)
_PROJECT = select(projects).where(projects.c.id == bindparam("id"))
_PEOPLE = (
    _PASS.add_columns(profiles.c.name, profiles.c.shown, profiles.c.visibility, conversations.c.language)
    .join(projects, projects.c.id == passes.c.project)
    .join(memberships, PRESENT)
    .outerjoin(profiles, profiles.c.person == passes.c.person)
    .outerjoin(conversations, conversations.c.person == passes.c.person)
    .where(passes.c.project == bindparam("id"))
    .order_by(passes.c.used_at, passes.c.id)
)
_WAITING = (
    _PASS.where(passes.c.project == bindparam("id"), passes.c.first.is_(False), passes.c.used_at.is_(None))
    .where(passes.c.revoked_at.is_(None), passes.c.expires_at > bindparam("now", type_=passes.c.expires_at.type))
    .order_by(passes.c.id)
)


@dataclass(frozen=True, slots=True)
class ProjectAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None
    now: datetime

    def claim(self, code: str) -> Pass | None:
        """What this code lets in, read again once its project is locked: it may have served."""
        known = fingerprint(self.connection, code)
        return self._found(_BY_CODE, {"hash": known}) if known is not None else None

    def claim_pass(self, entry: int) -> Pass | None:
        """The same, by its number."""
        return self._found(_BY_ID, {"id": entry})

    def _found(self, query: Any, values: dict[str, Any]) -> Pass | None:
        row = self.connection.execute(query, values).one_or_none()
        project = claimed(self.connection, row.project) if row is not None else None
        if row is None or project is None:
            return None
        row = self.connection.execute(_BY_ID, {"id": row.id}).one()
        used, revoked = row.used_at is not None, row.revoked_at is not None
        mine = used and row.person is not None and row.person == self.person
        return Pass(row.id, project, row.first, row.expires_at, used, revoked, mine)

    def mine(self) -> tuple[Team, ...]:
        """The projects of this person."""
        if self.person is None:
            return ()
        ids = self.connection.execute(_MINE, {"person": self.person}).scalars().all()
        return tuple(self._team(_known(self.connection, id)) for id in ids)

    def claim_team(self, project: int) -> Team | None:
        """One of them, locked."""
        known = claimed(self.connection, project) if self.person is not None else None
        if known is None or known.revoked:
            return None
        team = self._team(known)
        return team if any(each.mine for each in team.people) else None

    def claim_project(self, community: str, name: str, call: str, year: int) -> Project | None:
        """The project of this name in the list, locked."""
        found = find(self.connection, community, name, call, year)
        return claimed(self.connection, found) if found is not None else None

    def _team(self, project: Project) -> Team:
        rows = self.connection.execute(_PEOPLE, {"id": project.id}).all()
        people = tuple(self._colleague(row) for row in rows)
        # The last code of the list that was used leads; when nobody of the list is left, who came first.
        of_list = [number for number, each in enumerate(people) if each.first]
        lead = of_list[-1] if of_list else 0
        led = tuple(replace(each, leads=number == lead) for number, each in enumerate(people))
        waiting = self.connection.execute(_WAITING, {"id": project.id, "now": self.now})
        return Team(project, led, tuple(Colleague(row.id, row.first, row.expires_at) for row in waiting))

    def _colleague(self, row: Any) -> Colleague:
        card = Profile({"name": row.name or ""}, frozenset((row.shown or "").split()), row.visibility or HIDDEN)
        name = visible(card, MEMBERS).get("name", "")
        told = {"person": row.person, "language": row.language or ""}
        return Colleague(row.id, row.first, row.expires_at, row.used_at, name, **told, mine=row.person == self.person)


def _known(connection: Connection, id: int) -> Project:
    return project_of(connection.execute(_PROJECT, {"id": id}).one())
