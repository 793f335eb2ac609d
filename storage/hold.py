"""After a restore the ledger is on hold: what an old copy owed, and what the program would say by itself because it
forgot that it was said, are listed, not sent, until released. Who writes is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, not_, or_, select, update

from storage.notes import noted
from storage.tables import in_states, marks, outbox

_HOLD = "hold"
_ANSWER = "reply"

RESTORED = "restored"
"""Why a message that was held is cancelled."""


@dataclass(frozen=True, slots=True)
class Held:
    """A message that waits for a person's decision, without its text."""

    key: str
    kind: str
    state: str
    created_at: datetime


def put_on_hold(connection: Connection, now: datetime) -> None:
    """Hold what was decided until now."""
    release(connection)
    connection.execute(marks.insert(), {"name": _HOLD, "value": now.isoformat()})


def held_since(connection: Connection) -> datetime | None:
    """Rows created up to this instant are not sent; None when nothing is held."""
    value = noted(connection, _HOLD)
    return datetime.fromisoformat(value) if value is not None else None


def may_leave(since: datetime) -> ColumnElement[bool]:
    """Of what is queued during a hold: answers to whoever wrote after it began. The reminder or the message to many
    that was sent after the copy was taken would be written a second time."""
    return and_(outbox.c.created_at > since, outbox.c.kind == _ANSWER)


def held(connection: Connection, limit: int = 1000) -> tuple[Held, ...]:
    """What is held, oldest first."""
    since = held_since(connection)
    if since is None:
        return ()
    columns = (outbox.c.key, outbox.c.kind, outbox.c.state, outbox.c.created_at)
    rows = connection.execute(select(*columns).where(_waits(since)).order_by(outbox.c.id).limit(limit))
    return tuple(Held(*row) for row in rows)


def count_held(connection: Connection) -> int:
    """How many messages are held."""
    since = held_since(connection)
    if since is None:
        return 0
    return connection.execute(select(func.count()).select_from(outbox).where(_waits(since))).scalar_one()


def cancel_held(connection: Connection, now: datetime) -> int:
    """Nothing of what is held is to be sent: it was, before the restore. Returns how many."""
    since = held_since(connection)
    if since is None:
        return 0
    cancelled = {"state": "cancelled", "reason": RESTORED, "settled_at": now, "leased_until": None}
    return connection.execute(update(outbox).where(_waits(since)).values(cancelled)).rowcount


def _waits(since: datetime) -> ColumnElement[bool]:
    queued = and_(outbox.c.state == "queued", not_(may_leave(since)))
    begun = and_(outbox.c.state == "sending", outbox.c.created_at <= since)
    return and_(in_states("queued", "sending"), or_(queued, begun))


def release(connection: Connection) -> None:
    """Let what is held leave."""
    connection.execute(marks.delete().where(marks.c.name == _HOLD))
