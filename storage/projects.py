"""Laureate projects and what lets people in for them: listed, entered, taken back, counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, and_, bindparam, cast, func, insert, select, update

from handlers.projects import COLLEAGUE_LIVES, LIST_LIVES, PLACES, Project, same_project
from handlers.roles import code_in
from storage.leaving import leave
from storage.locks import lock_list
from storage.roles import sealed
from storage.tables import memberships, passes, projects

Draw = Callable[[int], str]

PROJECT = tuple(column for column in projects.c if column.name not in ("created_at", "revoked_at"))
IN = ("member", "muted")
"""The states of who is inside a community."""

# Who came in with a pass and is inside: a pass lets go of whoever leaves.
PRESENT = and_(
    memberships.c.person == passes.c.person,
    memberships.c.community == projects.c.community,
    memberships.c.state.in_(IN),
    passes.c.revoked_at.is_(None),
)
_BY_ID = select(*PROJECT, projects.c.revoked_at).where(projects.c.id == bindparam("id"))
_LOCKED = _BY_ID.with_for_update()
_NAMED = (
    select(projects.c.id, projects.c.name, projects.c.call)
    .where(projects.c.community == bindparam("community"), projects.c.year == bindparam("year"))
    .where(projects.c.revoked_at.is_(None))
    .order_by(projects.c.id)
)


@dataclass(frozen=True, slots=True)
class Row:
    """A project of the list: `state` is waiting (nobody came yet), entered or revoked; `people` are inside."""

    project: Project
    state: str
    people: int


@dataclass(frozen=True, slots=True)
class Made:
    """A code that was made for a project, without the code. `first`: it is of the list."""

    id: int
    project: str
    year: int
    first: bool
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counted:
    """One call in one year: `projects` of the list, those whose code was `used`, and the `people` inside."""

    year: int
    call: str
    projects: int
    used: int
    people: int


def project_of(row: Any) -> Project:
    """A row as handlers read it."""
    return Project(row.id, row.community, row.name, row.call, row.year, row.places, row.revoked_at is not None)


def claimed(connection: Connection, id: int) -> Project | None:
    """A project, locked until the commit."""
    row = connection.execute(_LOCKED, {"id": id}).one_or_none()
    return project_of(row) if row is not None else None


def find(connection: Connection, community: str, name: str, call: str, year: int) -> int | None:
    """The project of the list with this name, however it is written; the list is locked, so that it stays so."""
    lock_list(connection, community)
    wanted = same_project(name, call)
    rows = connection.execute(_NAMED, {"community": community, "year": year})
    return next((row.id for row in rows if same_project(row.name, row.call) == wanted), None)


def add(
    connection: Connection, community: str, name: str, call: str, year: int, now: datetime, places: int = PLACES
) -> int:
    """A new project of the list, without a code yet."""
    values = {"community": community, "name": name, "call": call, "year": year, "places": places, "created_at": now}
    made = connection.execute(insert(projects).values(values).returning(projects.c.id))
    return int(made.scalar_one())


def let_in(connection: Connection, draw: Draw, project: int, code: str, now: datetime, *, first: bool) -> None:
    """Keep the fingerprint of a code that lets one person in for a project. A code of the list takes the
    place of those that nobody used."""
    if first:
        former = (
            passes.c.project == project,
            passes.c.first,
            passes.c.used_at.is_(None),
            passes.c.revoked_at.is_(None),
        )
        connection.execute(update(passes).where(*former).values(revoked_at=now))
    lives = LIST_LIVES if first else COLLEAGUE_LIVES
    kept = {"project": project, "first": first, "created_at": now, "expires_at": now + lives}
    connection.execute(insert(passes), {**kept, "hash": sealed(connection, draw, code_in(code) or code)})


def take_back(connection: Connection, entry: int, now: datetime) -> bool:
    """A pass opens nothing any more, and who came in with it leaves; False if there is none to take back."""
    taken = update(passes).where(passes.c.id == entry, passes.c.revoked_at.is_(None)).values(revoked_at=now)
    row = connection.execute(taken.returning(passes.c.person, passes.c.project)).one_or_none()
    if row is None:
        return False
    if row.person is not None:
        _leave(connection, row.person, row.project)
    return True


def take_back_project(connection: Connection, project: int, now: datetime) -> bool:
    """A project leaves the list with all its people; False if it is not there."""
    taken = update(projects).where(projects.c.id == project, projects.c.revoked_at.is_(None)).values(revoked_at=now)
    if connection.execute(taken.returning(projects.c.id)).scalar() is None:
        return False
    entries = select(passes.c.id).where(passes.c.project == project, passes.c.revoked_at.is_(None))
    for entry in connection.execute(entries).scalars().all():
        take_back(connection, entry, now)
    return True


def _leave(connection: Connection, person: int, project: int) -> None:
    """Another project of theirs keeps someone in the community; else they are out, at once."""
    known = connection.execute(select(projects.c.community).where(projects.c.id == project)).scalar_one()
    other = connection.execute(
        select(projects.c.id)
        .join(passes, passes.c.project == projects.c.id)
        .join(memberships, PRESENT)
        .where(passes.c.person == person, projects.c.community == known)
        .order_by(passes.c.used_at.desc())
        .limit(1)
    ).scalar()
    if other is not None:
        here = (memberships.c.person == person, memberships.c.community == known)
        connection.execute(update(memberships).where(*here).values(project=other))
        return
    leave(connection, person, known)


def join(connection: Connection, kept: int, gone: int) -> None:
    """What one person came in with is now the other's: they are one."""
    connection.execute(update(passes).where(passes.c.person == gone).values(person=kept))


