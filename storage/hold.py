"""After a restore the ledger is on hold: what an old copy still owed is listed, not sent, until released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.tables import in_states, marks, outbox

_HOLD = "hold"


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
    value = connection.execute(select(marks.c.value).where(marks.c.name == _HOLD)).scalar()
    return datetime.fromisoformat(value) if value is not None else None


def held(connection: Connection, limit: int = 1000) -> tuple[Held, ...]:
    """What is held, oldest first."""
    since = held_since(connection)
    if since is None:
        return ()
    waiting = in_states("queued", "sending") & (outbox.c.created_at <= since)
    columns = (outbox.c.key, outbox.c.kind, outbox.c.state, outbox.c.created_at)
    rows = connection.execute(select(*columns).where(waiting).order_by(outbox.c.id).limit(limit))
    return tuple(Held(*row) for row in rows)


def release(connection: Connection) -> None:
    """Let what is held leave."""
    connection.execute(marks.delete().where(marks.c.name == _HOLD))
