"""Who stays known for months of silence: a member, someone who holds a role, or said yes to be written to."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from handlers.consent import LASTING
from storage.purposes import said_yes
from storage.roles import holds_a_role
from storage.tables import memberships, people


def stays() -> ColumnElement[bool]:
    """The same, in a query over `people`."""
    return or_(holds_a_role(), exists().where(memberships.c.person == people.c.id), said_yes(*LASTING))


def has_reason_to_stay(connection: Connection, person: int) -> bool:
    """True if a day of silence does not erase this person."""
    return connection.execute(select(people.c.id).where(people.c.id == person, stays())).scalar() is not None
