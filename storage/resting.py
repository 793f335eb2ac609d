"""People of whom only what has a reason to stay is kept, marked so that a sweep looks at them once, not for ever."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, false, select, true, update

from storage.tables import people, roles


def rests(connection: Connection, person: int) -> None:
    """Nothing of their conversation is left to erase."""
    connection.execute(update(people).where(people.c.id == person).values(resting=true()))


def look_again(connection: Connection, who: ColumnElement[bool]) -> None:
    """Somebody else took away what these people stayed for: the next sweep asks again whether they stay."""
    connection.execute(update(people).where(who).values(resting=false()))


def holder_of(role: int) -> ColumnElement[bool]:
    """Who holds a role, by its number."""
    return people.c.id.in_(select(roles.c.person).where(roles.c.id == role))
