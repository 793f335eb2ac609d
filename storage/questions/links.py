"""What a code would link, for the address of the turn, read under the locks of the people it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select

from handlers.links import Offer, Reached
from storage.conversations import conversation_of
from storage.locks import lock_person
from storage.roles import fingerprint, has_role
from storage.tables import addresses, conversations, links

_OWNER_BY_CODE = select(links.c.person).where(links.c.hash == bindparam("hash"))
_OWNER_BY_PLACE = select(links.c.person).where(links.c.typed_by == bindparam("address"))
_there = addresses.alias("there")
_OFFER = (
    select(links, addresses.c.channel, _there.c.channel.label("typed_on"), _there.c.person.label("typist"))
    .add_columns(*(column for column in conversations.c if column.name != "person"))
    .select_from(links)
    .join(addresses, addresses.c.id == links.c.address)
    .join(conversations, conversations.c.person == links.c.person)
    .outerjoin(_there, _there.c.id == links.c.typed_by)
    .where(links.c.person == bindparam("owner"))
)
_MINE = (
    select(addresses.c.id, addresses.c.channel, addresses.c.linked_at)
    .where(addresses.c.person == bindparam("person"))
    .order_by(addresses.c.linked_at.is_not(None), addresses.c.id)
)


@dataclass(frozen=True, slots=True)
class LinkAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None
    address: int

    def claim(self, code: str) -> Offer | None:
        """What this code would link. A code is read again once its owner is locked: it may have served."""
        known = fingerprint(self.connection, code)
        return self._found(_OWNER_BY_CODE, {"hash": known}, links.c.hash == known) if known is not None else None

    def typed(self) -> Offer | None:
        """What a code typed at this address would link."""
        return self._found(_OWNER_BY_PLACE, {"address": self.address}, links.c.typed_by == self.address)

    def _found(self, owners: Any, values: dict[str, Any], still: ColumnElement[bool]) -> Offer | None:
        owner = self.connection.execute(owners, values).scalar()
        if owner is None or self.person is None:
            return None
        lock_person(self.connection, owner)
        row = self.connection.execute(_OFFER.where(still), {"owner": owner}).one_or_none()
        return self._offer(row) if row is not None else None

    def awaited(self) -> Offer | None:
        """What the code of this person would link, who typed it locked as they are: they may have gone."""
        row = self.connection.execute(_OFFER, {"owner": self.person}).one_or_none()
        if row is None or row.typist is None:
            return None
        lock_person(self.connection, row.typist)
        again = self.connection.execute(_OFFER, {"owner": self.person}).one_or_none()
        return self._offer(again) if again is not None and again.typist == row.typist else None

    def mine(self) -> tuple[Reached, ...]:
        """The addresses of this person, the first one first."""
        rows = self.connection.execute(_MINE, {"person": self.person})
        return tuple(Reached(row.id, row.channel, row.linked_at is None, row.id == self.address) for row in rows)

    def _offer(self, row: Any) -> Offer:
        return Offer(
            owner=row.person,
            own=row.person == self.person,
            address=row.address,
            channel=row.channel,
            conversation=conversation_of(row),
            with_role=has_role(self.connection, row.person),
            expires_at=row.expires_at,
            typed_by=row.typed_by,
            typed_on=row.typed_on or "",
            agreed=row.agreed_at is not None,
        )
