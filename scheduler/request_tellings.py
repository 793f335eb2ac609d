"""What the clock tells someone of a request: a row of the ledger, once, where they are best reached, by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from handlers.messages import Address, Reply
from storage import outbox, requests
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.reach import best_address
from storage.tables import addresses, people
from storage.tables import outbox as ledger


@dataclass(frozen=True, slots=True)
class Told:
    """`what` names it among all that is told of a request; `about`: whose words it carries, if not of who reads it."""

    request: int
    what: str
    person: int
    reply: Reply
    about: int | None = None


def reached(connection: Connection, person: int) -> Any:
    """Where someone is best reached; None if they cannot be."""
    return connection.execute(
        select(addresses.c.id, addresses.c.channel, addresses.c.peer)
        .select_from(people)
        .join(addresses, addresses.c.id == best_address())
        .where(people.c.id == person)
    ).one_or_none()


def write(connection: Connection, told: Told, scene: Scene, key: str = "") -> tuple[OutboxRow, ...]:
    """Owe it; nothing if it was written before, or if they cannot be reached. `key`: instead of that of a request."""
    key = key or requests.key_of(told.request, told.what, told.person)
    there = reached(connection, told.person)
    if there is None or connection.execute(select(ledger.c.id).where(ledger.c.key == key)).scalar() is not None:
        return ()
    row = OutboxRow(key, "notice", Address(there.channel, there.peer), told.reply, scene.now)
    due = scene.morning
    known = {"person": told.person, "address": there.id, "about": told.about}
    outbox.insert(connection, [row], state="queued", due_at=due, **known)
    return (row,)
