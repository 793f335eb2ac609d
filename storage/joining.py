"""Makes one person of two, and lets go of the addresses of one; what was said to whom stays counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, null, select, update

from storage import gatherings, intake, meetings, members, mondays, outcomes, projects, requests
from storage.roles import record
from storage.tables import (
    addresses,
    consents,
    corrections,
    enclosures,
    guesses,
    in_states,
    links,
    outbox,
    people,
    roles,
)

LINKED = "linked"
"""The reason of the rows that a link made useless."""

_NUDGES = "nudge/"


def join(connection: Connection, kept: int, gone: int, channel: str, now: datetime) -> None:
    """All that was of `gone` is of `kept`, but the conversation, which is erased. `channel`: where it was decided."""
    connection.execute(delete(links).where(links.c.person == kept))
    _consents(connection, kept, gone, channel, now)
    _roles(connection, kept, gone, now)
    _ledger(connection, kept, gone, now)
    meetings.join(connection, kept, gone)
    projects.join(connection, kept, gone)
    members.join(connection, kept, gone)
    gatherings.join(connection, kept, gone)
    mondays.join(connection, kept, gone)
    requests.join(connection, kept, gone)
    outcomes.join(connection, kept, gone)
    connection.execute(update(enclosures).where(enclosures.c.person == gone).values(person=kept))
    intake.join(connection, kept, gone)
    connection.execute(update(guesses).where(guesses.c.person == gone).values(person=kept))
    connection.execute(update(addresses).where(addresses.c.person == gone).values(person=kept, linked_at=now))
    # The conversation, and a code asked for there, go with the person.
    connection.execute(delete(people).where(people.c.id == gone))


def _consents(connection: Connection, kept: int, gone: int, channel: str, now: datetime) -> None:
    """One no is enough: it is added again, as what holds from now on. A purpose asked once only stays as it was."""
    one, other = _latest(connection, kept), _latest(connection, gone)
    connection.execute(update(consents).where(consents.c.person == gone).values(person=kept))
    for purpose in one.keys() & other.keys():
        refusal = next((said for said in (one[purpose], other[purpose]) if not said.granted), None)
        if refusal is not None:
            values = {"person": kept, "purpose": purpose, "granted": False, "channel": channel, "at": now}
            connection.execute(insert(consents), {**values, "wording": refusal.wording})


def _latest(connection: Connection, person: int) -> Mapping[str, Any]:
    said = select(consents.c.purpose, consents.c.granted, consents.c.wording).where(consents.c.person == person)
    return {row.purpose: row for row in connection.execute(said.order_by(consents.c.id))}


def _roles(connection: Connection, kept: int, gone: int, now: datetime) -> None:
    """A role that both held is held once."""
    other = roles.alias()
    same = (other.c.role == roles.c.role, other.c.network == roles.c.network, other.c.revoked_at.is_(None))
    twice = exists().where(other.c.person == kept, *same)
    connection.execute(delete(roles).where(roles.c.person == gone, roles.c.revoked_at.is_(None), twice))
    connection.execute(update(corrections).where(corrections.c.person == gone).values(person=kept))
    moved = update(roles).where(roles.c.person == gone).values(person=kept)
    for row in connection.execute(moved.returning(roles.c.role, roles.c.network, roles.c.revoked_at)).all():
        if row.revoked_at is None:
            record(connection, now, row.role, row.network, "link")


def _ledger(connection: Connection, kept: int, gone: int, now: datetime) -> None:
    useless = (outbox.c.person == gone, outbox.c.key.startswith(_NUDGES, autoescape=True), in_states("queued"))
    cancelled = {"state": "cancelled", "reason": LINKED, "settled_at": now, "leased_until": None}
    connection.execute(update(outbox).where(*useless).values(cancelled))
    connection.execute(update(outbox).where(outbox.c.person == gone).values(person=kept))
    connection.execute(update(outbox).where(outbox.c.about == gone).values(about=kept))


def separate(connection: Connection, person: int) -> frozenset[int]:
    """All addresses but the first are nobody's, as after an erasure; what was still to be told goes to the first."""
    mine = select(addresses.c.id, addresses.c.channel).where(addresses.c.person == person)
    first = connection.execute(mine.where(addresses.c.linked_at.is_(None)).order_by(addresses.c.id).limit(1)).one()
    others = frozenset(connection.execute(mine.where(addresses.c.id != first.id)).scalars())
    there = (outbox.c.person == person, outbox.c.address.in_(others))
    stays = {"address": first.id, "via": first.channel, "leased_until": None}
    connection.execute(update(outbox).where(*there, in_states("queued")).values(stays))
    connection.execute(update(outbox).where(*there, in_states("sending")).values(person=null()))
    empty = {"person": None, "address": None, "body": None, "receipt": None}
    connection.execute(update(outbox).where(*there).values(empty))
    connection.execute(update(addresses).where(addresses.c.id.in_(others)).values(person=null(), linked_at=null()))
    connection.execute(update(people).where(people.c.id == person).values(last_address=first.id))
    connection.execute(delete(links).where(links.c.person == person))
    return others
