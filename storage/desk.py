"""What those who hold a role changed for the pack, and what a messenger shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from handlers.desk import ACCEPTED, Correction
from storage.questions.desk import correction_of, corrections_of
from storage.tables import addresses, conversations, corrections, roles


@dataclass(frozen=True, slots=True)
class Desk:
    """What to show somebody: in which language, and for which roles, none if they were all taken back."""

    language: str
    roles: tuple[str, ...]


def accepted(connection: Connection) -> tuple[Correction, ...]:
    """Every correction that was accepted, the oldest first."""
    wanted = corrections_of().where(corrections.c.state == ACCEPTED)
    rows = connection.execute(wanted.order_by(corrections.c.settled_at, corrections.c.id))
    return tuple(correction_of(row) for row in rows)


def desks(connection: Connection, channel: str) -> Mapping[str, Desk]:
    """Everybody on a channel who holds, or held, a role, by the channel's name of them."""
    here = and_(addresses.c.person == roles.c.person, addresses.c.channel == channel, addresses.c.private)
    wanted = (
        select(addresses.c.peer, conversations.c.language, roles.c.role, roles.c.revoked_at)
        .select_from(roles)
        .join(addresses, here)
        .outerjoin(conversations, conversations.c.person == roles.c.person)
        .order_by(roles.c.id)
    )
    found: dict[str, Desk] = {}
    for row in connection.execute(wanted):
        held = found.get(row.peer, Desk(row.language or "", ()))
        more = () if row.revoked_at or row.role in held.roles else (row.role,)
        found[row.peer] = Desk(held.language, (*held.roles, *more))
    return found
