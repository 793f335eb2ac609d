"""What the person of the turn asked of people, and what is asked of networks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from handlers.requests import CURRENT, PAGE, Request, ToDo
from storage import refusals
from storage.tables import conversations, requests

_MOST_LISTED = 20
_COLUMNS = tuple(field.name for field in fields(Request) if field.name not in ("language", "own"))


def wanted() -> Select[Any]:
    """Every request with what its holder last spoke."""
    spoken = conversations.c.person == requests.c.person
    columns = (requests.c[name] for name in _COLUMNS)
    return select(*columns, conversations.c.language).select_from(requests).outerjoin(conversations, spoken)


def request_of(row: Any, person: int | None = None) -> Request:
    """One row as handlers read it; `person`: who asks."""
    said = {name: row._mapping[name] for name in _COLUMNS}
    return Request(**said, language=row.language or "", own=person is not None and row.person == person)


@dataclass(frozen=True, slots=True)
class RequestAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None
    now: datetime | None = None

    def mine(self, *kinds: str) -> tuple[Request, ...]:
        """The latest first."""
        if self.person is None:
            return ()
        query = wanted().where(requests.c.person == self.person, requests.c.state.in_(CURRENT))
        if kinds:
            query = query.where(requests.c.kind.in_(kinds))
        return self._read(query.order_by(requests.c.asked_at.desc(), requests.c.id.desc()).limit(_MOST_LISTED))

    def claim(self, id: int) -> Request | None:
        """Locked, so that two who answer do not do it at once."""
        found = self._read(wanted().where(requests.c.id == id).with_for_update(of=requests))
        return found[0] if found else None

    def of_network(self, networks: Collection[str], page: int = 0) -> ToDo:
        """The oldest first."""
        theirs = (requests.c.network.in_(networks), requests.c.state.in_(CURRENT))
        query = wanted().where(*theirs).order_by(requests.c.asked_at, requests.c.id)
        count = self.connection.execute(select(func.count()).select_from(requests).where(*theirs)).scalar_one()
        return ToDo(self._read(query.offset(page * PAGE).limit(PAGE)), count)

    def waiting(self, networks: Collection[str]) -> int:
        """How many wait."""
        theirs = (requests.c.network.in_(networks), requests.c.waiting_at.is_not(None))
        return self.connection.execute(select(func.count()).select_from(requests).where(*theirs)).scalar_one()

    def together(self, group: str) -> tuple[Request, ...]:
        """In the order of their sending."""
        if self.person is None or not group:
            return ()
        query = wanted().where(requests.c.person == self.person, requests.c.group == group)
        return self._read(query.order_by(requests.c.id))

    def refusing(self, person: int | None = None) -> frozenset[str]:
        """For some months only."""
        whose = self.person if person is None else person
        known = whose is not None and self.now is not None
        return refusals.of_person(self.connection, whose, self.now) if known else frozenset()  # type: ignore[arg-type]  # both are there

    def _read(self, query: Select[Any]) -> tuple[Request, ...]:
        return tuple(request_of(row, self.person) for row in self.connection.execute(query).all())
