"""Memberships and cards when two people turn out to be one."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from handlers.members import ASKED, MEMBER, MUTED
from storage import naming
from storage.tables import memberships, profiles

_STRENGTH = (ASKED, MEMBER, MUTED)
"""Of two states in one community, the later one holds: a silence is not lifted by another messenger."""


def join(connection: Connection, kept: int, gone: int) -> None:
    """Every membership of the two stays, once; the card of who stays, or else that of the other."""
    mine = {
        row.community: row for row in connection.execute(select(memberships).where(memberships.c.person == kept)).all()
    }
    for row in connection.execute(select(memberships).where(memberships.c.person == gone)).all():
        same = mine.get(row.community)
        if same is None:
            connection.execute(update(memberships).where(memberships.c.id == row.id).values(person=kept))
            continue
        both = {
            "state": max(same.state, row.state, key=_STRENGTH.index),
            "project": same.project or row.project,
            "joined_at": min(same.joined_at, row.joined_at),
        }
        connection.execute(delete(memberships).where(memberships.c.id == row.id))
        connection.execute(update(memberships).where(memberships.c.id == same.id).values(both))
    if connection.execute(select(profiles.c.person).where(profiles.c.person == kept)).scalar() is None:
        connection.execute(update(profiles).where(profiles.c.person == gone).values(person=kept))
    else:
        naming.unsay(connection, gone)
