"""How much waits for each channel, and what is known of the pace that its server allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from storage.bulk import CHANNEL_THROTTLED, THROTTLED
from storage.hold import held_since, may_leave
from storage.notes import note, noted
from storage.outbox import PERSONAL
from storage.tables import in_states
from storage.tables import outbox as ledger

_PACE = "pace/"
_PUT_BACK = (THROTTLED, CHANNEL_THROTTLED, "unreachable")


def learn(connection: Connection, channel: str, per_second: float | None) -> None:
    """Keep what its server allows; None: it limits nothing any more."""
    note(connection, _PACE + channel, None if per_second is None else f"{per_second:.4g}")


def learned(connection: Connection, channel: str) -> float | None:
    """What its server allows, if it ever told."""
    found = noted(connection, _PACE + channel)
    return None if found is None else float(found)


def waiting(connection: Connection, now: datetime) -> Mapping[str, int]:
    """Channel -> messages to many that could leave now, but for the pace."""
    # The first term repeats that of the index, which SQLite does not guess from the second.
    wanted = and_(in_states("queued", "sending"), ledger.c.state == "queued", ledger.c.kind.not_in(PERSONAL))
    wanted = and_(wanted, ledger.c.body.is_not(None), or_(ledger.c.due_at <= now, ledger.c.reason.in_(_PUT_BACK)))
    since = held_since(connection)
    if since is not None:
        wanted = and_(wanted, may_leave(since))
    counted = select(ledger.c.via, func.count()).where(wanted).group_by(ledger.c.via).order_by(ledger.c.via)
    return {channel: int(count) for channel, count in connection.execute(counted)}
