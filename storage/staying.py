"""Who stays known for months of silence: a member, someone who holds a role, or said yes to be written to. Who comes
to a gathering stays known until some days after it (storage.comers), who asks something of people until some days
after its end (storage.requests)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from handlers.calls import SUBJECT
from handlers.consent import LASTING
from storage.comers import comes
from storage.purposes import said_yes
from storage.requests import asks_people
from storage.roles import holds_a_role
from storage.tables import follows, memberships, people


def stays() -> ColumnElement[bool]:
    """The same, in a query over `people`."""
    member = exists().where(memberships.c.person == people.c.id)
    return or_(holds_a_role(), member, said_yes(*LASTING), comes(), asks_dates(), asks_people())


def asks_dates() -> ColumnElement[bool]:
    """People who asked to be told of the last day of a call, in a query over `people`."""
    return exists().where(follows.c.person == people.c.id, follows.c.subject.startswith(f"{SUBJECT}/"))


def has_reason_to_stay(connection: Connection, person: int) -> bool:
    """True if a day of silence does not erase this person."""
    return connection.execute(select(people.c.id).where(people.c.id == person, stays())).scalar() is not None