def _inside() -> Any:
    people = select(func.count(passes.c.person.distinct())).where(passes.c.project == projects.c.id, PRESENT)
    return people.correlate(projects).scalar_subquery().label("people")


def _used() -> Any:
    used = (passes.c.first, passes.c.used_at.is_not(None))
    entered = select(func.count(passes.c.project.distinct())).where(passes.c.project == projects.c.id, *used)
    return entered.correlate(projects).scalar_subquery().label("used")


def listed(connection: Connection, community: str) -> tuple[Row, ...]:
    """The projects of the list of a community, the oldest first."""
    query = select(projects, _used(), _inside()).where(projects.c.community == community).order_by(projects.c.id)
    return tuple(Row(project_of(row), _state(row), row.people) for row in connection.execute(query))


def _state(row: Any) -> str:
    return "revoked" if row.revoked_at is not None else "entered" if row.used else "waiting"


def listed_passes(connection: Connection) -> tuple[Made, ...]:
    """Every code made for a project, the oldest first."""
    shown = [column for column in passes.c if column.name in {each.name for each in fields(Made)} - {"project"}]
    query = select(projects.c.name.label("project"), projects.c.year, *shown)
    rows = connection.execute(query.join(passes, passes.c.project == projects.c.id).order_by(passes.c.id))
    return tuple(Made(**row._mapping) for row in rows)


def counts(connection: Connection, community: str) -> tuple[Counted, ...]:
    """The list by year and call, the latest first: figures count projects, and tell apart how many people."""
    here = (projects.c.community == community, projects.c.revoked_at.is_(None))
    each = select(projects.c.year, projects.c.call, _used(), _inside()).where(*here).subquery()
    # PostgreSQL sums what it counted as a decimal, whose plural no sentence knows.
    sums = (func.count(), *(cast(func.sum(counted), Integer) for counted in (each.c.used, each.c.people)))
    grouped = select(each.c.year, each.c.call, *sums).group_by(each.c.year, each.c.call)
    return tuple(Counted(*row) for row in connection.execute(grouped.order_by(each.c.year.desc(), each.c.call)))
