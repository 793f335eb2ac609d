"""Which networks said no to someone: their doors are not the next ones for some months."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from handlers.requests import REFUSAL_HOLDS
from storage.tables import refusals, requests

_MARKS = ("person", "network")
_NOTE = {
    "sqlite": sqlite.insert(refusals).on_conflict_do_update(index_elements=_MARKS, set_={"at": bindparam("b_at")}),
    "postgresql": postgresql.insert(refusals).on_conflict_do_update(
        index_elements=_MARKS, set_={"at": bindparam("b_at")}
    ),
}


def note(connection: Connection, request: int, now: datetime) -> None:
    """The network of a request says no to who asked it."""
    of = connection.execute(select(requests.c.person, requests.c.network).where(requests.c.id == request)).one_or_none()
    if of is not None:
        values = {"person": of.person, "network": of.network, "at": now, "b_at": now}
        connection.execute(_NOTE[connection.dialect.name], values)


def of_person(connection: Connection, person: int, now: datetime) -> frozenset[str]:
    """The networks that refused this person lately."""
    lately = (refusals.c.person == person, refusals.c.at > now - REFUSAL_HOLDS)
    return frozenset(connection.execute(select(refusals.c.network).where(*lately)).scalars())


def join(connection: Connection, kept: int, gone: int) -> None:
    """What was refused to one was refused to the other."""
    here = select(refusals.c.network).where(refusals.c.person == kept)
    moved = update(refusals).where(refusals.c.person == gone, refusals.c.network.not_in(here))
    connection.execute(moved.values(person=kept))
    connection.execute(delete(refusals).where(refusals.c.person == gone))


def sweep(connection: Connection, now: datetime) -> None:
    """Erase what does not hold any more."""
    connection.execute(delete(refusals).where(refusals.c.at <= now - REFUSAL_HOLDS))
