"""Members whose card is to be asked about: a year after they read it last, and again a year after they were asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from handlers.consent import COMMUNITY
from handlers.conversation import Conversation
from handlers.members import CHECKED_EVERY, MEMBER, MUTED
from handlers.messages import Address
from storage import outbox
from storage.conversations import consents_of, conversation_of
from storage.outbox import OutboxRow
from storage.reach import best_address
from storage.tables import addresses, conversations, memberships, people

KIND = "notice"
SLICE = 50

_INSIDE = memberships.c.state.in_((MEMBER, MUTED))
_FIRST = select(func.min(memberships.c.check_at)).where(_INSIDE)
_WHO = (
    select(*conversations.c, people.c.last_seen_at, addresses.c.channel, addresses.c.peer)
    .add_columns(addresses.c.id.label("address"))
    .select_from(people)
    .join(conversations, conversations.c.person == people.c.id)
    .join(addresses, addresses.c.id == best_address())
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A member to be asked, where they are best reached."""

    person: int
    address_id: int
    address: Address
    last_seen: datetime
    consents: Mapping[str, str]
    conversation: Conversation


def first(connection: Connection) -> datetime | None:
    """The next instant at which someone is to be asked."""
    return connection.execute(_FIRST).scalar()


def due(connection: Connection, now: datetime) -> tuple[Asked, ...]:
    """Some of those who are to be asked now. Whoever read their card meanwhile, cannot be reached or did not say
    yes is only put off: each call puts off or returns everyone it looked at."""
    rows = connection.execute(
        select(memberships.c.person, func.max(memberships.c.checked_at))
        .where(_INSIDE, memberships.c.person.in_(_late(now)))
        .group_by(memberships.c.person)
    ).all()
    asked = []
    for person, checked_at in rows:
        read_again = checked_at + CHECKED_EVERY
        who = _reached(connection, person) if read_again <= now else None
        put_off(connection, person, now + CHECKED_EVERY if read_again <= now else read_again)
        asked += [who] if who is not None else []
    return tuple(asked)


def _late(now: datetime) -> Any:
    late = select(memberships.c.person).where(_INSIDE, memberships.c.check_at <= now)
    return late.order_by(memberships.c.check_at).limit(SLICE)


def put_off(connection: Connection, person: int, until: datetime) -> None:
    """They are to be asked at this instant, and not before."""
    connection.execute(update(memberships).where(memberships.c.person == person).values(check_at=until))


def _reached(connection: Connection, person: int) -> Asked | None:
    row = connection.execute(_WHO.where(people.c.id == person)).one_or_none()
    said = consents_of(connection, person)
    if row is None or said.get(COMMUNITY) != "yes":
        return None
    address = Address(row.channel, row.peer)
    return Asked(person, row.address, address, row.last_seen_at, said, conversation_of(row))


def record(connection: Connection, who: Asked, row: OutboxRow) -> None:
    """Write what they are asked, to be sent at its pace."""
    here = memberships.c.person == who.person
    connection.execute(update(memberships).where(here).values(asked_at=row.created_at))
    outbox.insert(connection, [row], person=who.person, address=who.address_id, state="queued")
