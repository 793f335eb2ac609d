"""Reads where a person stands, for `people show`: no text, no name, no address."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from handlers.standing import Sent, Standing
from storage.conversations import consents_of, conversation_of
from storage.hold import held_since
from storage.staying import has_reason_to_stay
from storage.tables import (
    addresses,
    conversations,
    guesses,
    in_states,
    inbound,
    links,
    memberships,
    outbox,
    people,
    quarantined,
    roles,
)

_SENT = select(outbox.c.kind, outbox.c.state, outbox.c.reason, outbox.c.due_at, outbox.c.via)


def standing(connection: Connection, person: int) -> Standing | None:
    """What may be told of this person; None if nobody has this number."""
    seen = connection.execute(select(people.c.last_seen_at).where(people.c.id == person)).scalar()
    row = connection.execute(select(conversations).where(conversations.c.person == person)).one_or_none()
    if seen is None or row is None:
        return None
    return Standing(
        person=person,
        last_seen=seen,
        conversation=conversation_of(row),
        channels=_pairs(
            connection, select(addresses.c.channel, addresses.c.blocked_at).where(addresses.c.person == person)
        ),
        consents=consents_of(connection, person),
        roles=_roles(connection, person),
        memberships=_pairs(
            connection, select(memberships.c.community, memberships.c.state).where(memberships.c.person == person)
        ),
        ledger=_ledger(connection, person),
        latest=_latest(connection, person),
        set_aside=_set_aside(connection, person),
        held_since=held_since(connection),
        guesses=tuple(connection.execute(select(guesses.c.at).where(guesses.c.person == person)).scalars()),
        link_until=_link(connection, person),
        stays=has_reason_to_stay(connection, person),
    )


def _roles(connection: Connection, person: int) -> tuple[str, ...]:
    mine = select(roles.c.role, roles.c.network).where(roles.c.person == person, roles.c.revoked_at.is_(None))
    return tuple(f"{row.role} {row.network}".strip() for row in connection.execute(mine.order_by(roles.c.id)))


def _ledger(connection: Connection, person: int) -> dict[str, int]:
    counted = select(outbox.c.state, func.count()).where(outbox.c.person == person).group_by(outbox.c.state)
    return _pairs(connection, counted.order_by(outbox.c.state))


def _latest(connection: Connection, person: int) -> tuple[Sent, ...]:
    mine = outbox.c.person == person
    owed = _SENT.where(mine, in_states("queued", "sending")).order_by(outbox.c.due_at, outbox.c.id).limit(5)
    last = _SENT.where(mine, ~in_states("queued", "sending")).order_by(outbox.c.id.desc()).limit(1)
    rows = [*connection.execute(owed), *connection.execute(last)]
    return tuple(Sent(row.kind, row.state, row.reason or "", row.due_at, row.via) for row in rows)


def _set_aside(connection: Connection, person: int) -> str:
    """The error of the last message that they wrote, if it is among those set aside."""
    of_theirs = select(inbound.c.message_id, addresses.c.channel).join(addresses, addresses.c.id == inbound.c.address)
    last = of_theirs.where(addresses.c.person == person).order_by(inbound.c.received_at.desc()).limit(1).subquery()
    same = and_(quarantined.c.message_id == last.c.message_id, quarantined.c.channel == last.c.channel)
    wanted = select(quarantined.c.error).join(last, same).order_by(quarantined.c.id.desc()).limit(1)
    return str(connection.execute(wanted).scalar() or "")


def _link(connection: Connection, person: int) -> datetime | None:
    return connection.execute(select(links.c.expires_at).where(links.c.person == person)).scalar()


def _pairs(connection: Connection, wanted: Select[Any]) -> dict[Any, Any]:
    return {row[0]: row[1] for row in connection.execute(wanted)}
