"""What may have been reached between two instants, by numbers: messages that left to many, and uses of roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables import audit, outbox, people

_LEFT = ("sent", "late", "uncertain")
_NAMED = 2


@dataclass(frozen=True, slots=True)
class SentTo:
    """One message to many, or one kind of unasked message: `name` opens the keys of its rows. `people`: those
    whom it reached and who are still known, by number."""

    name: str
    messages: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """One kind of use of a role: how often, and over how many rows."""

    action: str
    role: str
    times: int
    rows: int


@dataclass(frozen=True, slots=True)
class Reach:
    """`known`: people in the database now."""

    known: int = 0
    sent: tuple[SentTo, ...] = ()
    used: tuple[Used, ...] = ()


def reach(connection: Connection, since: datetime, until: datetime) -> Reach:
    """All that left, or was taken out, from `since` until before `until`."""
    known = connection.execute(select(func.count()).select_from(people)).scalar_one()
    return Reach(int(known), _sent(connection, since, until), _used(connection, since, until))


def _sent(connection: Connection, since: datetime, until: datetime) -> tuple[SentTo, ...]:
    wanted = select(outbox.c.key, outbox.c.kind, outbox.c.person).where(
        outbox.c.kind != "reply", outbox.c.state.in_(_LEFT), outbox.c.settled_at >= since, outbox.c.settled_at < until
    )
    messages: dict[str, int] = {}
    reached: dict[str, set[int]] = {}
    for key, kind, person in connection.execute(wanted.order_by(outbox.c.id)):
        parts = key.split("/")
        # A broadcast has a name of its own; of what is said to one person at a time, the kind is enough.
        name = "/".join(parts[:_NAMED]) if kind == "broadcast" else parts[0]
        messages[name] = messages.get(name, 0) + 1
        reached.setdefault(name, set()).update({person} - {None})
    return tuple(SentTo(name, count, tuple(sorted(reached[name]))) for name, count in messages.items())


def _used(connection: Connection, since: datetime, until: datetime) -> tuple[Used, ...]:
    counted = (
        select(audit.c.action, audit.c.role, func.count(), func.sum(audit.c.count))
        .where(audit.c.at >= since, audit.c.at < until)
        .group_by(audit.c.action, audit.c.role)
        .order_by(audit.c.action, audit.c.role)
    )
    return tuple(Used(action, role, int(times), int(rows)) for action, role, times, rows in connection.execute(counted))
