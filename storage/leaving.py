"""Someone leaves a community: what tied them to it goes, and with the last one what they said of themselves."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from storage import naming
from storage.resting import look_again
from storage.tables import memberships, passes, people, profiles, projects


def leave(connection: Connection, person: int, community: str) -> None:
    """The membership goes; with the last one, so does what the person said of themselves. Their project stays, and
    no longer knows who they were."""
    connection.execute(delete(memberships).where(memberships.c.person == person, memberships.c.community == community))
    here = select(projects.c.id).where(projects.c.community == community)
    loosened = update(passes).where(passes.c.person == person, passes.c.project.in_(here)).values(person=None)
    connection.execute(loosened)
    left = select(memberships.c.id).where(memberships.c.person == person).limit(1)
    if connection.execute(left).scalar() is None:
        naming.unsay(connection, person)
        connection.execute(delete(profiles).where(profiles.c.person == person))
    look_again(connection, people.c.id == person)
